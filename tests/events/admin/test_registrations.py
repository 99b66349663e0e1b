"""Who registered: search, filters, constant queries; one registration and what may be decided."""

import pytest
from django.urls import reverse

from events.models import RegistrationState
from portal.letters.models import Letter
from portal.people.models import AuditEntry, Municipality
from tests.factories import events

pytestmark = pytest.mark.django_db
LISTING = "events_admin:registrations"


def names(response):
    return sorted(row.participant.surname for row in response.context["object_list"])


@pytest.fixture
def three(own_cohort):
    return [
        events.registered(own_cohort, surname="Семёнова", given_name="Алёна", verified=True),
        events.registered(own_cohort, surname="Петров-Водкин", verified=True),
        events.registered(own_cohort, surname="Иванова", municipality=Municipality.objects.get(slug="biysk")),
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("семен", ["Семёнова"]),
        ("АЛЁНА СЕМЁНОВА", ["Семёнова"]),
        ("водкин", ["Петров-Водкин"]),
        ("ова", ["Иванова", "Семёнова"]),
        ("нет таких", []),
    ],
)
def test_search_by_a_part_of_a_name(at_work, three, typed, found):
    assert names(at_work.get(reverse(LISTING), {"q": typed})) == found


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"state": "waitlisted"}, []),
        ({"state": ["confirmed", "awaiting_email"]}, ["Иванова", "Петров-Водкин", "Семёнова"]),
        ({"state": "confirmed"}, ["Петров-Водкин", "Семёнова"]),
        ({"state": "nonsense"}, ["Иванова", "Петров-Водкин", "Семёнова"]),
    ],
)
def test_filter_by_state(at_work, three, filters, found):
    assert names(at_work.get(reverse(LISTING), filters)) == found


def test_filter_by_municipality_and_cohort(at_work, three):
    biysk = Municipality.objects.get(slug="biysk")
    response = at_work.get(reverse(LISTING), {"municipality": biysk.pk, "cohort": three[0].cohort_id})
    assert names(response) == ["Иванова"]


@pytest.mark.parametrize("count", [10, 1000])
def test_the_list_takes_the_same_queries_for_ten_and_a_thousand(at_work, own_cohort, django_assert_num_queries, count):
    events.crowd(own_cohort, count)
    at_work.get(reverse(LISTING))
    with django_assert_num_queries(14):
        response = at_work.get(reverse(LISTING))
    assert len(response.context["object_list"]) == min(count, 50)


def test_the_registration_shows_state_history_letters_and_consent(at_work, three):
    page = at_work.get(reverse("events_admin:registration", args=[three[2].pk])).content.decode()
    for words in ("ждёт подтверждения адреса", "Запись: подтвердите адрес", "обработка персональных данных", "История"):
        assert words in page


def test_cancelling_needs_a_reason_and_gives_the_place_to_the_queue(at_work, own_cohort):
    first, _second, waiting = (events.registered(own_cohort, verified=True) for _number in range(3))
    address = reverse("events_admin:registration_cancel", args=[first.pk])
    assert at_work.post(address, {"reason": ""}).status_code == 422
    assert at_work.post(address, {"reason": "Перенесли на весну"}).status_code == 302
    first.refresh_from_db()
    waiting.refresh_from_db()
    assert (first.state, first.state_reason) == (RegistrationState.CANCELLED, "Перенесли на весну")
    assert waiting.state != RegistrationState.WAITLISTED
    assert AuditEntry.objects.filter(action="registration.cancelled", target_id=str(first.pk)).count() == 1


@pytest.mark.parametrize(
    ("act", "state"),
    [("approve", RegistrationState.CONFIRMED), ("reject", RegistrationState.REJECTED)],
)
def test_deciding(at_work, methodist, act, state):
    cohort = events.make_cohort(event=events.make_event(methodist=methodist), approval_required=True)
    registration = events.registered(cohort, verified=True)
    response = at_work.post(reverse(f"events_admin:registration_{act}", args=[registration.pk]), {"reason": "Не наш"})
    registration.refresh_from_db()
    assert (response.status_code, registration.state) == (302, state)


def test_a_letter_is_sent_again(at_work, three):
    letter = Letter.objects.for_object(three[2]).first()
    response = at_work.post(reverse("letters_admin:letter_resend", args=[letter.pk]))
    assert response.status_code == 302
    assert AuditEntry.objects.filter(action="letter.resent").count() == 1
