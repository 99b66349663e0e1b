"""Development settings with the files and error pages of production: hashed static files, no debug pages."""

from portal.settings.dev import *
from portal.settings.dev import STORAGES

DEBUG = False
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
WHITENOISE_USE_FINDERS = False
WHITENOISE_AUTOREFRESH = False
# One visitor makes more attempts here in a minute than a person in a year.
ACCOUNT_RATE_LIMITS = False
