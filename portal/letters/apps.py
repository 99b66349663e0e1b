"""The outbox: letters queued in the transaction that causes them, delivered by the worker."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    """The outbox, the delivery of letters and the worker that runs every other background job."""

    name = "portal.letters"
    label = "letters"
    verbose_name = _("Письма")

    def ready(self) -> None:
        """Register what the worker does by itself."""
        from portal.letters import accounts, checks, health, jobs, retention  # noqa: F401 - checks register themselves
        from portal.people import retention as people_retention

        jobs.register_job(health.HEARTBEAT, health.beat, every=timedelta(seconds=20))
        jobs.register_job("letters.purge", retention.purge, every=timedelta(hours=6))
        jobs.register_job("people.retention", people_retention.run, every=timedelta(days=1))
        accounts.register_letters()
