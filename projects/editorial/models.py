"""News of the centre."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.core.blocks import body_blocks
from portal.core.models import BasePage, ListingPage


class NewsKind(models.TextChoices):
    """What a news item is."""

    NEWS = "news", _("новость")
    ANNOUNCEMENT = "announcement", _("объявление")
    RESULTS = "results", _("итоги")
    EXPERIENCE = "experience", _("опыт коллег")


class NewsIndexPage(ListingPage):
    """News, newest first, with an archive by year and kind."""

    max_count_per_parent = 1
    parent_page_types = ["site.HomePage"]
    subpage_types = ["editorial.NewsPage"]
    template = "pages/editorial/news_index_page.html"

    content_panels = BasePage.lead_panels

    def get_items(self, request: HttpRequest) -> models.QuerySet:
        """Return the published news of this section, newest first."""
        return NewsPage.objects.child_of(self).live().public().order_by("-date", "-pk")

    class Meta:
        verbose_name = _("раздел новостей")
        verbose_name_plural = _("разделы новостей")


class NewsPage(BasePage):
    """One news item."""

    date = models.DateField(_("дата"), db_index=True)
    kind = models.CharField(_("вид"), max_length=16, choices=NewsKind, default=NewsKind.NEWS)
    body = StreamField(body_blocks(), verbose_name=_("текст"))

    parent_page_types = ["editorial.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "pages/editorial/news_page.html"

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
    ]
    content_panels = [
        *BasePage.lead_panels,
        FieldPanel("date"),
        FieldPanel("kind"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("новость")
        verbose_name_plural = _("новости")
