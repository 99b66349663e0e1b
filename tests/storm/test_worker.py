"""Workers as real processes: many at once, killed in the middle of a letter, asked to stop."""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.serving import Server

pytestmark = pytest.mark.storm
PATIENCE = 240  # seconds
ENQUEUE = """
from django.db import transaction
from portal.letters import outbox
with transaction.atomic():
    for number in range({count}):
        outbox.enqueue(
            kind="account_password_changed", to=f"{run}-{{number}}@example.org", language="ru", payload={{"asked_at": 0}}
        )
"""


class Post:
    """The outbox of one server and the folder where its letters arrive."""

    def __init__(self, server: Server, sink: Path, run: str) -> None:
        self.server, self.sink, self.run = server, sink, run

    def slow(self, *, before: float = 0, after: float = 0) -> Server:
        """The same site with a mail server that takes its time."""
        environment = {
            **self.server.environment,
            "DJANGO_SETTINGS_MODULE": "tests.storm.worker_settings",
            "SINK": str(self.sink),
            "SINK_BEFORE": str(before),
            "SINK_AFTER": str(after),
        }
        return replace(self.server, environment=environment)

    def enqueue(self, count: int) -> None:
        self.server.manage("shell", "--no-imports", "-c", ENQUEUE.format(count=count, run=self.run))

    def states(self) -> Counter[str]:
        rows = self.server.query("SELECT state FROM letters_letter")
        return Counter(row["state"] for row in rows)

    def arrived(self) -> list[tuple[str, str]]:
        """(address, Message-ID) of every letter taken."""
        messages = [message_from_bytes(path.read_bytes()) for path in sorted(self.sink.glob("*.eml"))]
        return [(str(message["To"]), str(message["Message-ID"])) for message in messages]

    def wait(self, condition: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < deadline, f"{self.states()}, {len(self.arrived())} arrived"
            time.sleep(0.02)


@pytest.fixture(params=["sqlite", "postgres"])
def post(request: pytest.FixtureRequest, tmp_path: Path) -> Post:
    """The post of a site on either database, its outbox empty."""
    server: Server = request.getfixturevalue(f"{request.param}_server")
    server.query("DELETE FROM letters_letter")
    return Post(server, tmp_path, request.param)


def files(post: Post, suffix: str) -> int:
    return len(list(post.sink.glob(f"*.{suffix}")))


def test_three_workers_deliver_six_hundred_letters_each_once(post: Post) -> None:
    post.enqueue(600)
    quick = post.slow()
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(quick.running("worker", "--queue-delay", "0.1"))
        post.wait(lambda: post.states() == Counter(sent=600))
    arrived = post.arrived()
    assert len(arrived) == 600
    assert {address for address, _ in arrived} == {f"{post.run}-{number}@example.org" for number in range(600)}
    assert len({message_id for _, message_id in arrived}) == 600


def test_no_letter_is_lost_when_a_worker_is_killed_in_the_middle_of_one(post: Post) -> None:
    post.enqueue(20)
    # Killed before the mail server has the letter: it must go later.
    with post.slow(before=1).running("worker", "--queue-delay", "0.1") as worker:
        post.wait(lambda: files(post, "begun") == 1)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert (post.arrived(), post.states()) == ([], Counter(sending=1, queued=19))
    # Killed after the mail server has the letter and before the row says so: it goes again, as the same letter.
    with post.slow(after=1).running("worker", "--queue-delay", "0.1") as worker:
        post.wait(lambda: files(post, "eml") == 1)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert post.states()["sent"] == 0
    twice = post.arrived()[0]
    with post.slow().running("worker", "--queue-delay", "0.1"):
        post.wait(lambda: post.states() == Counter(sent=20))
    arrived = Counter(post.arrived())
    assert {address for address, _ in arrived} == {f"{post.run}-{number}@example.org" for number in range(20)}
    assert {letter: times for letter, times in arrived.items() if times > 1} == {twice: 2}
    assert len(arrived) == 20


def test_a_worker_asked_to_stop_finishes_the_letter_in_hand(post: Post) -> None:
    post.enqueue(5)
    with post.slow(before=0.7).running("worker", "--queue-delay", "0.1") as worker:
        post.wait(lambda: files(post, "begun") == 1)
        worker.terminate()
        assert worker.wait(timeout=10) == 0
    assert post.states() == Counter(sent=1, queued=4)
    assert len(post.arrived()) == 1
    post.slow().manage("worker", "--once")
    assert post.states() == Counter(sent=5)
