"""The map of the site for search engines: a list a language, each page with its other languages beside it."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import index as index_view
from django.contrib.sitemaps.views import sitemap as section_view
from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail.models import Page
from wagtail.query import PageQuerySet

from portal.core.caching import cacheable
from portal.core.privacy import open_to_all
from portal.core.seo import absolute_url, alternates

CACHE_SECONDS = 3600


def _listed() -> PageQuerySet:
    """Pages anybody may read, in the order of the tree; what stands outside a site has no address and is left out."""
    return open_to_all(Page.objects.all()).filter(depth__gt=1, alias_of=None).select_related("locale").order_by("path")


class LanguageSitemap(Sitemap):
    """Pages of one language."""

    limit = 5000

    def __init__(self, language: str) -> None:
        self.language = language

    def items(self) -> list[Page]:
        """Return the public pages of the language, each knowing its translations."""
        by_key: dict[Any, list[Page]] = {}
        for page in _listed():
            if page.url:
                by_key.setdefault(page.translation_key, []).append(page)
        self._translations = by_key
        return [page for pages in by_key.values() for page in pages if page.locale.language_code == self.language]

    def lastmod(self, item: Page) -> datetime | None:
        """Return when the page was last published."""
        return item.last_published_at

    def get_latest_lastmod(self) -> datetime | None:
        """Return the newest publication in the language, for the index of lists."""
        newest = _listed().filter(locale__language_code=self.language).order_by("-last_published_at").first()
        return newest.last_published_at if newest else None

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        """Return what Django's template prints; addresses stand on the portal's own host, whatever was asked."""
        return [
            {
                "item": item,
                "location": absolute_url(item.url),
                "lastmod": self.lastmod(item),
                "changefreq": None,
                "priority": "",
                "alternates": [
                    {"location": link.url, "lang_code": link.language}
                    for link in alternates(self._translations[item.translation_key])
                ],
            }
            for item in self.paginator.page(page).object_list
        ]


@cacheable(seconds=CACHE_SECONDS)
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """List the maps of the languages."""
    return index_view(request, sitemaps=_sections(), sitemap_url_name="sitemap_section")


@cacheable(seconds=CACHE_SECONDS)
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    """List the pages of one language."""
    return section_view(request, sitemaps=_sections(), section=section)


def _sections() -> dict[str, type[Sitemap] | Sitemap]:
    return {code: LanguageSitemap(code) for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES}


urlpatterns = [
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap_section, name="sitemap_section"),
]
