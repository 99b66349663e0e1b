"""What ends by itself: holds of unconfirmed addresses, offers nobody answered, a queue whose cohort has begun."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from events.domain.placing import Board, allot, leave, settle
from events.domain.states import TIMED
from events.models import Cohort, CohortState, Registration, RegistrationState


def expire_overdue(*, at: datetime, cohort: Cohort | None = None) -> int:
    """Let overdue registrations expire and give their places to the queue; return how many expired.

    One short transaction for each cohort, under its lock. People still waiting when the first meeting begins are told
    that no place has come up. The worker calls this every minute; nothing depends on it, for every decision about
    places reclaims first (design §3.8).
    """
    cohorts = Cohort.objects.filter(_overdue(at)).distinct()
    if cohort is not None:
        cohorts = cohorts.filter(pk=cohort.pk)
    return sum(_expire_in(cohort_id=pk, at=at) for pk in cohorts.order_by("pk").values_list("pk", flat=True))


def _overdue(at: datetime) -> Q:
    begun = Cohort.objects.with_dates().filter(starts_at__lte=at, state=CohortState.PUBLISHED)  # type: ignore[misc] # annotated
    return Q(registrations__state__in=TIMED, registrations__hold_until__lte=at) | Q(
        registrations__state=RegistrationState.WAITLISTED, pk__in=begun.values("pk")
    )


@transaction.atomic
def _expire_in(*, cohort_id: int, at: datetime) -> int:
    before = _expired(cohort_id)
    board = settle(cohort_id=cohort_id, at=at)
    allot(board=board, at=at)
    _close_queue(board=board, at=at)
    return _expired(cohort_id) - before


def _expired(cohort_id: int) -> int:
    return Registration.objects.filter(cohort_id=cohort_id, state=RegistrationState.EXPIRED).count()


def _close_queue(*, board: Board, at: datetime) -> None:
    starts_at = getattr(board.cohort, "starts_at", None)
    if starts_at is None or at < starts_at:
        return
    for registration in Registration.objects.filter(cohort=board.cohort).waiting().select_related("participant"):
        leave(board=board, registration=registration, to=RegistrationState.EXPIRED, at=at, by="begun")
