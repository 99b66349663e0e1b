"""The timetable of the worker and what /readyz learns from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from portal.letters import health, jobs, outbox
from portal.letters.models import JobRun, Letter, LetterState

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def timetable() -> Iterator[list[datetime]]:
    """Only one job, «count», that remembers when it ran."""
    known = dict(jobs._jobs)
    jobs._jobs.clear()
    ran: list[datetime] = []

    def count(at: datetime) -> int:
        ran.append(at)
        return len(ran)

    jobs.register_job("count", count, every=HOUR)
    yield ran
    jobs._jobs.clear()
    jobs._jobs.update(known)


def row() -> tuple[object, ...]:
    return JobRun.objects.values_list("next_at", "finished_at", "result", "last_error", "failures").get()


def test_a_job_runs_at_its_times(timetable: list[datetime], at: datetime) -> None:
    assert jobs.run_due(at=at) == 1
    assert row() == (at + HOUR, at, 1, "", 0)
    assert jobs.run_due(at=at + HOUR - timedelta(seconds=1)) == 0
    assert jobs.run_due(at=at + HOUR) == 1
    assert timetable == [at, at + HOUR]


def test_a_job_held_by_another_worker_does_not_run_until_its_lease_is_over(
    timetable: list[datetime], at: datetime
) -> None:
    JobRun.objects.create(name="count", next_at=at, leased_until=at + jobs.DEFAULT_LEASE)
    assert jobs.run_due(at=at) == 0
    assert jobs.run_due(at=at + jobs.DEFAULT_LEASE) == 1


def test_a_failing_job_is_visible_stops_no_other_and_comes_back_soon(timetable: list[datetime], at: datetime) -> None:
    def fail(at: datetime) -> int:
        raise RuntimeError("no room")

    jobs.register_job("a failing one", fail, every=HOUR)
    assert jobs.run_due(at=at) == 2
    failed = JobRun.objects.get(name="a failing one")
    assert (failed.last_error, failed.failures, failed.finished_at) == ("RuntimeError: no room", 1, None)
    assert failed.next_at == at + jobs.RETRY_AFTER
    assert timetable == [at]


def test_one_name_is_one_job(timetable: list[datetime]) -> None:
    with pytest.raises(ValueError, match="registered twice"):
        jobs.register_job("count", lambda at: 0, every=HOUR)


def test_worker_lag_is_the_time_since_the_last_heartbeat(at: datetime) -> None:
    assert health.worker_lag(at) is None
    jobs._run(jobs.registered()[health.HEARTBEAT], at=at)  # no row yet: nothing to run
    assert health.worker_lag(at) is None
    JobRun.objects.create(name=health.HEARTBEAT, next_at=at)
    jobs._run(jobs.registered()[health.HEARTBEAT], at=at)
    assert health.worker_lag(at + timedelta(seconds=40)) == timedelta(seconds=40)


@pytest.mark.usefixtures("letters")
def test_the_oldest_letter_that_could_have_gone_is_seen(at: datetime) -> None:
    assert health.oldest_due_letter(at) == timedelta(0)
    for minutes, state in ((-5, LetterState.QUEUED), (-9, LetterState.SENT), (3, LetterState.QUEUED)):
        letter = outbox.enqueue(
            kind="plain", to="a@example.org", language="ru", payload={}, due=at + timedelta(minutes=minutes)
        )
        Letter.objects.filter(pk=letter.pk).update(state=state)
    assert health.oldest_due_letter(at) == timedelta(minutes=5)
