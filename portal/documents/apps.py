"""Numbered documents, their typesetting and their public check."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """Numbered documents, their typesetting and their public check."""

    name = "portal.documents"
    label = "documents"
    verbose_name = _("Выданные документы")
