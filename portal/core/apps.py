"""The platform's floor: abstract pages, blocks, typography, security and caching. It has no rows of its own."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """Connects what every room relies on: the collation, system checks, purging of the cache in front."""

    name = "portal.core"
    label = "core"
    verbose_name = _("Основа")

    def ready(self) -> None:
        """Register signal receivers and checks."""
        from django.db.backends.signals import connection_created
        from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

        from portal.core import caching, checks, collation, privacy  # noqa: F401

        connection_created.connect(collation.register_collation, dispatch_uid="core.collation")
        privacy.connect()
        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(caching.purge_on_signal, dispatch_uid="core.purge")
