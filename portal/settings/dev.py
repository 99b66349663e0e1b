"""Development: works from a fresh clone with no variable set."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import STORAGES, VAR_DIR, env

VAR_DIR.mkdir(exist_ok=True)
DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env("SECRET_KEY", default="development-only-key-never-used-in-production")
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
