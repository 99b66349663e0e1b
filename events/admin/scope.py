"""Which rows a member of staff may see: a methodist own events, an administrator all (design §6)."""

from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from events.models import Cohort, Event, Registration
from portal.people import roles
from portal.people.models import User

Who = User | AnonymousUser
Row = TypeVar("Row", Event, Cohort, Registration)


def sees_all(user: Who) -> bool:
    """Whether the user runs everybody's events."""
    return roles.has(user, roles.Role.ADMINISTRATOR)


def runs_events(user: Who) -> bool:
    """Whether the user has the screens of events at all."""
    return user.has_perm("events.view_event") and user.has_perm("events.view_registration")


def events_of(user: Who) -> QuerySet[Event]:
    """Return the events the user runs."""
    events = Event.objects.all()
    return events if sees_all(user) else events.filter(methodist_id=user.pk)


def cohorts_of(user: Who) -> QuerySet[Cohort]:
    """Return the cohorts of the events the user runs."""
    cohorts = Cohort.objects.all()
    return cohorts if sees_all(user) else cohorts.filter(event__methodist_id=user.pk)


def registrations_of(user: Who) -> QuerySet[Registration]:
    """Return the registrations for the events the user runs."""
    registrations = Registration.objects.all()
    return registrations if sees_all(user) else registrations.filter(cohort__event__methodist_id=user.pk)


def event_for(user: Who, pk: int) -> Event:
    """Return one event. Raises Http404 for an unknown one, PermissionDenied for somebody else's."""
    event = get_object_or_404(Event.objects.select_related("kind", "methodist", "page"), pk=pk)
    return _own(user, event.methodist_id, event)


def cohort_for(user: Who, pk: int) -> Cohort:
    """Return one cohort with its event. Raises Http404, PermissionDenied."""
    cohort = get_object_or_404(Cohort.objects.select_related("event__kind", "event__page"), pk=pk)
    return _own(user, cohort.event.methodist_id, cohort)


def registration_for(user: Who, pk: int) -> Registration:
    """Return one registration with its cohort, event and participant. Raises Http404, PermissionDenied."""
    rows = Registration.objects.select_related("cohort__event__kind", "participant", "municipality", "section")
    registration = get_object_or_404(rows, pk=pk)
    return _own(user, registration.cohort.event.methodist_id, registration)


def _own(user: Who, methodist_id: int | None, row: Row) -> Row:
    if not runs_events(user) or (methodist_id != user.pk and not sees_all(user)):
        raise PermissionDenied
    return row
