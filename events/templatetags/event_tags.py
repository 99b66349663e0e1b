"""What the pages of events show; the words and queries are in `events.web.presenting` and `events.web.filters`."""

from typing import Any

from django import template
from django.template import Context
from django.utils import timezone

from events.models import EventPage
from events.web import presenting
from events.web.filters import ListFilters, filters

register = template.Library()


@register.simple_tag(takes_context=True)
def event_view(context: Context, page: EventPage) -> presenting.EventView | None:
    """`{% event_view page as view %}`: the event of a page with its cohorts; None while it has none."""
    request = context.get("request")
    return presenting.event_view(page=page, at=timezone.now(), preview=bool(getattr(request, "is_preview", False)))


@register.simple_tag
def event_cards(pages: Any) -> list[presenting.EventCard]:
    """`{% event_cards items as cards %}`: cards of a list of event pages."""
    return presenting.event_cards(pages=pages, at=timezone.now())


@register.simple_tag(takes_context=True)
def event_filters(context: Context) -> ListFilters:
    """`{% event_filters as asked %}`: the filter form, whether the archive is asked for, the query to carry on."""
    request = context.get("request")
    return filters(query=request.GET if request is not None else None)
