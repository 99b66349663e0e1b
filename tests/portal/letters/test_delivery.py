"""Taking letters out of the outbox."""

from __future__ import annotations

import smtplib
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend

from portal.letters import delivery, outbox, registry
from portal.letters.models import Letter, LetterState
from tests.portal.letters.conftest import NOON, TestLetters

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


class Refusing(EmailBackend):
    """A mail server that answers with whatever the test wants."""

    error: Exception | None = None

    def send_messages(self, messages: Any) -> int:
        if Refusing.error is not None:
            raise Refusing.error
        return super().send_messages(messages)


@pytest.fixture
def server(settings: Any, monkeypatch: pytest.MonkeyPatch) -> type[Refusing]:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    monkeypatch.setattr(Refusing, "error", None)
    return Refusing


def enqueue(kind: str = "plain", due: datetime = NOON, **values: Any) -> Letter:
    given = {"to": "anna@example.org", "language": "ru", "payload": {"id": 7}, **values}
    return outbox.enqueue(kind=kind, due=due, **given)


def deliver(at: datetime) -> int:
    return delivery.deliver_due(clock=lambda: at)


def test_a_due_letter_is_sent_once(letters: TestLetters, at: datetime) -> None:
    letter = enqueue()
    assert deliver(at) == 1
    letter.refresh_from_db()
    assert (letter.state, letter.sent_at, letter.finished_at, letter.attempts) == (LetterState.SENT, at, at, 1)
    assert deliver(at + MINUTE) == 0
    assert [(m.to, m.extra_headers["Message-ID"]) for m in mail.outbox] == [(["anna@example.org"], letter.message_id)]
    assert letters.asked == [({"id": 7}, "ru", at)]


def test_a_letter_waits_for_its_time(letters: TestLetters, at: datetime) -> None:
    enqueue(due=at + MINUTE)
    assert deliver(at) == 0
    assert deliver(at + MINUTE) == 1


def test_urgent_letters_overtake_a_mass_mailing(letters: TestLetters, at: datetime) -> None:
    enqueue(to="first@example.org", due=at - MINUTE)
    enqueue(kind="urgent", to="waiting@example.org")
    deliver(at)
    assert [m.to for m in mail.outbox] == [["waiting@example.org"], ["first@example.org"]]


def test_a_failure_is_visible_and_tried_again_later_and_later(
    letters: TestLetters, server: type[Refusing], at: datetime
) -> None:
    letter = enqueue()
    server.error = ConnectionRefusedError("no mail server")
    pauses = []
    for _ in range(delivery.MAX_ATTEMPTS):
        assert deliver(at) == 1
        letter.refresh_from_db()
        pauses.append(int((letter.due_at - at) / MINUTE))
        assert letter.last_error == "ConnectionRefusedError: no mail server"
        assert deliver(letter.due_at - timedelta(seconds=1)) == 0
        at = letter.due_at
        if letter.state == LetterState.DEAD:
            break
    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360, 360, 360, 360, 0]
    assert letter.state == LetterState.DEAD


def test_a_failed_letter_goes_when_the_server_is_back(
    letters: TestLetters, server: type[Refusing], at: datetime
) -> None:
    letter = enqueue()
    server.error = smtplib.SMTPRecipientsRefused({"anna@example.org": (451, b"greylisted")})
    deliver(at)
    letter.refresh_from_db()
    assert letter.state == LetterState.FAILED
    server.error = None
    deliver(letter.due_at)
    letter.refresh_from_db()
    assert (letter.state, letter.last_error, letter.attempts) == (LetterState.SENT, "", 2)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (smtplib.SMTPRecipientsRefused({"anna@example.org": (550, b"no such user")}), LetterState.DEAD),
        (smtplib.SMTPDataError(554, b"rejected"), LetterState.DEAD),
        (smtplib.SMTPDataError(452, b"later"), LetterState.FAILED),
        (smtplib.SMTPAuthenticationError(535, b"wrong password"), LetterState.FAILED),
        (smtplib.SMTPSenderRefused(550, b"who are you", "opora@localhost"), LetterState.FAILED),
        (smtplib.SMTPServerDisconnected("gone"), LetterState.FAILED),
        (TimeoutError("slow"), LetterState.FAILED),
    ],
)
def test_a_refused_address_is_given_up_and_our_own_trouble_is_not(
    letters: TestLetters, server: type[Refusing], at: datetime, error: Exception, state: LetterState
) -> None:
    letter = enqueue()
    server.error = error
    deliver(at)
    letter.refresh_from_db()
    assert letter.state == state
    assert letter.last_error.startswith(type(error).__name__)
    assert list(Letter.objects.dead()) == ([letter] if state == LetterState.DEAD else [])
    assert list(Letter.objects.undelivered()) == [letter]


def test_a_server_that_cannot_be_reached_is_asked_once_a_round(
    letters: TestLetters, server: type[Refusing], at: datetime
) -> None:
    for number in range(3):
        enqueue(to=f"p{number}@example.org")
    server.error = TimeoutError("slow")
    assert deliver(at) == 1
    server.error = smtplib.SMTPRecipientsRefused({"p": (450, b"later")})
    assert deliver(at) == 2


def test_an_obsolete_letter_is_skipped_with_its_reason(letters: TestLetters, at: datetime) -> None:
    letter = enqueue()
    letters.error = registry.Obsolete("the registration was cancelled")
    deliver(at)
    letter.refresh_from_db()
    assert (letter.state, letter.last_error) == (LetterState.SKIPPED, "the registration was cancelled")
    assert mail.outbox == []
    assert list(Letter.objects.undelivered()) == []


def test_a_fault_in_one_letter_stops_no_other(letters: TestLetters, at: datetime) -> None:
    broken = enqueue()
    Letter.objects.filter(pk=broken.pk).update(kind="of_a_newer_version")
    enqueue()
    assert deliver(at) == 2
    broken.refresh_from_db()
    assert (broken.state, len(mail.outbox)) == (LetterState.FAILED, 1)
    assert broken.last_error == "UnknownKindError: no letter of kind 'of_a_newer_version' is registered"


def test_a_claimed_letter_belongs_to_one_worker_until_the_lease_is_over(letters: TestLetters, at: datetime) -> None:
    enqueue()
    first = delivery.claim(at=at)
    assert first is not None
    assert delivery.claim(at=at) is None
    assert delivery.claim(at=at + delivery.DEFAULT_LEASE - timedelta(seconds=1)) is None
    second = delivery.claim(at=at + delivery.DEFAULT_LEASE)
    assert second is not None
    assert (second.pk, second.attempts, second.message_id) == (first.pk, 2, first.message_id)


def test_a_worker_that_slept_past_its_lease_cannot_overwrite_the_outcome(letters: TestLetters, at: datetime) -> None:
    enqueue()
    slow = delivery.claim(at=at)
    later = at + delivery.DEFAULT_LEASE
    quick = delivery.claim(at=later)
    assert slow is not None
    assert quick is not None
    letters.error = registry.Obsolete("cancelled meanwhile")
    delivery.deliver(letter=quick, at=later, postman=delivery.Postman())
    letters.error = RuntimeError("late")
    delivery.deliver(letter=slow, at=at, postman=delivery.Postman())
    assert list(Letter.objects.values_list("state", "last_error")) == [("skipped", "cancelled meanwhile")]


def test_a_letter_that_kills_every_worker_is_given_up(letters: TestLetters, at: datetime) -> None:
    letter = enqueue()
    Letter.objects.update(state=LetterState.SENDING, leased_until=at, attempts=delivery.MAX_ATTEMPTS)
    deliver(at)
    letter.refresh_from_db()
    assert (letter.state, mail.outbox) == (LetterState.DEAD, [])


@pytest.mark.parametrize("error", [None, registry.Obsolete("old"), smtplib.SMTPDataError(554, b"rejected")])
def test_a_secret_is_wiped_when_the_letters_life_ends(
    letters: TestLetters, at: datetime, error: Exception | None, settings: Any
) -> None:
    settings.LETTERS_KEEP_BODIES = False
    letter = enqueue(kind="secret", payload={"code": "137-942"})
    letters.error = error
    deliver(at)
    letter.refresh_from_db()
    assert (letter.payload, letter.text, letter.html, letter.subject) == ({}, "", "", "")


def test_bodies_are_kept_only_where_the_settings_say_so(letters: TestLetters, at: datetime, settings: Any) -> None:
    letters.attachments = (registry.Attachment(filename="поток.ics", content=b"BEGIN", mimetype="text/calendar"),)
    for keep in (False, True):
        settings.LETTERS_KEEP_BODIES = keep
        letter = enqueue()
        deliver(at)
        letter.refresh_from_db()
        assert [bool(letter.subject), bool(letter.text), bool(letter.html)] == [keep] * 3
        assert [each["filename"] for each in letter.attachments] == (["поток.ics"] if keep else [])


def test_a_waiting_letter_can_be_delivered_at_once(letters: TestLetters, at: datetime) -> None:
    letter = enqueue(due=at + timedelta(days=3))
    assert delivery.deliver_now(letter=letter, at=at) == LetterState.SENT
    assert delivery.deliver_now(letter=letter, at=at) == LetterState.SENT
    assert len(mail.outbox) == 1
