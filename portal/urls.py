"""Every address of the portal. Unprefixed ones are Russian, those below /en/ English; machines' ones know no language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from events.web.feeds import common_calendar
from portal.people.views import after_sign_in
from portal.site.health import healthz, readyz
from portal.site.robots import robots_txt

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", robots_txt, name="robots"),
    path("", include("portal.site.sitemaps")),
    # Before Wagtail's own addresses: else a door with a password alone stays open.
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.LETTERS_KEEP_BODIES:
    urlpatterns += [path("dev/letters/", include("portal.letters.urls"))]

if settings.SERVE_MEDIA:
    media = settings.MEDIA_URL.strip("/")
    urlpatterns += [re_path(rf"^{media}/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT})]

urlpatterns += i18n_patterns(
    path("registration/", include("events.web.urls")),
    path("events/calendar.ics", common_calendar, name="events_calendar"),
    path("account/", after_sign_in, name="account"),
    path("account/", include("allauth.urls")),
    path("check/", include("portal.documents.urls")),
    path("", include("portal.site.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
