"""Blocks of text: headings, paragraphs, quotes, notes set apart, steps, questions that open."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, RichTextBlock, StructBlock, StructValue, TextBlock

GROUP = _("Текст")
TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "hr"]
# Inside a note or a step there is no room for rules and files.
SHORT_TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul"]


def heading_anchor(block_id: str) -> str:
    """Return the anchor of a heading; it follows the block and not its words, so a mended title breaks no link."""
    return f"p-{block_id[:8]}"


class HeadingBlock(StructBlock):
    """A section heading with a stable anchor."""

    text = CharBlock(label=_("Заголовок"), max_length=160)
    level = ChoiceBlock(
        label=_("Уровень"),
        choices=[("2", _("раздел")), ("3", _("подраздел"))],
        default="2",
        help_text=_("Разделы попадают в содержание длинной страницы."),
    )

    class Meta:
        icon = "title"
        group = GROUP
        label = _("Заголовок раздела")
        description = _("Делит длинный текст на части; на него можно сослаться.")
        template = "blocks/heading.html"
        preview_value = {"text": "С чего начать разговор", "level": "2"}

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add `anchor`; empty when the heading is shown outside a page body."""
        context = super().get_context(value, parent_context=parent_context)
        block_id = context.get("id")
        context["anchor"] = heading_anchor(block_id) if isinstance(block_id, str) else ""
        return context


class ParagraphBlock(RichTextBlock):
    """Running text."""

    class Meta:
        icon = "pilcrow"
        group = GROUP
        label = _("Текст")
        description = _("Абзацы, списки и ссылки.")
        template = "blocks/paragraph.html"
        preview_value = "<p>Встреча бесплатна. Имя можно не называть.</p><ul><li>можно прийти одному</li></ul>"


class QuoteBlock(StructBlock):
    """Somebody's words."""

    text = TextBlock(label=_("Слова"))
    author = CharBlock(
        label=_("Кто сказал"),
        required=False,
        max_length=160,
        help_text=_("Без фамилии, если человек не дал согласия: «участник школы», «респондент 31»."),
    )

    class Meta:
        icon = "openquote"
        group = GROUP
        label = _("Цитата")
        description = _("Слова участника или специалиста.")
        template = "blocks/quote.html"
        preview_value = {"text": "У семьи появилось время вместе.", "author": "Участник программы"}


class CalloutBlock(StructBlock):
    """A note set apart from the text."""

    title = CharBlock(label=_("Заголовок"), required=False, max_length=120)
    body = RichTextBlock(label=_("Текст"), features=SHORT_TEXT_FEATURES)
    tone = ChoiceBlock(
        label=_("Тон"),
        choices=[
            ("neutral", _("спокойный")),
            ("info", _("справка")),
            ("success", _("хорошая новость")),
            ("warning", _("обратите внимание")),
            ("danger", _("опасность")),
        ],
        default="neutral",
    )

    class Meta:
        icon = "info-circle"
        group = GROUP
        label = _("Врезка")
        description = _("Короткая заметка, которую нельзя пропустить.")
        template = "blocks/callout.html"
        preview_value = {
            "title": "Помощь бесплатна",
            "body": "<p>Документы и направление не нужны.</p>",
            "tone": "info",
        }


class StepBlock(StructBlock):
    """One step."""

    title = CharBlock(label=_("Что сделать"), max_length=120)
    body = RichTextBlock(label=_("Подробнее"), required=False, features=SHORT_TEXT_FEATURES)

    class Meta:
        icon = "list-ol"
        label = _("Шаг")
        description = _("Одно действие.")
        template = "blocks/step.html"
        preview_value = {"title": "Позвоните нам", "body": "<p>Представляться не обязательно.</p>"}


class StepsBlock(StructBlock):
    """What to do, in order."""

    steps = ListBlock(StepBlock(), label=_("Шаги"), min_num=2)

    class Meta:
        icon = "list-ol"
        group = GROUP
        label = _("Шаги")
        description = _("Порядок действий: что сделать сначала, что потом.")
        template = "blocks/steps.html"
        preview_value = {
            "steps": [
                {"title": "Позвоните нам", "body": "<p>Представляться не обязательно.</p>"},
                {"title": "Выберите удобное время", "body": "<p>Встреча длится около часа.</p>"},
            ]
        }


class QuestionBlock(StructBlock):
    """A question with its answer."""

    title = CharBlock(label=_("Вопрос"), max_length=200)
    body = RichTextBlock(label=_("Ответ"), features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Вопрос и ответ")
        description = _("Ответ открывается по нажатию.")
        template = "blocks/question.html"
        preview_value = {"title": "Нужно ли направление?", "body": "<p>Нет, достаточно позвонить.</p>"}


class AccordionBlock(StructBlock):
    """Questions whose answers open one by one, without JavaScript."""

    items = ListBlock(QuestionBlock(), label=_("Вопросы"), min_num=1)

    class Meta:
        icon = "collapse-down"
        group = GROUP
        label = _("Вопросы и ответы")
        description = _("Список вопросов; ответ открывается по нажатию.")
        template = "blocks/accordion.html"
        preview_value = {
            "items": [
                {"title": "Нужно ли направление?", "body": "<p>Нет, достаточно позвонить.</p>"},
                {"title": "Сколько это стоит?", "body": "<p>Помощь бесплатна.</p>"},
            ]
        }
