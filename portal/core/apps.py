"""The platform's floor: abstract pages, blocks, typography, security and caching. It has no rows of its own."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """Registers nothing but itself; system checks join in `ready()`."""

    name = "portal.core"
    label = "core"
    verbose_name = _("Основа")
