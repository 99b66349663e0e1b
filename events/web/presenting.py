"""What readers see of cohorts: words for states, dates with Moscow's distance, places with their time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from wagtail.models import Page

from events.domain.counts import Phase, Places, places
from events.models import Cohort, CohortState, Event, EventPage, Meeting
from portal.core import typography

SOON: Final = timedelta(days=60)

BADGES: Final[dict[Phase, tuple[str | Promise, str]]] = {
    Phase.NOT_YET: (gettext_lazy("Запись ещё не открыта"), "info"),
    Phase.OPEN: (gettext_lazy("Запись открыта"), "success"),
    Phase.FULL: (gettext_lazy("Мест нет"), "warning"),
    Phase.CLOSED: (gettext_lazy("Запись закрыта"), "neutral"),
    Phase.UNDER_WAY: (gettext_lazy("Идёт сейчас"), "info"),
    Phase.PAST: (gettext_lazy("Прошло"), "neutral"),
    Phase.CANCELLED: (gettext_lazy("Отменено"), "danger"),
    Phase.NO_REGISTRATION: (gettext_lazy("Без записи"), "neutral"),
}


@dataclass(frozen=True, kw_only=True)
class CohortCard:
    """A cohort in words. `action` is empty where nobody can register now; `note` says why or when."""

    cohort: Cohort
    places: Places
    badge: str
    tone: str
    when: str
    venue: str
    places_text: str
    places_at: str
    note: str
    action: str
    url: str
    ics_url: str
    places_url: str
    meetings: list[dict[str, Any]]
    sections: list[str]

    @property
    def is_over(self) -> bool:
        """Whether the card belongs to the archive part of a page."""
        return self.places.state == Phase.PAST


def language() -> str:
    """Return the language of typography: «en» or «ru»."""
    return "en" if (get_language() or "ru").startswith("en") else "ru"


def moment(at: datetime) -> str:
    """Return a deadline in words: «25 ноября, 14:05 (МСК+4)»."""
    local = timezone.localtime(at)
    day = typography.long_date(local.date(), language=language(), year=False)
    return f"{day}, {typography.time_with_moscow(local, language=language())}"


def clock(at: datetime) -> str:
    """Return the time of day in the centre's zone: «14:05»."""
    return f"{timezone.localtime(at):%H:%M}"


def span(start: datetime | None, end: datetime | None) -> str:
    """Return when something is held: a day with hours, or a range of days."""
    if start is None or end is None:
        return ""
    first, last = timezone.localtime(start), timezone.localtime(end)
    if first.date() != last.date():
        return typography.date_range(first.date(), last.date(), language=language())
    hours = f"{first:%H:%M}{typography.EN_DASH}{typography.time_with_moscow(last, language=language())}"
    return f"{typography.long_date(first.date(), language=language())}, {hours}"


def has_sections(cohort: Cohort) -> bool:
    """Whether it is worth while to ask the database for sections."""
    return bool(cohort.event.kind.has_sections or getattr(cohort, "parts_capacity", None) is not None)


def places_text(found: Places) -> str:
    """Return «Свободно 3 места из 30», or what there is to say when nothing is free or counted."""
    if found.free is None:
        return ""
    if found.free:
        return ngettext(
            "Свободно %(free)d место из %(capacity)d", "Свободно %(free)d места из %(capacity)d", found.free
        ) % {"free": found.free, "capacity": found.capacity}
    if found.waiting:
        return ngettext(
            "Мест нет, в листе ожидания %(waiting)d человек",
            "Мест нет, в листе ожидания %(waiting)d человека",
            found.waiting,
        ) % {"waiting": found.waiting}
    return _("Свободных мест нет")


def cohort_card(*, cohort: Cohort, at: datetime, meetings: Iterable[Meeting] = ()) -> CohortCard:
    """Return the card of a cohort that came with dates and places (`with_dates().with_places()`)."""
    found = places(cohort=cohort, at=at)
    badge, tone = BADGES[found.state]
    counted = found.state in {Phase.OPEN, Phase.FULL, Phase.NOT_YET, Phase.CLOSED}
    key = {"uuid": cohort.uuid}
    return CohortCard(
        cohort=cohort,
        places=found,
        badge=str(badge),
        tone=tone,
        when=span(getattr(cohort, "starts_at", None), getattr(cohort, "ends_at", None)),
        venue=str(cohort.venue),
        places_text=places_text(found) if counted else "",
        places_at=_("на %(time)s") % {"time": clock(at)},
        note=_note(cohort, found),
        action=_action(found),
        url=reverse("registration:form", kwargs=key),
        ics_url=reverse("registration:ics", kwargs=key),
        places_url=reverse("registration:places", kwargs=key),
        meetings=[_timeline_item(meeting, cohort=cohort, at=at) for meeting in meetings],
        sections=[str(section.title) for section in cohort.sections.all()] if has_sections(cohort) else [],
    )


NOTES: Final[dict[Phase, str | Promise]] = {
    Phase.NOT_YET: gettext_lazy("Запись откроется %(opens)s."),
    Phase.OPEN: gettext_lazy("Запись открыта до %(closes)s."),
    Phase.FULL: gettext_lazy("Запись открыта до %(closes)s."),
    Phase.CLOSED: gettext_lazy("Запись закрылась %(closes)s."),
    Phase.CANCELLED: gettext_lazy("Центр отменил этот поток. Всем записанным отправлено письмо."),
    Phase.NO_REGISTRATION: gettext_lazy("Записываться не нужно: просто приходите."),
}


def _note(cohort: Cohort, found: Places) -> str:
    if found.state == Phase.FULL and not found.accepts:
        return _("Лист ожидания для этого потока не ведётся.")
    moments = {"opens": moment(cohort.opens_at), "closes": moment(cohort.closes_at)}
    return str(NOTES.get(found.state, "")) % moments


def _action(found: Places) -> str:
    if not found.accepts:
        return ""
    return _("Встать в лист ожидания") if found.state == Phase.FULL else _("Записаться")


def _timeline_item(meeting: Meeting, *, cohort: Cohort, at: datetime) -> dict[str, Any]:
    ends = timezone.localtime(meeting.ends_at)
    words = [_("до %(time)s") % {"time": f"{ends:%H:%M}"}]
    if str(meeting.venue) and str(meeting.venue) != str(cohort.venue):
        words.append(str(meeting.venue))
    return {
        "starts_at": meeting.starts_at,
        "title": str(meeting.title),
        "body": ", ".join(words),
        "is_past": meeting.ends_at <= at,
    }


@dataclass(frozen=True, kw_only=True)
class EventView:
    """An event as its page shows it: facts, cohorts to come, cohorts past."""

    event: Event
    coming: list[CohortCard]
    past: list[CohortCard]
    at: datetime


def event_view(*, page: EventPage, at: datetime, preview: bool = False) -> EventView | None:
    """Return what an event's page shows besides its words; None while the page has no event.

    Drafts are shown in the editor's preview only.
    """
    event = page.cohorts[0].event if page.cohorts else page.event
    if event is None:
        return None
    rows = [cohort for cohort in page.cohorts if preview or not cohort.is_draft]
    cards = [cohort_card(cohort=cohort, at=at, meetings=cohort.meetings.all()) for cohort in rows]
    past = [card for card in cards if card.is_over]
    return EventView(event=event, coming=[card for card in cards if not card.is_over], past=past[::-1], at=at)


@dataclass(frozen=True, kw_only=True)
class EventCard:
    """A card in a list of events, ready for components/card.html."""

    title: str
    url: str
    date: str
    lead: str
    badge: str
    badge_tone: str
    meta: str
    image: Any
    kind: str


def event_cards(*, pages: Iterable[Page], at: datetime) -> list[EventCard]:
    """Return cards for event pages in the order given; two queries whatever their number."""
    rows = list(pages)
    keys = [page.translation_key for page in rows]
    cohorts = (
        Cohort.objects.filter(event__page__translation_key__in=keys)  # type: ignore[misc] # starts_at is annotated
        .exclude(state=CohortState.DRAFT)
        .with_dates()
        .with_places()
        .select_related("event__kind", "event__page")
        .order_by("starts_at", "number")
    )
    by_key: dict[Any, list[Cohort]] = {}
    for cohort in cohorts:
        if cohort.event.page is not None:
            by_key.setdefault(cohort.event.page.translation_key, []).append(cohort)
    return [_event_card(page, by_key.get(page.translation_key, []), at=at) for page in rows]


def _event_card(page: Page, cohorts: list[Cohort], *, at: datetime) -> EventCard:
    shown = _most_telling(cohorts, at=at)
    card = places_card(shown, at=at) if shown else None
    meta = ""
    if card and card[2]:
        meta = f"{card[2]} ({_('на %(time)s') % {'time': clock(at)}})"
    return EventCard(
        title=page.title,
        url=page.url or "",
        date=span(getattr(shown, "starts_at", None), getattr(shown, "ends_at", None)) if shown else "",
        lead=page.lead,
        badge=card[0] if card else "",
        badge_tone=card[1] if card else "neutral",
        meta=meta,
        image=page.listing_image,
        kind=str(shown.event.kind) if shown else "",
    )


def places_card(cohort: Cohort, *, at: datetime) -> tuple[str, str, str]:
    """Return (badge, tone, places in words) of a cohort; places only while people register."""
    found = places(cohort=cohort, at=at)
    badge, tone = BADGES[found.state]
    counted = found.state in {Phase.OPEN, Phase.FULL}
    return str(badge), tone, places_text(found) if counted else ""


def _most_telling(cohorts: list[Cohort], *, at: datetime) -> Cohort | None:
    """The cohort a list names: one that is open, else the next to come, else the last one."""
    order = {Phase.OPEN: 0, Phase.FULL: 1, Phase.NOT_YET: 2, Phase.UNDER_WAY: 3, Phase.CLOSED: 3, Phase.CANCELLED: 4}
    ranked = [(order.get(places(cohort=cohort, at=at).state, 5), cohort) for cohort in cohorts]
    best = min((rank for rank, _cohort in ranked), default=5)
    same = [cohort for rank, cohort in ranked if rank == best]
    return (same[-1] if best == 5 else same[0]) if same else None
