"""Development: works from a fresh clone with no variable set."""

from portal.settings.base import *
from portal.settings.base import STORAGES
from portal.settings.environment import VAR_DIR, env

VAR_DIR.mkdir(exist_ok=True)
DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env("SECRET_KEY", default="development-only-key-never-used-in-production")
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SERVE_MEDIA = True
# Letters are read at /dev/letters/, none leaves the machine.
LETTERS_KEEP_BODIES = True
# `manage.py demo` makes accounts with printed passwords.
DEMO_ALLOWED = True
if not env("EMAIL_URL", default=""):
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
