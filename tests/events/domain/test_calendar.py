"""Calendars, parsed back by an independent reader."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from django.test import Client
from django.utils import timezone

from events.domain import calendar, making
from events.models import Meeting
from tests.factories import events as make

pytestmark = pytest.mark.django_db
START = datetime(2026, 12, 9, 7, 0, tzinfo=UTC)  # 14:00 in Barnaul


def events_of(content: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


def ics(**fields) -> bytes:
    meetings = Meeting.objects.select_related("cohort__event")
    return calendar.ics(meetings=meetings, at=make.NOW, language=fields.pop("language", "ru"), **fields)


@pytest.fixture
def cohort():
    plan = making.MeetingPlan(starts_at=START, ends_at=START + timedelta(minutes=90), title={"ru": "Тема; раз, два"})
    event = make.make_event(title={"ru": "Разговор, о важном", "en": "A talk"})
    return make.make_cohort(
        event=event, meetings=[plan], venue="Барнаул, ул. Исакова", join_url="https://m.example.org/"
    )


def test_times_are_right_in_every_zone(cohort):
    (event,) = events_of(ics())
    assert event.start.astimezone(UTC) == START
    assert event.start.hour == 14
    assert event.end - event.start == timedelta(minutes=90)
    (zone,) = icalendar.Calendar.from_ical(ics()).walk("VTIMEZONE")
    assert str(zone["tzid"]) == "Asia/Barnaul"


def test_identifiers_last_and_texts_are_escaped(cohort):
    first, second = (events_of(ics())[0] for _ in range(2))
    assert first["uid"] == second["uid"] == calendar.uid(Meeting.objects.get())
    assert str(first["summary"]) == "Разговор, о важном: Тема; раз, два"
    assert all(len(line) <= 75 for line in ics().split(b"\r\n"))
    assert str(events_of(ics(language="en"))[0]["summary"]).startswith("A talk")


def test_the_address_for_connecting_is_for_confirmed_people_only(cohort):
    assert b"m.example.org" not in ics()
    assert str(events_of(ics(with_join_url=True))[0]["url"]) == "https://m.example.org/"


def test_a_called_off_cohort_is_marked_so(cohort):
    making.cancel_cohort(cohort=cohort, reason="", actor=None, at=make.NOW)
    assert str(events_of(ics())[0]["status"]) == "CANCELLED"


def test_public_calendars(client: Client):
    cohort = make.make_cohort(at=timezone.now())
    draft = make.make_cohort(at=timezone.now(), published=False)
    one = client.get(f"/registration/{cohort.uuid}/cohort.ics")
    everything = client.get("/events/calendar.ics")
    assert one["Content-Type"].startswith("text/calendar")
    assert [str(event["uid"]) for event in events_of(one.content)] == [calendar.uid(cohort.meetings.get())]
    assert [str(event["uid"]) for event in events_of(everything.content)] == [calendar.uid(cohort.meetings.get())]
    assert client.get(f"/registration/{draft.uuid}/cohort.ics").status_code == 404
    assert not one.cookies
    assert "public" in one["Cache-Control"]
