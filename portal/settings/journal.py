"""What is written to the log: standard error, one line an event, no personal data."""

from portal.settings.environment import env

LOG_LEVEL = env("LOG_LEVEL", default="INFO")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "portal.core.journal.RedactingFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        },
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": LOG_LEVEL, "propagate": False},
        "portal": {"handlers": ["stderr"], "level": LOG_LEVEL, "propagate": False},
        "projects": {"handlers": ["stderr"], "level": LOG_LEVEL, "propagate": False},
        "events": {"handlers": ["stderr"], "level": LOG_LEVEL, "propagate": False},
        "wagtail": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
