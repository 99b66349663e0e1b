"""Writing into the outbox."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction

from portal.letters import outbox, registry
from portal.letters.models import Letter, LetterState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters")]


def enqueue(**values: object) -> Letter:
    given = {"kind": "plain", "to": "anna@example.org", "language": "ru", "payload": {"id": 1}, **values}
    return outbox.enqueue(**given)  # type: ignore[arg-type]


class UndoError(Exception):
    """Rolls a transaction back."""


@transaction.atomic
def _enqueue_and_roll_back() -> None:
    enqueue()
    raise UndoError


def test_a_letter_exists_only_if_the_transaction_of_its_cause_commits() -> None:
    with pytest.raises(UndoError):
        _enqueue_and_roll_back()
    assert Letter.objects.count() == 0
    enqueue()
    assert [letter.state for letter in Letter.objects.all()] == [LetterState.QUEUED]


@pytest.mark.parametrize(
    "address",
    ["", "anna", "anna@example.org\nBcc: all@example.org", "anna@example.org, boris@example.org", "a b@example.org"],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        enqueue(to=address)
    assert Letter.objects.count() == 0


def test_an_unknown_kind_is_refused_at_once_and_not_in_the_night() -> None:
    with pytest.raises(registry.UnknownKindError):
        enqueue(kind="no_such_letter")


def test_a_payload_takes_no_objects() -> None:
    with pytest.raises(TypeError):
        enqueue(payload={"ids": [1, 2]})


def test_an_unknown_language_falls_back_to_russian() -> None:
    assert enqueue(language="xx").language == "ru"
    assert enqueue(language="en").language == "en"


def test_letters_are_found_by_the_row_they_are_about() -> None:
    about = ContentType.objects.get_for_model(Letter)
    letter = enqueue(about=about)
    enqueue()
    assert list(Letter.objects.for_object(about)) == [letter]
    assert Letter.objects.to_address(" ANNA@Example.org ").count() == 2


def test_two_letters_never_share_a_message_id() -> None:
    assert len({enqueue().message_id for _ in range(20)}) == 20


def test_a_waiting_letter_is_hastened_not_doubled(at: datetime) -> None:
    letter = enqueue(due=at + timedelta(hours=5))
    assert outbox.resend(letter=letter, at=at) == letter
    assert [(row.pk, row.due_at) for row in Letter.objects.all()] == [(letter.pk, at)]


def test_a_finished_letter_is_written_anew_with_its_own_message_id(at: datetime) -> None:
    letter = enqueue()
    Letter.objects.update(state=LetterState.DEAD)
    letter.refresh_from_db()
    again = outbox.resend(letter=letter, at=at, to="anna@example.com")
    assert (again.to, again.payload, again.kind) == ("anna@example.com", {"id": 1}, "plain")
    assert again.message_id != letter.message_id


def test_a_purged_or_secret_letter_is_not_sent_again(at: datetime) -> None:
    purged, secret = enqueue(), enqueue(kind="secret")
    Letter.objects.update(state=LetterState.SENT)
    Letter.objects.filter(pk=purged.pk).update(purged_at=at)
    for letter in (purged, secret):
        letter.refresh_from_db()
        with pytest.raises(outbox.ResendError):
            outbox.resend(letter=letter, at=at)


def test_waiting_letters_about_a_row_can_be_withdrawn(at: datetime) -> None:
    about = ContentType.objects.get_for_model(Letter)
    waiting, other = enqueue(about=about), enqueue()
    sent = enqueue(about=about)
    Letter.objects.filter(pk=sent.pk).update(state=LetterState.SENT)
    assert outbox.cancel_for(subject=about, at=at, reason="cancelled") == 1
    states = dict(Letter.objects.values_list("pk", "state"))
    assert states == {waiting.pk: "skipped", other.pk: "queued", sent.pk: "sent"}


def test_a_person_can_be_forgotten() -> None:
    enqueue()
    other = enqueue(to="boris@example.org")
    assert outbox.forget(email="Anna@Example.org") == 1
    assert list(Letter.objects.all()) == [other]
