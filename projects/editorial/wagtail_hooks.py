"""News in the admin: a list with date and kind, newest first, and «Написать новость» on the first page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Locale

from projects.editorial.models import NewsIndexPage, NewsPage


class NewsListView(ExplorableIndexView):
    """News in the order readers see them."""

    default_ordering = "-date"


class NewsPageViewSet(PageViewSet):
    """Used where the section of news is explored."""

    model = NewsPage
    index_view_class = NewsListView
    list_filter = ["kind", "date"]
    columns = [
        *ExplorableIndexView.base_columns[:2],
        Column("date", label=_("Дата"), sort_key="date", width="10%"),
        Column("kind", label=_("Вид"), accessor="get_kind_display", sort_key="kind", width="12%"),
        *(column for column in ExplorableIndexView.base_columns[2:] if column.name not in {"type", "parent"}),
    ]


@hooks.register("register_admin_viewset")
def register_news() -> NewsPageViewSet:
    """Add the list."""
    return NewsPageViewSet()


class WritePanel(Component):
    """«Написать новость»: what an editor comes for most often."""

    name = "editorial_write"
    template_name = "pages/editorial/admin/write.html"
    order = 60

    def __init__(self, section: NewsIndexPage) -> None:
        """Remember where news hang."""
        self.section = section

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return the two addresses."""
        return {
            "write": reverse("wagtailadmin_pages:add", args=["editorial", "newspage", self.section.pk]),
            "all": reverse("wagtailadmin_explore", args=[self.section.pk]),
        }


@hooks.register("construct_homepage_panels")
def add_writing(request: HttpRequest, panels: list[Any]) -> None:
    """Put the door to a news item on the first page of those who may write one."""
    section = NewsIndexPage.objects.filter(locale=Locale.get_default()).first()
    if section is not None and section.permissions_for_user(request.user).can_add_subpage():
        panels.insert(0, WritePanel(section))
