"""«Сегодня»: what asks for attention, own rows only, the same queries for one cohort and for many."""

from datetime import timedelta

import pytest

from events.admin.today import today_for
from events.models import RegistrationState
from portal.letters.models import Letter, LetterState
from tests.factories import events

pytestmark = pytest.mark.django_db


def test_a_quiet_day(methodist, foreign_cohort):
    assert today_for(methodist, at=events.NOW).is_empty


def test_meetings_filling_queues_and_letters(methodist, foreign_cohort):
    cohort = events.make_cohort(
        event=events.make_event(methodist=methodist),
        capacity=2,
        starts_in=timedelta(hours=2),
        closes_at=events.NOW + timedelta(hours=1),
    )
    registrations = [events.registered(cohort, verified=True) for _number in range(3)]
    assert registrations[2].state == RegistrationState.WAITLISTED
    Letter.objects.for_object(registrations[0]).update(state=LetterState.DEAD)
    today = today_for(methodist, at=events.NOW)
    assert [meeting.cohort for meeting in today.meetings] == [cohort]
    assert [line.cohort for line in today.filling] == [cohort]
    assert [(line.cohort, line.figures.waiting) for line in today.queues] == [(cohort, 1)]
    assert today.letters == 1
    assert today.approvals == today.drafts == []


def test_approvals_and_drafts(methodist):
    event = events.make_event(methodist=methodist)
    asked = events.make_cohort(event=event, approval_required=True)
    draft = events.make_cohort(event=event, published=False)
    events.registered(asked, verified=True)
    today = today_for(methodist, at=events.NOW)
    assert [(line.cohort, line.figures.to_approve) for line in today.approvals] == [(asked, 1)]
    assert [line.cohort for line in today.drafts] == [draft]


@pytest.mark.parametrize("count", [1, 6])
def test_the_queries_do_not_grow(methodist, django_assert_num_queries, count):
    event = events.make_event(methodist=methodist)
    for _number in range(count):
        events.registered(events.make_cohort(event=event))
    today_for(methodist, at=events.NOW)
    with django_assert_num_queries(6):
        today_for(methodist, at=events.NOW)
