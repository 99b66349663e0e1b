"""Taking letters out of the outbox: claimed with a lease, sent at least once, never lost, every failure visible."""

from __future__ import annotations

import base64
import logging
import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import connection, transaction
from django.db.models import F

from portal.letters import registry, rendering
from portal.letters.models import Letter, LetterState

logger = logging.getLogger(__name__)

# Longer than any single delivery (settings.EMAIL_TIMEOUT bounds each step of SMTP), short enough to wait for.
DEFAULT_LEASE = timedelta(minutes=5)
FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(hours=6)
# 1, 2, 4 … 256 minutes, then every 6 hours: about two days, the patience RFC 5321 § 4.5.4.1 asks of a mail server.
MAX_ATTEMPTS = 16
ERROR_LENGTH = 1000


def lease() -> timedelta:
    """How long a claimed letter belongs to one worker; afterwards any other may take it."""
    return getattr(settings, "LETTERS_LEASE", DEFAULT_LEASE)


def delay_after(attempts: int) -> timedelta:
    """The pause before the next attempt: doubles, up to six hours."""
    return min(FIRST_DELAY * 2 ** min(attempts, 20), LONGEST_DELAY)


def claim(*, at: datetime) -> Letter | None:
    """Take one letter for the length of the lease, urgent and oldest first; None when nothing is due.

    On PostgreSQL rows locked by other workers are skipped; elsewhere a conditional UPDATE decides who has it.
    """
    due = Letter.objects.claimable(at).order_by("-urgent", "due_at", "pk")
    if connection.features.has_select_for_update_skip_locked:
        with transaction.atomic():
            letter = due.select_for_update(skip_locked=True, of=("self",)).first()
            return letter and _take(letter, at=at)
    for letter in due.only("pk", "attempts")[:20]:
        if taken := _take(letter, at=at):
            return taken
    return None


def _take(letter: Letter, *, at: datetime) -> Letter | None:
    """Write the claim unless somebody was faster."""
    won = (
        Letter.objects.claimable(at)
        .filter(pk=letter.pk, attempts=letter.attempts)
        .update(state=LetterState.SENDING, leased_until=at + lease(), attempts=F("attempts") + 1)
    )
    return Letter.objects.get(pk=letter.pk) if won else None


class Postman:
    """One conversation with the mail server, kept open from letter to letter."""

    def __init__(self) -> None:
        self._backend = get_connection()
        self.unreachable = False

    def send(self, message: EmailMultiAlternatives) -> None:
        """Send; after any failure the connection is dropped, since it may be half-way through a dialogue."""
        try:
            self._backend.open()
            self._backend.send_messages([message])
        except Exception as error:
            self.unreachable = is_unreachable(error)
            self.close()
            raise

    def close(self) -> None:
        """End the conversation."""
        try:
            self._backend.close()
        except OSError:
            logger.info("the mail connection was already gone")


def deliver(*, letter: Letter, at: datetime, postman: Postman) -> LetterState:
    """Render and send a claimed letter, write down what came of it, return the new state.

    No transaction is open while the mail server is spoken to. The outcome is written only if the claim is still
    ours: a worker that was asleep past its lease can't overwrite what another one did since.
    """
    if letter.attempts > MAX_ATTEMPTS:
        return _finish(letter, LetterState.DEAD, at=at, last_error="the worker vanished during every attempt")
    try:
        rendered = rendering.render(letter=letter, at=at)
        postman.send(rendering.to_message(letter=letter, rendered=rendered))
    except registry.Obsolete as reason:
        return _finish(letter, LetterState.SKIPPED, at=at, last_error=str(reason))
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one letter is written on it
        return _failed(letter, error, at=at)
    kept = _kept(rendered) if settings.LETTERS_KEEP_BODIES else {}
    return _finish(letter, LetterState.SENT, at=at, sent_at=at, last_error="", **kept)


def deliver_due(
    *, clock: Callable[[], datetime], limit: int | None = None, stop: Callable[[], bool] = lambda: False
) -> int:
    """Deliver what is due through one connection to the mail server; return how many letters were handled.

    `clock` is read once a letter; `stop` is asked between letters. The round ends when the mail server can't be
    reached: the other letters needn't wait for its silence one by one.
    """
    handled = 0
    postman = Postman()
    try:
        while (limit is None or handled < limit) and not postman.unreachable and not stop():
            at = clock()
            letter = claim(at=at)
            if letter is None:
                break
            deliver(letter=letter, at=at, postman=postman)
            handled += 1
    finally:
        postman.close()
    return handled


def deliver_now(*, letter: Letter, at: datetime) -> LetterState:
    """Deliver one waiting letter at once, due or not; a letter that is finished or in other hands stays as it is."""
    Letter.objects.filter(pk=letter.pk, state__in=(LetterState.QUEUED, LetterState.FAILED)).update(due_at=at)
    letter.refresh_from_db()
    taken = _take(letter, at=at)
    if taken is None:
        return LetterState(letter.state)
    postman = Postman()
    try:
        return deliver(letter=taken, at=at, postman=postman)
    finally:
        postman.close()


def is_refusal(error: Exception) -> bool:
    """Say whether the mail server refused for good (5xx) this address or this letter, not us or our settings."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(500 <= code < 600 for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return 500 <= error.smtp_code < 600
    return False


def is_unreachable(error: Exception) -> bool:
    """Say whether the fault is the connection's or our login's, so that the next letter would fare no better."""
    if isinstance(error, smtplib.SMTPException):
        return isinstance(
            error,
            smtplib.SMTPConnectError
            | smtplib.SMTPServerDisconnected
            | smtplib.SMTPAuthenticationError
            | smtplib.SMTPHeloError,
        )
    return isinstance(error, OSError)


def _failed(letter: Letter, error: Exception, *, at: datetime) -> LetterState:
    """Put the letter off, or give it up when it was refused or tried too often."""
    logger.warning("letter %s, attempt %s: %s", letter.pk, letter.attempts, type(error).__name__)
    explained = f"{type(error).__name__}: {error}"[:ERROR_LENGTH]
    if is_refusal(error) or letter.attempts >= MAX_ATTEMPTS:
        return _finish(letter, LetterState.DEAD, at=at, last_error=explained)
    _write(
        letter,
        state=LetterState.FAILED,
        leased_until=None,
        due_at=at + delay_after(letter.attempts),
        last_error=explained,
    )
    return LetterState.FAILED


def _finish(letter: Letter, state: LetterState, *, at: datetime, **values: Any) -> LetterState:
    """End the letter's life; a secret payload goes with the same statement."""
    kind = registry.kinds().get(letter.kind)
    if kind is None or kind.secret:
        values["payload"] = {}
    _write(letter, state=state, finished_at=at, leased_until=None, **values)
    return state


def _write(letter: Letter, **values: Any) -> None:
    """Write the outcome if the claim (its number is `attempts`) is still ours."""
    ours = Letter.objects.filter(pk=letter.pk, state=LetterState.SENDING, attempts=letter.attempts)
    if not ours.update(**values):
        logger.warning("letter %s: the lease ran out during delivery, another worker has it", letter.pk)


def _kept(rendered: rendering.RenderedLetter) -> dict[str, Any]:
    """What the development page shows of a letter."""
    return {
        "subject": rendered.subject,
        "text": rendered.text,
        "html": rendered.html,
        "attachments": [
            {
                "filename": each.filename,
                "mimetype": each.mimetype,
                "content": base64.b64encode(each.content).decode("ascii"),
            }
            for each in rendered.attachments
        ],
    }
