"""Rows about people, their organisations, what they agreed to and what was done."""

from portal.people.models.accounts import User, UserManager
from portal.people.models.audit import AuditEntry
from portal.people.models.consents import (
    Consent,
    ConsentMethod,
    ConsentPurpose,
    ConsentText,
    ConsentWithdrawal,
)
from portal.people.models.directory import (
    Municipality,
    MunicipalityKind,
    Organisation,
    OrganisationKind,
)
from portal.people.models.participants import Participant

__all__ = [
    "AuditEntry",
    "Consent",
    "ConsentMethod",
    "ConsentPurpose",
    "ConsentText",
    "ConsentWithdrawal",
    "Municipality",
    "MunicipalityKind",
    "Organisation",
    "OrganisationKind",
    "Participant",
    "User",
    "UserManager",
]
