"""Abstract pages that every page kind of the portal is built on."""

from typing import Any

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.models import Page
from wagtail.search import index

from portal.core.slugs import free_slug, slug_for


class AgeRating(models.TextChoices):
    """Age marks of 436-ФЗ."""

    ALL = "0+", "0+"
    SIX = "6+", "6+"
    TWELVE = "12+", "12+"
    SIXTEEN = "16+", "16+"
    EIGHTEEN = "18+", "18+"


class BasePage(Page):
    """What every page carries: a lead for cards and search engines, a picture to share, an age mark, a sensitivity mark.

    An abstract base and not WAGTAIL_PAGE_MODEL, which wagtail-localize does not support.
    """

    lead = models.TextField(
        _("лид"),
        blank=True,
        max_length=400,
        help_text=_("Одно-два предложения: о чём страница. Видны в карточке, в поиске и в ленте новостей."),
    )
    listing_image = models.ForeignKey(
        "media.Image",
        verbose_name=_("изображение"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Показывается в карточке и при отправке ссылки. Не меньше 1200 точек в ширину."),
    )
    age_rating = models.CharField(_("возрастная отметка"), max_length=3, choices=AgeRating, default=AgeRating.ALL)
    is_sensitive = models.BooleanField(
        _("деликатная страница"),
        default=False,
        help_text=_("На странице появится кнопка «Быстро покинуть сайт»."),
    )

    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.AutocompleteField("title"),
    ]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("show_in_menus"),
            ],
            heading=_("Адрес, меню и поисковые системы"),
        ),
        MultiFieldPanel([FieldPanel("listing_image")], heading=_("Карточка страницы")),
        MultiFieldPanel([FieldPanel("age_rating"), FieldPanel("is_sensitive")], heading=_("Отметки")),
    ]
    lead_panels: list[Panel] = [FieldPanel("title"), FieldPanel("lead")]

    class Meta:
        abstract = True

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Fill an empty slug by transliterating the title, then validate as Wagtail does."""
        if not self.slug and self.title:
            siblings = self.get_siblings(inclusive=False) if self.path else Page.objects.none()
            self.slug = free_slug(slug_for(self.title), set(siblings.values_list("slug", flat=True)))
        super().full_clean(*args, **kwargs)

    def get_share_description(self) -> str:
        """Return the text that search engines and link previews show."""
        return self.search_description or self.lead


class ListingPage(BasePage):
    """A page that lists its children, newest or soonest first, in numbered pages of `per_page`."""

    per_page = 12

    class Meta:
        abstract = True

    def get_items(self, request: HttpRequest) -> models.QuerySet:
        """Return the queryset of what is listed, live and public, in the order shown; subclasses define it."""
        return self.get_children().live().public().specific()

    def paginate(self, request: HttpRequest, items: models.QuerySet) -> PaginatorPage:
        """Return the numbered page the address asks for (`?page=2`); a wrong number gives the nearest one."""
        return Paginator(items, self.per_page).get_page(request.GET.get("page"))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add `items`, a paginator page."""
        context = super().get_context(request, *args, **kwargs)
        context["items"] = self.paginate(request, self.get_items(request))
        return context
