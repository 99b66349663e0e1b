"""Issuing, repeating and revoking documents."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models import ProtectedError

from portal.documents import domain
from portal.documents.kinds import DocumentKind
from portal.documents.models import IssuedDocument, Issuer, NumberCounter
from portal.people.models import AuditEntry
from tests.factories.documents import NOON, issue_document, sign_documents
from tests.factories.people import ParticipantFactory, UserFactory

pytestmark = pytest.mark.django_db


def trail() -> list[tuple[str, str, dict[str, Any]]]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", "target_id", "details"))


def test_a_document_copies_what_stands_on_it() -> None:
    actor = UserFactory()
    document = issue_document(actor=actor)
    Issuer.objects.update(signatory_name="Другой Человек")
    document.participant.surname = "Новая"
    document.participant.save()
    document.refresh_from_db()
    assert document.number == "ККЦМ-2026-000001"
    assert (document.holder, document.signatory_name) == ("Смирнова Анна Петровна", "Т. В. Образцова")
    assert document.holder_initials == "А.\u00a0П.\u00a0С."
    assert trail() == [
        (
            "document.issued",
            str(document.pk),
            {"kind": "certificate", "participant": document.participant_id},
        )
    ]
    assert AuditEntry.objects.get().actor == actor


def test_a_cause_gives_one_document_however_often_it_is_asked() -> None:
    about = ContentType.objects.get_for_model(IssuedDocument)
    first = issue_document(about=about)
    again = issue_document(about=about)
    statement = issue_document(about=about, kind=DocumentKind.STATEMENT)
    assert (again.pk, statement.number) == (first.pk, "ККЦМ-С-2026-000001")
    assert list(IssuedDocument.objects.for_object(about).order_by("pk")) == [first, statement]
    assert NumberCounter.objects.get(series__code="certificate").last == 1


def test_after_a_revocation_the_cause_may_have_a_new_document() -> None:
    about = ContentType.objects.get_for_model(IssuedDocument)
    first = issue_document(about=about)
    domain.revoke(document=first, reason="ошибка в названии", at=NOON)
    assert issue_document(about=about).number == "ККЦМ-2026-000002"


@pytest.mark.parametrize(
    ("licence", "hours", "passed", "issued"),
    [
        ("", Decimal(72), True, False),
        ("Л035-01234", Decimal(15), True, False),
        ("Л035-01234", None, True, False),
        ("Л035-01234", Decimal(16), False, False),
        ("Л035-01234", Decimal(16), True, True),
    ],
)
def test_an_advanced_training_certificate_needs_licence_hours_and_a_final_test(
    licence: str, hours: Decimal | None, passed: bool, issued: bool
) -> None:
    Issuer.objects.update(license_number=licence)
    asked = {"kind": DocumentKind.DPO, "hours": hours, "final_test_passed": passed}
    if issued:
        assert issue_document(**asked).license_number == licence
    else:
        with pytest.raises(domain.IssueError):
            issue_document(**asked)
        assert IssuedDocument.objects.count() == 0


def test_nothing_is_issued_unsigned_or_before_its_date() -> None:
    participant = ParticipantFactory()
    given: dict[str, Any] = {"kind": "certificate", "participant": participant, "title": "Школа", "at": NOON}
    with pytest.raises(domain.IssueError, match="подписывает"):
        domain.issue(**given, issued_on=date(2026, 11, 21))
    sign_documents()
    with pytest.raises(domain.IssueError, match="не наступила"):
        domain.issue(**given, issued_on=date(2026, 11, 22))
    with pytest.raises(domain.IssueError, match="больше нуля"):
        domain.issue(**given, issued_on=date(2026, 11, 21), hours=Decimal(0))
    assert (IssuedDocument.objects.count(), NumberCounter.objects.count()) == (0, 0)


def test_a_duplicate_keeps_the_number_and_says_what_it_is() -> None:
    document = issue_document()
    later = NOON + timedelta(days=10)
    repeated = domain.reissue(document=document, at=later)
    assert (repeated.pk, repeated.number) == (document.pk, document.number)
    assert (repeated.duplicates, repeated.duplicated_on) == (1, date(2026, 12, 1))
    assert trail()[-1] == ("document.duplicated", str(document.pk), {"duplicate": 1})


def test_a_revoked_document_is_neither_repeated_nor_revoked_again() -> None:
    document = issue_document()
    with pytest.raises(domain.IssueError, match="причину"):
        domain.revoke(document=document, reason=" ", at=NOON)
    revoked = domain.revoke(document=document, reason="выдан по ошибке", at=NOON)
    assert (revoked.revoked_at, revoked.is_valid()) == (NOON, False)
    assert trail()[-1] == ("document.revoked", str(document.pk), {})
    for act in (
        lambda: domain.reissue(document=document, at=NOON),
        lambda: domain.revoke(document=document, reason="ещё раз", at=NOON),
    ):
        with pytest.raises(domain.IssueError):
            act()


def test_a_holder_of_a_document_is_not_deleted_in_passing() -> None:
    document = issue_document()
    with pytest.raises(ProtectedError):
        document.participant.delete()
