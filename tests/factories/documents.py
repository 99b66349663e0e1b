"""Issued documents for tests."""

from datetime import UTC, date, datetime
from decimal import Decimal

from portal.documents import domain
from portal.documents.kinds import DocumentKind
from portal.documents.models import IssuedDocument, Issuer
from tests.factories.people import ParticipantFactory

NOON = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)


def sign_documents() -> None:
    """Name who signs, as the administrator does before the first document."""
    Issuer.objects.update(signatory_name="Т. В. Образцова", signatory_position="Директор центра")


def issue_document(**values: object) -> IssuedDocument:
    """Issue a certificate for a school; `values` override what is given to `domain.issue`."""
    sign_documents()
    given = {
        "kind": DocumentKind.CERTIFICATE,
        "title": "Школа «Опора»",
        "issued_on": date(2026, 11, 21),
        "held_from": date(2026, 11, 3),
        "held_to": date(2026, 11, 20),
        "hours": Decimal(36),
        "at": NOON,
        **values,
    }
    if "participant" not in given:
        given["participant"] = ParticipantFactory(surname="Смирнова", given_name="Анна", patronymic="Петровна")
    return domain.issue(**given)  # type: ignore[arg-type]
