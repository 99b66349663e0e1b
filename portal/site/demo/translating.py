"""English pages through wagtail-localize: the written translation is matched with the source string by string."""

from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

TOOL = "demo"


class UnmatchedTranslation(ValueError):
    """The English text of a page has not the same shape as the Russian one."""


def translate(page: Page, *, to: Locale, words: dict[str, str]) -> Page:
    """Make or renew the translation of `page` into `to` and publish it; `words` are its fields in that language.

    Each string of the source must have its twin: raises UnmatchedTranslation where the shapes of the two texts differ,
    so no Russian is ever left on an English page.
    """
    twin = type(page).objects.get(pk=page.pk)
    for name, value in words.items():
        setattr(twin, name, value)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    twins = {_place(segment): segment.string for segment in extract_segments(twin) if _is_text(segment)}
    rows = list(source.stringsegment_set.select_related("context", "string"))
    missing = {(row.context.path, row.order) for row in rows} ^ set(twins)
    if missing:
        raise UnmatchedTranslation(f"{page.slug}: {sorted(missing)}")
    for row in rows:
        StringTranslation.objects.update_or_create(
            translation_of=row.string,
            locale=to,
            context=row.context,
            defaults={"data": twins[row.context.path, row.order].data, "tool_name": TOOL},
        )
    Translation.objects.get_or_create(source=source, target_locale=to)
    # Published here and not by wagtail-localize, which would wait for the end of a surrounding transaction.
    translated, _created = source.create_or_update_translation(to, publish=False)
    translated.get_latest_revision().publish()
    translated.refresh_from_db()
    return translated


def _is_text(segment: object) -> bool:
    return isinstance(segment, StringSegmentValue)


def _place(segment: StringSegmentValue) -> tuple[str, int]:
    return segment.path, segment.order
