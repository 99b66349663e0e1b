"""The words of a letter and its headers."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.utils import translation

from portal.letters import outbox, registry, rendering
from portal.letters.models import Letter
from tests.portal.letters.conftest import TestLetters

pytestmark = pytest.mark.django_db


def enqueue(**values: Any) -> Letter:
    return outbox.enqueue(**{"kind": "plain", "to": "anna@example.org", "language": "ru", "payload": {}, **values})


def parsed(letter: Letter, at: datetime) -> Any:
    rendered = rendering.render(letter=letter, at=at)
    raw = rendering.to_message(letter=letter, rendered=rendered).message().as_bytes()
    return message_from_bytes(raw, policy=policy.default)


def test_a_letter_speaks_the_language_of_its_addressee(letters: TestLetters, at: datetime) -> None:
    with translation.override("ru"):
        rendered = rendering.render(letter=enqueue(language="en"), at=at)
    assert rendered.text.splitlines()[2] == "en"
    assert '<html lang="en">' in rendered.html
    assert rendering.render(letter=enqueue(language="ru"), at=at).text.splitlines()[2] == "ru"


def test_headers_say_who_when_and_that_a_machine_wrote(letters: TestLetters, at: datetime) -> None:
    letter = enqueue()
    message = parsed(letter, at)
    assert message["Message-ID"] == letter.message_id
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "ru"
    assert message["To"] == "anna@example.org"
    assert message["Subject"].strip() == "Проверка\u00a0— портал «Опора»"
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_a_typed_line_break_opens_no_header(letters: TestLetters, at: datetime) -> None:
    letters.heading = "Школа\r\nBcc: all@example.org\u2028\x00 <b>"
    message = parsed(enqueue(), at)
    assert message["Bcc"] is None
    assert message["Subject"].strip() == "Школа Bcc: all@example.org <b>\u00a0— портал «Опора»"


def test_a_long_subject_is_cut_and_an_empty_one_is_a_fault(letters: TestLetters, at: datetime) -> None:
    letters.heading = "ы" * 500
    assert len(rendering.render(letter=enqueue(), at=at).subject) == rendering.MAX_SUBJECT


def test_what_a_person_typed_is_escaped_in_html_and_plain_in_text(letters: TestLetters, at: datetime) -> None:
    letters.heading = "<script>&"
    rendered = rendering.render(letter=enqueue(), at=at)
    assert rendered.subject.startswith("<script>&")
    assert "<script>" not in rendered.html
    assert "&lt;script&gt;&amp;" in rendered.html


def test_text_has_no_gaps_left_by_tags(letters: TestLetters, at: datetime) -> None:
    text = rendering.render(letter=enqueue(), at=at).text
    assert "\n\n\n" not in text
    assert text.startswith("Здравствуйте!\n\n")


def test_html_loads_nothing_from_anywhere(letters: TestLetters, at: datetime) -> None:
    html = rendering.render(letter=enqueue(), at=at).html
    assert [word for word in ("src=", "url(", "@import", "<link", "<script") if word in html] == []


def test_a_calendar_file_goes_along(letters: TestLetters, at: datetime) -> None:
    letters.attachments = (
        registry.Attachment(filename="встреча.ics", content="ЁЖ".encode(), mimetype="text/calendar"),
        registry.Attachment(filename="a.pdf", content=b"%PDF-\xff", mimetype="application/pdf"),
    )
    files = [
        (part.get_filename(), part.get_content_type(), part.get_payload(decode=True))
        for part in parsed(enqueue(), at).iter_attachments()
    ]
    assert files == [
        ("встреча.ics", "text/calendar", "ЁЖ".encode()),
        ("a.pdf", "application/pdf", b"%PDF-\xff"),
    ]


@pytest.mark.parametrize("name", ["", "a\nb.ics", "../a.ics", 'a".ics', "a" * 121])
def test_an_unsafe_file_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="attachment name"):
        registry.Attachment(filename=name, content=b"")


def test_the_frame_names_the_centre(letters: TestLetters, at: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_layout", [])
    registry.register_layout(
        lambda language: registry.Layout(
            centre=f"Центр {language}",
            site_name="Опора",
            site_url="https://opora.example",
            address="ул. Ленина, 1",
            phone="+7 (3852) 55-12-88",
            reply_to="centre@example.org",
        )
    )
    message = parsed(enqueue(), at)
    assert message["Reply-To"] == "centre@example.org"
    text = message.get_body(("plain",)).get_content()
    assert text.split("-- \n")[1].splitlines()[:4] == [
        "Центр ru",
        "ул.\u00a0Ленина, 1",
        "+7 (3852) 55-12-88",
        "https://opora.example",
    ]
