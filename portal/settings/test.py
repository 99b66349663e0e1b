"""Tests: the development settings made fast and quiet; DATABASE_URL chooses the database, as everywhere."""

import tempfile
from pathlib import Path

from portal.settings.base import *
from portal.settings.base import STORAGES

DEBUG = False
SECRET_KEY = "key-of-the-tests"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "tests"}}

MEDIA_ROOT = Path(tempfile.gettempdir()) / "opora-tests" / "media"
PRIVATE_MEDIA_ROOT = Path(tempfile.gettempdir()) / "opora-tests" / "private"
STORAGES["private"]["OPTIONS"]["location"] = PRIVATE_MEDIA_ROOT
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SERVE_MEDIA = True
LETTERS_KEEP_BODIES = True
