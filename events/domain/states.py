"""The states of a registration: the table of design §3.6 as data, and the one function that writes them."""

from datetime import datetime
from typing import Final

from django.utils.translation import gettext_lazy as _

from events.domain.errors import TransitionRefused
from events.models import Registration, RegistrationState
from portal.letters import outbox
from portal.people import audit
from portal.people.models import User

S = RegistrationState

# From a state to what may follow. None: a registration that does not exist yet.
TRANSITIONS: Final[dict[RegistrationState | None, frozenset[RegistrationState]]] = {
    None: frozenset({S.AWAITING_CONSENT, S.AWAITING_EMAIL, S.AWAITING_APPROVAL, S.WAITLISTED, S.CONFIRMED}),
    S.AWAITING_CONSENT: frozenset({S.AWAITING_APPROVAL, S.CONFIRMED, S.WAITLISTED, S.EXPIRED, S.CANCELLED}),
    S.AWAITING_EMAIL: frozenset({S.AWAITING_APPROVAL, S.CONFIRMED, S.WAITLISTED, S.EXPIRED, S.CANCELLED}),
    S.AWAITING_APPROVAL: frozenset({S.CONFIRMED, S.WAITLISTED, S.REJECTED, S.CANCELLED}),
    S.WAITLISTED: frozenset({S.OFFERED, S.CONFIRMED, S.CANCELLED, S.EXPIRED}),
    S.OFFERED: frozenset({S.CONFIRMED, S.EXPIRED, S.CANCELLED}),
    S.CONFIRMED: frozenset({S.CANCELLED, S.MOVED}),
    S.CANCELLED: frozenset(),
    S.REJECTED: frozenset(),
    S.EXPIRED: frozenset(),
    S.MOVED: frozenset(),
}

# States in which a place may be held; a registration that leaves them gives its claims back.
HOLDING: Final = frozenset({S.AWAITING_CONSENT, S.AWAITING_EMAIL, S.AWAITING_APPROVAL, S.OFFERED, S.CONFIRMED})

# States that end by themselves when `hold_until` has passed.
TIMED: Final = frozenset({S.AWAITING_CONSENT, S.AWAITING_EMAIL, S.OFFERED})

# The letter that tells the person about the state they are in now. Nothing is sent for the states not named here.
LETTERS: Final[dict[RegistrationState, str]] = {
    S.AWAITING_EMAIL: "registration_confirm",
    S.AWAITING_APPROVAL: "registration_received",
    S.WAITLISTED: "registration_waitlisted",
    S.OFFERED: "registration_offered",
    S.CONFIRMED: "registration_confirmed",
    S.CANCELLED: "registration_cancelled",
    S.REJECTED: "registration_rejected",
    S.EXPIRED: "registration_expired",
}


def may_follow(*, before: RegistrationState | str | None, after: RegistrationState) -> bool:
    """Say whether the table allows `after` to follow `before`."""
    key = RegistrationState(before) if before else None
    return after in TRANSITIONS[key]


def transition(
    *,
    registration: Registration,
    to: RegistrationState,
    at: datetime,
    actor: User | None = None,
    reason: str = "",
    by: str = "person",
    hold_until: datetime | None = None,
) -> None:
    """Put `registration` into the state `to`: the only writer of states. The caller holds the cohort's lock.

    Saves the row (a new one is inserted), writes an audit row with ids and states only, and queues the letter of the
    state; claims are the business of `placing`. Raises TransitionRefused where the table has no such step.
    """
    before = registration.state or None
    if not may_follow(before=before, after=to):
        raise TransitionRefused("no_such_step", _("Состояние записи уже изменилось. Обновите страницу."), to=to.value)
    registration.state = to
    registration.state_changed_at = at
    registration.state_reason = reason[:255]
    registration.hold_until = hold_until if to in TIMED else None
    registration.save()
    audit.record(
        action=f"registration.{to.value}",
        target=registration,
        at=at,
        actor=actor,
        cohort=registration.cohort_id,
        before=before or "",
        by=by,
    )
    if to in LETTERS:
        write_letter(registration=registration, kind=LETTERS[to], by=by)


def write_letter(*, registration: Registration, kind: str, by: str = "person") -> None:
    """Queue one letter about `registration`; somebody without an address gets none and is told by telephone."""
    address = registration.participant.email
    if address:
        outbox.enqueue(
            kind=kind,
            to=address,
            language=registration.language,
            payload={"registration": registration.pk, "by": by, "number": registration.queue_number or 0},
            about=registration,
        )
