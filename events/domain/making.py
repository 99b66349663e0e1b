"""Making events and cohorts. The work starts from the event, which makes its page (design §3.1)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TypeAlias

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString
from wagtail.models import Locale

from events.domain import pools
from events.domain.errors import CohortRefused
from events.domain.placing import leave, settle
from events.models import (
    ACTIVE_STATES,
    Cohort,
    CohortState,
    Event,
    EventIndexPage,
    EventKind,
    EventPage,
    Meeting,
    Registration,
    RegistrationMode,
    RegistrationState,
    Section,
)
from portal.people import audit
from portal.people.models import User

Text: TypeAlias = str | Mapping[str, str] | LazyI18nString


@dataclass(frozen=True, kw_only=True)
class MeetingPlan:
    """When a meeting is to be held; `title` and `venue` may be given in several languages. `section` by its position."""

    starts_at: datetime
    ends_at: datetime
    title: Text = ""
    venue: Text = ""
    section: int | None = None


def i18n(text: Text) -> LazyI18nString:
    """Return `text` as a value of an i18n field; a plain string is Russian."""
    if isinstance(text, LazyI18nString):
        return text
    return LazyI18nString({"ru": text} if isinstance(text, str) else dict(text))


@transaction.atomic
def create_event(
    *,
    kind: EventKind,
    title: Text,
    audience: str,
    methodist: User | None,
    at: datetime,
    actor: User | None,
    index_page: EventIndexPage | None = None,
    academic_hours: Decimal | None = None,
    registration_mode: str = RegistrationMode.OPEN,
    lead: str = "",
) -> Event:
    """Make an event and its draft page in the source language under the section of events.

    The page gets a first revision, so the editor opens on it at once; publishing is the editor's act. Raises
    CohortRefused (no_index) where the site has no section of events yet.
    """
    words = i18n(title)
    event = Event.objects.create(
        kind=kind,
        title=words,
        audience=audience,
        methodist=methodist,
        academic_hours=academic_hours if academic_hours is not None else kind.default_academic_hours,
        registration_mode=registration_mode,
    )
    parent = index_page or EventIndexPage.objects.filter(locale=Locale.get_default()).first()
    if parent is None:
        raise CohortRefused("no_index", _("На сайте ещё нет раздела событий: сначала создайте его."))
    page = EventPage(title=words.localize("ru"), lead=lead, live=False, owner=actor, locale=parent.locale)
    parent.add_child(instance=page)
    page.save_revision(user=actor)
    event.page = page
    event.save(update_fields=["page"])
    audit.record(action="event.created", target=event, at=at, actor=actor, kind=kind.slug)
    return event


@transaction.atomic
def add_cohort(
    *,
    event: Event,
    opens_at: datetime,
    closes_at: datetime,
    actor: User | None,
    at: datetime,
    meetings: Iterable[MeetingPlan] = (),
    sections: Iterable[Text] = (),
    capacity: int | None = None,
    section_capacity: int | None = None,
    venue: Text = "",
    join_url: str = "",
    approval_required: bool = False,
    approval_holds_place: bool = True,
    waitlist_enabled: bool = True,
    email_hold_minutes: int = 60,
    offer_hours: int = 24,
) -> Cohort:
    """Make a draft cohort with its meetings, sections and pools.

    `capacity` None takes the kind's default; with sections, each gets a pool of `section_capacity` (if given) beside
    the pool of the whole cohort. Raises CohortRefused (window).
    """
    if opens_at >= closes_at:
        raise CohortRefused("window", _("Запись должна открываться раньше, чем закрывается."))
    last = event.cohorts.aggregate(last=Max("number"))["last"] or 0
    cohort = Cohort.objects.create(
        event=event,
        number=last + 1,
        opens_at=opens_at,
        closes_at=closes_at,
        venue=i18n(venue),
        join_url=join_url,
        approval_required=approval_required,
        approval_holds_place=approval_holds_place,
        waitlist_enabled=waitlist_enabled,
        email_hold_minutes=email_hold_minutes,
        offer_hours=offer_hours,
    )
    made = [
        Section.objects.create(cohort=cohort, title=i18n(name), sort_order=order)
        for order, name in enumerate(sections, start=1)
    ]
    Meeting.objects.bulk_create(
        Meeting(
            cohort=cohort,
            section=None if plan.section is None else made[plan.section],
            title=i18n(plan.title),
            venue=i18n(plan.venue),
            starts_at=plan.starts_at,
            ends_at=plan.ends_at,
        )
        for plan in meetings
    )
    audit.record(action="cohort.created", target=cohort, at=at, actor=actor, event=event.pk)
    size = event.kind.default_capacity if capacity is None else capacity
    pools.add_pool(cohort=cohort, capacity=size, actor=actor, at=at)
    if section_capacity is not None:
        for section in made:
            pools.add_pool(cohort=cohort, capacity=section_capacity, section=section, actor=actor, at=at)
    return cohort


@transaction.atomic
def publish_cohort(*, cohort: Cohort, actor: User | None, at: datetime) -> Cohort:
    """Announce a draft cohort: it appears on the event's page as soon as that is published.

    Raises CohortRefused (no_meetings, no_page, called_off).
    """
    if cohort.state == CohortState.CANCELLED:
        raise CohortRefused("called_off", _("Отменённый поток объявить нельзя: создайте новый."))
    if cohort.event.page_id is None:
        raise CohortRefused("no_page", _("У события нет страницы: её читатели увидят первой."))
    if not cohort.meetings.exists():
        raise CohortRefused("no_meetings", _("Добавьте хотя бы одну встречу: без дат поток не объявить."))
    if cohort.state != CohortState.PUBLISHED:
        cohort.state = CohortState.PUBLISHED
        cohort.save(update_fields=["state"])
        audit.record(action="cohort.published", target=cohort, at=at, actor=actor)
    return cohort


@transaction.atomic
def clone_cohort(*, cohort: Cohort, shift: timedelta, actor: User | None, at: datetime) -> Cohort:
    """Make the next cohort of the same event: the same rules, sections, pools and meetings, every date moved by `shift`.

    The new one is a draft; registrations, counters and the queue are not copied.
    """
    sections = list(cohort.sections.all())
    positions = {section.pk: position for position, section in enumerate(sections)}
    new = Cohort.objects.create(
        event=cohort.event,
        number=(cohort.event.cohorts.aggregate(last=Max("number"))["last"] or 0) + 1,
        opens_at=cohort.opens_at + shift,
        closes_at=cohort.closes_at + shift,
        **{
            name: getattr(cohort, name)
            for name in (
                "venue",
                "join_url",
                "approval_required",
                "approval_holds_place",
                "waitlist_enabled",
                "email_hold_minutes",
                "offer_hours",
            )
        },
    )
    made = [Section.objects.create(cohort=new, title=row.title, sort_order=row.sort_order) for row in sections]
    for meeting in cohort.meetings.all():
        Meeting.objects.create(
            cohort=new,
            section=made[positions[meeting.section_id]] if meeting.section_id else None,
            title=meeting.title,
            venue=meeting.venue,
            starts_at=meeting.starts_at + shift,
            ends_at=meeting.ends_at + shift,
        )
    audit.record(action="cohort.created", target=new, at=at, actor=actor, event=cohort.event_id, like=cohort.pk)
    for pool in cohort.pools.select_related("reserved_for").order_by("pk"):
        pools.add_pool(
            cohort=new,
            capacity=pool.capacity,
            section=made[positions[pool.section_id]] if pool.section_id else None,
            mode=pool.mode,
            reserved_for=pool.reserved_for,
            actor=actor,
            at=at,
        )
    return new


@transaction.atomic
def cancel_cohort(*, cohort: Cohort, reason: str, actor: User | None, at: datetime) -> int:
    """Call a cohort off: every active registration is cancelled by the centre with a letter; return how many were.

    `reason` is read by people in the letter.
    """
    board = settle(cohort_id=cohort.pk, at=at)
    rows = Registration.objects.filter(cohort=cohort, state__in=ACTIVE_STATES).select_related("participant")
    count = 0
    for registration in rows.order_by("pk"):
        leave(
            board=board,
            registration=registration,
            to=RegistrationState.CANCELLED,
            at=at,
            actor=actor,
            reason=reason,
            by="centre",
        )
        count += 1
    Cohort.objects.filter(pk=cohort.pk).update(state=CohortState.CANCELLED)
    cohort.state = CohortState.CANCELLED
    audit.record(action="cohort.cancelled", target=cohort, at=at, actor=actor, registrations=count)
    return count
