"""The site on top: home and standard pages, navigation, settings, search, feeds, health, demo."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    """The site on top: home and standard pages, navigation, settings, search, feeds, health, demo."""

    name = "portal.site"
    label = "site"
    verbose_name = _("Сайт")

    def ready(self) -> None:
        """Connect the receivers that drop kept navigation; say who writes the letters; publish by the clock."""
        from datetime import timedelta

        from portal.letters import jobs, registry
        from portal.site import letters, scheduling, signals

        signals.connect()
        registry.register_layout(letters.layout)
        jobs.register_job("pages.scheduled", scheduling.publish_due, every=timedelta(minutes=1))
