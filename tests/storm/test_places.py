"""Many at once, through real HTTP and two worker processes: nobody oversold, nobody lost, nobody passed over."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import psycopg
import pytest

from tests.serving import Server
from tests.storm.crowd import CSRF, Ground, storm, wrongs

pytestmark = pytest.mark.storm
UNLOCKED = {"DJANGO_SETTINGS_MODULE": "tests.storm.unlocked.settings"}

# The first sentence of design §3.5, in SQL: a free place beside a person who waits.
PASSED_OVER = """
SELECT count(*) FROM events_seatpool p
WHERE p.cohort_id = %s AND p.taken < p.capacity
AND EXISTS (SELECT 1 FROM events_registration r WHERE r.cohort_id = p.cohort_id AND r.state = 'waitlisted')
"""
# The second: somebody who came in the storm was seated before somebody who had waited got a place.
SEATED_TOO_EARLY = """
SELECT count(*) FROM events_seatclaim c
JOIN events_registration r ON r.id = c.registration_id
JOIN people_auditentry a ON a.target_id = CAST(r.id AS varchar) AND a.action = 'registration.awaiting_email'
WHERE r.cohort_id = %s AND r.id > %s AND a.id < (
  SELECT max(q.id) FROM people_auditentry q
  JOIN events_registration w ON q.target_id = CAST(w.id AS varchar)
  WHERE w.cohort_id = %s AND w.id <= %s AND w.queue_number IS NOT NULL AND q.action = 'registration.confirmed'
)
"""


def test_two_hundred_for_thirty_places(postgres_server: Server) -> None:
    ground = Ground.lay(postgres_server, capacity=30)
    answers = storm(ground, newcomers=200)
    assert wrongs(ground, answers, people=200, places=30) == []
    assert "Места сходятся" in postgres_server.manage("check_places")


def test_fifty_for_ten_places_on_sqlite(sqlite_server: Server) -> None:
    ground = Ground.lay(sqlite_server, capacity=10)
    answers = storm(ground, newcomers=50)
    assert wrongs(ground, answers, people=50, places=10) == []
    assert "Места сходятся" in sqlite_server.manage("check_places")


@pytest.mark.parametrize(("database", "people", "places"), [("postgres", 200, 30), ("sqlite", 50, 10)])
def test_without_the_lock_the_same_storm_goes_wrong(
    serve: Callable[..., Server], database: str, people: int, places: int
) -> None:
    """The canary: if this storm were harmless, the two above would prove nothing."""
    server = serve(database=database, workers=2, environment=UNLOCKED)
    ground = Ground.lay(server, capacity=places)
    answers = storm(ground, newcomers=people)
    found = wrongs(ground, answers, people=people, places=places)
    server.stop()
    assert found != []


@contextmanager
def watching(ground: Ground) -> Iterator[list[int]]:
    """Ask again and again, on a connection of its own, whether anybody is passed over; collects the answers."""
    seen: list[int] = []
    stop = threading.Event()

    def watch() -> None:
        with psycopg.connect(ground.server.database_url, autocommit=True) as connection:
            while not stop.is_set():
                row = connection.execute(PASSED_OVER.encode(), (ground.cohort,)).fetchone()
                seen.append(row[0] if row else -1)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield seen
    finally:
        stop.set()
        thread.join(timeout=10)


def test_cancels_beside_newcomers(postgres_server: Server) -> None:
    """Twenty leave, eighty come, twelve wait: after every commit no free place stands beside one who waits."""
    ground = Ground.lay(postgres_server, capacity=30, confirmed=30, waiting=12)
    with watching(ground) as seen:
        answers = storm(ground, newcomers=80, cancels=20)
    assert answers.statuses == Counter({302: 100})
    assert len(seen) > 50
    assert set(seen) == {0}
    cohort, last = ground.cohort, ground.facts["last"]
    assert ground.one(SEATED_TOO_EARLY, cohort, last, cohort, last) == 0
    states = ground.rows(
        "SELECT state, count(*) AS n FROM events_registration WHERE cohort_id = %s AND id <= %s GROUP BY state",
        cohort,
        last,
    )
    assert {row["state"]: row["n"] for row in states} == {"cancelled": 20, "confirmed": 22}
    seated = ground.one(
        "SELECT count(*) FROM events_seatclaim c JOIN events_registration r ON r.id = c.registration_id "
        "WHERE r.cohort_id = %s AND r.id > %s",
        cohort,
        last,
    )
    assert seated == 8
    assert "Места сходятся" in postgres_server.manage("check_places")


def blocked(connection: psycopg.Connection, number: int) -> None:
    """Wait until `number` connections of this database stand at a lock."""
    until = time.monotonic() + 20
    query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    while time.monotonic() < until:
        row = connection.execute(query).fetchone()
        if row and row[0] == number:
            return
        time.sleep(0.02)
    raise AssertionError(f"{number} connections should stand at the lock")


def test_who_comes_first_at_the_lock_is_served_first(postgres_server: Server) -> None:
    """Deterministic: a cancel and a newcomer wait at the same lock; the one who waited in the queue gets the place."""
    ground = Ground.lay(postgres_server, capacity=1, confirmed=1, waiting=1)
    database = postgres_server.database_url
    statuses: list[int] = []

    def post(path: str, form: dict[str, str]) -> None:
        with httpx.Client(base_url=postgres_server.url, cookies={"csrftoken": CSRF}, timeout=60) as client:
            statuses.append(client.post(path, data=form).status_code)

    leaving = {"csrfmiddlewaretoken": CSRF, "action": "cancel", "reason": ""}
    acts = [
        (f"/registration/manage/{ground.facts['tokens'][0]}/", leaving),
        (f"/registration/{ground.facts['uuid']}/", ground.form(1)),
    ]
    threads = [threading.Thread(target=post, args=act) for act in acts]
    with psycopg.connect(database) as holder, psycopg.connect(database, autocommit=True) as watcher:
        holder.execute("SELECT id FROM events_cohort WHERE id = %s FOR NO KEY UPDATE", (ground.cohort,))
        for count, thread in enumerate(threads, start=1):
            thread.start()
            blocked(watcher, count)
        states = watcher.execute(
            "SELECT state FROM events_registration WHERE cohort_id = %s ORDER BY id", (ground.cohort,)
        ).fetchall()
        assert states == [("confirmed",), ("waitlisted",)]
        holder.rollback()
        for thread in threads:
            thread.join(timeout=60)
    rows = ground.rows(
        "SELECT r.state, r.queue_number, (SELECT count(*) FROM events_seatclaim c WHERE c.registration_id = r.id) AS held "
        "FROM events_registration r WHERE r.cohort_id = %s ORDER BY r.id",
        ground.cohort,
    )
    assert statuses == [302, 302]
    assert [(row["state"], row["queue_number"], row["held"]) for row in rows] == [
        ("cancelled", None, 0),
        ("confirmed", 1, 1),
        ("awaiting_email", 2, 0),
    ]
