"""What search engines and link previews are told about a page."""

import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page
from wagtail.query import PageQuerySet

from portal.core.privacy import open_to_all

# As in django.utils.html.json_script: the data must not be able to close the element it stands in.
_JSON_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@dataclass(frozen=True)
class Alternate:
    """A page's address in a language, for `<link rel="alternate" hreflang>`."""

    language: str
    url: str


def absolute_url(path: str | None) -> str:
    """Return the public address of `path` on this portal; an address that has a host already stays."""
    if not path:
        return ""
    return path if "://" in path else f"{settings.SITE_URL}{path}"


def public_translations(page: Page) -> PageQuerySet:
    """Return the live public pages that say the same as `page` in every language, itself included.

    An alias repeats the words of the source language and so is no translation.
    """
    return (
        open_to_all(Page.objects.all())
        .filter(translation_key=page.translation_key, alias_of=None)
        .select_related("locale")
        .order_by("locale__pk")
    )


def alternates(translations: list[Page]) -> list[Alternate]:
    """Return the addresses of a page's translations, the same on each of them; nothing when there is only one."""
    if len(translations) < 2:
        return []
    links = [Alternate(found.locale.language_code, absolute_url(found.url)) for found in translations]
    default = next((link.url for link in links if link.language == settings.LANGUAGE_CODE), "")
    return [*links, Alternate("x-default", default)] if default else links


def json_ld(facts: dict[str, Any] | list[dict[str, Any]]) -> SafeString:
    """Return schema.org facts as JSON that may stand inside a `<script type="application/ld+json">` data block.

    A data block is never executed, so a policy without inline scripts allows it (HTML, «prepare the script element»).
    """
    return mark_safe(json.dumps(facts, ensure_ascii=False, default=str).translate(_JSON_ESCAPES))  # noqa: S308
