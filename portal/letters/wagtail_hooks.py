"""«Письма» in the admin's menu."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


class LettersMenuItem(MenuItem):
    """Shown to those who may see letters."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user has the right."""
        return request.user.has_perm("letters.view_letter")


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """Put the screens under /admin/letters/."""
    return [path("letters/", include("portal.letters.admin"))]


@hooks.register("register_admin_menu_item")
def register_menu() -> MenuItem:
    """Add the list."""
    return LettersMenuItem(_("Письма"), reverse("letters_admin:letters"), name="letters", icon_name="mail", order=60)
