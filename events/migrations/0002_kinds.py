"""The kinds of events of the glossary (domain facts §7); editors may change names and defaults, the codes stay."""

from decimal import Decimal
from typing import NamedTuple

from django.db import migrations
from i18nfield.strings import LazyI18nString


class Kind(NamedTuple):
    """A row to be."""

    slug: str
    ru: str
    en: str
    capacity: int
    minutes: int
    hours: Decimal | None = None
    flags: tuple[str, ...] = ()


KINDS = (
    Kind("school", "Школа", "School", 30, 180, Decimal(36), ("is_course",)),
    Kind("webinar", "Вебинар", "Webinar", 100, 90, Decimal(2)),
    Kind("supervision", "Семинар-супервизия", "Supervision seminar", 12, 180, Decimal(4), ("is_confidential",)),
    Kind("method_site", "Методическая площадка", "Methodical site day", 30, 240, Decimal(6)),
    Kind("internship", "Стажировка", "Internship", 10, 360, Decimal(24), ("is_course",)),
    Kind("marathon", "Марафон", "Marathon", 60, 60, None, ("is_course",)),
    Kind("club", "Клуб", "Club", 20, 120, None, ("is_course",)),
    Kind("campaign", "Акция", "Campaign", 100, 120),
    Kind("conference", "Конференция", "Conference", 120, 360, Decimal(8), ("has_sections",)),
    Kind("open_day", "День открытых дверей", "Open day", 60, 180),
    Kind("meeting", "Встреча", "Meeting", 20, 90),
)


def fill(apps, schema_editor):
    """Add the kinds that aren't there yet."""
    model = apps.get_model("events", "EventKind")
    for order, kind in enumerate(KINDS, start=1):
        model.objects.get_or_create(
            slug=kind.slug,
            defaults={
                "name": LazyI18nString({"ru": kind.ru, "en": kind.en}),
                "default_capacity": kind.capacity,
                "default_minutes": kind.minutes,
                "default_academic_hours": kind.hours,
                "sort_order": order * 10,
                **dict.fromkeys(kind.flags, True),
            },
        )


class Migration(migrations.Migration):
    """Fill the kinds of events."""

    dependencies = [("events", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop, elidable=False)]
