"""The development page."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from portal.letters import checks, delivery, outbox, registry
from portal.letters.models import Letter, LetterState
from tests.portal.letters.conftest import TestLetters

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(letters: TestLetters, at: datetime) -> Letter:
    """A sent letter with a calendar file."""
    letters.attachments = (registry.Attachment(filename="поток.ics", content=b"BEGIN", mimetype="text/calendar"),)
    row = outbox.enqueue(kind="plain", to="anna@example.org", language="ru", payload={}, due=at)
    delivery.deliver_due(clock=lambda: at)
    row.refresh_from_db()
    return row


def test_letters_are_listed_by_mailbox(client: Client, letter: Letter) -> None:
    outbox.enqueue(kind="plain", to="boris@example.org", language="ru", payload={})
    everything = client.get("/dev/letters/")
    assert [row.to for row, _ in everything.context["letters"]] == ["boris@example.org", "anna@example.org"]
    anna = client.get("/dev/letters/", {"to": "Anna@example.org"})
    assert [row.pk for row, _ in anna.context["letters"]] == [letter.pk]


def test_a_letter_shows_its_text_links_and_files(client: Client, letter: Letter) -> None:
    response = client.get(f"/dev/letters/{letter.pk}/")
    assert response.status_code == 200
    assert response.context["links"] == ["http://127.0.0.1:8000"]
    file = client.get(f"/dev/letters/{letter.pk}/files/0/")
    assert (file.content, file.headers["Content-Type"]) == (b"BEGIN", "text/calendar")
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert client.get(f"/dev/letters/{letter.pk}/files/1/").status_code == 404


def test_the_html_stands_alone_without_scripts(client: Client, letter: Letter) -> None:
    response = client.get(f"/dev/letters/{letter.pk}/html/")
    assert response.content.decode() == letter.html
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_a_waiting_letter_can_be_sent_from_the_page(client: Client, letters: TestLetters, at: datetime) -> None:
    row = outbox.enqueue(kind="plain", to="a@example.org", language="ru", payload={}, due=at + timedelta(days=9999))
    assert client.get(f"/dev/letters/{row.pk}/").context["is_waiting"] is True
    assert client.get(f"/dev/letters/{row.pk}/deliver/").status_code == 405
    client.post(f"/dev/letters/{row.pk}/deliver/")
    row.refresh_from_db()
    assert row.state == LetterState.SENT


def test_nobody_reads_letters_where_bodies_are_not_kept(client: Client, letter: Letter, settings: Any) -> None:
    settings.LETTERS_KEEP_BODIES = False
    for address in ("", f"{letter.pk}/", f"{letter.pk}/html/", f"{letter.pk}/files/0/"):
        assert client.get(f"/dev/letters/{address}").status_code == 404
    assert client.post(f"/dev/letters/{letter.pk}/deliver/").status_code == 404


def test_production_is_told_not_to_keep_bodies(settings: Any) -> None:
    settings.LETTERS_KEEP_BODIES = True
    assert [error.id for error in checks.check_bodies_are_not_kept()] == ["letters.E001"]
    settings.LETTERS_KEEP_BODIES = False
    assert checks.check_bodies_are_not_kept() == []
