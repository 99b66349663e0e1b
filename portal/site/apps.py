"""The site on top: home and standard pages, navigation, settings, search, feeds, health, demo."""

from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    """The site on top: home and standard pages, navigation, settings, search, feeds, health, demo."""

    name = "portal.site"
    label = "site"
    verbose_name = _("Сайт")

    def ready(self) -> None:
        """Connect the receivers that drop kept navigation; say who writes the letters, what is due by the clock."""
        from portal.core import caching
        from portal.letters import jobs, registry
        from portal.media import warming
        from portal.site import letters, permissions, purging, scheduling, signals

        permissions.register()
        signals.connect()
        caching.register_purge(purging.machine_addresses)
        registry.register_layout(letters.layout)
        jobs.register_job("pages.scheduled", scheduling.publish_due, every=timedelta(minutes=1))
        jobs.register_job("pictures.sizes", warming.warm_new, every=timedelta(seconds=10))
