"""Images, their renditions and documents, with rights and private storage."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Images, their renditions and documents, with rights and private storage."""

    name = "portal.media"
    label = "media"
    verbose_name = _("Изображения и документы")
