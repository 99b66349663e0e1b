"""Where a signed-in person goes."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
@login_required
def after_sign_in(request: HttpRequest) -> HttpResponse:
    """Staff to the admin, everybody else to their addresses and ways of signing in."""
    return redirect("wagtailadmin_home" if request.user.has_perm("wagtailadmin.access_admin") else "account_email")
