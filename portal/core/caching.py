"""What a shared cache may keep, for how long, and what publishing takes out of it.

Nothing is public by accident: an answer may be kept only when it is a Wagtail page or its view says so with
`cacheable`, and only if no cookie was read or set on the way. Everything else leaves as «private, no-store»
unless the view has named a rule of its own.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import has_vary_header, patch_cache_control
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import Page

BROWSER_SECONDS = 60
FILTERED_SECONDS = 60

View = ParamSpec("View")
PurgeRule = Callable[[Page], Iterable[str]]
_purge_rules: list[PurgeRule] = []


def mark_public(response: HttpResponse, *, seconds: int | None = None, next_change: datetime | None = None) -> None:
    """Let shared caches keep `response` for `seconds` (PUBLIC_CACHE_SECONDS if None), never past `next_change`."""
    response.public_for = settings.PUBLIC_CACHE_SECONDS if seconds is None else seconds  # type: ignore[attr-defined]
    response.next_change = next_change  # type: ignore[attr-defined]


def cacheable(*, seconds: int | None = None) -> Callable[[Callable[View, HttpResponse]], Callable[View, HttpResponse]]:
    """Decorate a view whose answer is the same for everybody: a feed, a calendar, the places of a cohort.

    A view that knows when its answer changes by itself calls `mark_public(response, next_change=…)` instead.
    """

    def decorate(view: Callable[View, HttpResponse]) -> Callable[View, HttpResponse]:
        @wraps(view)
        def marked(*args: View.args, **kwargs: View.kwargs) -> HttpResponse:
            response = view(*args, **kwargs)
            if not hasattr(response, "public_for"):
                mark_public(response, seconds=seconds)
            return response

        return marked

    return decorate


class PublicCacheMiddleware:
    """Writes Cache-Control on every answer; stands above the session so that it sees every cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Leave a rule the view has named; else decide by `seconds_to_keep`."""
        response = self.get_response(request)
        if response.has_header("Cache-Control") or not isinstance(response, HttpResponse):
            return response
        seconds = seconds_to_keep(request, response, at=timezone.now())
        if seconds > 0:
            patch_cache_control(response, public=True, max_age=min(BROWSER_SECONDS, seconds), s_maxage=seconds)
        else:
            patch_cache_control(response, private=True, no_store=True)
        return response


def seconds_to_keep(request: HttpRequest, response: HttpResponse, *, at: datetime) -> int:
    """How many seconds a shared cache may keep this answer at the moment `at`; 0 means not at all.

    The answer of a filtered or paginated address is kept for a minute at most: a purge can't name every query string.
    """
    if request.method not in ("GET", "HEAD") or response.status_code != 200:
        return 0
    session = getattr(request, "session", None)
    if response.cookies or has_vary_header(response, "Cookie") or (session is not None and session.accessed):
        return 0
    page = _served_page(request, response)
    seconds = getattr(response, "public_for", settings.PUBLIC_CACHE_SECONDS if page is not None else 0)
    moments = [getattr(response, "next_change", None)]
    if page is not None:
        moments += [page.expire_at, _next_change_of(page, at)]
    for moment in moments:
        if moment is not None and moment > at:
            seconds = min(seconds, int((moment - at).total_seconds()))
    if request.META.get("QUERY_STRING"):
        seconds = min(seconds, FILTERED_SECONDS)
    return max(0, seconds)


def _served_page(request: HttpRequest, response: HttpResponse) -> Page | None:
    """The live Wagtail page this answer shows, if it is one."""
    match = request.resolver_match
    if match is None or match.url_name != "wagtail_serve":
        return None
    context: dict[str, Any] = getattr(response, "context_data", None) or {}
    page = context.get("page") or context.get("self")
    return page if isinstance(page, Page) else None


def _next_change_of(page: Page, at: datetime) -> datetime | None:
    """The next moment after `at` when the page changes by itself, as the page's own `next_change(at)` says."""
    next_change: Callable[[datetime], datetime | None] | None = getattr(page, "next_change", None)
    return None if next_change is None else next_change(at)


def register_purge(rule: PurgeRule) -> PurgeRule:
    """Add a rule: given a page that was published or taken down, the full addresses that show it besides its own.

    Feeds, sitemaps and calendars register themselves so from `AppConfig.ready()`.
    """
    if rule not in _purge_rules:
        _purge_rules.append(rule)
    return rule


def addresses_showing(page: Page) -> set[str]:
    """Full addresses to purge when `page` changes: itself and its ancestors, in every locale, and what rules add.

    Ancestors, because a listing and the home page stay stale when a child is published; every locale, because the
    switcher of languages and aliases show the page there.
    """
    batch = PurgeBatch()
    everywhere = [page, *page.get_translations()]
    for version in everywhere:
        batch.add_page(version)
        batch.add_pages(version.get_ancestors().live().filter(depth__gt=1).specific(defer=True))
        for rule in _purge_rules:
            batch.add_urls(rule(version))
    return set(batch.urls)


def purge_page(page: Page) -> None:
    """Take `page` and everything that shows it out of the cache in front, after the commit, in one batch."""
    if not settings.WAGTAILFRONTENDCACHE:
        return
    addresses = addresses_showing(page)
    transaction.on_commit(lambda: PurgeBatch(addresses).purge(), robust=True)


def purge_on_signal(*, instance: Page, **_: object) -> None:
    """Receiver of Wagtail's page_published, page_unpublished, page_slug_changed and post_page_move."""
    purge_page(instance)
