"""Whatever people and the centre do, in any order: places and the queue stay right (design §3.4–3.6)."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from events.domain import deadlines, pools, registering
from events.domain.errors import PlacesRefused, TransitionRefused
from events.domain.states import HOLDING, LETTERS, TRANSITIONS
from events.models import ACTIVE_STATES, Registration, RegistrationState, SeatClaim, SeatPool
from portal.letters.models import Letter
from portal.people.models import AuditEntry
from tests.factories import events as make

S = RegistrationState


class Queue(RuleBasedStateMachine):
    """One cohort of a random rule; steps are the domain's functions, time goes on between them."""

    people = Bundle("people")

    @initialize(
        capacity=st.integers(0, 3),
        offer_hours=st.sampled_from([0, 2]),
        approval=st.booleans(),
        holds=st.booleans(),
        sections=st.booleans(),
    )
    def open(self, capacity: int, offer_hours: int, approval: bool, holds: bool, sections: bool) -> None:
        """Begin a cohort inside a transaction that the end rolls back."""
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.at = make.NOW
        self.cohort = make.make_cohort(
            event=self.event,
            capacity=capacity,
            offer_hours=offer_hours,
            approval_required=approval,
            approval_holds_place=holds,
            sections=["А", "Б"] if sections else [],
            section_capacity=1 if sections else None,
        )
        self.sections = list(self.cohort.sections.all()) or [None]
        self.came = 0
        self.extra_letters: Counter[str] = Counter()

    event = None

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "atomic"):
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)

    def now(self, person: int) -> Registration:
        """The registration as the database has it."""
        return Registration.objects.get(pk=person)

    @rule(target=people, section=st.integers(0, 1), verified=st.booleans())
    def somebody_registers(self, section: int, verified: bool):
        """A newcomer; a closed queue is not part of this story."""
        self.came += 1
        chosen = self.sections[section % len(self.sections)]
        outcome = make.attempt(self.cohort, at=self.at, verified=verified, section=chosen)
        return outcome.registration.pk

    @rule(person=people)
    def registers_again(self, person: int):
        """The same name and address while the first registration is active: nothing new."""
        row = self.now(person)
        if row.state not in ACTIVE_STATES:
            return
        same = row.participant
        outcome = make.attempt(
            self.cohort,
            at=self.at,
            surname=same.surname,
            given_name=same.given_name,
            patronymic=same.patronymic,
            email=same.email,
            section=row.section,
        )
        if outcome.kind == registering.OutcomeKind.ALREADY:
            self.extra_letters[LETTERS[RegistrationState(outcome.registration.state)]] += 1
        else:
            self.came += 1  # the first one had just run out of time

    @rule(person=people)
    def confirms(self, person: int):
        """Press the button of the letter, once or again."""
        registering.confirm_address(registration=self.now(person), at=self.at)

    @rule(person=people, by=st.sampled_from(["person", "centre"]))
    def cancels(self, person: int, by: str):
        """Cancel, also what can't be cancelled any more."""
        try:
            registering.cancel(registration=self.now(person), at=self.at, by=by)
        except TransitionRefused:
            assert self.now(person).state not in ACTIVE_STATES

    @rule(person=people)
    def accepts(self, person: int):
        """Take an offered place, also when nothing is offered."""
        try:
            registering.accept_offer(registration=self.now(person), at=self.at)
        except TransitionRefused:
            assert self.now(person).state not in {S.OFFERED, S.CONFIRMED}

    @rule(person=people, yes=st.booleans())
    def methodist_answers(self, person: int, yes: bool):
        """Approve or reject, also what doesn't wait for it."""
        try:
            if yes:
                registering.approve(registration=self.now(person), actor=None, at=self.at)
            else:
                registering.reject(registration=self.now(person), reason="нет", actor=None, at=self.at)
        except TransitionRefused:
            assert self.now(person).state != S.AWAITING_APPROVAL

    @rule(change=st.integers(-2, 3))
    def capacity_changes(self, change: int):
        """More places serve the queue, fewer than taken are refused."""
        pool = SeatPool.objects.filter(cohort=self.cohort).order_by("pk").first()
        try:
            pools.set_capacity(pool=pool, capacity=max(0, pool.capacity + change), actor=None, at=self.at)
        except PlacesRefused:
            assert change < 0

    @rule(minutes=st.sampled_from([1, 30, 61, 121]), swept=st.booleans())
    def time_goes_on(self, minutes: int, swept: bool):
        """Holds and offers run out; the worker may or may not be alive."""
        self.at = min(self.at + timedelta(minutes=minutes), make.NOW + timedelta(days=9))
        if swept:
            deadlines.expire_overdue(at=self.at)

    @invariant()
    def places_agree(self):
        """Counters are claims, nobody is oversold or passed over, only holders hold."""
        if not hasattr(self, "cohort"):
            return
        assert pools.recount(at=self.at) == []
        for pool in SeatPool.objects.filter(cohort=self.cohort):
            assert pool.taken == pool.claims.count() <= pool.capacity
        assert not SeatClaim.objects.exclude(registration__state__in=HOLDING).exists()

    @invariant()
    def nobody_is_lost(self):
        """Everybody who came is there; who waits has a number of their own; numbers grow with arrival."""
        if not hasattr(self, "cohort"):
            return
        rows = list(Registration.objects.filter(cohort=self.cohort).order_by("pk"))
        assert len(rows) == self.came
        numbers = [row.queue_number for row in rows if row.queue_number is not None]
        assert len(numbers) == len(set(numbers))
        assert all(row.queue_number for row in rows if row.state == S.WAITLISTED)

    @invariant()
    def letters_tell_the_path(self):
        """Exactly one letter for each step that has one, and every step is in the trail and in the table."""
        if not hasattr(self, "cohort"):
            return
        entries = AuditEntry.objects.filter(action__startswith="registration.").order_by("pk")
        steps = [(entry.details["before"] or None, entry.action.removeprefix("registration.")) for entry in entries]
        for before, after in steps:
            assert after in TRANSITIONS[before]
        expected = Counter(LETTERS[RegistrationState(after)] for _before, after in steps) + self.extra_letters
        assert Counter(Letter.objects.values_list("kind", flat=True)) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("examples", "steps"), [(6, 12), pytest.param(25, 25, marks=pytest.mark.deep)], ids=["short", "deep"]
)
def test_places_and_queue_hold_in_any_order(examples: int, steps: int) -> None:
    Queue.event = make.make_event(kind="conference")
    run_state_machine_as_test(
        Queue,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_an_overdue_registration_expires_even_if_what_was_asked_is_refused(db: None) -> None:
    """Found by the machine: the refusal must not take back what had run out of time."""
    row = make.registered(make.make_cohort())
    with pytest.raises(TransitionRefused):
        registering.cancel(registration=row, at=make.NOW + timedelta(minutes=121))
    row.refresh_from_db()
    assert row.state == S.EXPIRED
