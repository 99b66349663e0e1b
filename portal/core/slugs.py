"""Transliterated page slugs, the same from Python code as from the editor in the browser.

Wagtail transliterates a title in the browser only; a page made in Python would get an empty slug and fail.
"""

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page

CYRILLIC_TO_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip

# First path segments that belong to views, not to pages (design: addresses).
RESERVED_SLUGS = frozenset(
    "admin account registration check search opendata media static documents en healthz readyz dev".split()
)


def transliterate(text: str) -> str:
    """Return `text` with Russian letters replaced by Latin ones; other characters stay."""
    return "".join(CYRILLIC_TO_LATIN.get(letter, letter) for letter in text.lower())


def slug_for(title: str, *, max_length: int = 80) -> str:
    """Return an ASCII slug of at most `max_length` characters for a title in Russian or English; «page» if none is left."""
    return slugify(transliterate(title))[:max_length].strip("-") or "page"


def free_slug(slug: str, taken: set[str] | frozenset[str]) -> str:
    """Return `slug` or, if it is taken or reserved, the first of `slug-2`, `slug-3`, … that is free."""
    candidate, number = slug, 2
    while candidate in taken or candidate in RESERVED_SLUGS:
        candidate, number = f"{slug}-{number}", number + 1
    return candidate


def require_free_of_views(slug: str, *, parent: Page | None) -> None:
    """Raise ValidationError if a page with `slug` under `parent` would stand at an address that belongs to a view.

    Addresses begin below the home page of a language; the root is included, since a page may be moved to become one.
    """
    if parent is not None and parent.depth <= 2 and slug in RESERVED_SLUGS:
        raise ValidationError(
            {"slug": _("Адрес «%(slug)s» занят служебной страницей портала. Выберите другой.") % {"slug": slug}}
        )
