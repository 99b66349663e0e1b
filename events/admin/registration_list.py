"""«Записи»: who registered, for one cohort or for all of the methodist's; search, filters, export."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import FileResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import Button, HeaderButton

from events.admin import export, scope
from events.admin.columns import DateTimeColumn, StatusColumn
from events.admin.figures import Status
from events.admin.listing import OwnListView
from events.models import Cohort, Registration, RegistrationState
from portal.people.models import Municipality
from portal.people.names import email_key, fold

GOOD = {RegistrationState.CONFIRMED}
ATTENTION = {
    RegistrationState.AWAITING_APPROVAL,
    RegistrationState.AWAITING_EMAIL,
    RegistrationState.AWAITING_CONSENT,
    RegistrationState.OFFERED,
    RegistrationState.WAITLISTED,
}


def registration_status(registration: Registration) -> Status:
    """Return the state of a registration as a word with a tone."""
    tone = "attention" if registration.state in ATTENTION else "quiet"
    if registration.state in GOOD:
        tone = "good"
    text = registration.get_state_display()
    if registration.state == RegistrationState.WAITLISTED and registration.queue_number:
        text = _("%(state)s, № %(number)d") % {"state": text, "number": registration.queue_number}
    return Status(text=text, tone=tone)


class RegistrationFilterSet(WagtailFilterSet):
    """Cohort, state, municipality, day of arrival. Only the user's cohorts are offered."""

    cohort = django_filters.ModelChoiceFilter(queryset=Cohort.objects.none(), label=_("Поток"))
    state = django_filters.MultipleChoiceFilter(
        choices=RegistrationState.choices, label=_("Состояние"), widget=forms.CheckboxSelectMultiple
    )
    municipality = django_filters.ModelChoiceFilter(
        queryset=Municipality.objects.all(), label=_("Муниципальное образование")
    )
    created_at = django_filters.DateFromToRangeFilter(label=_("Подана"), widget=DateRangePickerWidget)

    class Meta:
        model = Registration
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.request:
            cohorts = scope.cohorts_of(self.request.user).select_related("event").order_by("-event_id", "number")
            self.filters["cohort"].queryset = cohorts


class RegistrationListView(OwnListView):
    """The list of registrations in the order of arrival, newest first."""

    model = Registration
    page_title = _("Записи")
    header_icon = "group"
    index_url_name = "events_admin:registrations"
    index_results_url_name = "events_admin:registrations_results"
    filterset_class = RegistrationFilterSet
    default_ordering = "-created_at"
    search_fields = ["participant__name_key"]
    results_template_name = "events/admin/registration_list_results.html"

    @cached_property
    def columns(self) -> list[Column]:
        """Name, state with the number in the queue, organisation, municipality, day; the cohort where several are shown."""
        columns = [
            TitleColumn(
                "name",
                label=_("Фамилия, имя, отчество"),
                accessor="participant.full_name",
                get_url=lambda row: reverse("events_admin:registration", args=[row.pk]),
                sort_key="participant__name_key",
            ),
            StatusColumn("state", label=_("Состояние"), accessor=registration_status, sort_key="state"),
            Column("organisation", label=_("Организация и должность"), accessor=_workplace),
            Column("municipality", label=_("Откуда"), accessor="municipality"),
            DateTimeColumn("created_at", label=_("Подана"), sort_key="created_at", classname="o-narrow"),
        ]
        if not self.request.GET.get("cohort"):
            columns.insert(2, Column("cohort", label=_("Поток"), accessor="cohort", classname="o-clamp"))
        return columns

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """The export obeys the filters: it is the same address with one parameter more."""
        return [HeaderButton(_("Скачать XLSX"), url=self.get_export_url("xlsx"), icon_name="download")]

    def get_list_buttons(self, instance: Registration) -> list[Button]:
        """No buttons in the row: everything is decided on the registration's own screen."""
        return []

    def get_base_queryset(self) -> QuerySet[Registration]:
        """Registrations of own events with all that the columns and the export show."""
        return scope.registrations_of(self.request.user).select_related(
            "participant", "cohort__event", "municipality", "organisation", "section"
        )

    def search_queryset(self, queryset: QuerySet[Registration]) -> QuerySet[Registration]:
        """Find by a part of the name in any case, ё as е, words in any order; or by a part of the address."""
        if not self.is_searching:
            return queryset
        by_name = Q()
        for word in fold(self.search_query).split():
            by_name &= Q(participant__name_key__contains=word)
        return queryset.filter(by_name | Q(participant__email_key__contains=email_key(self.search_query)))

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> FileResponse:
        """Answer with the workbook of everything the filters let through; the export log gets a row."""
        cohort = self.filters.form.cleaned_data.get("cohort") if self.filters and self.filters.is_valid() else None
        return export.respond(rows=queryset, cohort=cohort, actor=self.request.user, at=timezone.now())

    def get_export_url(self, format: str) -> str:  # noqa: A002 - the name is Wagtail's
        """Return this list's address, not the fragment's, with the export asked for."""
        params = self.request.GET.copy()
        params.pop(self.page_kwarg, None)
        params["export"] = format
        return f"{reverse(self.index_url_name)}?{params.urlencode()}"


def _workplace(registration: Registration) -> str:
    workplace = registration.organisation_name or (str(registration.organisation) if registration.organisation else "")
    return ", ".join(part for part in (workplace, registration.position) if part)
