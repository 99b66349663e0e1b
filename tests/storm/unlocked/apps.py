"""Switches the cohort's lock off, to see whether the storm would notice. Lives among the tests: no site can load it."""

from django.apps import AppConfig


class UnlockedConfig(AppConfig):
    """Replaces the lock by a plain SELECT."""

    name = "tests.storm.unlocked"
    label = "unlocked"

    def ready(self) -> None:
        """Read the cohort without locking it."""
        from events.domain import placing
        from events.models import Cohort

        def read_cohort(cohort_id: int) -> Cohort:
            return Cohort.objects.with_dates().select_related("event__kind").get(pk=cohort_id)

        placing.lock_cohort = read_cohort
