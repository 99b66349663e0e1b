"""Writing letters into the outbox: an INSERT in the caller's transaction, nothing else.

A registration needs only the web process and the database; whoever delivers may be dead meanwhile.
"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.core.validators import validate_email
from django.db import models
from django.utils import timezone

from portal.letters import registry
from portal.letters.models import WAITING_STATES, Letter, LetterState

Payload = dict[str, int | str]


class ResendError(Exception):
    """The letter can't be sent again; the message says why."""


def enqueue(
    *,
    kind: str,
    to: str,
    language: str,
    payload: Payload,
    about: models.Model | None = None,
    due: datetime | None = None,
) -> Letter:
    """Put a letter into the outbox inside the caller's transaction: it exists if and only if that commits.

    `payload` holds ids and short plain values only; the words are made at delivery. `due` is the earliest moment
    of sending (default: now). Raises UnknownKindError, ValidationError for an address that is none (that is also what
    keeps line breaks out of the headers), TypeError for a payload that is not plain.
    """
    known = registry.get(kind)
    address = to.strip()
    validate_email(address)
    given: dict[str, object] = dict(payload)
    for key, value in given.items():
        if not isinstance(value, int | str):
            raise TypeError(f"payload of a letter takes ids and short text, not {key}={value!r}")
    languages = dict(settings.LANGUAGES)
    now = timezone.now()
    return Letter.objects.create(
        kind=known.name,
        to=address,
        language=language if language in languages else settings.LANGUAGE_CODE,
        payload=payload,
        about=about,
        urgent=known.urgent,
        due_at=due or now,
        created_at=now,
    )


def resend(*, letter: Letter, at: datetime, to: str | None = None) -> Letter:
    """Send a letter again, to a corrected address if `to` is given; return the letter that will go.

    A letter that still waits is only hastened. A finished one is written anew, with a Message-ID of its own: the
    mailbox would drop a second copy of the old one. Raises ResendError, ValidationError.
    """
    if to is None and Letter.objects.filter(pk=letter.pk, state__in=WAITING_STATES).update(due_at=at):
        letter.refresh_from_db()
        return letter
    if registry.get(letter.kind).secret:
        raise ResendError("a letter with a code is asked for anew by its addressee")
    if letter.purged_at is not None:
        raise ResendError("the contents of this letter are already deleted")
    return enqueue(
        kind=letter.kind,
        to=to or letter.to,
        language=letter.language,
        payload=dict(letter.payload),
        about=letter.about,
        due=at,
    )


def cancel_for(*, subject: models.Model, at: datetime, reason: str, kinds: tuple[str, ...] = ()) -> int:
    """Withdraw the letters about `subject` that still wait (a cancelled reminder); return how many."""
    waiting = Letter.objects.for_object(subject).filter(state__in=WAITING_STATES)
    if kinds:
        waiting = waiting.filter(kind__in=kinds)
    return waiting.update(state=LetterState.SKIPPED, last_error=reason, finished_at=at, payload={})


def forget(*, email: str) -> int:
    """Delete every letter to an address (erasure of a person); return how many."""
    return Letter.objects.to_address(email).delete()[0]
