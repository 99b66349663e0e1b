"""Issued documents in the admin: find one, see whether it is in force, open its public check. Read-only.

A higher room says which documents its staff may see: `register_scope(function)`; an administrator sees all of them.
"""

from collections.abc import Callable
from typing import Any

import django_filters
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import Button, HeaderButton

from portal.documents.kinds import DocumentKind
from portal.documents.models import IssuedDocument
from portal.documents.numbers import number_key
from portal.people import roles
from portal.people.models import User
from portal.people.names import fold

Who = User | AnonymousUser
Scope = Callable[[Who], Q]
_scopes: list[Scope] = []


def register_scope(function: Scope) -> None:
    """Add a rule: `function(user)` returns the documents that user may see because of what they run."""
    if function not in _scopes:
        _scopes.append(function)


def documents_of(user: Who) -> QuerySet[IssuedDocument]:
    """Return the documents the user may see."""
    if roles.has(user, roles.Role.ADMINISTRATOR):
        return IssuedDocument.objects.all()
    allowed = Q(pk__in=[])
    for scope in _scopes:
        allowed |= scope(user)
    return IssuedDocument.objects.filter(allowed)


class DocumentFilterSet(WagtailFilterSet):
    """Kind, day, in force or not."""

    kind = django_filters.ChoiceFilter(choices=DocumentKind.choices, label=_("Вид"))
    issued_on = django_filters.DateFromToRangeFilter(label=_("Выдан"), widget=DateRangePickerWidget)
    state = django_filters.ChoiceFilter(
        label=_("Состояние"),
        choices=[("valid", _("действует")), ("revoked", _("отозван"))],
        method="filter_state",
    )

    class Meta:
        model = IssuedDocument
        fields: list[str] = []

    def filter_state(self, queryset: QuerySet[IssuedDocument], name: str, value: str) -> QuerySet[IssuedDocument]:
        """Keep documents in force or revoked ones."""
        return queryset.filter(revoked_at__isnull=value == "valid")


class DocumentListView(IndexView):
    """«Выданные документы»."""

    model = IssuedDocument
    page_title = _("Выданные документы")
    header_icon = "doc-full"
    index_url_name = "documents_admin:documents"
    index_results_url_name = "documents_admin:documents_results"
    filterset_class = DocumentFilterSet
    any_permission_required = ["view"]
    default_ordering = "-issued_on"
    paginate_by = 50
    list_export: list[str] = []
    search_fields = ["number_key"]
    search_backend_name = None
    is_searchable = True

    @cached_property
    def columns(self) -> list[Column]:
        """Number with the link to its check, kind, holder, event, day, state."""
        return [
            TitleColumn("number", label=_("Номер"), get_url=lambda row: reverse("documents:check", args=[row.number])),
            Column("kind", label=_("Вид"), accessor="get_kind_display"),
            Column("holder", label=_("Кому"), accessor="holder"),
            Column("title", label=_("Мероприятие")),
            DateColumn("issued_on", label=_("Выдан"), sort_key="issued_on"),
            Column("state", label=_("Состояние"), accessor=_state),
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Documents are issued from a registration, not here."""
        return []

    def get_list_buttons(self, instance: IssuedDocument) -> list[Button]:
        """Nothing to change in a row."""
        return []

    def get_base_queryset(self) -> QuerySet[IssuedDocument]:
        """What the user may see."""
        return documents_of(self.request.user).select_related("participant")

    def search_queryset(self, queryset: QuerySet[IssuedDocument]) -> QuerySet[IssuedDocument]:
        """Find by a part of the number or of the holder's name."""
        if not self.is_searching:
            return queryset
        name = fold(self.search_query)
        wanted = Q(number_key__contains=number_key(self.search_query)) | Q(participant__name_key__contains=name)
        return queryset.filter(wanted)


def _state(document: IssuedDocument) -> Any:
    return _("действует") if document.is_valid() else _("отозван")


app_name = "documents_admin"
urlpatterns = [
    path("", DocumentListView.as_view(), name="documents"),
    path("results/", DocumentListView.as_view(results_only=True), name="documents_results"),
]
