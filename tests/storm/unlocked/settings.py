"""The test settings without the lock: on PostgreSQL no row lock, on SQLite transactions that begin as readers."""

from portal.settings.test import *  # noqa: F403 the way Django settings extend each other
from portal.settings.test import DATABASES, INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.storm.unlocked.apps.UnlockedConfig"]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    options = {**DATABASES["default"]["OPTIONS"], "transaction_mode": "DEFERRED", "timeout": 1}
    options["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=1000;"
    DATABASES["default"]["OPTIONS"] = options
