"""Shapes of the demo events: cohorts and meetings are placed by days from today, so that something is always open."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from portal.site.demo.content.structure import PageWords, Words

# Days off of ТК РФ, ст. 112, as (month, day).
HOLIDAYS = frozenset({*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)})
CENTRE_HALL = Words("Барнаул, ул. Г. Исакова, 113-е, учебный класс", "Training room, 113-e G. Isakova Street, Barnaul")
ONLINE = Words("Онлайн, ссылка придёт в письме", "Online, the link comes in the letter")
CONFERENCE_HALL = Words(
    "Барнаул, ул. Г. Исакова, 113-е, актовый зал", "Assembly hall, 113-e G. Isakova Street, Barnaul"
)


@dataclass(frozen=True)
class MeetingPlan:
    """A meeting `day` days from today, moved on to a working day (or to a Sunday for `weekend`), in local time."""

    day: int
    title: Words
    starts: str = "10:00"
    minutes: int = 180
    section: int | None = None
    weekend: bool = False

    def begins(self, today: date, zone: tzinfo | None) -> datetime:
        """Return the moment when the meeting begins as planned on `today`."""
        day = today + timedelta(days=self.day)
        if self.weekend:
            day += timedelta(days=(6 - day.weekday()) % 7)
        else:
            while day.weekday() >= 5 or (day.month, day.day) in HOLIDAYS:
                day += timedelta(days=1)
        return datetime.combine(day, time.fromisoformat(self.starts), zone)


@dataclass(frozen=True)
class CohortPlan:
    """A cohort: its window in days from today, places and how many people the demo registers, one after another.

    `people` confirm their address, `unconfirmed` have not yet opened their letter; who comes after the last place waits.
    """

    number: int
    opens: int
    closes: int
    capacity: int
    meetings: tuple[MeetingPlan, ...]
    venue: Words = CENTRE_HALL
    join_url: str = ""
    people: int = 0
    unconfirmed: int = 0
    cancelled: int = 0
    approval: bool = False

    def window(self, today: date, zone: tzinfo | None) -> tuple[datetime, datetime]:
        """Return when registration opens and closes: from nine in the morning to six in the evening."""
        return (
            datetime.combine(today + timedelta(days=self.opens), time(9), zone),
            datetime.combine(today + timedelta(days=self.closes), time(18), zone),
        )


@dataclass(frozen=True)
class SectionPlan:
    """A section of a conference with places of its own."""

    title: Words
    capacity: int


@dataclass(frozen=True)
class EventPlan:
    """An event: what kind it is, its page, its cohorts and sections."""

    kind: str
    page: PageWords
    audience: str
    hours: str | None
    cohorts: tuple[CohortPlan, ...]
    sections: tuple[SectionPlan, ...] = ()
    registration: str = "open"
