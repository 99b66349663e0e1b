"""Production: every secret and address comes from the environment, and a missing one stops the start by its name."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *
from portal.settings.base import STORAGES
from portal.settings.environment import env

REQUIRED = ("SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL", "DEFAULT_FROM_EMAIL")
_missing = [name for name in REQUIRED if not env(name, default="").strip()]
if _missing:
    raise ImproperlyConfigured(f"Set these variables (docs/operations.md): {', '.join(_missing)}.")

SECRET_KEY = env("SECRET_KEY")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10 or "development" in SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is a default or too weak: give 50 or more random characters.")
# Keys of yesterday, so that a change of SECRET_KEY signs nobody out and breaks no link in a letter.
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

_site = urlsplit(env("SITE_URL"))
if _site.scheme != "https" or not _site.hostname:
    raise ImproperlyConfigured("SITE_URL must be the full https address of the site.")
if "*" in env.list("ALLOWED_HOSTS"):
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts; «*» lets anybody forge the addresses in letters.")

DEBUG = False
STAFF_SECOND_FACTOR = True
ADMINS: list[
    tuple[str, str]
] = []  # errors go to the log and to SENTRY_DSN: letters about them would carry personal data

# --- https ------------------------------------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=365 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [f"https://{_site.netloc}"]
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
# How many proxies of our own stand in front: limits on sign-in attempts count the visitor's address, not the proxy's.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=1)

# --- files: a folder by default, an S3 store by variables (the extra «s3») ----------------------------------------------
if env("MEDIA_S3_BUCKET", default=""):
    _store = {
        "access_key": env("MEDIA_S3_ACCESS_KEY"),
        "secret_key": env("MEDIA_S3_SECRET_KEY"),
        "endpoint_url": env("MEDIA_S3_ENDPOINT"),
        "region_name": env("MEDIA_S3_REGION", default=None),
        "file_overwrite": False,
    }
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            **_store,
            "bucket_name": env("MEDIA_S3_BUCKET"),
            "custom_domain": env("MEDIA_S3_PUBLIC_DOMAIN", default=None),
            "querystring_auth": False,
            "object_parameters": {"CacheControl": "public, max-age=31536000, immutable"},
        },
    }
    STORAGES["private"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {**_store, "bucket_name": env("MEDIA_S3_PRIVATE_BUCKET"), "default_acl": "private"},
    }

# --- what the log says, and where errors go -----------------------------------------------------------------------------
SENTRY_DSN = env("SENTRY_DSN", default="")
if SENTRY_DSN:
    from portal.settings.errors import report_errors

    report_errors(SENTRY_DSN)
