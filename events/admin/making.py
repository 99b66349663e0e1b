"""«Новое событие»: everything but the text on one screen, the text in the page's editor; and a further cohort."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from events.admin import scope
from events.admin.forms import CohortForm, EventForm, MeetingFormSet, PlacesForm, PlacesFormSet
from events.admin.screens import EventsScreen, event_crumb
from events.domain import making, pools
from events.domain.errors import Refused
from events.models import Cohort, Event, EventKind, Section
from portal.people.acting import signed_in
from portal.people.models import User

FIRST_ROWS = 3
MORE_ROWS = {"more_meetings": "meetings", "more_places": "places"}


class CohortMaking(EventsScreen):
    """The part both screens share: window, meetings, places."""

    template_name = "events/admin/making.html"
    right = "events.add_event"

    def bound(self, request: HttpRequest) -> dict[str, Any]:
        """Return the forms with what was typed."""
        return {
            "cohort_form": CohortForm(request.POST, prefix="cohort"),
            "meetings": MeetingFormSet(request.POST, prefix="meetings"),
            "places": PlacesFormSet(request.POST, prefix="places"),
        }

    def unbound(self, kind: EventKind | None = None) -> dict[str, Any]:
        """Return empty forms with the kind's usual number of places."""
        capacity = kind.default_capacity if kind else None
        return {
            "cohort_form": CohortForm(prefix="cohort"),
            "meetings": MeetingFormSet(prefix="meetings", initial=[{}] * FIRST_ROWS),
            "places": PlacesFormSet(prefix="places", initial=[{"capacity": capacity}]),
        }

    def more_rows(self, request: HttpRequest) -> dict[str, Any] | None:
        """Without a script: the same forms, nothing lost, with empty rows added; None if that wasn't asked."""
        asked = next((prefix for button, prefix in MORE_ROWS.items() if button in request.POST), None)
        if asked is None:
            return None
        data = request.POST.copy()
        data[f"{asked}-TOTAL_FORMS"] = str(int(data.get(f"{asked}-TOTAL_FORMS") or 0) + FIRST_ROWS)
        request.POST = data  # type: ignore[assignment]
        return self.bound(request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the script needs to fill in the kind's defaults."""
        context = super().get_context_data(**kwargs)
        context["kinds"] = {
            str(kind.pk): {
                "capacity": kind.default_capacity,
                "hours": str(kind.default_academic_hours or ""),
                "minutes": kind.default_minutes,
                "course": kind.is_course,
                "sections": kind.has_sections,
            }
            for kind in EventKind.objects.all()
        }
        return context

    def make_cohort(self, *, event: Event, forms: dict[str, Any], announce: bool, at: datetime, actor: User) -> Cohort:
        """Make the cohort with meetings and pools; announce it if asked. Raises Refused."""
        cohort_form, rows = forms["cohort_form"], forms["places"].filled
        plans = meeting_plans(forms["meetings"], minutes=event.kind.default_minutes)
        window: dict[str, Any] = window_of(cohort_form, plans, at=at)
        general = next((row for row in rows if row.is_general), None)
        sections = list(
            dict.fromkeys(row.cleaned_data["section"].strip() for row in rows if row.cleaned_data["section"])
        )
        cohort = making.add_cohort(
            event=event,
            meetings=plans,
            sections=sections,
            capacity=general.cleaned_data["capacity"] if general else (0 if rows else None),
            actor=actor,
            at=at,
            **window,
            **cohort_form.values(),
        )
        add_pools(cohort=cohort, rows=[row for row in rows if row is not general], actor=actor, at=at)
        if rows and general is None:
            empty = cohort.pools.get(section=None, mode="", reserved_for=None)
            pools.remove_pool(pool=empty, actor=actor, at=at)
        if announce:
            making.publish_cohort(cohort=cohort, actor=actor, at=at)
        return cohort


class NewEventView(CohortMaking):
    """Screen 1 of making an event; screen 2 is the page editor."""

    page_title = _("Новое событие")

    def event_form(self, data: Any = None) -> EventForm:
        """Return the form of the event for this user."""
        return EventForm(
            data,
            prefix="event",
            user=signed_in(self.request),
            chooses_methodist=scope.sees_all(signed_in(self.request)),
        )

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """Show the empty forms."""
        return self.render(event_form=self.event_form(), announce=True, **self.unbound())

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Make event, page, cohort, meetings and pools at once, or show what to correct with everything typed kept."""
        announce = "announce" in request.POST
        if (forms := self.more_rows(request)) is not None:
            return self.render(event_form=self.event_form(request.POST), announce=announce, adding=True, **forms)
        event_form, forms = self.event_form(request.POST), self.bound(request)
        problem = ""
        checked = [form.is_valid() for form in (event_form, *forms.values())]
        if all(checked):
            try:
                event = self.make(event_form, forms, announce=announce)
            except Refused as refusal:
                problem = str(refusal)
            else:
                messages.success(
                    request, _("Событие «%(title)s» создано. Осталось написать текст страницы и опубликовать её.")
                    % {"title": event},
                )  # fmt: skip
                return redirect("wagtailadmin_pages:edit", event.page_id)
        return self.render(status=422, event_form=event_form, announce=announce, problem=problem, **forms)

    @transaction.atomic
    def make(self, event_form: EventForm, forms: dict[str, Any], *, announce: bool) -> Event:
        """Make everything in one transaction. Raises Refused."""
        at, actor, data = timezone.now(), signed_in(self.request), event_form.cleaned_data
        event = making.create_event(
            kind=data["kind"],
            title=event_form.title,
            audience=data["audience"],
            academic_hours=data["academic_hours"],
            registration_mode=data["registration_mode"],
            methodist=event_form.responsible,
            actor=actor,
            at=at,
        )
        self.make_cohort(event=event, forms=forms, announce=announce, at=at, actor=actor)
        return event


class NewCohortView(CohortMaking):
    """One more cohort of an event."""

    page_title = _("Новый поток")
    right = "events.add_cohort"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the event."""
        super().setup(request, *args, **kwargs)
        self.event = scope.event_for(request.user, kwargs["pk"])

    def trail(self) -> list[dict[str, Any]]:
        """Back to the event."""
        return [event_crumb(self.event)]

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Show the empty forms with the kind's defaults."""
        return self.render(event=self.event, announce=True, **self.unbound(self.event.kind))

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Make the cohort or show what to correct."""
        announce = "announce" in request.POST
        if (forms := self.more_rows(request)) is not None:
            return self.render(event=self.event, announce=announce, adding=True, **forms)
        forms, problem = self.bound(request), ""
        checked = [form.is_valid() for form in forms.values()]
        if all(checked):
            try:
                with transaction.atomic():
                    cohort = self.make_cohort(
                        event=self.event, forms=forms, announce=announce, at=timezone.now(), actor=signed_in(request)
                    )
            except Refused as refusal:
                problem = str(refusal)
            else:
                messages.success(request, _("Поток %(number)d создан.") % {"number": cohort.number})
                return redirect(reverse("events_admin:event", args=[self.event.pk]))
        return self.render(status=422, event=self.event, announce=announce, problem=problem, **forms)


def meeting_plans(formset: Any, *, minutes: int) -> list[making.MeetingPlan]:
    """Return the meetings typed, in order of time; a meeting without an end lasts `minutes`."""
    plans = []
    for form in formset.filled:
        starts_at, ends_at = form.moments(minutes=minutes)
        plans.append(making.MeetingPlan(starts_at=starts_at, ends_at=ends_at, title=form.cleaned_data["title"]))
    return sorted(plans, key=lambda plan: plan.starts_at)


def window_of(form: CohortForm, plans: list[making.MeetingPlan], *, at: datetime) -> dict[str, datetime]:
    """Return the registration window: from now if not said, to the first meeting if not said."""
    return {
        "opens_at": form.cleaned_data["opens_at"] or at,
        "closes_at": form.cleaned_data["closes_at"] or plans[0].starts_at,
    }


def add_pools(*, cohort: Cohort, rows: list[PlacesForm], actor: User, at: datetime) -> None:
    """Add the pools typed beside the general one. Raises PlacesRefused."""
    sections = {str(section.title): section for section in Section.objects.filter(cohort=cohort)}
    for row in rows:
        data = row.cleaned_data
        pools.add_pool(
            cohort=cohort,
            capacity=data["capacity"],
            section=sections.get(data["section"].strip()),
            mode=data["mode"],
            reserved_for=data["reserved_for"],
            actor=actor,
            at=at,
        )
