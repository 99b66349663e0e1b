"""Search over the public pages of a language.

PostgreSQL knows Russian word forms; SQLite finds exact words. «ё» equals «е» on both (`portal.core.folding`).
"""

import re
from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page

from portal.core.caching import cacheable
from portal.core.folding import fold
from portal.core.privacy import open_to_all

PER_PAGE = 10
LONGEST_QUERY = 200  # characters; what is longer is no question but an accident


def asked(request: HttpRequest) -> str:
    """Return the words asked for, without what no page can contain."""
    return request.GET.get("q", "").replace("\x00", " ").strip()[:LONGEST_QUERY]


def words_of(question: str) -> str:
    """Return the words of a question, folded; signs that mean something to a search engine mean nothing to people."""
    return " ".join(re.findall(r"\w+", fold(question)))


@require_safe
@cacheable(seconds=60)
def search(request: HttpRequest) -> HttpResponse:
    """Show what was found, or say that nothing was asked or found; `?q=…&page=…`."""
    words = asked(request)
    results = None
    if words:
        pages = open_to_all(Page.objects.all()).filter(locale=Locale.get_active())
        question = words_of(words)
        found = pages.search(question) if question else []
        results = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
        results.object_list = _specific(results)
    return render(
        request, "pages/site/search.html", {"words": words, "results": results, "query": urlencode({"q": words})}
    )


def _specific(found: Iterable[Page]) -> list[Page]:
    """Return the pages with their own fields, in the order found; a query a page type and not a page."""
    keys = [page.pk for page in found]
    pages = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific().defer_streamfields()}
    return [pages[key] for key in keys if key in pages]
