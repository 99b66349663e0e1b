"""«Сертификаты» in the admin's menu."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet

from portal.documents.models import Issuer


class DocumentsMenuItem(MenuItem):
    """Shown to those who may see issued documents."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user has the right."""
        return request.user.has_perm("documents.view_issueddocument")


class IssuerViewSet(ModelViewSet):
    """The centre as it stands on its documents: who signs, the licence."""

    model = Issuer
    icon = "edit"
    menu_label = _("Кто выдаёт документы")
    menu_order = 340
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = ["name", "signatory_name", "signatory_position"]
    form_fields = [
        "name",
        "place",
        "signatory_name",
        "signatory_position",
        "license_number",
        "license_issued_on",
    ]


@hooks.register("register_admin_viewset")
def register_issuer() -> IssuerViewSet:
    """Add the issuer to the settings; there is one row, so nobody has the right to add."""
    return IssuerViewSet("issuer")


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """Put the list under /admin/issued/."""
    return [path("issued/", include("portal.documents.admin"))]


@hooks.register("register_admin_menu_item")
def register_menu() -> MenuItem:
    """Add the list."""
    return DocumentsMenuItem(
        _("Сертификаты"), reverse("documents_admin:documents"), name="issued", icon_name="doc-full", order=65
    )
