"""An event in two screens, and what can be changed afterwards."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import Cohort, CohortState, Event, EventKind, Meeting, SeatPool
from portal.people.models import Municipality
from tests.factories import events

pytestmark = pytest.mark.django_db


def rows(prefix, *filled):
    data = {f"{prefix}-TOTAL_FORMS": str(len(filled)), f"{prefix}-INITIAL_FORMS": "0"}
    for number, row in enumerate(filled):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def typed(**changes):
    return {
        "event-kind": EventKind.objects.get(slug="webinar").pk,
        "event-title_ru": "Разговор с подростком",
        "event-title_en": "Talking with a teenager",
        "event-audience": "parent",
        "event-academic_hours": "2",
        "event-registration_mode": "open",
        "cohort-opens_at": "",
        "cohort-closes_at": "",
        "cohort-venue_ru": "Онлайн",
        "cohort-venue_en": "",
        "cohort-join_url": "https://example.org/room",
        "cohort-waitlist_enabled": "on",
        "cohort-offer_hours": "24",
        "announce": "on",
        **rows("meetings", {"day": "2030-05-17", "starts": "14:00", "ends": "", "title": "Тема"}, {}, {}),
        **rows("places", {"capacity": "25"}),
        **changes,
    }


@pytest.fixture
def section(db):
    return events.index_page()


def test_one_screen_makes_everything_and_leads_to_the_page(at_work, methodist, section):
    response = at_work.post(reverse("events_admin:event_new"), typed())
    event = Event.objects.get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[event.page_id])
    assert at_work.get(response.url).status_code == 200
    cohort, meeting, pool = event.cohorts.get(), Meeting.objects.get(), SeatPool.objects.get()
    assert (event.methodist, event.page.live, cohort.state) == (methodist, False, CohortState.PUBLISHED)
    assert timezone.localtime(meeting.starts_at).hour == 14
    assert meeting.ends_at - meeting.starts_at == timedelta(minutes=event.kind.default_minutes)
    assert cohort.closes_at == meeting.starts_at
    assert (pool.capacity, pool.taken) == (25, 0)


def test_places_divided_by_mode_section_and_municipality(at_work, section):
    barnaul = Municipality.objects.get(slug="barnaul")
    places = rows(
        "places",
        {"capacity": "10", "mode": "in_person"},
        {"capacity": "50", "mode": "online"},
        {"capacity": "5", "section": "Медиация"},
        {"capacity": "3", "mode": "in_person", "reserved_for": barnaul.pk},
    )
    assert at_work.post(reverse("events_admin:event_new"), typed(**places)).status_code == 302
    pools = SeatPool.objects.order_by("capacity").values_list("capacity", "mode", "section__title", "reserved_for")
    assert [(capacity, mode, bool(title), reserve) for capacity, mode, title, reserve in pools] == [
        (3, "in_person", False, barnaul.pk),
        (5, "", True, None),
        (10, "in_person", False, None),
        (50, "online", False, None),
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"event-title_ru": ""}, "Название: Требуется заполнить это поле."),
        ({"event-kind": "0"}, "Выберите"),
        ({"meetings-0-starts": ""}, "Укажите время начала."),
        ({"meetings-0-day": "", "meetings-0-starts": "", "meetings-0-title": ""}, "Добавьте хотя бы одну встречу"),
        ({"meetings-0-ends": "13:00"}, "Встреча должна кончаться позже, чем начинается."),
        ({"cohort-opens_at": "2030-05-02T10:00", "cohort-closes_at": "2030-05-01T10:00"}, "закрываться позже"),
        ({"places-0-capacity": "-1"}, "больше либо равно 0"),
        ({"places-0-capacity": "", "places-0-mode": "online"}, "Сколько здесь мест?"),
        ({"cohort-join_url": "не ссылка"}, "URL"),
        ({"meetings-TOTAL_FORMS": "нечто"}, "Проверьте, пожалуйста"),
        ({"cohort-opens_at": "2031-01-01T10:00"}, "Запись должна открываться раньше, чем закрывается."),
    ],
)
def test_bad_input_keeps_what_was_typed_and_makes_nothing(at_work, section, changes, message):
    response = at_work.post(reverse("events_admin:event_new"), typed(**changes))
    page = response.content.decode()
    assert response.status_code == 422
    assert message in page
    assert "Talking with a teenager" in page
    assert Event.objects.count() == 0


def test_more_rows_without_a_script_lose_nothing(at_work, section):
    response = at_work.post(reverse("events_admin:event_new"), typed(more_meetings="1"))
    page = response.content.decode()
    assert response.status_code == 200
    assert 'name="meetings-5-day"' in page
    assert 'value="2030-05-17"' in page
    assert "Проверьте, пожалуйста" not in page


def test_without_the_tick_the_cohort_stays_a_draft(at_work, section):
    data = typed()
    del data["announce"]
    at_work.post(reverse("events_admin:event_new"), data)
    assert Cohort.objects.get().state == CohortState.DRAFT


def test_capacity_below_taken_is_refused_at_the_field_and_the_counter_stays(at_work, own_cohort):
    events.registered(own_cohort, verified=True)
    events.registered(own_cohort, verified=True)
    pool = own_cohort.pools.get()
    address = reverse("events_admin:cohort_places", args=[own_cohort.pk])
    response = at_work.post(address, {f"pool-{pool.pk}-capacity": "1", f"pool-{pool.pk}-taken": "0"})
    pool.refresh_from_db()
    assert response.status_code == 422
    assert "Уже занято 2" in response.content.decode()
    assert (pool.capacity, pool.taken) == (2, 2)


def test_more_places_serve_the_queue(at_work, own_cohort):
    waiting = [events.registered(own_cohort, verified=True) for _number in range(3)][2]
    pool = own_cohort.pools.get()
    address = reverse("events_admin:cohort_places", args=[own_cohort.pk])
    assert at_work.post(address, {f"pool-{pool.pk}-capacity": "3"}).status_code == 302
    pool.refresh_from_db()
    waiting.refresh_from_db()
    assert (pool.taken, waiting.state) == (3, "confirmed")


def test_meetings_keep_their_identity_and_count_changes(at_work, own_cohort):
    meeting = own_cohort.meetings.get()
    address = reverse("events_admin:cohort_meetings", args=[own_cohort.pk])
    new = {"day": "2030-06-01", "starts": "10:00", "ends": "11:00", "title": "Новая"}
    moved = {"meeting_id": meeting.pk, "day": "2030-05-20", "starts": "09:00", "ends": "10:00", "title": ""}
    assert at_work.post(address, rows("meetings", moved, new)).status_code == 302
    uuid = meeting.uuid
    meeting.refresh_from_db()
    assert (meeting.uuid, meeting.sequence, own_cohort.meetings.count()) == (uuid, 1, 2)
    assert at_work.post(address, rows("meetings", {"meeting_id": meeting.pk}, new)).status_code == 302
    assert own_cohort.meetings.count() == 1


def test_a_meeting_of_another_cohort_cannot_be_taken_over(at_work, own_cohort, foreign_cohort):
    foreign = foreign_cohort.meetings.get()
    row = {"meeting_id": foreign.pk, "day": "2030-05-20", "starts": "09:00", "ends": "10:00", "title": "Захват"}
    at_work.post(reverse("events_admin:cohort_meetings", args=[own_cohort.pk]), rows("meetings", row))
    starts_at = foreign.starts_at
    foreign.refresh_from_db()
    assert (foreign.cohort, foreign.starts_at) == (foreign_cohort, starts_at)


def test_the_next_cohort_moves_every_date(at_work, own_cohort):
    address = reverse("events_admin:cohort_clone", args=[own_cohort.pk])
    first = own_cohort.meetings.get()
    day = timezone.localdate(first.starts_at) + timedelta(days=28)
    assert at_work.post(address, {"first_day": day.isoformat()}).status_code == 302
    new = Cohort.objects.get(number=2)
    assert new.meetings.get().starts_at - first.starts_at == timedelta(days=28)
    assert (new.state, new.opens_at - own_cohort.opens_at) == (CohortState.DRAFT, timedelta(days=28))


def test_cancelling_a_cohort_needs_a_reason_and_tells_everybody(at_work, own_cohort):
    registration = events.registered(own_cohort, verified=True)
    address = reverse("events_admin:cohort_cancel", args=[own_cohort.pk])
    assert at_work.post(address, {"reason": " "}).status_code == 422
    assert at_work.post(address, {"reason": "Болеет ведущий"}).status_code == 302
    registration.refresh_from_db()
    own_cohort.refresh_from_db()
    assert (own_cohort.state, registration.state) == (CohortState.CANCELLED, "cancelled")


def test_changing_the_event_and_the_rules(at_work, own_cohort):
    event = own_cohort.event
    data = {"event-title_ru": "Другое", "event-audience": "everyone", "event-registration_mode": "open"}
    assert at_work.post(reverse("events_admin:event_edit", args=[event.pk]), data).status_code == 302
    event.refresh_from_db()
    assert (str(event.title), event.audience) == ("Другое", "everyone")
    rules = {"cohort-venue_ru": "Бийск", "cohort-offer_hours": "0"}
    assert at_work.post(reverse("events_admin:cohort_edit", args=[own_cohort.pk]), rules).status_code == 302
    own_cohort.refresh_from_db()
    assert (str(own_cohort.venue), own_cohort.offer_hours, own_cohort.waitlist_enabled) == ("Бийск", 0, False)
