"""Users, participants, organisations, roles, consents, audit and retention."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Users, participants, organisations, roles, consents, audit and retention."""

    name = "portal.people"
    label = "people"
    verbose_name = _("Люди и организации")

    def ready(self) -> None:
        """Register rights and a rule of retention; give the registered rights to the groups after each migrate."""
        from portal.people import permissions, retention, roles, sessions

        permissions.register()
        retention.register_rule("people.sessions", sessions.forget_ended)
        post_migrate.connect(roles.sync_after_migrate, sender=self, dispatch_uid="people.roles.sync")
