"""Kinds of letters that exist in tests only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import translation
from django.utils.functional import lazystr

from portal.letters import registry

NOON = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)


@dataclass
class TestLetters:
    """What the builder of the test letter does next, and what it was asked for."""

    __test__ = False

    error: Exception | None = None
    heading: str = "Проверка"
    attachments: tuple[registry.Attachment, ...] = ()
    asked: list[tuple[dict[str, Any], str, datetime]] = field(default_factory=list)

    def build(self, payload: dict[str, Any], language: str, at: datetime) -> registry.LetterContent:
        self.asked.append((payload, language, at))
        if self.error is not None:
            raise self.error
        return registry.LetterContent(
            context={"heading": self.heading, "lead": lazystr(translation.get_language()), "closing": "Всё."},
            attachments=self.attachments,
        )


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> Iterator[TestLetters]:
    """The kinds «plain», «urgent» and «secret», all written by the same builder."""
    known = dict(registry._kinds)
    mine = TestLetters()
    for name in ("plain", "urgent", "secret"):
        registry.register(
            registry.LetterKind(
                name=name,
                title=name,
                build=mine.build,
                templates="letters/account",
                urgent=name == "urgent",
                secret=name == "secret",
            )
        )
    yield mine
    registry._kinds.clear()
    registry._kinds.update(known)


@pytest.fixture
def at() -> datetime:
    """Noon of a day in Barnaul."""
    return NOON
