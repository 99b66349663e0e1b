"""Home and standard pages, and what the centre says of itself on every page."""

from datetime import datetime
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nCharField, I18nTextField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField
from wagtail.search import index

from portal.core.blocks import body_blocks
from portal.core.models import BasePage


class HomePage(BasePage):
    """The first page of a language: where to get help, what to register for, what is new."""

    body = StreamField(
        body_blocks(),
        verbose_name=_("содержание"),
        blank=True,
        help_text=_("Стоит в конце страницы, после новостей: цифры года, главные программы."),
    )

    parent_page_types = ["wagtailcore.Page"]
    template = "pages/site/home_page.html"

    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    content_panels = [
        MultiFieldPanel([*BasePage.lead_panels], heading=_("Первый экран")),
        HelpPanel(
            content=_(
                "Телефоны помощи берутся из раздела «Телефоны доверия», ближайшие события и новости — "
                "из своих разделов; вписывать их сюда не нужно."
            )
        ),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("главная страница")
        verbose_name_plural = _("главные страницы")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add `registrations` (cards), `news`, the addresses of their `sections` and the `actions` of the first screen."""
        from portal.site import home
        from portal.site.navigation import navigation

        context = super().get_context(request, *args, **kwargs)
        context["registrations"] = home.nearest_registrations(locale=self.locale, at=timezone.now())
        context["news"] = home.newest(locale=self.locale)
        around = navigation(language=self.locale.language_code)
        context["sections"] = around.sections
        context["actions"] = [
            {"title": title, "url": url}
            for title, url in (
                (gettext("Нужна помощь"), around.site.help_url),
                (gettext("Записаться на событие"), around.sections["events"]),
            )
            if url
        ]
        return context

    def next_change(self, at: datetime) -> datetime | None:
        """Return when the page becomes out of date by itself: a registration opens or closes."""
        from portal.site import home

        return home.next_change(at=at)


class StandardPage(BasePage):
    """A page of text: about the centre, how to get help, contacts, policies."""

    body = StreamField(body_blocks(), verbose_name=_("содержание"), blank=True)
    show_in_footer = models.BooleanField(
        _("показывать внизу сайта"), default=False, help_text=_("Ссылка появится внизу каждой страницы.")
    )
    reviewed_on = models.DateField(
        _("проверено"),
        null=True,
        blank=True,
        help_text=_("Когда сведения последний раз сверили с действительностью; дата видна читателям."),
    )

    parent_page_types = ["site.HomePage", "site.StandardPage"]
    subpage_types = ["site.StandardPage"]
    template = "pages/site/standard_page.html"

    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    content_panels = [
        MultiFieldPanel([*BasePage.lead_panels], heading=_("О чём страница")),
        FieldPanel("body"),
        FieldPanel("reviewed_on"),
    ]
    promote_panels = [
        *BasePage.promote_panels[:-1],
        MultiFieldPanel(
            [FieldPanel("show_in_footer"), FieldPanel("age_rating"), FieldPanel("is_sensitive")], heading=_("Отметки")
        ),
    ]

    class Meta:
        verbose_name = _("обычная страница")
        verbose_name_plural = _("обычные страницы")

    @property
    def kind_name(self) -> str:
        """For a reader it is just a page."""
        return gettext("страница")


class Helpline(models.Model):
    """A telephone where help is given; a curated list, checked by a lawyer before it is shown."""

    name = I18nCharField(_("название"), max_length=120)
    phone = models.CharField(_("телефон"), max_length=32)
    note = I18nCharField(_("пояснение"), max_length=200, blank=True)
    is_shown = models.BooleanField(_("показывать на всех страницах"), default=True)
    sort_order = models.PositiveSmallIntegerField(_("порядок"), default=0)

    class Meta:
        verbose_name = _("телефон доверия")
        verbose_name_plural = _("телефоны доверия")
        ordering = ["sort_order", "pk"]

    def __str__(self) -> str:
        return f"{self.name} {self.phone}"


@register_setting(icon="home")
class SiteSettings(BaseGenericSetting):
    """Names, contacts and links shown in the header and footer."""

    portal_name = I18nCharField(_("название портала"), max_length=80, default="Опора")
    centre_name = I18nCharField(_("название центра"), max_length=255, blank=True)
    centre_short_name = I18nCharField(_("краткое название"), max_length=120, blank=True)
    address = I18nTextField(_("адрес"), blank=True)
    opening_hours = I18nCharField(_("часы работы"), max_length=160, blank=True)
    phone = models.CharField(_("телефон"), max_length=32, blank=True)
    email = models.EmailField(_("электронная почта"), blank=True)
    founder = I18nCharField(_("учредитель"), max_length=255, blank=True)
    quick_exit_url = models.URLField(_("адрес для быстрого выхода"), default="https://ya.ru/pogoda")
    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("политика"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    accessibility_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("страница о доступности"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    help_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("страница «Нужна помощь»"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("portal_name"),
                FieldPanel("centre_name"),
                FieldPanel("centre_short_name"),
                FieldPanel("founder"),
            ],
            heading=_("Названия"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldPanel("opening_hours"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            ],
            heading=_("Контакты"),
        ),
        MultiFieldPanel(
            [
                PageChooserPanel("help_page"),
                PageChooserPanel("privacy_page"),
                PageChooserPanel("accessibility_page"),
                FieldPanel("quick_exit_url"),
            ],
            heading=_("Служебные страницы"),
        ),
    ]

    class Meta:
        verbose_name = _("сведения о центре")

    def __str__(self) -> str:
        return str(self.portal_name)
