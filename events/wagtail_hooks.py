"""The «События» menu, the panel of the day, the way from a page to its event."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton

from events.admin import scope
from events.admin.today import TodayPanel
from events.models import Event, EventKind, EventPage


class EventsMenuItem(MenuItem):
    """Shown to those who run events."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user has the screens of events."""
        return scope.runs_events(request.user)


class EventsMenu(SubmenuMenuItem):
    """The group; hidden together with its items."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the user has the screens of events."""
        return scope.runs_events(request.user)


class EventKindViewSet(ModelViewSet):
    """Kinds of events with their defaults; an administrator's."""

    model = EventKind
    icon = "tag"
    menu_label = _("Виды событий")
    menu_order = 310
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = [
        "name",
        "default_capacity",
        "default_minutes",
        BooleanColumn("is_course", label=_("Несколько встреч")),
        BooleanColumn("has_sections", label=_("Секции")),
        BooleanColumn("is_confidential", label=_("Закрытая")),
    ]
    form_fields = [
        "name",
        "slug",
        "is_course",
        "has_sections",
        "is_confidential",
        "default_capacity",
        "default_academic_hours",
        "default_minutes",
        "sort_order",
    ]
    inspect_view_enabled = False


@hooks.register("register_admin_viewset")
def register_kinds() -> EventKindViewSet:
    """Add the kinds to the settings."""
    return EventKindViewSet("event_kinds")


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    """Put the screens under /admin/events/."""
    return [path("events/", include("events.admin.urls"))]


@hooks.register("register_admin_menu_item")
def register_menu() -> SubmenuMenuItem:
    """«События»: list, new event, registrations."""
    items = [
        EventsMenuItem(_("Все события"), reverse("events_admin:events"), name="events", icon_name="list-ul", order=10),
        EventsMenuItem(
            _("Новое событие"), reverse("events_admin:event_new"), name="event-new", icon_name="plus", order=20
        ),
        EventsMenuItem(_("Записи"), reverse("events_admin:registrations"), name="records", icon_name="group", order=30),
    ]
    return EventsMenu(_("События"), Menu(items=items), name="events-menu", icon_name="calendar-alt", order=50)


@hooks.register("construct_homepage_panels")
def add_today(request: HttpRequest, panels: list[Any]) -> None:
    """Put the day first."""
    if scope.runs_events(request.user):
        panels.insert(0, TodayPanel(request))


@hooks.register("register_page_header_buttons")
def link_to_event(page: Any, user: Any, view_name: str, next_url: str | None = None) -> list[Button]:
    """Lead from an event's page to its cohorts and registrations."""
    if not isinstance(page, EventPage) or not page.pk or not scope.runs_events(user):
        return []
    event = Event.objects.for_page(page).first()
    if event is None:
        return []
    url = reverse("events_admin:event", args=[event.pk])
    return [HeaderButton(_("Потоки и записи"), url=url, icon_name="calendar-alt", priority=1)]
