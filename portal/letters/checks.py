"""What must hold before letters leave a real site."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security, deploy=True)
def check_bodies_are_not_kept(**kwargs: Any) -> list[CheckMessage]:
    """A site for people must not keep their letters: /dev/letters/ would show them, links and codes included."""
    if settings.LETTERS_KEEP_BODIES:
        return [
            Error("LETTERS_KEEP_BODIES is on: everybody's letters could be read at /dev/letters/.", id="letters.E001")
        ]
    return []
