"""Production settings that let the demo content in."""

from portal.settings.production import *  # noqa: F403

DEMO_ALLOWED = True
