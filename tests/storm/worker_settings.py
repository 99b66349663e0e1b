"""Settings of workers in storms: mail goes into files, slowly, and a lease is short."""

from datetime import timedelta

from portal.settings.test import *  # noqa: F403

EMAIL_BACKEND = "tests.storm.slow_mail.SlowFiles"
LETTERS_LEASE = timedelta(seconds=3)
LETTERS_KEEP_BODIES = False
