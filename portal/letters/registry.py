"""What letters there are, and what stands in the frame around every one of them.

Higher rooms register their letters in ``AppConfig.ready()``; this room never imports them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.functional import Promise

MAX_FILENAME = 120


class Obsolete(Exception):  # a reason to skip, not an error
    """Raised by a build function when the letter has become wrong: it is skipped, the reason is kept."""


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file that goes with a letter.

    Raises ValueError for a name that could break out of a header or a folder.
    """

    filename: str
    content: bytes
    mimetype: str = "application/octet-stream"

    def __post_init__(self) -> None:
        if not self.filename or len(self.filename) > MAX_FILENAME:
            raise ValueError("attachment name is empty or too long")
        if any(not char.isprintable() or char in '/\\"' for char in self.filename):
            raise ValueError(f"attachment name is not safe: {self.filename!r}")


@dataclass(frozen=True, kw_only=True)
class LetterContent:
    """What a build function returns: the context of the templates and the files."""

    context: dict[str, Any] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()


Build = Callable[[dict[str, Any], str, datetime], LetterContent]


@dataclass(frozen=True, kw_only=True)
class LetterKind:
    """A kind of letter.

    `build(payload, language, at)` runs at delivery, inside a short transaction of its own, so it may mint fresh
    link tokens. It can run more than once for one letter (delivery is at least once), and a mail server may drop
    the second copy: a token it mints must not void those minted before.

    `templates` is the stem of ``<stem>.subject.txt``, ``<stem>.txt`` and ``<stem>.html`` (by default
    ``letters/<name>``). `urgent` letters overtake mass mailings. The payload of a `secret` letter (a code) is
    wiped in the same statement that ends the letter's life.
    """

    name: str
    title: str | Promise
    build: Build
    templates: str = ""
    urgent: bool = False
    secret: bool = False

    @property
    def stem(self) -> str:
        """The beginning of the three template names."""
        return self.templates or f"letters/{self.name}"


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The frame of every letter: who writes and how to answer. Plain text, no markup."""

    centre: str
    site_name: str
    site_url: str
    address: str = ""
    phone: str = ""
    reply_to: str = ""


class UnknownKindError(LookupError):
    """The letter's kind is registered by nobody (an older or newer version of the site wrote it)."""


_kinds: dict[str, LetterKind] = {}
_layout: list[Callable[[str], Layout]] = []


def register(kind: LetterKind) -> LetterKind:
    """Add a kind of letter; the same name twice is a mistake and raises ValueError."""
    if kind.name in _kinds and _kinds[kind.name] != kind:
        raise ValueError(f"letter kind registered twice: {kind.name}")
    _kinds[kind.name] = kind
    return kind


def get(name: str) -> LetterKind:
    """Return the kind; raises UnknownKindError."""
    try:
        return _kinds[name]
    except KeyError:
        raise UnknownKindError(f"no letter of kind {name!r} is registered") from None


def kinds() -> Mapping[str, LetterKind]:
    """All kinds by name."""
    return dict(_kinds)


def register_layout(function: Callable[[str], Layout]) -> None:
    """Say who writes: `function(language)` returns the frame. The last registration wins."""
    _layout[:] = [function]


def layout(language: str) -> Layout:
    """The frame in one language; without a registered one, the names from the settings."""
    if _layout:
        return _layout[0](language)
    return Layout(centre=settings.WAGTAIL_SITE_NAME, site_name=settings.WAGTAIL_SITE_NAME, site_url=settings.SITE_URL)
