"""The audit trail and the consents for the data officer: read, find, record a withdrawal. Nothing else changes them."""

from typing import Any

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton

from portal.people import audit, consents
from portal.people.acting import signed_in
from portal.people.models import AuditEntry, Consent, ConsentMethod, ConsentPurpose, User
from portal.people.names import fold


class MomentColumn(Column):
    """Day and time to the minute: evidence needs both."""

    def get_value(self, instance: Any) -> str:
        """Return «21.11.2026 14:05» in the site's zone."""
        moment = super().get_value(instance)
        return f"{timezone.localtime(moment):%d.%m.%Y %H:%M}" if moment else "—"


class EvidenceListView(IndexView):
    """A list that can only be read."""

    paginate_by = 50
    any_permission_required = ["view"]
    list_export: list[str] = []
    search_backend_name = None

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Evidence is written by the site."""
        return []

    def get_list_buttons(self, instance: Any) -> list[Button]:
        """Nothing to change in a row."""
        return []


class AuditFilterSet(WagtailFilterSet):
    """When, what, who."""

    at = django_filters.DateFromToRangeFilter(label=_("Когда"), widget=DateRangePickerWidget)
    action = django_filters.ChoiceFilter(
        label=_("Действие"),
        choices=lambda: [
            (name, audit.words_of(name))
            for name in AuditEntry.objects.order_by("action").values_list("action", flat=True).distinct()
        ],
    )
    actor = django_filters.ModelChoiceFilter(
        queryset=User.objects.filter(pk__in=AuditEntry.objects.values("actor")), label=_("Кто")
    )

    class Meta:
        model = AuditEntry
        fields: list[str] = []


# Words for what the entries keep beside the act: keys, and values that are codes.
KEYS = {
    "after": _("стало"),
    "again": _("новое письмо"),
    "before": _("было"),
    "by": _("кем"),
    "capacity": _("мест"),
    "changed": _("изменено"),
    "cohort": _("поток"),
    "event": _("событие"),
    "fields": _("поля"),
    "format": _("вид файла"),
    "into": _("в карточку"),
    "kind": _("вид"),
    "like": _("по образцу"),
    "methodist": _("методист"),
    "moved": _("перенесено"),
    "number": _("номер"),
    "purpose": _("цель"),
    "registrations": _("записей"),
    "removed": _("убрано"),
    "rows": _("строк"),
    "state": _("состояние"),
}
VALUES = {
    "person": _("сам человек"),
    "centre": _("центр"),
    "staff": _("сотрудник"),
    "site": _("сайт"),
    "processing": _("обработка данных"),
}


def _value(value: object) -> object:
    """Return the word for a code: a state is called as its act is; what has no word stays as it is."""
    text = str(value)
    named = audit.words_of(f"registration.{text}")
    return VALUES.get(text, value if named == f"registration.{text}" else named)


def _details(entry: AuditEntry) -> str:
    shown = {name: value for name, value in entry.details.items() if value not in ("", None)}
    return ", ".join(f"{KEYS.get(name, name)}: {_value(value)}" for name, value in shown.items()) or "—"


class AuditListView(EvidenceListView):
    """«Журнал действий», exports among them."""

    model = AuditEntry
    page_title = _("Журнал действий")
    header_icon = "history"
    index_url_name = "people_admin:audit"
    index_results_url_name = "people_admin:audit_results"
    filterset_class = AuditFilterSet
    default_ordering = "-at"
    columns = [
        MomentColumn("at", label=_("Когда"), sort_key="at", width="12%"),
        Column("action", label=_("Действие"), accessor=lambda entry: audit.words_of(entry.action), sort_key="action"),
        Column("actor", label=_("Кто"), accessor=lambda entry: entry.actor or "—"),
        Column("target", label=_("Над чем"), accessor=lambda entry: f"{entry.target_type.name} № {entry.target_id}"),
        Column("details", label=_("Подробности"), accessor=_details),
    ]

    def get_base_queryset(self) -> QuerySet[AuditEntry]:
        """Entries with what the columns show."""
        return AuditEntry.objects.select_related("actor", "target_type")


class ConsentFilterSet(WagtailFilterSet):
    """Purpose, day, withdrawn or not."""

    purpose = django_filters.ChoiceFilter(choices=ConsentPurpose.choices, label=_("Цель"))
    given_at = django_filters.DateFromToRangeFilter(label=_("Дано"), widget=DateRangePickerWidget)
    withdrawn = django_filters.BooleanFilter(
        field_name="withdrawal",
        lookup_expr="isnull",
        exclude=True,
        label=_("Отозвано"),
        widget=forms.Select(choices=[("", _("все")), ("true", _("да")), ("false", _("нет"))]),
    )

    class Meta:
        model = Consent
        fields: list[str] = []


def _withdrawn(consent: Consent) -> str:
    withdrawal = getattr(consent, "withdrawal", None)
    return f"{timezone.localtime(withdrawal.withdrawn_at):%d.%m.%Y %H:%M}" if withdrawal else "—"


class ConsentListView(EvidenceListView):
    """«Согласия»: who agreed to what, by which text, how; withdrawals."""

    model = Consent
    page_title = _("Согласия")
    header_icon = "check"
    index_url_name = "people_admin:consents"
    index_results_url_name = "people_admin:consents_results"
    filterset_class = ConsentFilterSet
    default_ordering = "-given_at"
    is_searchable = True
    search_fields = ["participant__name_key"]

    @cached_property
    def columns(self) -> list[Column]:
        """Person, purpose, text, when, how, withdrawn."""
        return [
            TitleColumn(
                "participant",
                label=_("Кто"),
                accessor="participant.full_name",
                get_url=lambda consent: reverse("people_admin:consent", args=[consent.pk]),
            ),
            Column("purpose", label=_("На что"), accessor="get_purpose_display"),
            Column("text", label=_("Версия текста"), accessor="text.version"),
            MomentColumn("given_at", label=_("Дано"), sort_key="given_at"),
            Column("method", label=_("Способ"), accessor="get_method_display"),
            Column("withdrawn", label=_("Отозвано"), accessor=_withdrawn),
        ]

    def get_base_queryset(self) -> QuerySet[Consent]:
        """Consents with person, text and withdrawal."""
        return Consent.objects.select_related("participant", "text", "withdrawal")

    def search_queryset(self, queryset: QuerySet[Consent]) -> QuerySet[Consent]:
        """Find by a part of the name or of the address."""
        if not self.is_searching:
            return queryset
        wanted = fold(self.search_query)
        return queryset.filter(Q(participant__name_key__contains=wanted) | Q(participant__email_key__contains=wanted))


class WithdrawalForm(forms.Form):
    """How the person asked, and why if they said."""

    method = forms.ChoiceField(
        label=_("Как человек об этом сказал"),
        choices=[choice for choice in ConsentMethod.choices if choice[0] != ConsentMethod.SITE],
    )
    reason = forms.CharField(
        label=_("Что сказал"), required=False, max_length=255, widget=forms.Textarea(attrs={"rows": 2})
    )


class ConsentView(WagtailAdminTemplateMixin, View):
    """One consent as evidence, and the recording of a withdrawal."""

    template_name = "people/admin/consent.html"
    header_icon = "check"
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": _("Главная")},
        {"url": reverse_lazy("people_admin:consents"), "label": _("Согласия")},
    ]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the consent for those who may see consents."""
        super().setup(request, *args, **kwargs)
        if not request.user.has_perm("people.view_consent"):
            raise PermissionDenied
        rows = Consent.objects.select_related("participant", "text", "withdrawal")
        self.consent = get_object_or_404(rows, pk=kwargs["pk"])

    def get_page_title(self) -> str:
        """Whose."""
        return self.consent.participant.full_name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way back."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def show(self, form: WithdrawalForm, status: int = 200) -> HttpResponseBase:
        """Render the evidence with the form."""
        may_withdraw = self.request.user.has_perm("people.add_consentwithdrawal")
        context = self.get_context_data(consent=self.consent, form=form, may_withdraw=may_withdraw)
        return self.render_to_response(context, status=status)

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Show it."""
        return self.show(WithdrawalForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Record the withdrawal."""
        if not request.user.has_perm("people.add_consentwithdrawal"):
            raise PermissionDenied
        form = WithdrawalForm(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        consents.withdraw(
            consent=self.consent,
            at=timezone.now(),
            method=form.cleaned_data["method"],
            reason=form.cleaned_data["reason"],
            actor=signed_in(request),
        )
        messages.success(request, _("Отзыв записан. Данные нужно удалить или обезличить в течение 30 дней."))
        return redirect(reverse("people_admin:consent", args=[self.consent.pk]))


app_name = "people_admin"
urlpatterns = [
    path("audit/", AuditListView.as_view(), name="audit"),
    path("audit/results/", AuditListView.as_view(results_only=True), name="audit_results"),
    path("consents/", ConsentListView.as_view(), name="consents"),
    path("consents/results/", ConsentListView.as_view(results_only=True), name="consents_results"),
    path("consents/<int:pk>/", ConsentView.as_view(), name="consent"),
]
