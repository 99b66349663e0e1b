"""Tests: the development settings made fast and quiet; DATABASE_URL chooses the database, as everywhere."""

import atexit
import shutil
import tempfile
from pathlib import Path

from portal.settings.base import *
from portal.settings.base import STORAGES
from portal.settings.environment import env

DEBUG = False
SECRET_KEY = "key-of-the-tests"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "tests"}}

# A folder of this run alone; a server started by the tests gets its folder through the variable.
_files = Path(env("VAR_DIR", default="") or tempfile.mkdtemp(prefix="opora-tests-"))
if not env("VAR_DIR", default=""):
    atexit.register(shutil.rmtree, _files, ignore_errors=True)

MEDIA_ROOT = _files / "media"
PRIVATE_MEDIA_ROOT = _files / "private"
STORAGES["private"]["OPTIONS"]["location"] = PRIVATE_MEDIA_ROOT
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SERVE_MEDIA = True
LETTERS_KEEP_BODIES = True
DEMO_ALLOWED = True
