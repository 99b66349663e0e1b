"""Changing what is already there: an event, the rules of a cohort, its meetings and sections."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from events.domain.errors import CohortRefused
from events.domain.making import MeetingPlan, Text, i18n
from events.domain.placing import allot, settle
from events.models import Cohort, Event, Meeting, Registration, Section
from portal.people import audit
from portal.people.models import User

# What a methodist may change of a cohort; its state, number and places have functions of their own.
COHORT_FIELDS = frozenset(
    {
        "opens_at",
        "closes_at",
        "venue",
        "join_url",
        "approval_required",
        "approval_holds_place",
        "waitlist_enabled",
        "offer_hours",
    }
)


@transaction.atomic
def change_event(
    *,
    event: Event,
    title: Text,
    audience: str,
    academic_hours: Decimal | None,
    registration_mode: str,
    methodist: User | None,
    actor: User | None,
    at: datetime,
) -> Event:
    """Save what describes an event; its page keeps its own title, which readers see. Writes an audit row."""
    event.title = i18n(title)
    event.audience = audience
    event.academic_hours = academic_hours
    event.registration_mode = registration_mode
    event.methodist = methodist
    event.save(update_fields=["title", "audience", "academic_hours", "registration_mode", "methodist"])
    audit.record(
        action="event.changed", target=event, at=at, actor=actor, methodist=methodist.pk if methodist else None
    )
    return event


@transaction.atomic
def change_cohort(*, cohort: Cohort, actor: User | None, at: datetime, **fields: Any) -> Cohort:
    """Save the window, the venue and the rules under the cohort's lock, then serve the queue by the new rules.

    Raises CohortRefused (window), TypeError for a field that is not a methodist's to change.
    """
    foreign = sorted(fields.keys() - COHORT_FIELDS)
    if foreign:
        raise TypeError(f"not a field to change: {', '.join(foreign)}")
    board = settle(cohort_id=cohort.pk, at=at)
    if fields.get("opens_at", cohort.opens_at) >= fields.get("closes_at", cohort.closes_at):
        raise CohortRefused("window", _("Запись должна открываться раньше, чем закрывается."))
    if "venue" in fields:
        fields["venue"] = i18n(fields["venue"])
    for name, value in fields.items():
        setattr(cohort, name, value)
        setattr(board.cohort, name, value)
    cohort.save(update_fields=sorted(fields))
    audit.record(action="cohort.changed", target=cohort, at=at, actor=actor, fields=", ".join(sorted(fields)))
    allot(board=board, at=at)
    return cohort


@transaction.atomic
def replace_meetings(
    *, cohort: Cohort, meetings: Iterable[tuple[int | None, MeetingPlan]], actor: User | None, at: datetime
) -> None:
    """Make the cohort's meetings equal to `meetings`: (key of a present one or None, plan).

    A changed meeting keeps its identity for calendars and raises its sequence (RFC 5545, 3.8.7.4); one that is not
    named any more is removed. Raises CohortRefused (no_meetings, backwards).
    """
    plans = list(meetings)
    if not plans:
        raise CohortRefused("no_meetings", _("У потока должна остаться хотя бы одна встреча."))
    if any(plan.starts_at >= plan.ends_at for _key, plan in plans):
        raise CohortRefused("backwards", _("Встреча должна кончаться позже, чем начинается."))
    present = {meeting.pk: meeting for meeting in Meeting.objects.select_for_update().filter(cohort=cohort)}
    changed = 0
    for key, plan in plans:
        old = present.pop(key, None) if key else None
        if old is None:
            Meeting.objects.create(
                cohort=cohort,
                title=i18n(plan.title),
                venue=i18n(plan.venue),
                starts_at=plan.starts_at,
                ends_at=plan.ends_at,
            )
            changed += 1
        elif (old.starts_at, old.ends_at, old.title) != (plan.starts_at, plan.ends_at, i18n(plan.title)):
            old.starts_at, old.ends_at, old.title = plan.starts_at, plan.ends_at, i18n(plan.title)
            old.sequence += 1
            old.save(update_fields=["starts_at", "ends_at", "title", "sequence"])
            changed += 1
    for gone in present.values():
        gone.delete()
    audit.record(
        action="cohort.meetings_changed", target=cohort, at=at, actor=actor, changed=changed, removed=len(present)
    )


def add_section(*, cohort: Cohort, title: Text) -> Section:
    """Add a section at the end of the list.

    Raises CohortRefused (section_too_late) once people have registered: they could not choose it.
    """
    if Registration.objects.active().filter(cohort=cohort, section=None).exists():
        raise CohortRefused("section_too_late", _("Люди уже записались без секций: добавить секцию теперь нельзя."))
    return Section.objects.create(cohort=cohort, title=i18n(title), sort_order=cohort.sections.count() + 1)
