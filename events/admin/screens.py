"""What our own screens share: the furniture of Wagtail's admin and the check that the user runs events."""

from typing import Any

from django.contrib.auth.mixins import AccessMixin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from events.admin import scope


class EventsScreen(WagtailAdminTemplateMixin, AccessMixin, View):
    """A screen of the «События» menu; the rows it shows are checked by `scope` in the subclass."""

    header_icon = "calendar-alt"
    right = "events.view_event"
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": _("Главная")},
        {"url": reverse_lazy("events_admin:events"), "label": _("События")},
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who run no events."""
        if not (scope.runs_events(request.user) and request.user.has_perm(self.right)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def trail(self) -> list[dict[str, Any]]:
        """Return the breadcrumbs between «События» and this screen; a subclass says more."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way back."""
        last = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, *self.trail(), last]

    def render(self, *, status: int = 200, **context: Any) -> HttpResponseBase:
        """Render the screen's template; 422 says that what was typed needs correcting."""
        return self.render_to_response(self.get_context_data(**context), status=status)


def event_crumb(event: Any) -> dict[str, Any]:
    """Return the breadcrumb of an event."""
    return {"url": reverse("events_admin:event", args=[event.pk]), "label": str(event)}
