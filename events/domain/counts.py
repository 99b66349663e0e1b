"""How many places there are, with the moment the answer was true (design §3.12)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from events.models import Cohort, CohortState, RegistrationMode


class Phase(StrEnum):
    """Where a cohort stands for a reader."""

    NOT_YET = "not_yet"
    OPEN = "open"
    FULL = "full"
    CLOSED = "closed"
    UNDER_WAY = "under_way"
    PAST = "past"
    CANCELLED = "cancelled"
    NO_REGISTRATION = "no_registration"


@dataclass(frozen=True, kw_only=True)
class Places:
    """Places of a cohort at a moment. `capacity` and `free` are None where places aren't counted."""

    capacity: int | None
    taken: int
    free: int | None
    waiting: int
    state: Phase
    at: datetime
    accepts: bool

    def as_json(self) -> dict[str, int | str | None]:
        """Return what the public address of places answers (design §4)."""
        return {
            "capacity": self.capacity,
            "taken": self.taken,
            "free": self.free,
            "waiting": self.waiting,
            "state": self.state.value,
            "at": self.at.isoformat(timespec="seconds"),
        }


def phase_of(*, cohort: Cohort, free: int | None, at: datetime) -> Phase:
    """Say where a cohort with annotated dates stands; `free` tells open from full."""
    if cohort.state == CohortState.CANCELLED:
        return Phase.CANCELLED
    starts_at, ends_at = getattr(cohort, "starts_at", None), getattr(cohort, "ends_at", None)
    if ends_at and ends_at <= at:
        return Phase.PAST
    has_registration = cohort.event.registration_mode == RegistrationMode.OPEN
    if has_registration and cohort.is_open(at=at):
        return Phase.FULL if free == 0 else Phase.OPEN
    if starts_at and starts_at <= at:
        return Phase.UNDER_WAY
    if not has_registration:
        return Phase.NO_REGISTRATION
    return Phase.NOT_YET if at < cohort.opens_at else Phase.CLOSED


def places(*, cohort: Cohort, at: datetime) -> Places:
    """Return the places of a cohort: one query, or none if it came from `Cohort.objects.with_dates().with_places()`."""
    if not hasattr(cohort, "whole_capacity") or not hasattr(cohort, "starts_at"):
        cohort = Cohort.objects.with_dates().with_places().select_related("event").get(pk=cohort.pk)
    counted = cohort.whole_capacity if cohort.whole_capacity is not None else cohort.parts_capacity
    taken = (cohort.whole_taken if cohort.whole_capacity is not None else cohort.parts_taken) or 0
    free = None if counted is None else counted - taken
    state = phase_of(cohort=cohort, free=free, at=at)
    return Places(
        capacity=counted,
        taken=taken,
        free=free,
        waiting=cohort.waiting,
        state=state,
        at=at,
        accepts=state == Phase.OPEN or (state == Phase.FULL and cohort.waitlist_enabled),
    )
