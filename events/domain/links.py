"""Personal links: random tokens, stored hashed, scoped, with an end (design §3.7).

A letter is delivered at least once, so minting a token never voids the earlier ones; `revoke` does, when a place is
handed over. A link never changes anything on GET: the pages it opens have one button that POSTs.
"""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from events.models import Cohort, LinkScope, Registration, RegistrationLink

LIFETIMES: Final[dict[LinkScope, timedelta]] = {
    LinkScope.SENT: timedelta(hours=12),
    LinkScope.CONFIRM: timedelta(days=14),
    LinkScope.MANAGE: timedelta(days=400),
}
MAX_TOKEN_LENGTH: Final = 64


class LinkExpired(Exception):
    """The link was real but its time is over or it was revoked; the page says what to do."""


def hash_token(token: str) -> str:
    """Return what is stored of a token: its SHA-256 in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def mint(
    *,
    registration: Registration,
    scope: LinkScope,
    at: datetime,
    is_veiled: bool = False,
    veiled_number: int | None = None,
) -> str:
    """Make a new token for `registration` and return it; only its hash stays here."""
    token = secrets.token_urlsafe(32)
    RegistrationLink.objects.create(
        registration=registration,
        scope=scope,
        token_hash=hash_token(token),
        created_at=at,
        expires_at=at + LIFETIMES[scope],
        is_veiled=is_veiled,
        veiled_number=veiled_number,
    )
    return token


def resolve(*, token: str, scope: LinkScope, at: datetime) -> RegistrationLink:
    """Return the link of a token. Raises RegistrationLink.DoesNotExist for an unknown one, LinkExpired for an old one."""
    if len(token) > MAX_TOKEN_LENGTH:
        raise RegistrationLink.DoesNotExist
    link = RegistrationLink.objects.select_related(
        "registration__participant", "registration__section", "registration__cohort__event__kind"
    ).get(token_hash=hash_token(token), scope=scope)
    if link.revoked_at is not None or link.expires_at <= at:
        raise LinkExpired
    return link


def revoke(*, registration: Registration, at: datetime) -> int:
    """Void every link of a registration (its address was corrected, it was handed over); return how many there were."""
    return RegistrationLink.objects.filter(registration=registration, revoked_at=None).update(revoked_at=at)


def forget_expired(*, at: datetime) -> int:
    """Delete links a month after their end; a job of the worker."""
    return RegistrationLink.objects.filter(expires_at__lte=at - timedelta(days=30)).delete()[0]


def address(*, token: str, scope: LinkScope, language: str) -> str:
    """Return the full address of a link in the reader's language, for letters."""
    with translation.override(language):
        return settings.SITE_URL + reverse(f"registration:{scope.value}", kwargs={"token": token})


def form_address(*, cohort: Cohort, language: str) -> str:
    """Return the full address of a cohort's registration form, for letters."""
    with translation.override(language):
        return settings.SITE_URL + reverse("registration:form", kwargs={"uuid": cohort.uuid})
