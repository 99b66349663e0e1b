"""Counts and states of cohorts for lists: a fixed number of queries whatever the length of the list."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from events.models import Cohort, CohortState, Meeting, Registration, RegistrationState, SeatPool

WAITS_FOR_ANSWER = (RegistrationState.AWAITING_EMAIL, RegistrationState.OFFERED, RegistrationState.AWAITING_CONSENT)


@dataclass(kw_only=True)
class Figures:
    """What one cohort has come to. Places: the general pools, or the sections' where there are no general ones."""

    pools: list[SeatPool] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    meetings: list[Meeting] = field(default_factory=list)

    @property
    def counted_pools(self) -> list[SeatPool]:
        """The pools whose sum is the number of people; sections are counted once."""
        general = [pool for pool in self.pools if pool.section_id is None]
        return general or self.pools

    @property
    def capacity(self) -> int:
        """Places in all."""
        return sum(pool.capacity for pool in self.counted_pools)

    @property
    def taken(self) -> int:
        """Places held."""
        return sum(pool.taken for pool in self.counted_pools)

    @property
    def free(self) -> int:
        """Places free."""
        return self.capacity - self.taken

    @property
    def waiting(self) -> int:
        """People in the queue."""
        return self.states[RegistrationState.WAITLISTED]

    @property
    def confirmed(self) -> int:
        """Confirmed registrations."""
        return self.states[RegistrationState.CONFIRMED]

    @property
    def to_approve(self) -> int:
        """Registrations that wait for the methodist."""
        return self.states[RegistrationState.AWAITING_APPROVAL]

    @property
    def unanswered(self) -> int:
        """Registrations that wait for the person's own answer."""
        return sum(self.states[state] for state in WAITS_FOR_ANSWER)

    @property
    def fill_percent(self) -> int:
        """Share of places held, 0 to 100."""
        return round(100 * self.taken / self.capacity) if self.capacity else 0

    @property
    def starts_at(self) -> datetime | None:
        """The first meeting."""
        return self.meetings[0].starts_at if self.meetings else None

    @property
    def ends_at(self) -> datetime | None:
        """The end of the last meeting."""
        return max(meeting.ends_at for meeting in self.meetings) if self.meetings else None

    def next_meeting(self, *, at: datetime) -> Meeting | None:
        """The first meeting that is not over."""
        return next((meeting for meeting in self.meetings if meeting.ends_at > at), None)


def figures_of(cohorts: Iterable[Cohort]) -> dict[int, Figures]:
    """Return the figures of each cohort by its key. Three queries."""
    keys = [cohort.pk for cohort in cohorts]
    result: dict[int, Figures] = defaultdict(Figures)
    for pool in SeatPool.objects.filter(cohort__in=keys).select_related("section", "reserved_for"):
        result[pool.cohort_id].pools.append(pool)
    counted = Registration.objects.filter(cohort__in=keys).order_by().values_list("cohort", "state")
    for cohort_id, state, number in counted.annotate(number=Count("pk")):
        result[cohort_id].states[state] = number
    for meeting in Meeting.objects.filter(cohort__in=keys).order_by("starts_at", "pk"):
        result[meeting.cohort_id].meetings.append(meeting)
    return {key: result[key] for key in keys}


@dataclass(frozen=True, kw_only=True)
class Status:
    """A short word on how a cohort stands, with a tone: «good», «attention», «quiet»."""

    text: str | Promise
    tone: str


def status_of(cohort: Cohort, figures: Figures, *, at: datetime) -> Status:
    """Say how the cohort stands at `at`, in the words of a methodist."""
    if cohort.state != CohortState.PUBLISHED:
        tone = "attention" if cohort.state == CohortState.DRAFT else "quiet"
        return Status(text=cohort.get_state_display(), tone=tone)
    if figures.ends_at and figures.ends_at <= at:
        return Status(text=_("прошёл"), tone="quiet")
    if cohort.is_open(at=at):
        full = figures.capacity and figures.free <= 0
        return Status(text=_("мест нет"), tone="attention") if full else Status(text=_("запись открыта"), tone="good")
    if cohort.opens_at > at:
        day = date_format(timezone.localtime(cohort.opens_at), "j E")
        return Status(text=_("запись с %(day)s") % {"day": day}, tone="quiet")
    under_way = figures.starts_at and figures.starts_at <= at
    return Status(text=_("идёт") if under_way else _("запись закрыта"), tone="good" if under_way else "quiet")
