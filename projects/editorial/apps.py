"""News and, later, projects, programmes, publications and practices."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    """News and, later, projects, programmes, publications and practices."""

    name = "projects.editorial"
    label = "editorial"
    verbose_name = _("Редакция")
