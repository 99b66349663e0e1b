"""What our lists share: own breadcrumbs, figures for the rows of the page, no export and no «add» of Wagtail's own."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import IndexView


class OwnListView(IndexView):
    """A list that shows only what the user may see; a subclass prepares the rows of the shown page in `prepare`."""

    paginate_by = 50
    list_export: list[str] = []
    search_backend_name = None
    is_searchable = True
    add_item_label = _("Добавить")
    any_permission_required = ["view", "change", "add"]

    def paginate_queryset(self, queryset: Any, page_size: int) -> Any:
        """Turn the page into a list whose rows carry what the columns need."""
        paginator, page, rows, more = super().paginate_queryset(queryset, page_size)
        page.object_list = rows = list(rows)
        self.prepare(rows)
        return paginator, page, rows, more

    def prepare(self, rows: list[Any]) -> None:
        """Add figures to the rows of the page, in a fixed number of queries."""
