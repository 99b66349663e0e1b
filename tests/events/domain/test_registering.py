"""Registering, confirming, cancelling: what becomes of a person's place."""

from datetime import timedelta

import pytest

from events.domain import pools, registering
from events.domain.errors import RegistrationRefused, TransitionRefused
from events.domain.registering import OutcomeKind
from events.models import Registration, RegistrationState, SeatClaim, SeatPool
from portal.letters.models import Letter
from portal.people.models import Consent, Participant
from tests.factories import events as make

pytestmark = pytest.mark.django_db
S = RegistrationState


def letters(registration: Registration) -> list[str]:
    """Kinds of letters about a registration, oldest first."""
    return list(Letter.objects.for_object(registration).order_by("pk").values_list("kind", flat=True))


def taken(cohort) -> list[int]:
    return list(SeatPool.objects.filter(cohort=cohort).order_by("pk").values_list("taken", flat=True))


def test_a_free_place_is_held_until_the_address_is_confirmed():
    cohort = make.make_cohort(capacity=2)
    outcome = make.attempt(cohort)
    row = outcome.registration
    assert (outcome.kind, row.state, row.queue_number) == (OutcomeKind.PLACED, S.AWAITING_EMAIL, None)
    assert row.hold_until == make.NOW + timedelta(minutes=60)
    assert taken(cohort) == [1]
    assert letters(row) == ["registration_confirm"]
    assert Consent.objects.get().about == f"registration:{row.pk}"


def test_without_a_free_place_there_is_a_number_in_the_order_of_arrival():
    cohort = make.make_cohort(capacity=1)
    rows = [make.registered(cohort) for _ in range(4)]
    assert [row.queue_number for row in rows] == [None, 1, 2, 3]
    assert taken(cohort) == [1]


def test_confirming_twice_changes_nothing_more():
    cohort = make.make_cohort()
    row = registering.confirm_address(registration=make.registered(cohort), at=make.NOW)
    again = registering.confirm_address(registration=row, at=make.NOW + timedelta(minutes=1))
    assert (row.state, again.state, again.state_changed_at) == (S.CONFIRMED, S.CONFIRMED, make.NOW)
    assert letters(row) == ["registration_confirm", "registration_confirmed"]
    assert Participant.objects.get().email_verified_at == make.NOW


def test_a_confirmed_address_without_a_place_waits_and_gets_the_cancelled_place():
    cohort = make.make_cohort(capacity=1)
    first, second, third = (
        registering.confirm_address(registration=make.registered(cohort), at=make.NOW) for _ in range(3)
    )
    assert [row.state for row in (first, second, third)] == [S.CONFIRMED, S.WAITLISTED, S.WAITLISTED]
    registering.cancel(registration=first, at=make.NOW)
    states = Registration.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == [S.CANCELLED, S.CONFIRMED, S.WAITLISTED]
    assert letters(second) == ["registration_confirm", "registration_waitlisted", "registration_confirmed"]
    assert taken(cohort) == [1]
    assert pools.recount(at=make.NOW) == []


def test_an_overdue_hold_goes_to_the_queue_before_a_newcomer():
    cohort = make.make_cohort(capacity=1)
    slow = make.registered(cohort)
    waiting = registering.confirm_address(registration=make.registered(cohort), at=make.NOW)
    later = make.NOW + timedelta(minutes=61)
    newcomer = make.registered(cohort, at=later)
    states = {row.pk: row.state for row in Registration.objects.all()}
    assert states == {slow.pk: S.EXPIRED, waiting.pk: S.CONFIRMED, newcomer.pk: S.AWAITING_EMAIL}
    assert newcomer.queue_number == 2


def test_the_same_person_twice_is_already_registered():
    cohort = make.make_cohort()
    first = make.attempt(cohort, number=1)
    second = make.attempt(cohort, number=1, surname="ЁЛКИНА1")
    assert (second.kind, second.registration) == (OutcomeKind.ALREADY, first.registration)
    assert letters(first.registration) == ["registration_confirm"] * 2
    assert taken(cohort) == [1]


def test_after_cancelling_one_may_register_again():
    cohort = make.make_cohort()
    first = make.registered(cohort, number=1)
    registering.cancel(registration=first, at=make.NOW)
    second = make.attempt(cohort, number=1)
    assert second.kind == OutcomeKind.PLACED
    assert taken(cohort) == [1]


@pytest.mark.parametrize(
    ("shift", "code"),
    [(timedelta(days=-2), "not_open_yet"), (timedelta(days=10), "closed"), (timedelta(days=11), "closed")],
)
def test_outside_the_window_nobody_registers(shift, code):
    cohort = make.make_cohort()
    with pytest.raises(RegistrationRefused) as refused:
        make.attempt(cohort, at=make.NOW + shift)
    assert refused.value.code == code
    assert Registration.objects.count() == 0
    assert Participant.objects.count() == 0


def test_without_a_waiting_list_a_full_cohort_refuses():
    cohort = make.make_cohort(capacity=1, waitlist_enabled=False)
    make.registered(cohort)
    with pytest.raises(RegistrationRefused) as refused:
        make.registered(cohort)
    assert refused.value.code == "full"


def test_an_offer_is_held_to_its_deadline_and_goes_on_when_nobody_answers():
    cohort = make.make_cohort(capacity=1, offer_hours=24)
    first, second, third = (
        registering.confirm_address(registration=make.registered(cohort), at=make.NOW) for _ in range(3)
    )
    registering.cancel(registration=first, at=make.NOW)
    second.refresh_from_db()
    assert (second.state, second.hold_until) == (S.OFFERED, make.NOW + timedelta(hours=24))
    late = registering.accept_offer(registration=second, at=make.NOW + timedelta(hours=24))
    third.refresh_from_db()
    assert (late.state, third.state) == (S.EXPIRED, S.OFFERED)
    accepted = registering.accept_offer(registration=third, at=make.NOW + timedelta(hours=25))
    assert accepted.state == S.CONFIRMED
    assert SeatClaim.objects.get().registration == third


def test_nothing_offered_cannot_be_accepted():
    cohort = make.make_cohort(capacity=1)
    make.registered(cohort)
    row = registering.confirm_address(registration=make.registered(cohort), at=make.NOW)
    with pytest.raises(TransitionRefused):
        registering.accept_offer(registration=row, at=make.NOW)


def test_approval_keeps_the_place_and_a_refusal_gives_it_to_the_queue():
    cohort = make.make_cohort(capacity=1, approval_required=True)
    first, second = (registering.confirm_address(registration=make.registered(cohort), at=make.NOW) for _ in range(2))
    assert [first.state, second.state] == [S.AWAITING_APPROVAL, S.AWAITING_APPROVAL]
    second = registering.approve(registration=second, actor=None, at=make.NOW)
    assert second.state == S.WAITLISTED
    registering.reject(registration=first, reason="Поток для психологов", actor=None, at=make.NOW)
    second.refresh_from_db()
    assert second.state == S.CONFIRMED
    assert letters(first) == ["registration_confirm", "registration_received", "registration_rejected"]


def test_more_places_serve_the_queue_and_fewer_than_taken_are_refused():
    cohort = make.make_cohort(capacity=1)
    rows = [registering.confirm_address(registration=make.registered(cohort), at=make.NOW) for _ in range(3)]
    pool = cohort.pools.get()
    pools.set_capacity(pool=pool, capacity=2, actor=None, at=make.NOW)
    assert [Registration.objects.get(pk=row.pk).state for row in rows] == [S.CONFIRMED, S.CONFIRMED, S.WAITLISTED]
    with pytest.raises(pools.PlacesRefused) as refused:
        pools.set_capacity(pool=pool, capacity=1, actor=None, at=make.NOW)
    assert refused.value.details == {"taken": 2}
