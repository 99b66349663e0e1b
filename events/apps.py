"""Events, cohorts, meetings, places and registrations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """Events, cohorts, meetings, places and registrations."""

    name = "events"
    label = "events"
    verbose_name = _("События")
