"""The outbox: letters queued in the transaction that causes them, delivered by the worker."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LettersConfig(AppConfig):
    """The outbox: letters queued in the transaction that causes them, delivered by the worker."""

    name = "portal.letters"
    label = "letters"
    verbose_name = _("Письма")
