"""Pools: sections, forms of taking part, reserves; resizing, adding, removing; the recount."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.db.models import F

from events.domain import deadlines, making, pools, registering
from events.domain.errors import CohortRefused, PlacesRefused, RegistrationRefused
from events.models import Registration, RegistrationState, SeatPool
from portal.people.models import Municipality
from tests.factories import events as make

pytestmark = pytest.mark.django_db
S = RegistrationState


def seat(cohort, **fields) -> Registration:
    return registering.confirm_address(registration=make.registered(cohort, **fields), at=make.NOW)


def states(cohort) -> list[str]:
    return list(Registration.objects.filter(cohort=cohort).order_by("pk").values_list("state", flat=True))


def test_a_full_section_does_not_stop_those_who_wait_for_another():
    cohort = make.make_cohort(capacity=3, sections=["А", "Б"], section_capacity=1)
    first, second = cohort.sections.all()
    rows = [seat(cohort, section=section) for section in (first, first, second, second)]
    assert [row.state for row in rows] == [S.CONFIRMED, S.WAITLISTED, S.CONFIRMED, S.WAITLISTED]
    registering.cancel(registration=rows[2], at=make.NOW)
    assert states(cohort) == [S.CONFIRMED, S.WAITLISTED, S.CANCELLED, S.CONFIRMED]
    assert pools.recount(at=make.NOW) == []


def test_a_reserve_is_for_its_municipality_and_used_first():
    cohort = make.make_cohort(capacity=1)
    biysk = Municipality.objects.get(slug="biysk")
    reserve = pools.add_pool(cohort=cohort, capacity=1, reserved_for=biysk, actor=None, at=make.NOW)
    own, stranger, late = seat(cohort, municipality=biysk), seat(cohort), seat(cohort)
    assert own.claims.get().pool == reserve
    assert [own.state, stranger.state, late.state] == [S.CONFIRMED, S.CONFIRMED, S.WAITLISTED]
    pools.set_capacity(pool=reserve, capacity=5, actor=None, at=make.NOW)
    assert states(cohort) == [S.CONFIRMED, S.CONFIRMED, S.WAITLISTED]
    assert pools.recount(at=make.NOW) == []


def test_forms_of_taking_part_have_places_of_their_own():
    cohort = make.make_cohort(capacity=1)
    pools.remove_pool(pool=cohort.pools.get(), actor=None, at=make.NOW)
    pools.add_pool(cohort=cohort, capacity=1, mode="in_person", actor=None, at=make.NOW)
    pools.add_pool(cohort=cohort, capacity=2, mode="online", actor=None, at=make.NOW)
    with pytest.raises(RegistrationRefused) as refused:
        make.registered(cohort)
    assert refused.value.code == "mode_needed"
    rows = [seat(cohort, mode=mode) for mode in ("in_person", "in_person", "online")]
    assert [row.state for row in rows] == [S.CONFIRMED, S.WAITLISTED, S.CONFIRMED]


def test_a_cohort_without_pools_is_not_counted_until_it_gets_one():
    cohort = make.make_cohort(capacity=1)
    pools.remove_pool(pool=cohort.pools.get(), actor=None, at=make.NOW)
    assert {seat(cohort).state for _ in range(3)} == {S.CONFIRMED}
    with pytest.raises(PlacesRefused) as refused:
        pools.add_pool(cohort=cohort, capacity=2, actor=None, at=make.NOW)
    assert refused.value.details == {"taken": 3}
    assert pools.add_pool(cohort=cohort, capacity=4, actor=None, at=make.NOW).taken == 3


def test_a_pool_in_use_is_not_removed_and_none_is_made_twice():
    cohort = make.make_cohort(capacity=1)
    seat(cohort)
    with pytest.raises(PlacesRefused):
        pools.remove_pool(pool=cohort.pools.get(), actor=None, at=make.NOW)
    with pytest.raises(PlacesRefused) as refused:
        pools.add_pool(cohort=cohort, capacity=9, actor=None, at=make.NOW)
    assert refused.value.code == "same_pool"


def test_the_database_itself_refuses_to_oversell_or_to_make_a_pool_twice():
    cohort = make.make_cohort(capacity=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        SeatPool.objects.filter(cohort=cohort).update(taken=F("capacity") + 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        SeatPool.objects.create(cohort=cohort, capacity=1)


def test_the_recount_finds_a_counter_that_drifted():
    cohort = make.make_cohort(capacity=2)
    seat(cohort)
    output = StringIO()
    call_command("check_places", stdout=output)
    assert "Места сходятся" in output.getvalue()
    SeatPool.objects.filter(cohort=cohort).update(taken=2)
    assert [(drift.what, drift.found, drift.expected) for drift in pools.recount(at=make.NOW)] == [("counter", 2, 1)]
    with pytest.raises(CommandError) as failed:
        call_command("check_places", stdout=StringIO())
    assert failed.value.returncode == 1


def test_time_ends_holds_and_at_the_first_meeting_the_queue():
    cohort = make.make_cohort(capacity=1)
    seat(cohort)
    seat(cohort)
    make.registered(cohort)
    assert deadlines.expire_overdue(at=make.NOW + timedelta(days=2)) == 0
    assert deadlines.expire_overdue(at=make.NOW + timedelta(days=3)) == 1
    assert deadlines.expire_overdue(at=make.NOW + timedelta(days=14), cohort=cohort) == 1
    assert states(cohort) == [S.CONFIRMED, S.EXPIRED, S.EXPIRED]
    assert deadlines.expire_overdue(at=make.NOW + timedelta(days=15)) == 0


def test_a_clone_has_the_rules_and_shifted_dates_and_nobody_in_it():
    cohort = make.make_cohort(capacity=5, sections=["А"], section_capacity=2, offer_hours=12)
    seat(cohort, section=cohort.sections.get())
    copy = making.clone_cohort(cohort=cohort, shift=timedelta(days=28), actor=None, at=make.NOW)
    assert (copy.number, copy.state, copy.offer_hours) == (2, "draft", 12)
    assert copy.meetings.get().starts_at - cohort.meetings.get().starts_at == timedelta(days=28)
    assert sorted(copy.pools.values_list("capacity", "taken")) == [(2, 0), (5, 0)]
    assert copy.registrations.count() == 0


def test_a_cohort_is_announced_only_with_dates_and_never_after_being_called_off():
    cohort = make.make_cohort(published=False, meetings=[])
    with pytest.raises(CohortRefused) as refused:
        making.publish_cohort(cohort=cohort, actor=None, at=make.NOW)
    assert refused.value.code == "no_meetings"
    making.cancel_cohort(cohort=cohort, reason="", actor=None, at=make.NOW)
    with pytest.raises(CohortRefused) as refused:
        making.publish_cohort(cohort=cohort, actor=None, at=make.NOW)
    assert refused.value.code == "called_off"


def test_an_event_makes_its_draft_page():
    event = make.make_event(title={"ru": "Разговор", "en": "A talk"}, live=False)
    assert (event.page.title, event.page.live, event.page.slug) == ("Разговор", False, "razgovor")
    assert event.page.get_latest_revision() is not None
