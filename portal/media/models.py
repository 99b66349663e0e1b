"""Images that own their description and rights, their renditions, and documents, public or private."""

from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.images.models import Image as WagtailImage
from wagtail.search import index

from portal.media import metadata


def private_storage() -> Storage:
    """Return the storage that no public address reaches (design §3.14)."""
    return storages["private"]


class PeopleConsent(models.TextChoices):
    """Whether people seen in a picture agreed to its publication (ГК РФ, ст. 152.1)."""

    NOBODY = "nobody", _("людей на изображении нет")
    OBTAINED = "obtained", _("согласие получено")
    PUBLIC_EVENT = "public_event", _("снято на открытом мероприятии")
    UNKNOWN = "unknown", _("неизвестно")


class Image(AbstractImage):
    """A picture with alternative text (Wagtail's `description`), a transcript of its text, and its rights."""

    transcript = models.TextField(
        _("текст на изображении"), blank=True, help_text=_("Если на картинке есть надписи, перепишите их сюда.")
    )
    author = models.CharField(
        _("автор"), max_length=160, blank=True, help_text=_("Подпишется под изображением на странице.")
    )
    licence = models.CharField(
        _("основание использования"),
        max_length=160,
        blank=True,
        help_text=_("Например: снимок центра; лицензия CC BY 4.0; договор № 12."),
    )
    people_consent = models.CharField(
        _("согласие людей"),
        max_length=16,
        choices=PeopleConsent,
        default=PeopleConsent.UNKNOWN,
        help_text=_("Пока здесь «неизвестно», страницу с этим изображением нельзя опубликовать."),
    )
    minor_visible = models.BooleanField(
        _("виден ребёнок"),
        default=False,
        help_text=_("Нужно письменное согласие родителя; лицо, фамилия и школа ребёнка не публикуются вместе."),
    )
    tags = TaggableManager(_("метки"), help_text=None, blank=True, related_name="media_images")

    admin_form_fields = (
        *(field for field in WagtailImage.admin_form_fields if field != "tags"),
        "people_consent",
        "minor_visible",
        "author",
        "licence",
        "transcript",
        "tags",
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("author"),
        index.FilterField("people_consent"),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("изображение")
        verbose_name_plural = _("изображения")
        default_related_name = "media_images"
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a newly given file first loses what the camera wrote into it (place, owner, serial number)."""
        stored: Any = self.file  # type: ignore[has-type]
        if stored and not stored._committed:  # noqa: SLF001 - Django offers no other way to ask
            clean = metadata.strip(stored.file)
            if clean is not None:
                self.file = clean
                self._set_image_file_metadata()
        super().save(*args, **kwargs)

    def generate_rendition_file(self, filter: Filter, **kwargs: Any) -> File:  # noqa: A002 - Wagtail's name
        """Return the resized picture in memory; Wagtail leaves its temporary file open, one a rendition."""
        with super().generate_rendition_file(filter, **kwargs) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)

    @property
    def may_be_published(self) -> bool:
        """Whether rights and consent allow showing the picture to the public."""
        return self.people_consent != PeopleConsent.UNKNOWN


class Rendition(AbstractRendition):
    """A resized copy of an image, made once for each named specification."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class Document(AbstractDocument):
    """A file readers download. It lives where no public address reaches: the view that serves it asks first."""

    file = models.FileField(_("файл"), upload_to="documents", storage=private_storage)
    pages = models.PositiveSmallIntegerField(_("страниц"), null=True, blank=True)
    is_private = models.BooleanField(
        _("закрытый"),
        default=False,
        help_text=_("Откроется только сотрудникам и тем, кому его дали: например, участникам после встречи."),
    )
    tags = TaggableManager(_("метки"), help_text=None, blank=True, related_name="media_documents")

    admin_form_fields = (*WagtailDocument.admin_form_fields, "is_private", "pages")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("документ")
        verbose_name_plural = _("документы")
        default_related_name = "media_documents"
        permissions = [("choose_document", "Can choose document")]

    @property
    def is_open_to_all(self) -> bool:
        """Whether a link to the file may stand on a public page."""
        return not self.is_private and not self.collection.get_view_restrictions()

    @property
    def extension(self) -> str:
        """The kind of file, as readers see it."""
        return self.file_extension.upper()

    @property
    def size(self) -> int | None:
        """Size in bytes, None when unknown."""
        return self.get_file_size()
