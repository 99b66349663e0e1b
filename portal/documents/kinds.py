"""Kinds of documents and the rules each of them brings (domain findings § 3)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentKind(models.TextChoices):
    """What is issued to a person who took part."""

    CERTIFICATE = "certificate", _("сертификат участника")
    STATEMENT = "statement", _("справка об участии")
    DPO = "dpo", _("удостоверение о повышении квалификации")


@dataclass(frozen=True, kw_only=True)
class KindRules:
    """What must hold before a document of a kind is issued. `min_hours` are academic hours (45 minutes)."""

    series: str
    requires_license: bool = False
    requires_final_test: bool = False
    requires_hours: bool = False
    min_hours: Decimal = Decimal(0)


RULES: dict[DocumentKind, KindRules] = {
    DocumentKind.CERTIFICATE: KindRules(series="certificate"),
    DocumentKind.STATEMENT: KindRules(series="statement"),
    # Порядок, утв. приказом Минобрнауки № 266 от 24.03.2025, п. 18: at least 16 hours, final attestation; a licence.
    DocumentKind.DPO: KindRules(
        series="dpo", requires_license=True, requires_final_test=True, requires_hours=True, min_hours=Decimal(16)
    ),
}
