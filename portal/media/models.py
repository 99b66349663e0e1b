"""Images that own their description and rights, their renditions, and documents, public or private."""

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage
from wagtail.search import index


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
        _("текст на изображении"),
        blank=True,
        help_text=_("Если на картинке есть надписи, перепишите их сюда."),
    )
    author = models.CharField(_("автор"), max_length=160, blank=True)
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
    )
    minor_visible = models.BooleanField(_("виден ребёнок"), default=False)
    tags = TaggableManager(_("метки"), help_text=None, blank=True, related_name="media_images")

    admin_form_fields = (
        *(field for field in WagtailImage.admin_form_fields if field != "tags"),
        "transcript",
        "author",
        "licence",
        "people_consent",
        "minor_visible",
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
    """A file readers download; it has its age mark and number of pages where that makes sense."""

    pages = models.PositiveSmallIntegerField(_("страниц"), null=True, blank=True)
    tags = TaggableManager(_("метки"), help_text=None, blank=True, related_name="media_documents")

    admin_form_fields = (*WagtailDocument.admin_form_fields, "pages")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("документ")
        verbose_name_plural = _("документы")
        default_related_name = "media_documents"
        permissions = [("choose_document", "Can choose document")]
