"""«Сертификаты» in the admin's menu."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


class DocumentsMenuItem(MenuItem):
    """Shown to those who may see issued documents."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user has the right."""
        return request.user.has_perm("documents.view_issueddocument")


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
