"""Blocks of text."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, RichTextBlock, StructBlock, TextBlock

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "hr"]


class HeadingBlock(StructBlock):
    """A section heading with a stable anchor."""

    text = CharBlock(label=_("Заголовок"), max_length=160)

    class Meta:
        icon = "title"
        label = _("Заголовок раздела")
        description = _("Делит длинный текст на части; на него можно сослаться.")
        template = "blocks/heading.html"
        preview_value = {"text": "С чего начать разговор"}


class ParagraphBlock(RichTextBlock):
    """Running text."""

    class Meta:
        icon = "pilcrow"
        label = _("Текст")
        description = _("Абзацы, списки и ссылки.")
        template = "blocks/paragraph.html"
        preview_value = "<p>Встреча бесплатна. Имя можно не называть.</p>"


class QuoteBlock(StructBlock):
    """Somebody's words."""

    text = TextBlock(label=_("Слова"))
    author = CharBlock(label=_("Кто сказал"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Цитата")
        description = _("Слова участника или специалиста.")
        template = "blocks/quote.html"
        preview_value = {
            "text": "У семьи появилось время вместе.",
            "author": "Участник программы",
        }
