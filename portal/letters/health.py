"""What /readyz asks: is anybody delivering, and is anything stuck?"""

from __future__ import annotations

from datetime import datetime, timedelta

from portal.letters.models import WAITING_STATES, JobRun, Letter

HEARTBEAT = "letters.heartbeat"


def beat(at: datetime) -> int:
    """The job that does nothing: that it ran at `at` is the message."""
    return 0


def worker_lag(at: datetime) -> timedelta | None:
    """Time since any worker was last seen alive; None when none ever was."""
    seen = JobRun.objects.filter(name=HEARTBEAT).values_list("finished_at", flat=True).first()
    return None if seen is None else max(at - seen, timedelta(0))


def oldest_due_letter(at: datetime) -> timedelta:
    """How long the oldest letter that could have gone has been waiting; zero when nothing waits."""
    due = (
        Letter.objects.filter(state__in=WAITING_STATES, due_at__lte=at)
        .order_by("due_at")
        .values_list("due_at", flat=True)
        .first()
    )
    return timedelta(0) if due is None else at - due
