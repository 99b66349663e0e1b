"""How long letters are remembered."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from portal.letters import outbox, retention
from portal.letters.models import Letter, LetterState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters")]
DAY = timedelta(days=1)


def finished(at: datetime, state: str = LetterState.SENT) -> Letter:
    letter = outbox.enqueue(kind="plain", to="a@example.org", language="ru", payload={"id": 1})
    Letter.objects.filter(pk=letter.pk).update(
        state=state, finished_at=at, text="text", html="<p>", subject="subject", last_error="550 a@example.org"
    )
    return letter


def test_contents_go_after_a_month_and_the_row_after_a_year(at: datetime) -> None:
    old, recent, ancient = finished(at - 31 * DAY), finished(at - 29 * DAY), finished(at - 366 * DAY)
    waiting = outbox.enqueue(kind="plain", to="b@example.org", language="ru", payload={"id": 2})
    assert retention.purge(at) == 2
    assert retention.purge(at) == 0
    left = Letter.objects.order_by("pk").values_list("pk", "payload", "text", "html", "subject", "last_error")
    assert list(left) == [
        (old.pk, {}, "", "", "", ""),
        (recent.pk, {"id": 1}, "text", "<p>", "subject", "550 a@example.org"),
        (waiting.pk, {"id": 2}, "", "", "", ""),
    ]
    assert not Letter.objects.filter(pk=ancient.pk).exists()


def test_the_terms_are_settings(at: datetime, settings: Any) -> None:
    settings.LETTERS_PURGE_AFTER = DAY
    letter = finished(at - 2 * DAY, LetterState.DEAD)
    assert retention.purge(at) == 1
    letter.refresh_from_db()
    assert (letter.payload, letter.purged_at, letter.state) == ({}, at, LetterState.DEAD)
