"""Pages that describe events for readers, a row a locale; the event itself is `Event`."""

from typing import TYPE_CHECKING

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

    class Meta:
        verbose_name = _("страница события")
        verbose_name_plural = _("страницы событий")

    @property
    def event(self) -> "Event | None":
        """The event this page describes in its language; None while the page has none."""
        from events.models.events import Event

        return Event.objects.for_page(self).select_related("kind").first()
