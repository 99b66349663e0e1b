"""Pages that describe events for readers, a row a locale; the event itself is `Event`."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.core.blocks import body_blocks
from portal.core.models import BasePage, ListingPage

if TYPE_CHECKING:
    from events.models.events import Event


class EventIndexPage(ListingPage):
    """The calendar of what is coming and what has passed."""

    max_count_per_parent = 1
    parent_page_types = ["site.HomePage"]
    subpage_types = ["events.EventPage"]
    template = "pages/events/event_index_page.html"

    content_panels = BasePage.lead_panels

    def get_items(self, request: HttpRequest) -> "models.QuerySet[EventPage]":
        """Return the events the address asks for: kind, audience, month, archive; those open for registration first."""
        from events.models.listing import EventQuery, listed

        pages = EventPage.objects.child_of(self).live().public().select_related("listing_image")
        return listed(pages, query=EventQuery.parse(request.GET), at=timezone.now())

    def next_change(self, at: datetime) -> datetime | None:
        """Return the next moment when registration for some event opens or closes, or a meeting begins or ends."""
        return _next_change(at=at)

    class Meta:
        verbose_name = _("раздел событий")
        verbose_name_plural = _("разделы событий")


class EventPage(BasePage):
    """What a reader learns about an event before registering."""

    body = StreamField(body_blocks(), verbose_name=_("содержание"), blank=True)

    parent_page_types = ["events.EventIndexPage"]
    subpage_types: list[str] = []
    template = "pages/events/event_page.html"

    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    content_panels = [*BasePage.lead_panels, FieldPanel("body")]

    def next_change(self, at: datetime) -> datetime | None:
        """Return the next moment when this page changes by itself; no cache keeps it longer."""
        return _next_change(at=at, event__page__translation_key=self.translation_key)

    class Meta:
        verbose_name = _("страница события")
        verbose_name_plural = _("страницы событий")

    @property
    def event(self) -> "Event | None":
        """The event this page describes in its language; None while the page has none."""
        from events.models.events import Event

        return Event.objects.for_page(self).select_related("kind").first()


def _next_change(*, at: datetime, **filters: object) -> datetime | None:
    from events.models.cohorts import Cohort, CohortState

    def first(name: str) -> models.Min:
        return models.Min(name, filter=models.Q(**{f"{name}__gt": at}))

    cohorts = Cohort.objects.filter(**filters).exclude(state=CohortState.DRAFT)
    moments = cohorts.aggregate(
        opens=first("opens_at"),
        closes=first("closes_at"),
        starts=first("meetings__starts_at"),
        ends=first("meetings__ends_at"),
    )
    return min((moment for moment in moments.values() if moment is not None), default=None)
