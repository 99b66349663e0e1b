"""Wagtail: Russian first, nothing that calls abroad, pictures in modern formats within limits."""

from portal.settings.environment import env

SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")

WAGTAIL_SITE_NAME = "Опора"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_I18N_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ru", "русский"), ("en", "English")]
WAGTAIL_USER_TIME_ZONES = ["Asia/Barnaul", "Asia/Novosibirsk", "Asia/Krasnoyarsk", "Europe/Moscow", "UTC"]

# --- one door: allauth's login page; Wagtail's own password pages stay closed ----------------------------------------
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_REQUIRED = False

# --- nothing leaves the server by itself ------------------------------------------------------------------------------
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# No finder at all: an embedded foreign player would break both the CSP and the promise of no third-party request.
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []

# --- pictures and files -----------------------------------------------------------------------------------------------
WAGTAILIMAGES_IMAGE_MODEL = "media.Image"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024  # bytes
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000  # frames × width × height: a decompression bomb is refused
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp", "heic": "jpeg"}
WAGTAILIMAGES_AVIF_QUALITY = 60
WAGTAILIMAGES_WEBP_QUALITY = 78
WAGTAILIMAGES_JPEG_QUALITY = 80
WAGTAILDOCS_DOCUMENT_MODEL = "media.Document"
WAGTAILDOCS_EXTENSIONS = [
    "csv", "docx", "epub", "ics", "jpg", "json", "odp", "ods", "odt", "pdf", "png", "pptx", "rtf", "txt", "xlsx", "zip",
]  # fmt: skip
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024  # bytes
WAGTAILDOCS_INLINE_CONTENT_TYPES = ["application/pdf"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"

WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}

# --- search: the database by default; SEARCH_URL names an Elasticsearch server ---------------------------
SEARCH_URL = env("SEARCH_URL", default="")
WAGTAILSEARCH_BACKENDS: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "russian"}
}
if SEARCH_URL:
    # «elasticsearch9+https://…» chooses the engine, the rest is the address; see docs/operations.md.
    _engine, _, _address = SEARCH_URL.partition("+")
    WAGTAILSEARCH_BACKENDS["default"] = {
        "BACKEND": f"wagtail.search.backends.{_engine}",
        "URLS": [_address],
        "INDEX_PREFIX": "opora_",
        "TIMEOUT": 5,
    }

# --- front-end cache: publishing purges it (portal/core/caching.py) ---------------------------------------------------
FRONTEND_CACHE_URL = env("FRONTEND_CACHE_URL", default="")
# Wagtail would guess an address for each language; caching.addresses_showing names the real ones.
WAGTAILFRONTENDCACHE_LANGUAGES: list[str] = []
WAGTAILFRONTENDCACHE: dict[str, dict[str, str]] = {}
if FRONTEND_CACHE_URL:
    WAGTAILFRONTENDCACHE["default"] = {
        "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
        "LOCATION": FRONTEND_CACHE_URL,
    }
