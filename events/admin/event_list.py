"""«События»: what the methodist runs, the nearest date, places, queue, state."""

from collections import defaultdict
from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, F, Max, Min, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.widgets.button import HeaderButton

from events.admin import scope
from events.admin.columns import DateTimeColumn, StatusColumn
from events.admin.figures import Figures, Status, figures_of, status_of
from events.admin.listing import OwnListView
from events.models import Cohort, CohortState, Event, EventKind
from portal.people.models import User
from portal.people.names import fold


class EventFilterSet(WagtailFilterSet):
    """Kind, time, and for an administrator the methodist."""

    kind = django_filters.ModelMultipleChoiceFilter(
        queryset=EventKind.objects.all(), label=_("Вид"), widget=forms.CheckboxSelectMultiple
    )
    when = django_filters.ChoiceFilter(
        label=_("Когда"),
        choices=[
            ("coming", _("предстоят и идут")),
            ("past", _("прошли")),
            ("open", _("запись открыта")),
            ("draft", _("есть черновик потока")),
        ],
        method="filter_when",
        empty_label=_("все"),
        widget=forms.RadioSelect,
    )
    methodist = django_filters.ModelChoiceFilter(
        queryset=User.objects.filter(events__isnull=False).distinct(), label=_("Методист")
    )

    class Meta:
        model = Event
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not (self.request and scope.sees_all(self.request.user)):
            del self.filters["methodist"]

    def filter_when(self, queryset: QuerySet[Event], name: str, value: str) -> QuerySet[Event]:
        """Keep events with a cohort in the asked state of time."""
        at = timezone.now()
        cohorts = Cohort.objects.filter(event=OuterRef("pk"))
        coming = Exists(cohorts.filter(meetings__ends_at__gt=at).exclude(state=CohortState.CANCELLED))
        return {
            "coming": lambda: queryset.filter(coming),
            "past": lambda: queryset.filter(~coming, cohorts__meetings__isnull=False).distinct(),
            "open": lambda: queryset.filter(
                Exists(cohorts.filter(state=CohortState.PUBLISHED, opens_at__lte=at, closes_at__gt=at))
            ),
            "draft": lambda: queryset.filter(Exists(cohorts.filter(state=CohortState.DRAFT))),
        }[value]()


def _figures(event: Event) -> Figures:
    return event.shown_figures  # type: ignore[attr-defined]


class EventListView(OwnListView):
    """The list of events; the columns speak of the nearest cohort."""

    model = Event
    page_title = _("События")
    header_icon = "calendar-alt"
    index_url_name = "events_admin:events"
    index_results_url_name = "events_admin:events_results"
    filterset_class = EventFilterSet
    default_ordering = None
    search_fields = ["title"]
    results_template_name = "events/admin/event_list_results.html"

    @cached_property
    def columns(self) -> list[Column]:
        """Title, kind, date, places, queue, state."""
        columns = [
            TitleColumn(
                "title", label=_("Название"), get_url=lambda event: reverse("events_admin:event", args=[event.pk])
            ),
            Column("kind", label=_("Вид"), accessor="kind"),
            DateTimeColumn("nearest", label=_("Ближайшая встреча"), accessor="nearest_meeting", sort_key="nearest"),
            Column("places", label=_("Занято"), accessor=self.places),
            Column("waiting", label=_("Очередь"), accessor=lambda event: _figures(event).waiting or "—"),
            StatusColumn("state", label=_("Состояние"), accessor="shown_status"),
        ]
        if scope.sees_all(self.request.user):
            columns.insert(2, Column("methodist", label=_("Методист"), accessor="methodist"))
        return columns

    @staticmethod
    def places(event: Event) -> str:
        """Return «12 из 30» of the nearest cohort."""
        figures = _figures(event)
        if not figures.capacity:
            return "—"
        return _("%(taken)d из %(capacity)d") % {"taken": figures.taken, "capacity": figures.capacity}

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """«Новое событие» stands where it is looked for."""
        if not self.request.user.has_perm("events.add_event"):
            return []
        return [HeaderButton(_("Новое событие"), url=reverse("events_admin:event_new"), icon_name="plus")]

    def get_base_queryset(self) -> QuerySet[Event]:
        """Own events with the moment of the nearest meeting, past events after the coming ones."""
        at = timezone.now()
        alive = ~Q(cohorts__state=CohortState.CANCELLED)
        return (
            scope.events_of(self.request.user)
            .select_related("kind", "methodist", "page")
            .annotate(
                coming=Min("cohorts__meetings__starts_at", filter=Q(cohorts__meetings__ends_at__gt=at) & alive),
                nearest=Max("cohorts__meetings__starts_at"),
            )
        )

    def order_queryset(self, queryset: QuerySet[Event]) -> QuerySet[Event]:
        """Soonest first, then what has passed, the latest first; a clicked column overrides it."""
        if self.ordering:
            return super().order_queryset(queryset)
        return queryset.order_by(F("coming").asc(nulls_last=True), F("nearest").desc(nulls_last=True), "-pk")

    def search_queryset(self, queryset: QuerySet[Event]) -> QuerySet[Event]:
        """Find a part of the title in any language and case; titles are JSON, so the comparing is done here."""
        if not self.is_searching:
            return queryset
        wanted = fold(self.search_query)
        titles = queryset.order_by().values_list("pk", "title")
        found = {pk for pk, title in titles if any(wanted in fold(text) for text in _texts(title))}
        return queryset.filter(pk__in=found)

    def prepare(self, rows: list[Event]) -> None:
        """Give each event the figures of the cohort that is nearest in time."""
        at = timezone.now()
        cohorts = list(Cohort.objects.filter(event__in=rows).order_by("event", "number"))
        figures = figures_of(cohorts)
        by_event: dict[int, list[Cohort]] = defaultdict(list)
        for cohort in cohorts:
            by_event[cohort.event_id].append(cohort)
        event: Any  # takes the figures of its row along to the template
        for event in rows:
            shown = _nearest(by_event[event.pk], figures, at)
            numbers = figures[shown.pk] if shown else Figures()
            event.shown_figures = numbers
            event.shown_status = (
                status_of(shown, numbers, at=at) if shown else Status(text=_("нет потоков"), tone="attention")
            )
            meeting = numbers.next_meeting(at=at)
            event.nearest_meeting = meeting.starts_at if meeting else numbers.starts_at

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say how many events colleagues run: a count and no more."""
        context = super().get_context_data(**kwargs)
        others = 0
        if not scope.sees_all(self.request.user):
            others = Event.objects.exclude(methodist_id=self.request.user.pk).count()
        context["others"] = (
            ngettext("Ещё %(n)d событие ведут коллеги.", "Ещё %(n)d события ведут коллеги.", others) % {"n": others}
            if others
            else ""
        )
        return context


def _texts(title: Any) -> list[str]:
    data = getattr(title, "data", title)
    return list(data.values()) if isinstance(data, dict) else [str(data or "")]


def _nearest(cohorts: list[Cohort], figures: dict[int, Figures], at: Any) -> Cohort | None:
    """Return the running or next cohort, else the last one."""
    coming = [cohort for cohort in cohorts if figures[cohort.pk].next_meeting(at=at)]
    return (
        min(coming, key=lambda cohort: figures[cohort.pk].starts_at or at)
        if coming
        else (cohorts[-1] if cohorts else None)
    )
