"""Users, participants, organisations, roles, consents, audit and retention."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Users, participants, organisations, roles, consents, audit and retention."""

    name = "portal.people"
    label = "people"
    verbose_name = _("Люди и организации")
