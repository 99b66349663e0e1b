"""Changing an event, a cohort's rules, its meetings and its places: each a small form of its own."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString
from wagtail.admin import messages

from events.admin import scope
from events.admin.event_detail import CohortScreen
from events.admin.forms import CohortForm, EventForm, MeetingFormSet, PlacesForm
from events.admin.screens import EventsScreen, event_crumb
from events.domain import changing, pools
from events.domain.errors import Refused
from events.domain.making import MeetingPlan
from events.models import Cohort, Event, Meeting, SeatPool
from portal.people.acting import signed_in

SPARE_ROWS = 2


def _languages(text: Any) -> dict[str, str]:
    data = text.data if isinstance(text, LazyI18nString) else text
    return data if isinstance(data, dict) else {"ru": data or ""}


class ChangeEventView(EventsScreen):
    """Title, audience, hours, who is responsible. The kind stays: rules and documents hang on it."""

    template_name = "events/admin/event_edit.html"
    page_title = _("Изменить событие")
    right = "events.change_event"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the event."""
        super().setup(request, *args, **kwargs)
        self.event = scope.event_for(request.user, kwargs["pk"])

    def trail(self) -> list[dict[str, Any]]:
        """Back to the event."""
        return [event_crumb(self.event)]

    def form(self, data: Any = None) -> EventForm:
        """Return the event's form without the kind."""
        event: Event = self.event
        words = _languages(event.title)
        initial = {
            "title_ru": words.get("ru", ""),
            "title_en": words.get("en", ""),
            "audience": event.audience,
            "academic_hours": event.academic_hours,
            "registration_mode": event.registration_mode,
        }
        form = EventForm(
            data,
            initial=initial,
            prefix="event",
            user=signed_in(self.request),
            chooses_methodist=scope.sees_all(self.request.user),
        )
        del form.fields["kind"]
        if "methodist" in form.fields:
            form.fields["methodist"].initial = event.methodist
        return form

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Show the form."""
        return self.render(event=self.event, form=self.form())

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Save or show what to correct."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.render(status=422, event=self.event, form=form)
        data = form.cleaned_data
        changing.change_event(
            event=self.event,
            title=form.title,
            audience=data["audience"],
            academic_hours=data["academic_hours"],
            registration_mode=data["registration_mode"],
            methodist=data.get("methodist") or self.event.methodist,
            actor=signed_in(request),
            at=timezone.now(),
        )
        messages.success(request, _("Изменения сохранены. Название на странице меняется в её тексте."))
        return redirect(reverse("events_admin:event", args=[self.event.pk]))


class CohortEditScreen(CohortScreen):
    """One screen with three forms; each view saves its own and shows the others as they are."""

    template_name = "events/admin/cohort_edit.html"
    page_title = _("Изменить поток")

    def forms(self) -> dict[str, Any]:
        """Return the three forms as the cohort is now."""
        cohort = self.cohort
        rows = [
            {
                "meeting_id": meeting.pk,
                "day": timezone.localdate(meeting.starts_at),
                "starts": timezone.localtime(meeting.starts_at).time(),
                "ends": timezone.localtime(meeting.ends_at).time(),
                "title": _languages(meeting.title).get("ru", ""),
            }
            for meeting in Meeting.objects.filter(cohort=cohort)
        ]
        return {
            "cohort_form": CohortForm(initial=CohortForm.initial_of(cohort), prefix="cohort"),
            "meetings": MeetingFormSet(initial=[*rows, *[{}] * SPARE_ROWS], prefix="meetings"),
            "pools": [(pool, capacity_form(pool)) for pool in self.pools()],
            "new_pool": PlacesForm(prefix="new"),
        }

    def pools(self) -> list[SeatPool]:
        """The cohort's pools."""
        return list(SeatPool.objects.filter(cohort=self.cohort).select_related("section", "reserved_for"))

    def show(self, *, status: int = 200, **changed: Any) -> HttpResponseBase:
        """Render all three, with the one that was sent as it was typed."""
        return self.render(status=status, cohort=self.cohort, **{**self.forms(), **changed})

    def stay(self, text: Any) -> HttpResponse:
        """Say it worked and return to the screen."""
        messages.success(self.request, text)
        return redirect(reverse("events_admin:cohort_edit", args=[self.cohort.pk]))


class ChangeCohortView(CohortEditScreen):
    """Registration window, venue, link, rules."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Show everything about the cohort."""
        return self.show()

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Save the window and the rules."""
        form = CohortForm(request.POST, prefix="cohort")
        if not form.is_valid():
            return self.show(status=422, cohort_form=form)
        window = {name: form.cleaned_data[name] or getattr(self.cohort, name) for name in ("opens_at", "closes_at")}
        try:
            changing.change_cohort(
                cohort=self.cohort, actor=signed_in(request), at=timezone.now(), **window, **form.values()
            )
        except Refused as refusal:
            form.add_error("closes_at", str(refusal))
            return self.show(status=422, cohort_form=form)
        return self.stay(_("Изменения потока сохранены."))


class ChangeMeetingsView(CohortEditScreen):
    """Dates and topics; an emptied row is a removed meeting."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Save the meetings."""
        formset = MeetingFormSet(request.POST, prefix="meetings")
        if not formset.is_valid():
            return self.show(status=422, meetings=formset)
        try:
            changing.replace_meetings(
                cohort=self.cohort, meetings=self.plans(formset), actor=signed_in(request), at=timezone.now()
            )
        except Refused as refusal:
            return self.show(status=422, meetings=formset, problem=str(refusal))
        return self.stay(_("Встречи сохранены."))

    def plans(self, formset: Any) -> list[tuple[int | None, MeetingPlan]]:
        """Return (key of the meeting or None, plan); what the form doesn't show stays as it was."""
        minutes = self.cohort.event.kind.default_minutes
        known: dict[int, Meeting] = {meeting.pk: meeting for meeting in Meeting.objects.filter(cohort=self.cohort)}
        plans = []
        for form in formset.filled:
            starts_at, ends_at = form.moments(minutes=minutes)
            old = known.get(form.cleaned_data["meeting_id"] or 0)
            words = _languages(old.title) if old else {}
            title = LazyI18nString({**words, "ru": form.cleaned_data["title"]})
            plans.append((old.pk if old else None, MeetingPlan(starts_at=starts_at, ends_at=ends_at, title=title)))
        return plans


class CapacityForm(forms.Form):
    """The number of places of one pool."""

    capacity = forms.IntegerField(label=_("Мест"), min_value=0, max_value=100_000)


def capacity_form(pool: SeatPool, data: Any = None) -> CapacityForm:
    """Return the form of one pool, bound to what was typed if given."""
    return CapacityForm(data, initial={"capacity": pool.capacity}, prefix=f"pool-{pool.pk}")


class ChangePlacesView(CohortEditScreen):
    """Numbers of places, one more pool, an empty pool removed. The counters are the domain's."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Change all or nothing; a refusal stands at the number that caused it."""
        rows = [(pool, capacity_form(pool, request.POST)) for pool in self.pools()]
        new = PlacesForm(request.POST, prefix="new")
        removed = request.POST.get("remove", "")
        checked = [form.is_valid() for form in (*(form for _pool, form in rows), new)]
        if not all(checked):
            return self.show(status=422, pools=rows, new_pool=new)
        try:
            with transaction.atomic():
                self.change(rows, new, removed)
        except PoolRefused as refused:
            refused.form.add_error("capacity", str(refused.refusal))
            return self.show(status=422, pools=rows, new_pool=new)
        return self.stay(_("Места сохранены."))

    def change(self, rows: list[tuple[SeatPool, CapacityForm]], new: PlacesForm, removed: str) -> None:
        """Call the domain for what differs."""
        at, actor = timezone.now(), signed_in(self.request)
        for pool, form in rows:
            try:
                if removed == str(pool.pk):
                    pools.remove_pool(pool=pool, actor=actor, at=at)
                elif form.cleaned_data["capacity"] != pool.capacity:
                    pools.set_capacity(pool=pool, capacity=form.cleaned_data["capacity"], actor=actor, at=at)
            except Refused as refusal:
                raise PoolRefused(form, refusal) from refusal
        if new.is_filled:
            data = new.cleaned_data
            try:
                pools.add_pool(
                    cohort=self.cohort,
                    capacity=data["capacity"],
                    section=section_named(self.cohort, data["section"].strip()),
                    mode=data["mode"],
                    reserved_for=data["reserved_for"],
                    actor=actor,
                    at=at,
                )
            except Refused as refusal:
                raise PoolRefused(new, refusal) from refusal


class PoolRefused(Exception):
    """A refusal with the form it belongs to; leaves the transaction."""

    def __init__(self, form: forms.Form, refusal: Refused) -> None:
        """Keep both."""
        super().__init__(refusal.code)
        self.form, self.refusal = form, refusal


def section_named(cohort: Cohort, name: str) -> Any:
    """Return the cohort's section with this Russian name, None for an empty one. Raises PlacesRefused."""
    if not name:
        return None
    for section in cohort.sections.all():
        if name in _languages(section.title).values():
            return section
    return changing.add_section(cohort=cohort, title=name)
