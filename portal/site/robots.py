"""What crawlers may walk."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from portal.core.caching import cacheable

CLOSED = ("/admin/", "/account/", "/registration/", "/check/", "/search/", "/documents/")


@require_safe
@cacheable(seconds=3600)
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Close forms, accounts and personal links to crawlers in both languages; name the sitemap."""
    closed = [f"Disallow: {prefix}{path}" for prefix in ("", "/en") for path in CLOSED]
    lines = ["User-agent: *", *closed, "", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
