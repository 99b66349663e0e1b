"""News of the centre."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from portal.core.blocks import body_blocks
from portal.core.models import BasePage, ListingPage
from portal.core.privacy import open_to_all
from portal.core.seo import absolute_url
from portal.media.specs import with_card_images

# The centre has no news from before it; a date further ahead than this is a slip of the finger.
FIRST_YEAR = 2000
AHEAD = timedelta(days=366)
RELATED = 3


class NewsKind(models.TextChoices):
    """What a news item is."""

    NEWS = "news", _("новость")
    ANNOUNCEMENT = "announcement", _("объявление")
    RESULTS = "results", _("итоги")
    EXPERIENCE = "experience", _("опыт коллег")


class NewsQuerySet(PageQuerySet):
    """Vocabulary of news lists."""

    def published(self) -> "NewsQuerySet":
        """News that anybody may read, newest first."""
        return open_to_all(self).order_by("-date", "-pk")

    def of(self, selection: "NewsSelection") -> "NewsQuerySet":
        """News of the selection's year and kind."""
        found = self
        if selection.year:
            found = found.filter(date__year=selection.year)
        if selection.kind:
            found = found.filter(kind=selection.kind)
        return found

    def for_cards(self) -> "NewsQuerySet":
        """Without bodies, with pictures: what cards need, in a constant number of queries."""
        return self.defer_streamfields().prefetch_related(with_card_images())


@dataclass(frozen=True)
class NewsSelection:
    """What of the news a reader asked for; what makes no sense in the address is left out, not refused."""

    year: int | None = None
    kind: str = ""

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "NewsSelection":
        """Read `?year=2025&kind=results`."""
        year, kind = query.get("year", ""), query.get("kind", "")
        readable = len(year) == 4 and year.isascii() and year.isdigit() and int(year) >= FIRST_YEAR
        return cls(year=int(year) if readable else None, kind=kind if kind in NewsKind.values else "")

    def query(self, **changes: Any) -> str:
        """Return the selection, with changes, as a query string without «?»."""
        chosen = {"year": self.year, "kind": self.kind, **changes}
        return urlencode({name: value for name, value in chosen.items() if value})


class NewsIndexPage(ListingPage):
    """News, newest first, with an archive by year and kind."""

    max_count_per_parent = 1
    parent_page_types = ["site.HomePage"]
    subpage_types = ["editorial.NewsPage"]
    template = "pages/editorial/news_index_page.html"

    content_panels = BasePage.lead_panels

    class Meta:
        verbose_name = _("раздел новостей")
        verbose_name_plural = _("разделы новостей")

    def get_items(self, request: HttpRequest) -> NewsQuerySet:
        """Return the published news of this section, newest first, of the year and kind asked for."""
        selection = NewsSelection.from_query(request.GET)
        return NewsPage.objects.child_of(self).published().of(selection).for_cards()

    def years(self) -> list[int]:
        """Return the years that have published news, newest first."""
        dates = NewsPage.objects.child_of(self).published().order_by().dates("date", "year", order="DESC")
        return [day.year for day in dates]

    def filter_groups(self, selection: NewsSelection) -> list[dict[str, Any]]:
        """Return the links of the archive for `components/filters.html`; each keeps the other choice."""

        def link(title: Any, *, current: bool, **changes: Any) -> dict[str, Any]:
            query = selection.query(**changes)
            return {"title": title, "url": f"?{query}" if query else self.get_url(), "is_current": current}

        years = [link(gettext("Все годы"), current=selection.year is None, year=None)]
        years += [link(year, current=selection.year == year, year=year) for year in self.years()]
        kinds = [link(gettext("Все"), current=not selection.kind, kind="")]
        kinds += [
            link(NewsKind(value).label.capitalize(), current=selection.kind == value, kind=value)
            for value in NewsKind.values
        ]
        return [{"label": gettext("Год"), "links": years}, {"label": gettext("Что это"), "links": kinds}]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the archive's links and the query that numbered pages keep."""
        context = super().get_context(request, *args, **kwargs)
        selection = NewsSelection.from_query(request.GET)
        context["selection"] = selection
        context["filter_groups"] = self.filter_groups(selection)
        context["query"] = selection.query()
        return context


class NewsPage(BasePage):
    """One news item; pictures, galleries and documents are blocks of its text."""

    date = models.DateField(
        _("дата"),
        default=timezone.localdate,
        db_index=True,
        help_text=_("Когда это случилось; по ней новость встаёт в ленту и в архив по годам."),
    )
    kind = models.CharField(
        _("вид"),
        max_length=16,
        choices=NewsKind,
        default=NewsKind.NEWS,
        help_text=_("По виду читатели отбирают новости; похожие новости под текстом — того же вида."),
    )
    body = StreamField(
        body_blocks(),
        verbose_name=_("текст"),
        help_text=_("Начните с главного. Галерея, документы и цифры — отдельные блоки."),
    )

    parent_page_types = ["editorial.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "pages/editorial/news_page.html"

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
        index.FilterField("kind"),
    ]
    content_panels = [
        MultiFieldPanel([*BasePage.lead_panels], heading=_("О чём новость")),
        FieldRowPanel([FieldPanel("date"), FieldPanel("kind")], heading=_("Когда и что")),
        FieldPanel("body"),
    ]

    objects = PageManager.from_queryset(NewsQuerySet)()

    class Meta:
        verbose_name = _("новость")
        verbose_name_plural = _("новости")

    def clean(self) -> None:
        """Refuse a date that must be a slip: before the first year of the archive or more than a year ahead."""
        super().clean()
        if self.date is None:
            return
        if self.date.year < FIRST_YEAR:
            raise ValidationError(
                {"date": gettext("Проверьте год: новостей раньше %(year)s года в архиве нет.") % {"year": FIRST_YEAR}}
            )
        if self.date > timezone.localdate() + AHEAD:
            raise ValidationError(
                {
                    "date": gettext("Эта дата больше чем через год. Проверьте, не описка ли в годе: %(date)s.")
                    % {"date": f"{self.date:%d.%m.%Y}"}
                }
            )

    @property
    def share_type(self) -> str:
        """What link previews call the page (Open Graph `og:type`)."""
        return "article"

    @cached_property
    def related_news(self) -> list["NewsPage"]:
        """The newest other news in the same language, those of the same kind first."""
        others = NewsPage.objects.sibling_of(self, inclusive=False).published()
        same_first = models.Case(models.When(kind=self.kind, then=0), default=1)
        return list(others.order_by(same_first, "-date", "-pk").for_cards()[:RELATED])

    def structured_data(self) -> list[dict[str, Any]]:
        """Describe the item as schema.org NewsArticle."""
        return [
            {
                "@type": "NewsArticle",
                "headline": self.title[:110],
                "description": self.share_description,
                "datePublished": self.date.isoformat(),
                "dateModified": (self.last_published_at or self.date).isoformat(),
                "inLanguage": get_language(),
                "mainEntityOfPage": self.canonical_url,
                "publisher": {"@id": absolute_url("/#organisation")},
            }
        ]
