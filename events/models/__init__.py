"""Rows of events: kinds, events, cohorts, meetings, sections, places, registrations, links; and their pages."""

from events.models.cohorts import Cohort, CohortState, Meeting, Section
from events.models.events import Audience, Event, EventKind, RegistrationMode
from events.models.links import LinkScope, RegistrationLink
from events.models.pages import EventIndexPage, EventPage
from events.models.places import AttendanceMode, SeatClaim, SeatPool
from events.models.registrations import (
    ACTIVE_STATES,
    Registration,
    RegistrationSource,
    RegistrationState,
)

__all__ = [
    "ACTIVE_STATES",
    "AttendanceMode",
    "Audience",
    "Cohort",
    "CohortState",
    "Event",
    "EventIndexPage",
    "EventKind",
    "EventPage",
    "LinkScope",
    "Meeting",
    "Registration",
    "RegistrationLink",
    "RegistrationMode",
    "RegistrationSource",
    "RegistrationState",
    "SeatClaim",
    "SeatPool",
    "Section",
]
