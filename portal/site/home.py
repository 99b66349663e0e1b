"""What the home page shows of the rest of the portal: what one can register for, what is new."""

from datetime import datetime
from typing import Any

from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from events.models import Cohort, EventPage
from portal.core.privacy import open_to_all
from portal.core.typography import long_date
from portal.media.specs import with_card_images
from projects.editorial.models import NewsPage

NEAREST = 3
NEWEST = 3


def nearest_registrations(*, locale: Locale, at: datetime) -> list[dict[str, Any]]:
    """Return the events one can register for at `at`, the soonest first, as parameters of `components/card.html`.

    An event appears once, with its soonest open cohort, and only in a language its page is published in.
    """
    cohorts = (
        Cohort.objects.open_for_registration(at=at)
        .select_related("event__kind", "event__page")
        .annotate(first_meeting=Min("meetings__starts_at"))
        .order_by("first_meeting", "closes_at", "pk")
    )
    soonest: dict[Any, Cohort] = {}
    for cohort in cohorts:
        if cohort.event.page is not None:
            soonest.setdefault(cohort.event.page.translation_key, cohort)
    pages = (
        open_to_all(EventPage.objects.all())
        .filter(locale=locale, alias_of=None, translation_key__in=soonest)
        .defer_streamfields()
        .prefetch_related(with_card_images())
    )
    by_key = {page.translation_key: page for page in pages}
    return [
        _card(by_key[key], cohort, language=locale.language_code) for key, cohort in soonest.items() if key in by_key
    ][:NEAREST]


def _card(page: EventPage, cohort: Cohort, *, language: str) -> dict[str, Any]:
    return {
        "title": page.title,
        "url": page.url,
        "date": cohort.first_meeting,  # type: ignore[attr-defined] # annotated by the query
        "image": page.listing_image,
        "lead": page.lead,
        "badge": str(cohort.event.kind),
        "meta": _("Запись до %(date)s") % {"date": long_date(timezone.localdate(cohort.closes_at), language=language)},
    }


def newest(*, locale: Locale) -> list[NewsPage]:
    """Return the newest news of the language."""
    return list(NewsPage.objects.published().filter(locale=locale, alias_of=None).for_cards()[:NEWEST])


def next_change(*, at: datetime) -> datetime | None:
    """Return the next moment when a registration window opens or closes, after which the home page is out of date."""
    moments = Cohort.objects.public(at=at)
    opening = moments.filter(opens_at__gt=at).order_by("opens_at").values_list("opens_at", flat=True).first()
    closing = moments.filter(closes_at__gt=at).order_by("closes_at").values_list("closes_at", flat=True).first()
    return min((moment for moment in (opening, closing) if moment is not None), default=None)
