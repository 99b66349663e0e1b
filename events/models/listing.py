"""Which events a list shows: what a reader asked for, and the queryset that answers."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import QueryDict

from events.models.cohorts import Cohort, CohortState, Meeting
from events.models.events import Event, RegistrationMode
from events.models.pages import EventPage

MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@dataclass(frozen=True, kw_only=True)
class EventQuery:
    """What is asked of the list by its address; unknown values are as if not asked."""

    kind: str = ""
    audience: str = ""
    month: str = ""
    past: bool = False

    @classmethod
    def parse(cls, query: QueryDict) -> Self:
        """Read `?kind=&audience=&month=YYYY-MM&when=past`."""
        month = query.get("month", "")[:7]
        return cls(
            kind=query.get("kind", "")[:50].replace("\x00", ""),
            audience=query.get("audience", "")[:16].replace("\x00", ""),
            month=month if MONTH.fullmatch(month) else "",
            past=query.get("when") == "past",
        )

    @property
    def bounds(self) -> tuple[datetime, datetime] | None:
        """The first moments of the month asked for and of the next one, in the centre's zone."""
        if not self.month:
            return None
        year, month = (int(part) for part in self.month.split("-"))
        zone = ZoneInfo(settings.TIME_ZONE)
        following = date(year + month // 12, month % 12 + 1, 1)
        return datetime(year, month, 1, tzinfo=zone), datetime(following.year, following.month, 1, tzinfo=zone)


def listed(pages: models.QuerySet[EventPage], *, query: EventQuery, at: datetime) -> models.QuerySet[EventPage]:
    """Return event pages in the order of a list: open for registration first, then by the next meeting.

    The archive (`query.past`) holds what has no meeting left, the latest first. An event whose dates aren't set yet
    belongs to what is coming.
    """
    key = {"event__page__translation_key": OuterRef("translation_key")}
    meeting_key = {"cohort__event__page__translation_key": OuterRef("translation_key")}
    meetings = Meeting.objects.filter(**meeting_key).exclude(cohort__state=CohortState.DRAFT)
    still = meetings.filter(ends_at__gt=at)
    open_now = Cohort.objects.filter(
        state=CohortState.PUBLISHED,
        event__registration_mode=RegistrationMode.OPEN,
        opens_at__lte=at,
        closes_at__gt=at,
        **key,
    )
    pages = pages.annotate(
        next_open=Subquery(
            still.filter(cohort__state=CohortState.PUBLISHED, cohort__opens_at__lte=at, cohort__closes_at__gt=at)
            .order_by("starts_at")
            .values("starts_at")[:1]
        ),
        next_meeting=Subquery(still.order_by("starts_at").values("starts_at")[:1]),
        last_meeting=Subquery(meetings.order_by("-ends_at").values("ends_at")[:1]),
        is_open=Exists(open_now),
    )
    events = Event.objects.filter(page__translation_key=OuterRef("translation_key"))
    if query.kind:
        pages = pages.filter(Exists(events.filter(kind__slug=query.kind)))
    if query.audience:
        pages = pages.filter(Exists(events.filter(audience=query.audience)))
    if query.bounds:
        first, following = query.bounds
        pages = pages.filter(Exists(meetings.filter(starts_at__gte=first, starts_at__lt=following)))
    if query.past:
        return pages.filter(next_meeting=None, last_meeting__isnull=False).order_by("-last_meeting", "pk")
    coming = pages.filter(Q(next_meeting__isnull=False) | Q(last_meeting=None))
    return coming.order_by("-is_open", Coalesce("next_open", "next_meeting").asc(nulls_last=True), "pk")
