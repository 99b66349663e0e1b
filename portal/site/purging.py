"""What machines read changes with every page."""

from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

FEEDS = ("feed", "news_feed")


def machine_addresses(page: Page) -> list[str]:
    """Return the full addresses of the feeds and maps of the page's language, on the host of the page's site."""
    parts = page.get_url_parts()
    if parts is None:
        return []
    language = page.locale.language_code
    with translation.override(language):
        feeds = [reverse(name) for name in FEEDS]
    return [f"{parts[1]}{path}" for path in (*feeds, reverse("sitemap"), reverse("sitemap_section", args=[language]))]
