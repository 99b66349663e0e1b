"""Development: works from a fresh clone with no variable set."""

from portal.settings.base import *
from portal.settings.base import STORAGES, VAR_DIR
from portal.settings.environment import env

VAR_DIR.mkdir(exist_ok=True)
DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env("SECRET_KEY", default="development-only-key-never-used-in-production")
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SERVE_MEDIA = True
LETTERS_KEEP_BODIES = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
