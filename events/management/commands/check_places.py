"""Recount places and report what doesn't agree."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from events.domain import pools


class Command(BaseCommand):
    """Recount places: counters against claims, claims against states, free places against the queue."""

    help = "Сверяет счётчики мест с занятыми местами и очередью; при расхождении завершается с кодом 1."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each disagreement on a line; exit with code 1 if there is any."""
        drifts = pools.recount(at=timezone.now())
        for drift in drifts:
            place = f"pool {drift.pool_id}" if drift.pool_id else "cohort"
            self.stdout.write(
                f"cohort {drift.cohort_id}, {place}: {drift.what} is {drift.found}, must be {drift.expected}"
            )
        if drifts:
            raise CommandError(f"Расхождений: {len(drifts)}", returncode=1)
        self.stdout.write("Места сходятся.")
