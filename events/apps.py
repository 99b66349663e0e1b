"""Events, cohorts, meetings, places and registrations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """Events, cohorts, meetings, places and registrations."""

    name = "events"
    label = "events"
    verbose_name = _("События")

    def ready(self) -> None:
        """Announce the letters and the timed jobs of this room."""
        from datetime import timedelta

        from events.admin import permissions
        from events.domain.deadlines import expire_overdue
        from events.domain.letters import register_letters
        from events.domain.links import forget_expired
        from portal.letters.jobs import register_job

        permissions.register()
        register_letters()
        register_job("events.expire_overdue", lambda at: expire_overdue(at=at), every=timedelta(minutes=1))
        register_job("events.forget_links", lambda at: forget_expired(at=at), every=timedelta(days=1))
