"""Blocks of pictures and files."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

GROUP = _("Изображения и файлы")


def sample_image() -> dict[str, Any] | None:
    """Return a value of ImageBlock for a preview: the newest picture of the portal, None while there is none."""
    image = get_image_model().objects.order_by("-pk").first()
    return {"image": image.pk, "alt_text": image.description or image.title, "decorative": False} if image else None


class FigureBlock(StructBlock):
    """A picture in the text, with words for those who don't see it on this very page."""

    image = ImageBlock(label=_("Изображение"))
    caption = CharBlock(label=_("Подпись"), required=False, max_length=250)

    class Meta:
        icon = "image"
        group = GROUP
        label = _("Изображение")
        description = _("Снимок или рисунок с подписью и описанием для незрячих.")
        template = "blocks/figure.html"

    def get_preview_value(self) -> Any:
        """Show a real picture of the portal where there is one."""
        return self.normalize({"image": self.child_blocks["image"].to_python(sample_image()), "caption": "Подпись"})


class GalleryItemBlock(StructBlock):
    """A picture of a gallery."""

    image = ImageBlock(label=_("Изображение"))
    caption = CharBlock(label=_("Подпись"), required=False, max_length=160)

    class Meta:
        icon = "image"
        label = _("Изображение")
        description = _("Одно изображение галереи.")
        template = "blocks/figure.html"

    def get_preview_value(self) -> Any:
        """Show a real picture of the portal where there is one."""
        return self.normalize({"image": self.child_blocks["image"].to_python(sample_image()), "caption": ""})


class GalleryBlock(StructBlock):
    """Several pictures side by side; no carousel, everything is in sight."""

    items = ListBlock(GalleryItemBlock(), label=_("Изображения"), min_num=2)

    class Meta:
        icon = "image"
        group = GROUP
        label = _("Галерея")
        description = _("Несколько изображений рядом; ничего не листается само.")
        template = "blocks/gallery.html"

    def get_preview_value(self) -> Any:
        """Show a real picture of the portal three times where there is one."""
        item = self.child_blocks["items"].child_block.get_preview_value()
        return self.normalize({"items": [item, item, item]})


class DocumentListBlock(StructBlock):
    """Files to download, with their type and size."""

    title = CharBlock(label=_("Заголовок"), required=False, max_length=120)
    documents = ListBlock(DocumentChooserBlock(label=_("Документ")), label=_("Документы"), min_num=1)

    class Meta:
        icon = "doc-full-inverse"
        group = GROUP
        label = _("Документы")
        description = _("Файлы для скачивания; тип и размер подставятся сами.")
        template = "blocks/document_list.html"

    def get_preview_value(self) -> Any:
        """Show the newest files of the portal."""
        newest = list(get_document_model().objects.order_by("-pk")[:2])
        return self.normalize({"title": "Документы", "documents": newest})

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add `documents`: those that anybody may open; a deleted one is left out."""
        context = super().get_context(value, parent_context=parent_context)
        context["documents"] = [
            document for document in value["documents"] if document is not None and document.is_open_to_all
        ]
        return context
