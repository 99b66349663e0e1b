"""What machines read changes with every page."""

from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from portal.core.seo import absolute_url

NAMES = ("feed", "news_feed")


def machine_addresses(page: Page) -> list[str]:
    """Return the full addresses of the feeds and maps of the page's language."""
    language = page.locale.language_code
    with translation.override(language):
        feeds = [reverse(name) for name in NAMES]
    return [absolute_url(path) for path in (*feeds, reverse("sitemap"), reverse("sitemap_section", args=[language]))]
