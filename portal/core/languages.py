"""The language of an answer is decided by its address alone, so that a shared cache may keep it."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class LanguageByPathMiddleware(LocaleMiddleware):
    """Russian without a prefix, English under /en/; the browser's Accept-Language has no say.

    Django's own middleware sends «Vary: Accept-Language» for unprefixed addresses although, with
    `prefix_default_language=False`, it doesn't look at that header: every browser would get a cache entry of its own.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Name the language; vary by nothing."""
        response.headers.setdefault("Content-Language", translation.get_language())
        return response
