"""Pools of places: making them, changing their size, checking their counters (design §3.4)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from events.domain.errors import PlacesRefused
from events.domain.placing import Board, allot, serves_queue, settle, suits
from events.domain.states import HOLDING
from events.models import Cohort, Registration, SeatClaim, SeatPool, Section
from portal.people import audit
from portal.people.models import Municipality, User


@dataclass(frozen=True, kw_only=True)
class Drift:
    """One disagreement between what is counted and what is claimed."""

    cohort_id: int
    pool_id: int | None
    what: str
    found: int
    expected: int


def set_capacity(*, pool: SeatPool, capacity: int, actor: User | None, at: datetime) -> SeatPool:
    """Change the number of places; more places go to the queue at once, in the same transaction.

    Writes an audit row. Raises PlacesRefused (below_taken) for fewer places than are taken: somebody would lose theirs.
    """
    with transaction.atomic():
        board = settle(cohort_id=pool.cohort_id, at=at)
        current = next(row for row in board.pools if row.pk == pool.pk)
        if capacity < current.taken:
            raise PlacesRefused(
                "below_taken",
                ngettext_lazy(
                    "Уже занято %(taken)d место. Сначала отмените лишние записи.",
                    "Уже занято %(taken)d места. Сначала отмените лишние записи.",
                    current.taken,
                )
                % {"taken": current.taken},
                taken=current.taken,
            )
        SeatPool.objects.filter(pk=pool.pk).update(capacity=capacity)
        audit.record(action="pool.resized", target=pool, at=at, actor=actor, before=current.capacity, after=capacity)
        current.capacity = capacity
        allot(board=board, at=at)
    pool.refresh_from_db()
    return pool


def add_pool(
    *,
    cohort: Cohort,
    capacity: int,
    actor: User | None,
    at: datetime,
    section: Section | None = None,
    mode: str = "",
    reserved_for: Municipality | None = None,
) -> SeatPool:
    """Add a pool of places. The first pool of a cohort (or a section) starts counting: those already in take places.

    Raises PlacesRefused (same_pool, foreign_section, below_taken).
    """
    with transaction.atomic():
        board = settle(cohort_id=cohort.pk, at=at)
        if section is not None and section.cohort_id != cohort.pk:
            raise PlacesRefused("foreign_section", _("Секция принадлежит другому потоку."))
        section_id = section.pk if section else None
        key = (section_id, mode, reserved_for.pk if reserved_for else None)
        if any((pool.section_id, pool.mode, pool.reserved_for_id) == key for pool in board.pools):
            raise PlacesRefused("same_pool", _("Такая квота уже есть: измените в ней число мест."))
        starts_counting = all(pool.section_id != section_id for pool in board.pools)
        pool = SeatPool.objects.create(
            cohort=cohort, section=section, mode=mode, reserved_for=reserved_for, capacity=capacity
        )
        audit.record(action="pool.added", target=pool, at=at, actor=actor, cohort=cohort.pk, capacity=capacity)
        board = Board(board.cohort)
        if starts_counting:
            _seat_present(board=board, pool=pool, at=at)
        allot(board=board, at=at)
    pool.refresh_from_db()
    return pool


def _seat_present(*, board: Board, pool: SeatPool, at: datetime) -> None:
    present = Registration.objects.filter(cohort=board.cohort, state__in=HOLDING)
    if not board.cohort.approval_holds_place:
        present = present.exclude(state="awaiting_approval")
    if pool.section_id is not None:
        present = present.filter(section=pool.section_id)
    rows = [row for row in present if suits(pool, row)]
    if len(rows) > pool.capacity:
        raise PlacesRefused(
            "below_taken",
            _("Уже записано больше человек (%(taken)d), чем мест в квоте.") % {"taken": len(rows)},
            taken=len(rows),
        )
    counted = next(row for row in board.pools if row.pk == pool.pk)
    for row in rows:
        board.reserve([counted])
        board.claim(registration=row, pools=[counted], at=at)


def remove_pool(*, pool: SeatPool, actor: User | None, at: datetime) -> None:
    """Remove an empty pool. Raises PlacesRefused (below_taken) while anybody holds a place of it."""
    with transaction.atomic():
        board = settle(cohort_id=pool.cohort_id, at=at)
        current = next(row for row in board.pools if row.pk == pool.pk)
        if current.taken:
            raise PlacesRefused(
                "below_taken",
                _("Квоту с занятыми местами удалить нельзя: сначала отмените записи."),
                taken=current.taken,
            )
        audit.record(action="pool.removed", target=pool, at=at, actor=actor, cohort=pool.cohort_id)
        SeatPool.objects.filter(pk=pool.pk).delete()
        allot(board=Board(board.cohort), at=at)


def recount(*, at: datetime) -> list[Drift]:
    """Compare counters with claims, claims with states, the queue with free places; return what doesn't agree.

    Reads only. An empty list means that every sentence of design §3.4–3.5 holds.
    """
    drifts = [
        Drift(cohort_id=pool.cohort_id, pool_id=pool.pk, what="counter", found=pool.taken, expected=pool.claimed)
        for pool in SeatPool.objects.annotate(claimed=Count("claims")).order_by("pk")
        if pool.taken != pool.claimed
    ]
    stray = SeatClaim.objects.exclude(registration__state__in=HOLDING).values("pool__cohort_id", "pool_id")
    drifts += [
        Drift(cohort_id=row["pool__cohort_id"], pool_id=row["pool_id"], what="claim", found=row["n"], expected=0)
        for row in stray.annotate(n=Count("pk")).order_by("pool_id")
    ]
    cohorts = Cohort.objects.with_dates().filter(registrations__state__in=["confirmed", "offered", "waitlisted"])
    for cohort in cohorts.distinct().order_by("pk"):
        drifts += _drift_of(cohort=cohort, at=at)
    return drifts


def _drift_of(*, cohort: Cohort, at: datetime) -> list[Drift]:
    board = Board(cohort)
    seated = Registration.objects.filter(cohort=cohort, state__in=["confirmed", "offered"])
    unseated = sum(
        1 for row in seated.annotate(held=Count("claims")) if row.held != sum(1 for _group in board.groups(row))
    )
    waiting = Registration.objects.filter(cohort=cohort).waiting()
    passed_over = sum(1 for row in waiting if board.fit(row) is not None) if serves_queue(cohort=cohort, at=at) else 0
    found = {"unseated": unseated, "passed_over": passed_over}
    return [
        Drift(cohort_id=cohort.pk, pool_id=None, what=what, found=number, expected=0)
        for what, number in found.items()
        if number
    ]
