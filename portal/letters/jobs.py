"""The timetable of the worker: what else runs in the background, and how often.

Higher rooms register their jobs in ``AppConfig.ready()``. Any number of workers share the timetable: a job runs in
one of them at a time, and one whose worker was killed runs again when its lease is over.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from portal.letters.models import JobRun

logger = logging.getLogger(__name__)

DEFAULT_LEASE = timedelta(minutes=15)
RETRY_AFTER = timedelta(minutes=5)
ERROR_LENGTH = 1000


@dataclass(frozen=True, kw_only=True)
class Job:
    """`function(at)` does what is due at `at` and returns how many things it did; it must bear being run twice."""

    name: str
    function: Callable[[datetime], int]
    every: timedelta
    lease: timedelta = DEFAULT_LEASE


_jobs: dict[str, Job] = {}


def register_job(
    name: str, function: Callable[[datetime], int], *, every: timedelta, lease: timedelta = DEFAULT_LEASE
) -> Job:
    """Add a job to the timetable; the same name for another function raises ValueError.

    `lease` must be longer than the longest run.
    """
    job = Job(name=name, function=function, every=every, lease=lease)
    if name in _jobs and _jobs[name] != job:
        raise ValueError(f"job registered twice: {name}")
    _jobs[name] = job
    return job


def registered() -> Mapping[str, Job]:
    """All jobs by name."""
    return dict(_jobs)


def run_due(*, at: datetime) -> int:
    """Run every job whose time has come; return how many ran. One that fails stops no other."""
    known = set(JobRun.objects.values_list("name", flat=True))
    missing = [JobRun(name=name, next_at=at) for name in _jobs if name not in known]
    if missing:
        JobRun.objects.bulk_create(missing, ignore_conflicts=True)
    due = JobRun.objects.filter(_free(at), name__in=_jobs, next_at__lte=at).order_by("next_at", "name")
    return sum(_run(_jobs[name], at=at) for name in list(due.values_list("name", flat=True)))


def _free(at: datetime) -> Q:
    """Rows no living worker holds."""
    return Q(leased_until__isnull=True) | Q(leased_until__lte=at)


def _run(job: Job, *, at: datetime) -> bool:
    """Run one job if the row can be had; write what came of it."""
    until = at + job.lease
    row = JobRun.objects.filter(name=job.name)
    if not row.filter(_free(at), next_at__lte=at).update(leased_until=until, started_at=at):
        return False
    ours = row.filter(leased_until=until)
    try:
        result = job.function(at)
    except Exception as error:
        logger.exception("job %s failed", job.name)
        failures = row.values_list("failures", flat=True)[0] + 1
        ours.update(
            leased_until=None,
            next_at=at + min(job.every, RETRY_AFTER),
            last_error=f"{type(error).__name__}: {error}"[:ERROR_LENGTH],
            failures=failures,
        )
    else:
        ours.update(leased_until=None, next_at=at + job.every, finished_at=at, result=result, last_error="", failures=0)
    return True
