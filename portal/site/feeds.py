"""Atom feeds: of the news, and of everything new on the portal."""

from datetime import UTC, datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language, gettext
from wagtail.models import Locale, Page

from events.models import EventPage
from portal.core.caching import mark_public
from portal.core.models import BasePage
from portal.core.privacy import open_to_all
from portal.core.seo import absolute_url
from portal.site.navigation import navigation
from projects.editorial.models import NewsPage

LATEST = 30
CACHE_SECONDS = 600


class NewsFeed(Feed):
    """The newest news of the language the address is in."""

    feed_type = Atom1Feed
    address = "news_feed"

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer with the feed; it is the same for everybody."""
        response = super().__call__(request, *args, **kwargs)
        mark_public(response, seconds=CACHE_SECONDS)
        return response

    def title(self) -> str:
        """Name the feed by the portal."""
        return gettext("%(portal)s: новости") % {"portal": self._portal()}

    def subtitle(self) -> str:
        """Name the centre."""
        return navigation(language=self._language()).site.centre_name

    def link(self) -> str:
        """Lead to the home page of the language."""
        return absolute_url(navigation(language=self._language()).home_url)

    def feed_url(self) -> str:
        """Return the feed's own address."""
        return absolute_url(reverse(self.address))

    def feed_guid(self) -> str:
        """Tell one feed from another."""
        return self.feed_url()

    def author_name(self) -> str:
        """Name who answers for the words."""
        facts = navigation(language=self._language()).site
        return facts.centre_short_name or facts.portal_name

    def items(self) -> list[BasePage]:
        """Return the newest news."""
        return list(NewsPage.objects.published().filter(locale=Locale.get_active()).defer_streamfields()[:LATEST])

    def item_title(self, item: BasePage) -> str:
        """Return the title as it is."""
        return item.title

    def item_description(self, item: BasePage) -> str:
        """Return the lead as HTML, which Django says an Atom summary is: a «<» in it must stay a sign."""
        return escape(item.lead)

    def item_link(self, item: BasePage) -> str:
        """Return the public address."""
        return item.canonical_url

    def item_guid(self, item: BasePage) -> str:
        """Return an identity that outlives a change of address."""
        return f"urn:uuid:{item.translation_key}#{item.locale.language_code}"

    def item_pubdate(self, item: BasePage) -> datetime:
        """Return when the item was first published; for news the day they tell of."""
        day = getattr(item, "date", None)
        if day is not None:
            return timezone.make_aware(datetime.combine(day, time(9)))
        return item.first_published_at or datetime.now(UTC)

    def item_updateddate(self, item: BasePage) -> datetime:
        """Return when the item was last changed."""
        return item.last_published_at or self.item_pubdate(item)

    def _language(self) -> str:
        return get_language() or ""

    def _portal(self) -> str:
        return navigation(language=self._language()).site.portal_name


class EverythingFeed(NewsFeed):
    """News and newly announced events, newest first."""

    address = "feed"

    def title(self) -> str:
        """Name the feed by the portal alone."""
        return self._portal()

    def items(self) -> list[BasePage]:
        """Return the newest pages of either kind."""
        events = (
            open_to_all(EventPage.objects.all())
            .filter(locale=Locale.get_active(), first_published_at__isnull=False)
            .order_by("-first_published_at")
            .defer_streamfields()
        )
        both: list[Page] = [*super().items(), *events[:LATEST]]
        return sorted(both, key=self.item_pubdate, reverse=True)[:LATEST]
