"""Pages that describe events for readers, a row a locale; the event itself is `Event`."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from portal.core import seo
from portal.core.blocks import body_blocks
from portal.core.models import BasePage, ListingPage
from portal.media.specs import with_card_images

if TYPE_CHECKING:
    from events.models.cohorts import Cohort
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

        pages = EventPage.objects.child_of(self).live().public().prefetch_related(with_card_images())
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

    @cached_property
    def cohorts(self) -> "list[Cohort]":
        """Cohorts of the event this page describes, drafts too, by date, with dates, places, meetings and sections.

        Read once for everything a page shows: the panels, the facts for search engines, the next moment of change.
        """
        from events.models.cohorts import Cohort

        cohorts = Cohort.objects.filter(event__page__translation_key=self.translation_key).with_dates().with_places()
        related = cohorts.select_related("event__kind").prefetch_related("meetings", "sections")
        return list(related.order_by("starts_at", "number"))  # type: ignore[misc] # annotated

    def next_change(self, at: datetime) -> datetime | None:
        """Return the next moment when this page changes by itself; no cache keeps it longer."""
        moments = [moment for cohort in self.cohorts if not cohort.is_draft for moment in cohort.moments()]
        return min((moment for moment in moments if moment > at), default=None)

    class Meta:
        verbose_name = _("страница события")
        verbose_name_plural = _("страницы событий")

    @property
    def kind_name(self) -> str:
        """What a reader calls it in a list of mixed pages."""
        return gettext("событие")

    def structured_data(self) -> list[dict[str, Any]]:
        """Schema.org events, one for each cohort to come with its dates, place and whether it was called off."""
        from events.models.cohorts import CohortState

        at = timezone.now()
        coming = [cohort for cohort in self.cohorts if not cohort.is_draft and cohort.ends_at and cohort.ends_at > at]
        return [
            {
                "@context": "https://schema.org",
                "@type": "Event",
                "name": self.title,
                "description": self.share_description,
                "url": self.canonical_url,
                "startDate": timezone.localtime(cohort.starts_at).isoformat(),
                "endDate": timezone.localtime(cohort.ends_at).isoformat(),
                "eventStatus": "https://schema.org/"
                + ("EventCancelled" if cohort.state == CohortState.CANCELLED else "EventScheduled"),
                "isAccessibleForFree": True,
                "inLanguage": self.locale.language_code,
                "location": {"@type": "Place", "name": str(cohort.venue), "address": str(cohort.venue)}
                if str(cohort.venue)
                else {"@type": "VirtualLocation", "url": seo.absolute_url(self.get_url())},
            }
            for cohort in coming
        ]

    @property
    def event(self) -> "Event | None":
        """The event this page describes in its language; None while the page has none."""
        from events.models.events import Event

        return Event.objects.for_page(self).select_related("kind").first()


def _next_change(*, at: datetime) -> datetime | None:
    from events.models.cohorts import Cohort, CohortState

    def first(name: str) -> models.Min:
        return models.Min(name, filter=models.Q(**{f"{name}__gt": at}))

    cohorts = Cohort.objects.exclude(state=CohortState.DRAFT)
    moments = cohorts.aggregate(
        opens=first("opens_at"),
        closes=first("closes_at"),
        starts=first("meetings__starts_at"),
        ends=first("meetings__ends_at"),
    )
    return min((moment for moment in moments.values() if moment is not None), default=None)
