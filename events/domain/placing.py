"""Who gets a place: overdue holds are reclaimed, then the queue is served, only then a newcomer placed (design §3.5).

Everything here runs under the cohort's lock (`locking.lock_cohort`). After the transaction no free place stands beside
a waiting person it would suit, and nobody new has been placed before such a person.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import F

from events.domain.locking import lock_cohort
from events.domain.states import HOLDING, TIMED, transition
from events.models import Cohort, CohortState, Registration, RegistrationState, SeatClaim, SeatPool
from portal.people.models import User


class Board:
    """The places of one locked cohort. The counters in memory are the ones in the database: the lock holds them still."""

    def __init__(self, cohort: Cohort) -> None:
        """Read the pools of a cohort that the caller has locked; reserved pools come first, then the stricter ones."""
        self.cohort = cohort
        pools = SeatPool.objects.filter(cohort=cohort)
        self.pools = sorted(pools, key=lambda pool: (pool.reserved_for_id is None, not pool.mode, pool.pk))

    @property
    def may_have_room(self) -> bool:
        """Whether looking at the queue is worth while: some pool is free, or places aren't counted at all."""
        return not self.pools or any(pool.taken < pool.capacity for pool in self.pools)

    def groups(self, registration: Registration) -> Iterator[list[SeatPool]]:
        """Yield the groups of pools that a registration needs one place of: the whole cohort's, its section's."""
        for section in dict.fromkeys((None, registration.section_id)):
            group = [pool for pool in self.pools if pool.section_id == section]
            if group:
                yield group

    def fit(self, registration: Registration) -> list[SeatPool] | None:
        """Return the pools that would each give a place, or None if some group has none. Empty: nothing is counted."""
        chosen = []
        for group in self.groups(registration):
            pool = next((pool for pool in group if suits(pool, registration) and pool.taken < pool.capacity), None)
            if pool is None:
                return None
            chosen.append(pool)
        return chosen

    def reserve(self, pools: list[SeatPool]) -> None:
        """Count the places as taken for the rest of this decision; `claim` writes them."""
        for pool in pools:
            pool.taken += 1

    def claim(self, *, registration: Registration, pools: list[SeatPool], at: datetime) -> None:
        """Write down the reserved places as claims of a saved registration."""
        if pools:
            SeatPool.objects.filter(pk__in=[pool.pk for pool in pools]).update(taken=F("taken") + 1)
            SeatClaim.objects.bulk_create(
                SeatClaim(registration=registration, pool=pool, claimed_at=at) for pool in pools
            )

    def give_back(self, *, registration: Registration) -> int:
        """Return every place the registration holds; return how many there were."""
        claimed = set(SeatClaim.objects.filter(registration=registration).values_list("pool_id", flat=True))
        if claimed:
            SeatClaim.objects.filter(registration=registration).delete()
            SeatPool.objects.filter(pk__in=claimed).update(taken=F("taken") - 1)
            for pool in self.pools:
                pool.taken -= pool.pk in claimed
        return len(claimed)


def suits(pool: SeatPool, registration: Registration) -> bool:
    """Whether a place of `pool` may go to this registration: its municipality, its form of taking part."""
    return pool.reserved_for_id in {None, registration.municipality_id} and pool.mode in {"", registration.mode}


def serves_queue(*, cohort: Cohort, at: datetime) -> bool:
    """Whether freed places still go to the queue: the cohort is announced and its first meeting hasn't begun."""
    starts_at = getattr(cohort, "starts_at", None)
    return cohort.state == CohortState.PUBLISHED and (starts_at is None or at < starts_at)


def offer_deadline(*, cohort: Cohort, at: datetime) -> datetime:
    """Return the moment until which an offered place waits for an answer; never after the first meeting's start."""
    deadline = at + timedelta(hours=cohort.offer_hours)
    starts_at = getattr(cohort, "starts_at", None)
    return min(deadline, starts_at) if starts_at else deadline


def next_queue_number(*, cohort: Cohort) -> int:
    """Give the next number of the queue; numbers only grow and are never given twice."""
    cohort.last_queue_number += 1
    Cohort.objects.filter(pk=cohort.pk).update(last_queue_number=cohort.last_queue_number)
    return cohort.last_queue_number


def leave(
    *,
    board: Board,
    registration: Registration,
    to: RegistrationState,
    at: datetime,
    actor: User | None = None,
    reason: str = "",
    by: str = "person",
) -> None:
    """Take a registration out of the cohort (cancelled, rejected, expired): its places go back, its state is written."""
    if registration.state in HOLDING:
        board.give_back(registration=registration)
    transition(registration=registration, to=to, at=at, actor=actor, reason=reason, by=by)


def reclaim(*, board: Board, at: datetime) -> int:
    """Let every registration whose time has run out expire, and take its place back; return how many did."""
    overdue = (
        Registration.objects.filter(cohort=board.cohort, hold_until__lte=at, state__in=TIMED)
        .select_related("participant")
        .order_by("hold_until", "pk")
    )
    rows = list(overdue)
    for registration in rows:
        leave(board=board, registration=registration, to=RegistrationState.EXPIRED, at=at, by="time")
    return len(rows)


def allot(*, board: Board, at: datetime, newcomer: Registration | None = None) -> list[SeatPool] | None:
    """Serve the queue in the order of its numbers; return the places reserved for `newcomer`, None if there are none.

    The caller saves the newcomer and calls `Board.claim`. A newcomer with a queue number (an address confirmed late, an
    approval) stands where the number puts them, one without stands last. An empty list means that nothing is counted.
    """
    if not board.may_have_room:
        return None
    queue: list[Registration] = []
    # Nobody waits where no number was ever given.
    if board.cohort.last_queue_number and serves_queue(cohort=board.cohort, at=at):
        queue = list(Registration.objects.filter(cohort=board.cohort).waiting().select_related("participant"))
    if newcomer is not None:
        queue = sorted([*queue, newcomer], key=lambda row: row.queue_number or float("inf"))
    reserved = None
    for registration in queue:
        pools = board.fit(registration)
        if pools is None:
            continue
        board.reserve(pools)
        if registration is newcomer:
            reserved = pools
        else:
            serve(board=board, registration=registration, pools=pools, at=at)
    return reserved


def serve(*, board: Board, registration: Registration, pools: list[SeatPool], at: datetime) -> None:
    """Give reserved places to somebody who waited: at once, or as an offer with a deadline if the cohort says so."""
    board.claim(registration=registration, pools=pools, at=at)
    if board.cohort.offer_hours:
        deadline = offer_deadline(cohort=board.cohort, at=at)
        transition(registration=registration, to=RegistrationState.OFFERED, at=at, by="queue", hold_until=deadline)
    else:
        transition(registration=registration, to=RegistrationState.CONFIRMED, at=at, by="queue")


def settle(*, cohort_id: int, at: datetime) -> Board:
    """Lock the cohort, reclaim what is overdue and return the board; the beginning of every decision about places."""
    board = Board(lock_cohort(cohort_id))
    reclaim(board=board, at=at)
    return board
