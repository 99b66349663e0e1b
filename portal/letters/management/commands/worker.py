"""``manage.py worker``: deliver letters and run the jobs of the timetable, alone or as one of many."""

from __future__ import annotations

import logging
import signal
import threading
import time
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error as DatabaseError
from django.db import close_old_connections, connection
from django.utils import timezone

from portal.letters import delivery, jobs

logger = logging.getLogger(__name__)

# Jobs (overdue holds, offers) must not wait behind a mass mailing.
LETTERS_BETWEEN_JOBS = 20
LONGEST_PAUSE = 60.0


class Command(BaseCommand):
    """Run until SIGTERM or SIGINT, which let the letter in hand be finished. Safe to run any number of times."""

    help = "Deliver letters and run background jobs; safe to run several at a time."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--once", action="store_true", help="do what is due now and end (for cron)")
        parser.add_argument(
            "--queue-delay", type=float, default=2.0, metavar="S", help="pause in seconds when nothing is due"
        )

    def handle(self, *args: Any, once: bool, queue_delay: float, **options: Any) -> None:
        """Work in rounds: jobs, then some letters; pause when there was nothing to do."""
        self._stopping = False
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, self._asked_to_stop)
        if once:
            self._round(limit=None)
            return
        self.stdout.write("worker: started")
        self.stdout.flush()
        pause = queue_delay
        while not self._stopping:
            try:
                close_old_connections()
                handled = self._round(limit=LETTERS_BETWEEN_JOBS)
                pause = queue_delay
            except DatabaseError:
                # The database restarts or is full: wait longer each time, start with a new connection.
                logger.exception("worker: the database does not answer, next try in %s s", pause)
                connection.close()
                handled, pause = 0, min(pause * 2, LONGEST_PAUSE)
            if handled < LETTERS_BETWEEN_JOBS:
                self._sleep(pause)
        self.stdout.write("worker: stopped")

    def _round(self, *, limit: int | None) -> int:
        """One look at the timetable and the outbox; return the number of letters handled."""
        jobs.run_due(at=timezone.now())
        return delivery.deliver_due(clock=timezone.now, limit=limit, stop=lambda: self._stopping)

    def _asked_to_stop(self, number: int, frame: FrameType | None) -> None:
        """Remember the wish; the letter in hand is finished first."""
        self._stopping = True

    def _sleep(self, seconds: float) -> None:
        """Pause in small steps: a plain flag set by a signal can't deadlock as an Event taken half-way can."""
        until = time.monotonic() + seconds
        while not self._stopping and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.2))
