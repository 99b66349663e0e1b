"""Why the domain said no. The message is for the person at the screen; the code is for programs and tests."""

from typing import Any

from django.utils.functional import Promise


class Refused(Exception):
    """An act that can't be done now; `str(error)` says in the reader's language what happened and what to do."""

    def __init__(self, code: str, message: str | Promise, **details: Any) -> None:
        """Keep a stable `code`, the `message` for people and whatever a page needs beside it."""
        super().__init__(code)
        self.code = code
        self.message = message
        self.details = details

    def __str__(self) -> str:
        return str(self.message)


class RegistrationRefused(Refused):
    """Nobody can be registered this way now: too early, too late, no places, a choice is missing."""


class PlacesRefused(Refused):
    """The number of places can't be changed so."""


class CohortRefused(Refused):
    """An event or a cohort can't be made, announced or called off so."""


class TransitionRefused(Refused):
    """A registration can't go from its present state to the one asked for."""
