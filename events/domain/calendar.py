"""Meetings as iCalendar (RFC 5545): one VEVENT for each, with a UID that never changes and a growing SEQUENCE."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings
from django.utils import translation

from events.models import CohortState, Meeting

PRODUCT: Final = "-//Opora//Events//RU"
MIMETYPE: Final = "text/calendar; charset=utf-8; method=PUBLISH"


def uid(meeting: Meeting) -> str:
    """Return the lasting identifier of a meeting: the same in a letter, on the page and in the common calendar."""
    return f"{meeting.uuid}@{urlsplit(settings.SITE_URL).hostname}"


def ics(
    *, meetings: Iterable[Meeting], at: datetime, language: str, name: str = "", with_join_url: bool = False
) -> bytes:
    """Return a calendar of `meetings` (with cohort__event selected), in the centre's time zone with its VTIMEZONE.

    `with_join_url` is for the letters of confirmed people only. Text is escaped and folded by icalendar.
    """
    with translation.override(language):
        calendar = icalendar.Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        if name:
            calendar.add("x-wr-calname", name)
        for meeting in meetings:
            calendar.add_component(_vevent(meeting=meeting, at=at, with_join_url=with_join_url))
        calendar.add_missing_timezones()
        return calendar.to_ical()


def _vevent(*, meeting: Meeting, at: datetime, with_join_url: bool) -> icalendar.Event:
    zone = ZoneInfo(settings.TIME_ZONE)
    cohort = meeting.cohort
    title, theme = str(cohort.event.title), str(meeting.title)
    component = icalendar.Event()
    component.add("uid", uid(meeting))
    component.add("sequence", meeting.sequence)
    component.add("dtstamp", at.astimezone(ZoneInfo("UTC")))
    component.add("dtstart", meeting.starts_at.astimezone(zone))
    component.add("dtend", meeting.ends_at.astimezone(zone))
    component.add("summary", f"{title}: {theme}" if theme else title)
    place = str(meeting.venue) or str(cohort.venue)
    if place:
        component.add("location", place)
    if with_join_url and cohort.join_url:
        component.add("url", cohort.join_url)
        component.add("description", cohort.join_url)
    component.add("status", "CANCELLED" if cohort.state == CohortState.CANCELLED else "CONFIRMED")
    return component
