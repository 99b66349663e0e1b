from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from portal.people import consents, participants
from portal.people.models import AuditEntry, Municipality, Participant
from tests.factories.people import ParticipantFactory, UserFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_same_name_and_address_in_another_spelling_is_the_same_person():
    first, made = participants.match_or_create(surname="Семёнова", given_name="Алёна", email="Office@example.org")
    again, made_again = participants.match_or_create(
        surname=" семенова ", given_name="АЛЕНА", email="office@EXAMPLE.org", position="директор"
    )
    assert (made, made_again) == (True, False)
    assert again == first
    assert again.position == ""  # an unverified guest overwrites nothing


def test_one_mailbox_serves_several_people():
    first, _made = participants.match_or_create(surname="Иванова", given_name="Анна", email="office@example.org")
    second, made = participants.match_or_create(surname="Петрова", given_name="Анна", email="office@example.org")
    assert made
    assert first != second


def test_without_an_address_nobody_matches():
    first, _made = participants.match_or_create(surname="Иванова", given_name="Анна")
    second, made = participants.match_or_create(surname="Иванова", given_name="Анна")
    assert made
    assert first != second


def test_the_loser_of_a_race_reads_the_winners_row(monkeypatch):
    winner = ParticipantFactory(surname="Иванова", given_name="Анна", patronymic="", email="a@example.org")
    first_look = iter([Participant.objects.none()])
    real = Participant.objects.current
    monkeypatch.setattr(Participant.objects, "current", lambda: next(first_look, None) or real())
    found, made = participants.match_or_create(surname="Иванова", given_name="Анна", email="a@example.org")
    assert (found, made) == (winner, False)


def test_a_verified_address_lets_the_form_speak_and_empty_answers_change_nothing():
    person = ParticipantFactory(position="психолог", organisation_name="Центр")
    participants.verify_address(participant=person, at=AT, position="директор")
    person.refresh_from_db()
    assert (person.email_verified_at, person.position, person.organisation_name) == (AT, "директор", "Центр")


def test_merge_moves_rows_and_fills_gaps_and_keeps_consents():
    source, target = ParticipantFactory(phone="+7 900 000-00-00"), ParticipantFactory(phone="")
    text = consents.current_text("processing", at=AT)
    consent = consents.give(participant=source, text=text, at=AT, method="site", language="ru")
    actor = UserFactory()
    participants.merge(source=source, target=target, at=AT, actor=actor)
    for row in (source, target, consent):
        row.refresh_from_db()
    assert source.merged_into == target
    assert target.phone == "+7 900 000-00-00"
    assert consent.participant == source
    entry = AuditEntry.objects.get(action="participant.merged")
    assert (entry.actor, entry.details) == (actor, {"into": target.pk, "moved": 0})


def test_merge_refuses_the_same_row_and_a_merged_one():
    one, two = ParticipantFactory(), ParticipantFactory()
    with pytest.raises(ValidationError):
        participants.merge(source=one, target=one, at=AT)
    participants.merge(source=one, target=two, at=AT)
    with pytest.raises(ValidationError):
        participants.merge(source=one, target=two, at=AT)


def test_directory_holds_the_whole_region_and_another_one_last():
    assert Municipality.objects.count() == 70
    assert Municipality.objects.filter(name__endswith="район").count() == 58
    assert Municipality.objects.last().name == "Другой регион"
