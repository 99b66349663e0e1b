"""«Люди» in the admin's menu: organisations, municipalities, consents, the audit trail."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from portal.people.models import Municipality, Organisation
from portal.people.names import fold


class RightMenuItem(MenuItem):
    """An item for those who have one right."""

    def __init__(self, *args: object, right: str, **kwargs: object) -> None:
        """Remember the right."""
        super().__init__(*args, **kwargs)
        self.right = right

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user has it."""
        return request.user.has_perm(self.right)


class OrganisationListView(IndexView):
    """Search by a part of the name in any case, ё as е."""

    def search_queryset(self, queryset: QuerySet[Organisation]) -> QuerySet[Organisation]:
        """Compare normal forms: SQLite knows no case of Cyrillic."""
        return queryset.filter(name_key__contains=fold(self.search_query)) if self.is_searching else queryset


class OrganisationViewSet(ModelViewSet):
    """Organisations whose people take part."""

    model = Organisation
    icon = "home"
    menu_label = _("Организации")
    menu_order = 320
    add_to_settings_menu = True
    copy_view_enabled = False
    index_view_class = OrganisationListView
    list_display = ["name", "kind", "municipality", BooleanColumn("is_active", label=_("Действует"))]
    list_filter = ["kind", "municipality", "is_active"]
    search_fields = ["name_key"]
    search_backend_name = None
    form_fields = ["name", "kind", "municipality", "is_active"]


class MunicipalityViewSet(ModelViewSet):
    """The directory of municipalities; rows are changed when the law changes."""

    model = Municipality
    icon = "site"
    menu_label = _("Муниципальные образования")
    menu_order = 330
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    list_per_page = 100
    form_fields = ["name", "slug", "kind", "sort_order"]


@hooks.register("register_admin_viewset")
def register_directory() -> list[ModelViewSet]:
    """Add the directories to the settings."""
    return [OrganisationViewSet("organisations"), MunicipalityViewSet("municipalities")]


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """Put the screens under /admin/people/."""
    return [path("people/", include("portal.people.admin.journal"))]


@hooks.register("register_admin_menu_item")
def register_consents() -> MenuItem:
    """Add the consents."""
    return RightMenuItem(
        _("Согласия"),
        reverse("people_admin:consents"),
        name="consents",
        icon_name="check",
        order=700,
        right="people.view_consent",
    )


@hooks.register("register_reports_menu_item")
def register_audit() -> MenuItem:
    """Add the audit trail to the reports."""
    return RightMenuItem(
        _("Журнал действий"),
        reverse("people_admin:audit"),
        name="audit",
        icon_name="history",
        order=10,
        right="people.view_auditentry",
    )
