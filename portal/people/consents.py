"""Giving and withdrawing consent (152-ФЗ, ст. 9; in force since 1 September 2025: a document of its own, a purpose each)."""

from datetime import datetime

from portal.people import audit
from portal.people.models import (
    Consent,
    ConsentText,
    ConsentWithdrawal,
    Participant,
    User,
)


def current_text(purpose: str, *, at: datetime) -> ConsentText:
    """Return the newest published text for `purpose`. Raises ConsentText.DoesNotExist where the centre has none."""
    text = ConsentText.objects.filter(purpose=purpose, published_at__lte=at).order_by("-version").first()
    if text is None:
        raise ConsentText.DoesNotExist(f"no published consent text for {purpose}")
    return text


def give(
    *,
    participant: Participant,
    text: ConsentText,
    at: datetime,
    method: str,
    language: str,
    ip: str | None = None,
    about: str = "",
) -> Consent:
    """Record that `participant` agreed to `text`; writes the evidence row only."""
    return Consent.objects.create(
        participant=participant,
        text=text,
        purpose=text.purpose,
        text_hash=text.text_hash,
        language=language,
        given_at=at,
        method=method,
        ip=ip,
        about=about,
    )


def withdraw(
    *,
    consent: Consent,
    at: datetime,
    method: str,
    reason: str = "",
    actor: User | None = None,
) -> ConsentWithdrawal:
    """Record a withdrawal; a second one returns the first. Writes an audit row."""
    withdrawal, created = ConsentWithdrawal.objects.get_or_create(
        consent=consent,
        defaults={"withdrawn_at": at, "method": method, "reason": reason},
    )
    if created:
        audit.record(
            action="consent.withdrawn",
            target=consent,
            at=at,
            actor=actor,
            purpose=consent.purpose,
        )
    return withdrawal
