"""Documents as tagged PDF files (PDF/UA-1), the same bytes every time.

The words come to typst as one JSON string, never as code, so nothing a person typed can be executed there.
"""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlsplit

import segno
import typst
from django.conf import settings

from portal.core import typography
from portal.core.typography import NBSP, typograph
from portal.documents.kinds import DocumentKind
from portal.documents.models import IssuedDocument

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "pdf"
LANGUAGE = "ru"

# Issued documents are Russian; the wording needs neither the dative nor the gender of the holder.
WORDS = {
    DocumentKind.CERTIFICATE: (
        "certificate.typ",
        "Сертификат",
        "Настоящий сертификат подтверждает, что",
        "является участником мероприятия",
    ),
    DocumentKind.STATEMENT: (
        "statement.typ",
        "Справка об участии",
        "Настоящая справка подтверждает, что",
        "является участником мероприятия",
    ),
    DocumentKind.DPO: (
        "statement.typ",
        "Удостоверение о повышении квалификации",
        "Настоящее удостоверение подтверждает, что",
        "освоена дополнительная профессиональная программа",
    ),
}


def certificate_pdf(document: IssuedDocument) -> bytes:
    """Return the document as PDF, whatever its kind; equal rows give equal bytes."""
    template, heading, opening, bridge = WORDS[DocumentKind(document.kind)]
    address = check_url(document)
    words = {
        "document_title": f"{heading} №{NBSP}{document.number}",
        "heading": heading,
        "opening": opening,
        "bridge": bridge,
        "holder": document.holder,
        "title": typograph(_localized(document.title)),
        "facts": _facts(document),
        "issuer": _localized(document.issuer_name),
        "place": _localized(document.issuer_place),
        "signatory_name": document.signatory_name.replace(" ", NBSP),
        "signatory_position": _localized(document.signatory_position),
        "number_line": f"№{NBSP}{document.number}",
        "issued": f"Дата выдачи: {typography.long_date(document.issued_on)}",
        "issued_from": f"от{NBSP}{typography.long_date(document.issued_on)}",
        "duplicate": _duplicate(document),
        "check_label": "Проверить подлинность:",
        "check_text": f"{urlsplit(settings.SITE_URL).netloc}/check",
        "check_url": address,
        "qr_alt": f"QR-код: проверка документа №{NBSP}{document.number} на сайте {address}",
    }
    return typst.compile(
        _source(template),
        font_paths=_fonts(),
        format="pdf",
        sys_inputs={"data": json.dumps(words, ensure_ascii=False), "qr": qr_svg(address)},
        pdf_standards="ua-1",
        timestamp=datetime.combine(document.issued_on, time(), tzinfo=UTC),
    )


def check_url(document: IssuedDocument) -> str:
    """The full address of the document's public check."""
    return f"{settings.SITE_URL}/check/{quote(document.number)}/"


def qr_svg(address: str) -> str:
    """A QR code of an address as SVG (error correction M: a fold or a stamp does no harm)."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=0, dark="#1c2421", xmldecl=False)
    return out.getvalue().decode("utf-8")


def hours_phrase(hours: Decimal) -> str:
    """«36 академических часов», «1 академический час», «1,5 академического часа»."""
    amount = typography.number(hours)
    if hours != hours.to_integral_value():
        return f"{amount}{NBSP}академического часа"
    words = typography.plural(int(hours), "академический час", "академических часа", "академических часов")
    return f"{amount}{NBSP}{words}"


def _facts(document: IssuedDocument) -> list[str]:
    """When it was and how much of it: short lines under the title."""
    facts = []
    if document.held_from is not None:
        facts.append(typography.date_range(document.held_from, document.held_to or document.held_from))
    if document.hours is not None:
        facts.append(hours_phrase(document.hours))
    if document.meetings_total:
        meetings = typography.plural(document.meetings_total, "встречи", "встреч", "встреч")
        facts.append(f"посещено {document.meetings_attended} из{NBSP}{document.meetings_total}{NBSP}{meetings}")
    if document.license_number:
        facts.append(f"лицензия №{NBSP}{document.license_number}")
    return facts


def _duplicate(document: IssuedDocument) -> str:
    """The mark of a duplicate, with its date."""
    if document.duplicated_on is None:
        return ""
    return f"Дубликат от{NBSP}{typography.long_date(document.duplicated_on)}"


def _localized(text: object) -> str:
    """A text of several languages in the language of documents."""
    localize = getattr(text, "localize", None)
    return str(localize(LANGUAGE)) if localize is not None else str(text)


@cache
def _source(template: str) -> bytes:
    """The source of a template, read once a process."""
    return (TEMPLATES / template).read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """Golos Text and nothing else, so that every machine sets the same; read once a process."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(TEMPLATES / "fonts")])
