"""Blocks that lead further."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, StructBlock, StructValue, TextBlock, URLBlock
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Locale, Page

from portal.core.privacy import open_to_all

GROUP = _("Ссылки")


def readable(pages: list[Page | None]) -> list[Page]:
    """Return what the public can read of `pages` in the language being shown, in the same order, in one query.

    A page that is not published in this language, or not for everybody, is left out.
    """
    keys = [page.translation_key for page in pages if page is not None]
    found = open_to_all(Page.objects.all()).filter(translation_key__in=keys, locale=Locale.get_active(), alias_of=None)
    by_key = {page.translation_key: page for page in found.specific()}
    return [by_key[key] for key in keys if key in by_key]


class LinkValue(StructValue):
    """A link to a page of the portal or to another site."""

    @cached_property
    def target(self) -> Page | None:
        """The page in the language being shown, if the public can read it."""
        page = self.get("page")
        return next(iter(readable([page])), None) if page is not None else None

    @property
    def href(self) -> str:
        """The address to lead to; empty when the page isn't public or not translated."""
        target = self.target
        return (target.url or "") if target is not None else (self.get("url") or "")

    @property
    def words(self) -> str:
        """What the link says: own words, else the page's title."""
        target = self.target
        return self.get("text") or (target.title if target is not None else "")


class PageLinkBlock(StructBlock):
    """A link that stands by itself."""

    text = CharBlock(label=_("Текст ссылки"), required=False, max_length=120)
    page = PageChooserBlock(label=_("Страница портала"), required=False)
    url = URLBlock(label=_("или адрес другого сайта"), required=False)

    class Meta:
        icon = "link"
        group = GROUP
        label = _("Ссылка")
        description = _("Ссылка на страницу портала или на другой сайт отдельной строкой.")
        template = "blocks/page_link.html"
        value_class = LinkValue
        preview_value = {"text": "Как к нам попасть", "page": None, "url": "https://example.org/"}

    def clean(self, value: StructValue) -> StructValue:
        """Demand exactly one place to lead to, and words for an outside address."""
        cleaned = super().clean(value)
        errors = {}
        if bool(cleaned.get("page")) == bool(cleaned.get("url")):
            errors["url"] = ValidationError(gettext("Укажите что-то одно: страницу портала или адрес другого сайта."))
        elif cleaned.get("url") and not cleaned.get("text"):
            errors["text"] = ValidationError(gettext("Напишите, куда ведёт ссылка."))
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned


class CallToActionBlock(PageLinkBlock):
    """One clear action with a button."""

    title = CharBlock(label=_("Заголовок"), max_length=120)
    body = TextBlock(label=_("Пояснение"), required=False, max_length=300)

    class Meta:
        icon = "circle-check"
        group = GROUP
        label = _("Призыв к действию")
        description = _("Заголовок, пояснение и одна кнопка.")
        template = "blocks/call_to_action.html"
        value_class = LinkValue
        form_layout = ["title", "body", "text", "page", "url"]
        preview_value = {
            "title": "Нужно поговорить?",
            "body": "Психолог ответит сегодня. Имя можно не называть.",
            "text": "Записаться",
            "page": None,
            "url": "https://example.org/",
        }


class CardsBlock(StructBlock):
    """Cards of pages of the portal."""

    title = CharBlock(label=_("Заголовок"), required=False, max_length=120)
    pages = ListBlock(PageChooserBlock(label=_("Страница")), label=_("Страницы"), min_num=1, max_num=6)

    class Meta:
        icon = "copy"
        group = GROUP
        label = _("Карточки страниц")
        description = _("До шести карточек: заголовок, лид и картинка берутся со страниц.")
        template = "blocks/cards.html"

    def get_preview_value(self) -> Any:
        """Show public pages of the portal."""
        pages = open_to_all(Page.objects.all()).filter(depth__gt=2).order_by("-pk")[:3]
        return self.normalize({"title": "Читайте также", "pages": list(pages)})

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Add `pages`: those the public can read in this language."""
        context = super().get_context(value, parent_context=parent_context)
        context["pages"] = readable(value["pages"])
        return context
