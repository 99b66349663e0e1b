"""Images, their renditions and documents, with rights and private storage."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    """Images, their renditions and documents, with rights and private storage."""

    name = "portal.media"
    label = "media"
    verbose_name = _("Изображения и документы")

    def ready(self) -> None:
        """Forbid publishing pages with pictures whose rights are unknown."""
        from portal.core import publishing
        from portal.media.rights import unclear_pictures

        publishing.register_check("picture rights", unclear_pictures)
