"""`manage.py load_demo`: the demo content alone, idempotent."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone


class Command(BaseCommand):
    """Loads the demo content; run again it adds what is missing and moves untouched dates."""

    help = "Load the demo content (development only); what people changed stays."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load and say what was done. Raises CommandError outside development."""
        if not settings.DEMO_ALLOWED:
            raise CommandError("The demo has known passwords, so it is refused on these settings.")
        from portal.site.demo.loading import load

        summary = load(at=timezone.localtime())
        if summary.is_empty:
            self.stdout.write("Demo content is in place.")
            return
        self.stdout.write(
            f"Demo content: {summary.pages_made} pages made, {summary.pages_renewed} renewed, "
            f"{summary.events_made} events made, {summary.registrations_made} people registered, "
            f"{summary.cohorts_shifted} cohorts moved to new dates."
        )
