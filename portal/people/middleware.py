"""The staff door has two locks."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _


class StaffSecondFactorMiddleware:
    """Leads a signed-in person without a second factor from the admin to the page that sets one up.

    allauth itself asks for the factor at sign-in once there is one, so «has one» is all that is left to check.
    Raises MiddlewareNotUsed where STAFF_SECOND_FACTOR is off (development, tests).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if not settings.STAFF_SECOND_FACTOR:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Redirect to the second-factor page, or pass on."""
        if request.path_info.startswith(settings.ADMIN_PATH) and request.path_info not in self.open_paths:
            user = request.user
            if user.is_authenticated and not is_mfa_enabled(user):
                messages.warning(request, _("Чтобы войти в раздел сотрудников, добавьте второй способ подтверждения."))
                return redirect("mfa_index")
        return self.get_response(request)

    open_paths = frozenset({f"{settings.ADMIN_PATH}logout/", f"{settings.ADMIN_PATH}login/"})
