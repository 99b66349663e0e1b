"""Documents as PDF files."""

from __future__ import annotations

import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from i18nfield.strings import LazyI18nString

from portal.documents import domain, typesetting
from portal.documents.kinds import DocumentKind
from portal.documents.models import IssuedDocument
from tests.factories.documents import NOON, issue_document
from tests.factories.people import ParticipantFactory

pytestmark = pytest.mark.django_db


def text(pdf: bytes) -> list[str]:
    """The lines of a PDF, spaces made plain."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    lines = (" ".join(line.split()) for line in done.stdout.decode().splitlines())
    return [line for line in lines if line]


def info(pdf: bytes, tmp_path: Path, *options: str) -> str:
    path = tmp_path / "document.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdfinfo", *options, path], capture_output=True, check=True)
    return done.stdout.decode(errors="replace")  # poppler prints titles of tags as UTF-16


def test_a_certificate_says_who_what_when_and_how_much(tmp_path: Path) -> None:
    pdf = typesetting.certificate_pdf(issue_document())
    lines = text(pdf)
    assert lines[2:7] == [
        "Сертификат",
        "Настоящий сертификат подтверждает, что",
        "Смирнова Анна Петровна",
        "является участником мероприятия",
        "Школа «Опора»",
    ]
    assert lines[7] == "3–20 ноября 2026 г. · 36 академических часов"
    assert "№ ККЦМ-2026-000001" in lines
    facts = info(pdf, tmp_path)
    assert "Title:           Сертификат №\u00a0ККЦМ-2026-000001" in facts
    assert [line.split()[-1] for line in facts.splitlines() if line.startswith(("Tagged", "Pages"))] == ["yes", "1"]
    assert "841.89 x 595.276 pts (A4)" in facts


def test_a_certificate_can_be_heard(tmp_path: Path) -> None:
    structure = info(typesetting.certificate_pdf(issue_document()), tmp_path, "-struct-text")
    assert "H1" in structure
    assert "Figure" in structure


def test_the_same_document_gives_the_same_bytes() -> None:
    document = issue_document()
    first = typesetting.certificate_pdf(document)
    assert typesetting.certificate_pdf(IssuedDocument.objects.get(pk=document.pk)) == first


def test_a_statement_counts_meetings_and_a_duplicate_is_marked() -> None:
    document = issue_document(kind=DocumentKind.STATEMENT, meetings=(7, 10), hours=Decimal("1.5"))
    lines = text(typesetting.certificate_pdf(domain.reissue(document=document, at=NOON)))
    assert "посещено 7 из 10 встреч" in lines
    assert "1,5 академического часа" in lines
    assert "№ ККЦМ-С-2026-000001, от 21 ноября 2026 г." in lines
    assert "Дубликат от 21 ноября 2026 г." in lines


def test_what_a_person_typed_is_only_text() -> None:
    holder = ParticipantFactory(surname='#panic("x")', given_name="$a_b$ \\ ]", patronymic="@ref *b*")
    lines = text(typesetting.certificate_pdf(issue_document(participant=holder, title='#read("/etc/passwd")')))
    assert '#panic("x") $a_b$ \\ ] @ref *b*' in lines
    assert "#read(«/etc/passwd»)" in lines


def test_long_names_and_titles_stay_on_one_page(tmp_path: Path) -> None:
    holder = ParticipantFactory(
        surname="Воскресенская-Преображенская", given_name="Александра", patronymic="Константиновна"
    )
    title = LazyI18nString({"ru": "Межрегиональная конференция по сопровождению семей с детьми " * 4})
    pdf = typesetting.certificate_pdf(issue_document(participant=holder, title=title))
    assert "Pages:           1" in info(pdf, tmp_path)


@pytest.mark.parametrize(
    ("hours", "phrase"),
    [
        (Decimal(1), "1 академический час"),
        (Decimal("2.0"), "2 академических часа"),
        (Decimal(11), "11 академических часов"),
        (Decimal(16), "16 академических часов"),
        (Decimal(21), "21 академический час"),
        (Decimal("7.5"), "7,5 академического часа"),
    ],
)
def test_hours_agree_with_their_number(hours: Decimal, phrase: str) -> None:
    assert typesetting.hours_phrase(hours).replace("\u00a0", " ") == phrase


def test_one_day_is_not_a_range() -> None:
    document = issue_document(held_from=date(2026, 11, 3), held_to=None)
    assert any(line.startswith("3 ноября 2026 г.") for line in text(typesetting.certificate_pdf(document)))
