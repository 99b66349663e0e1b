"""Registering, confirming, cancelling: what a person or the centre does with one registration.

Each function is one transaction under the cohort's lock, with its audit rows, letters and evidence of consent inside.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from events.domain.errors import RegistrationRefused, TransitionRefused
from events.domain.placing import Board, allot, leave, next_queue_number, settle
from events.domain.states import LETTERS, may_follow, transition, write_letter
from events.models import (
    Cohort,
    CohortState,
    Registration,
    RegistrationMode,
    RegistrationSource,
    RegistrationState,
    SeatPool,
    Section,
)
from portal.people import consents, participants
from portal.people.models import ConsentMethod, ConsentText, Municipality, Organisation, Participant, User

S = RegistrationState

# An unconfirmed address without a place keeps its number in the queue that long.
UNPLACED_HOLD: Final = timedelta(days=3)


@dataclass(frozen=True, kw_only=True)
class RegistrationDetails:
    """What a person says of themselves in the form. `email` may be empty only where staff registers somebody."""

    surname: str
    given_name: str
    patronymic: str = ""
    email: str = ""
    phone: str = ""
    organisation: Organisation | None = None
    organisation_name: str = ""
    position: str = ""
    municipality: Municipality | None = None
    section: Section | None = None
    mode: str = ""


class OutcomeKind(StrEnum):
    """What became of an attempt."""

    PLACED = "placed"
    QUEUED = "queued"
    ALREADY = "already"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The registration as it stands after the act. `ALREADY`: there was an active one, nothing new was made."""

    registration: Registration
    kind: OutcomeKind


def register(
    *,
    cohort: Cohort,
    details: RegistrationDetails,
    consent_text: ConsentText | None,
    at: datetime,
    language: str,
    ip: str | None = None,
    source: RegistrationSource = RegistrationSource.SITE,
    verified: bool = False,
    actor: User | None = None,
    attempt: uuid.UUID | None = None,
    consent_method: ConsentMethod = ConsentMethod.SITE,
) -> Outcome:
    """Register a person for a cohort: a place if one is free, otherwise a number in the queue.

    Writes the participant (or finds them), the registration, its claims, the consent, audit rows and the letter.
    `verified` means that the address is known to be theirs (an account, a member of staff), otherwise the place is held
    until they open the letter. Staff (`actor` given) may register outside the window and without a consent text.
    Raises RegistrationRefused (codes: not_open_yet, closed, cancelled, no_registration, section_needed, mode_needed,
    consent_needed, full).
    """
    try:
        with transaction.atomic():
            board = settle(cohort_id=cohort.pk, at=at)
            check_open(cohort=board.cohort, at=at, by_staff=actor is not None)
            check_choices(board=board, details=details)
            if consent_text is None and actor is None:
                raise RegistrationRefused("consent_needed", _("Без согласия записать нельзя."))
            participant, is_new = _participant(details)
            existing = None if is_new else active_registration(cohort=board.cohort, participant=participant)
            if existing is not None:
                allot(board=board, at=at)
                return _already(existing=existing)
            registration = Registration(
                cohort=board.cohort,
                participant=participant,
                section=details.section,
                mode=details.mode,
                organisation=details.organisation,
                organisation_name=details.organisation_name,
                position=details.position,
                municipality=details.municipality,
                language=language,
                source=source,
                attempt=attempt,
                created_at=at,
            )
            kind = _enter(board=board, registration=registration, verified=verified, at=at, actor=actor)
            if consent_text is not None:
                consents.give(
                    participant=participant,
                    text=consent_text,
                    at=at,
                    method=consent_method,
                    language=language,
                    ip=ip,
                    about=f"registration:{registration.pk}",
                )
            return Outcome(registration=registration, kind=kind)
    except IntegrityError:
        # Two sendings of one form met at the unique constraint: the first one has won, this one is «already».
        existing = _active_by_details(cohort=cohort, details=details)
        if existing is None:
            raise
        return Outcome(registration=existing, kind=OutcomeKind.ALREADY)


def check_open(*, cohort: Cohort, at: datetime, by_staff: bool = False) -> None:
    """Raise RegistrationRefused if nobody may register for the cohort at `at`; staff is bound by the cancelling only."""
    if cohort.state == CohortState.CANCELLED:
        raise RegistrationRefused("cancelled", _("Этот поток отменён."))
    if by_staff:
        return
    if cohort.event.registration_mode != RegistrationMode.OPEN or cohort.state != CohortState.PUBLISHED:
        raise RegistrationRefused("no_registration", _("На это событие на сайте не записывают."))
    if at < cohort.opens_at:
        raise RegistrationRefused("not_open_yet", _("Запись ещё не открылась."), opens_at=cohort.opens_at)
    if at >= cohort.closes_at:
        raise RegistrationRefused("closed", _("Запись закрыта: срок прошёл."), closed_at=cohort.closes_at)


def check_choices(*, board: Board, details: RegistrationDetails) -> None:
    """Raise RegistrationRefused where a section or a form of taking part must be chosen and was not, or isn't ours."""
    sections = {pool.section_id for pool in board.pools} - {None}
    section = details.section
    if section is not None and section.cohort_id != board.cohort.pk:
        raise RegistrationRefused("section_needed", _("Выберите секцию из списка."))
    if section is None and sections:
        raise RegistrationRefused("section_needed", _("Выберите секцию."))
    modes = modes_offered(board.pools)
    if modes and details.mode not in modes:
        raise RegistrationRefused("mode_needed", _("Выберите форму участия."))


def modes_offered(pools: list[SeatPool]) -> list[str]:
    """Return the forms of taking part between which a person must choose; empty where there is nothing to choose."""
    return list(dict.fromkeys(pool.mode for pool in sorted(pools, key=lambda pool: pool.mode) if pool.mode))


def active_registration(*, cohort: Cohort, participant: Participant) -> Registration | None:
    """Return the one active registration of a person for a cohort, if there is one."""
    rows = Registration.objects.active().filter(cohort=cohort, participant=participant)
    return rows.select_related("participant").first()


def _participant(details: RegistrationDetails) -> tuple[Participant, bool]:
    return participants.match_or_create(
        surname=details.surname,
        given_name=details.given_name,
        patronymic=details.patronymic,
        email=details.email,
        phone=details.phone,
        organisation=details.organisation,
        organisation_name=details.organisation_name,
        position=details.position,
        municipality=details.municipality,
    )


def _active_by_details(*, cohort: Cohort, details: RegistrationDetails) -> Registration | None:
    participant = participants.find(
        surname=details.surname, given_name=details.given_name, patronymic=details.patronymic, email=details.email
    )
    return active_registration(cohort=cohort, participant=participant) if participant else None


def _already(*, existing: Registration) -> Outcome:
    """Answer a second registration with the letter of the present state once more; only the mailbox learns about it."""
    state = RegistrationState(existing.state)
    if state in LETTERS:
        write_letter(registration=existing, kind=LETTERS[state])
    return Outcome(registration=existing, kind=OutcomeKind.ALREADY)


def _holds_now(cohort: Cohort, *, approved: bool = False) -> bool:
    """Whether a place may be held before the methodist has decided: the cohort's rule."""
    return approved or not cohort.approval_required or cohort.approval_holds_place


def _enter(
    *, board: Board, registration: Registration, verified: bool, at: datetime, actor: User | None
) -> OutcomeKind:
    """Place a new registration or give it a number, in the state that its address and the cohort's rule call for."""
    cohort = board.cohort
    may_hold = _holds_now(cohort)
    pools = allot(board=board, at=at, newcomer=registration if may_hold else None)
    placed = pools is not None
    if may_hold and not placed and not cohort.waitlist_enabled:
        raise RegistrationRefused("full", _("Свободных мест нет, а лист ожидания для этого потока не ведётся."))
    if not placed:
        registration.queue_number = next_queue_number(cohort=cohort)
    hold_until = None
    if not verified:
        to = S.AWAITING_EMAIL
        hold_until = at + (timedelta(minutes=cohort.email_hold_minutes) if placed else UNPLACED_HOLD)
    elif cohort.approval_required:
        to = S.AWAITING_APPROVAL
    else:
        to = S.CONFIRMED if placed else S.WAITLISTED
    by = "staff" if actor else "person"
    transition(registration=registration, to=to, at=at, actor=actor, hold_until=hold_until, by=by)
    board.claim(registration=registration, pools=pools or [], at=at)
    return OutcomeKind.PLACED if placed else OutcomeKind.QUEUED


def confirm_address(*, registration: Registration, at: datetime) -> Registration:
    """The person opened the letter and pressed the button: the address is theirs, the registration goes on.

    The participant's card takes over what the form said. A second press changes nothing. Returns the registration as it
    is now; its state may be expired if the time had run out.
    """
    with transaction.atomic():
        board, current = _settle_with(registration=registration, at=at)
        if current.state == S.AWAITING_EMAIL:
            participants.verify_address(
                participant=current.participant,
                at=at,
                organisation=current.organisation,
                organisation_name=current.organisation_name,
                position=current.position,
                municipality=current.municipality,
            )
            to = S.AWAITING_APPROVAL if board.cohort.approval_required else S.CONFIRMED
            _go_on(board=board, registration=current, to=to, at=at)
        else:
            allot(board=board, at=at)
    return current


def _go_on(
    *, board: Board, registration: Registration, to: RegistrationState, at: datetime, actor: User | None = None
) -> None:
    """Move an arrived registration forward: keep its place, find it one, or let it wait by its number."""
    by = "staff" if actor else "person"
    if to == S.AWAITING_APPROVAL or registration.claims.exists():
        transition(registration=registration, to=to, at=at, actor=actor, by=by)
        allot(board=board, at=at)
        return
    if registration.queue_number is None and board.pools:
        registration.queue_number = next_queue_number(cohort=board.cohort)
    pools = allot(board=board, at=at, newcomer=registration)
    if pools is None:
        transition(registration=registration, to=S.WAITLISTED, at=at, actor=actor, by=by)
    else:
        board.claim(registration=registration, pools=pools, at=at)
        transition(registration=registration, to=to, at=at, actor=actor, by=by)


def approve(*, registration: Registration, actor: User | None, at: datetime) -> Registration:
    """The methodist says yes: confirmed if a place is held or free, otherwise waiting by its number.

    Raises TransitionRefused unless it awaits approval.
    """
    with transaction.atomic():
        board, current = _settle_with(registration=registration, at=at)
        fits = current.state == S.AWAITING_APPROVAL
        if fits:
            _go_on(board=board, registration=current, to=S.CONFIRMED, at=at, actor=actor)
        else:
            allot(board=board, at=at)
    if not fits:
        raise TransitionRefused("no_such_step", _("Эта запись не ждёт рассмотрения."))
    return current


def reject(*, registration: Registration, reason: str, actor: User | None, at: datetime) -> Registration:
    """The methodist says no, with a reason the person reads in the letter; the place goes to whoever waits.

    Raises TransitionRefused unless it awaits approval.
    """
    with transaction.atomic():
        board, current = _settle_with(registration=registration, at=at)
        fits = current.state == S.AWAITING_APPROVAL
        if fits:
            leave(board=board, registration=current, to=S.REJECTED, at=at, actor=actor, reason=reason, by="centre")
        allot(board=board, at=at)
    if not fits:
        raise TransitionRefused("no_such_step", _("Эта запись не ждёт рассмотрения."))
    return current


def cancel(
    *,
    registration: Registration,
    at: datetime,
    by: str = "person",
    reason: str = "",
    actor: User | None = None,
) -> Registration:
    """Cancel a registration; its place goes to whoever waits in the same transaction. `by`: «person» or «centre».

    A second cancelling changes nothing. Raises TransitionRefused for a rejected, expired or moved one.
    """
    with transaction.atomic():
        board, current = _settle_with(registration=registration, at=at)
        fits = may_follow(before=current.state, after=S.CANCELLED)
        if fits:
            leave(board=board, registration=current, to=S.CANCELLED, at=at, actor=actor, reason=reason, by=by)
        allot(board=board, at=at)
    if not fits and current.state != S.CANCELLED:
        raise TransitionRefused("no_such_step", _("Состояние записи уже изменилось. Обновите страницу."))
    return current


def accept_offer(*, registration: Registration, at: datetime) -> Registration:
    """The person takes the offered place. Pressed twice, it changes nothing.

    The state returned may be expired if the deadline had passed. Raises TransitionRefused where nothing is offered.
    """
    with transaction.atomic():
        board, current = _settle_with(registration=registration, at=at)
        if current.state == S.OFFERED:
            transition(registration=current, to=S.CONFIRMED, at=at)
        allot(board=board, at=at)
    if current.state not in {S.CONFIRMED, S.EXPIRED}:
        raise TransitionRefused("no_such_step", _("Сейчас вам не предложено место."))
    return current


def _settle_with(*, registration: Registration, at: datetime) -> tuple[Board, Registration]:
    """Lock the cohort, reclaim what is overdue, and read the registration as it is after that.

    What was reclaimed stays so even if the act is then refused: refusals are raised after the commit.
    """
    board = settle(cohort_id=registration.cohort_id, at=at)
    current = Registration.objects.select_related("participant", "organisation", "municipality").get(pk=registration.pk)
    return board, current
