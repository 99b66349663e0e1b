"""«Не пришло письмо?»: sending the letter once more and correcting a mistyped address before it is confirmed."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from events.domain.errors import RegistrationRefused
from events.domain.placing import allot, leave, settle
from events.domain.registering import Outcome, OutcomeKind, active_registration
from events.domain.states import LETTERS, write_letter
from events.models import LinkScope, Registration, RegistrationLink, RegistrationState
from portal.letters.models import Letter
from portal.people import audit, consents, participants
from portal.people.models import Consent
from portal.people.names import email_key

LETTERS_AN_HOUR: Final = 5


def resend_confirmation(*, registration: Registration, at: datetime) -> None:
    """Send the letter of the registration's present state again (a new letter with links of its own).

    Raises RegistrationRefused (too_many) after five letters in an hour.
    """
    with transaction.atomic():
        settle_board = settle(cohort_id=registration.cohort_id, at=at)
        current = Registration.objects.select_related("participant").get(pk=registration.pk)
        allot(board=settle_board, at=at)
        _check_rate(registration=current, at=at)
        state = RegistrationState(current.state)
        if state in LETTERS:
            write_letter(registration=current, kind=LETTERS[state])
            audit.record(action="registration.letter_resent", target=current, at=at, state=state.value)


def correct_address(*, registration: Registration, email: str, at: datetime) -> Outcome:
    """Move an unconfirmed registration to another address and send the letter there.

    The name stays, the person is matched anew; links sent to the old address stop working. If that person already has
    a registration for this cohort, this one is cancelled and the letter about the other is sent. Raises
    RegistrationRefused (already_confirmed, too_many).
    """
    with transaction.atomic():
        board = settle(cohort_id=registration.cohort_id, at=at)
        current = Registration.objects.select_related("participant").get(pk=registration.pk)
        if current.state != RegistrationState.AWAITING_EMAIL:
            raise RegistrationRefused("already_confirmed", _("Адрес этой записи уже не исправить."))
        _check_rate(registration=current, at=at)
        old = current.participant
        if email_key(email) == old.email_key:
            write_letter(registration=current, kind=LETTERS[RegistrationState.AWAITING_EMAIL])
            return Outcome(registration=current, kind=OutcomeKind.ALREADY)
        new, _made = participants.match_or_create(
            surname=old.surname,
            given_name=old.given_name,
            patronymic=old.patronymic,
            email=email,
            organisation=current.organisation,
            organisation_name=current.organisation_name,
            position=current.position,
            municipality=current.municipality,
        )
        existing = active_registration(cohort=board.cohort, participant=new)
        if existing is not None:
            leave(board=board, registration=current, to=RegistrationState.CANCELLED, at=at, by="duplicate")
            allot(board=board, at=at)
            write_letter(registration=existing, kind=LETTERS[RegistrationState(existing.state)])
            return Outcome(registration=existing, kind=OutcomeKind.ALREADY)
        current.participant = new
        current.save(update_fields=["participant"])
        _carry_consents(registration=current, at=at)
        letter_links = RegistrationLink.objects.filter(registration=current).exclude(scope=LinkScope.SENT)
        letter_links.filter(revoked_at=None).update(revoked_at=at)
        audit.record(action="registration.address_corrected", target=current, at=at, before=old.pk, after=new.pk)
        write_letter(registration=current, kind=LETTERS[RegistrationState.AWAITING_EMAIL])
        allot(board=board, at=at)
        kind = OutcomeKind.QUEUED if current.queue_number else OutcomeKind.PLACED
        return Outcome(registration=current, kind=kind)


def _check_rate(*, registration: Registration, at: datetime) -> None:
    recent = Letter.objects.for_object(registration).filter(created_at__gt=at - timedelta(hours=1)).count()
    if recent > LETTERS_AN_HOUR:
        raise RegistrationRefused(
            "too_many", _("Мы уже отправили несколько писем. Подождите час или позвоните нам — запишем по телефону.")
        )


def _carry_consents(*, registration: Registration, at: datetime) -> None:
    """Give the same evidence to the row the person is now; rows of consent are never changed."""
    about = f"registration:{registration.pk}"
    for consent in Consent.objects.filter(about=about).exclude(participant=registration.participant):
        consents.give(
            participant=registration.participant,
            text=consent.text,
            at=consent.given_at,
            method=consent.method,
            language=consent.language,
            ip=consent.ip,
            about=about,
        )
