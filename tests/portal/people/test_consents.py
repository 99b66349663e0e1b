from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from portal.people import consents
from portal.people.models import AuditEntry, Consent, ConsentText
from tests.factories.people import ParticipantFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def give() -> Consent:
    text = consents.current_text("processing", at=AT)
    return consents.give(participant=ParticipantFactory(), text=text, at=AT, method="site", language="ru")


def test_the_first_text_is_published_in_both_languages_with_its_true_hash():
    text = consents.current_text("processing", at=AT)
    assert text.text_hash == text.fingerprint()
    assert sorted(text.title.data) == sorted(text.body.data) == ["en", "ru"]


def test_the_newest_published_text_is_current():
    ConsentText.objects.create(purpose="processing", version=2, title="Новый", body="…", published_at=AT)
    ConsentText.objects.create(purpose="processing", version=3, title="Черновик", body="…")
    assert consents.current_text("processing", at=AT).version == 2
    assert consents.current_text("processing", at=AT - timedelta(days=1)).version == 1


def test_no_text_for_a_purpose_is_an_error():
    with pytest.raises(ConsentText.DoesNotExist):
        consents.current_text("photo_video", at=AT)


def test_a_published_text_never_changes():
    text = consents.current_text("processing", at=AT)
    text.title = "Другое"
    with pytest.raises(ValidationError):
        text.save()


def test_a_consent_is_evidence_and_never_changes():
    consent = give()
    assert consent.text_hash == consent.text.text_hash
    with pytest.raises(ValidationError):
        consent.save()


def test_withdrawing_twice_is_one_withdrawal():
    consent = give()
    first = consents.withdraw(consent=consent, at=AT, method="phone")
    second = consents.withdraw(consent=consent, at=AT + timedelta(days=1), method="paper")
    assert first == second
    assert AuditEntry.objects.filter(action="consent.withdrawn").count() == 1
