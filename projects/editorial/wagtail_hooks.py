"""The list of news in the admin: date and kind as columns and filters, newest first."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet

from projects.editorial.models import NewsPage


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
