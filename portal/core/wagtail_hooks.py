"""The admin as a part of the product: the portal's name and mark, and no door that leads nowhere."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks

# Reports that answer no question of our editors: locks and steps of a workflow nobody configures.
HIDDEN_REPORTS = frozenset({"locked-pages", "workflow-tasks", "aging-pages"})


@hooks.register("insert_global_admin_css")
def admin_styles() -> SafeString:
    """Add the styles of our own screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("construct_main_menu")
def shorten_menu(request: HttpRequest, items: list[Any]) -> None:
    """Drop the help that leads to a foreign site in English, and reports for those who publish nothing."""
    hidden = {"help"}
    if not request.user.has_perm("people.view_auditentry") and not _publishes(request):
        hidden.add("reports")
    items[:] = [item for item in items if item.name not in hidden]


@hooks.register("construct_reports_menu")
def shorten_reports(request: HttpRequest, items: list[Any]) -> None:
    """Keep the reports that are used."""
    items[:] = [item for item in items if item.name not in HIDDEN_REPORTS]


@hooks.register("construct_homepage_summary_items", order=1000)
def no_summary(request: HttpRequest, items: list[Any]) -> None:
    """Numbers of pictures and files answer nobody's question; the day's work stands there instead."""
    items.clear()


def _publishes(request: HttpRequest) -> bool:
    from wagtail.models import Page
    from wagtail.permissions import policy_registry

    return policy_registry.get_by_type(Page).user_has_permission(request.user, "publish")
