"""The outbox in the admin: what was sent to whom, what failed and why, and «отправить ещё раз». Read-only otherwise.

A higher room says which letters its staff may see: `register_scope(function)`; an administrator sees all of them.
"""

from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button, HeaderButton

from portal.letters import registry
from portal.letters.models import Letter, LetterState
from portal.letters.outbox import ResendError, resend
from portal.people import audit, roles
from portal.people.acting import signed_in
from portal.people.models import User

Who = User | AnonymousUser
Scope = Callable[[Who], Q]
_scopes: list[Scope] = []


def register_scope(function: Scope) -> None:
    """Add a rule: `function(user)` returns the letters that user may see because of what they run."""
    if function not in _scopes:
        _scopes.append(function)


def letters_of(user: Who) -> QuerySet[Letter]:
    """Return the letters the user may see. Secret ones (codes of accounts) are an administrator's, without content."""
    if roles.has(user, roles.Role.ADMINISTRATOR):
        return Letter.objects.all()
    allowed = Q(pk__in=[])
    for scope in _scopes:
        allowed |= scope(user)
    return Letter.objects.filter(allowed)


def title_of(letter: Letter) -> Any:
    """Return what the kind of letter is called; its code where nobody registers it any more."""
    kind = registry.kinds().get(letter.kind)
    return kind.title if kind else letter.kind


class LetterFilterSet(WagtailFilterSet):
    """State and kind."""

    state = django_filters.MultipleChoiceFilter(
        choices=LetterState.choices, label=_("Состояние"), widget=forms.CheckboxSelectMultiple
    )
    kind = django_filters.ChoiceFilter(
        choices=lambda: [(name, kind.title) for name, kind in sorted(registry.kinds().items())], label=_("Вид письма")
    )

    class Meta:
        model = Letter
        fields: list[str] = []


class LetterListView(IndexView):
    """The list of letters, newest first."""

    model = Letter
    page_title = _("Письма")
    header_icon = "mail"
    index_url_name = "letters_admin:letters"
    index_results_url_name = "letters_admin:letters_results"
    results_template_name = "letters/admin/list_results.html"
    filterset_class = LetterFilterSet
    any_permission_required = ["view"]
    default_ordering = "-created_at"
    paginate_by = 50
    list_export: list[str] = []
    search_fields = ["to_key"]
    search_backend_name = None
    is_searchable = True

    @cached_property
    def columns(self) -> list[Column]:
        """What, to whom, state, attempts, error, when."""
        return [
            TitleColumn(
                "kind",
                label=_("Письмо"),
                accessor=title_of,
                get_url=lambda letter: reverse("letters_admin:letter", args=[letter.pk]),
            ),
            Column("to", label=_("Кому"), sort_key="to_key"),
            Column("state", label=_("Состояние"), accessor="get_state_display", sort_key="state"),
            Column("attempts", label=_("Попыток")),
            Column("last_error", label=_("Ошибка"), accessor=lambda letter: letter.last_error[:120] or "—"),
            DateColumn("created_at", label=_("Создано"), sort_key="created_at"),
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """Letters are written by the site, not by hand."""
        return []

    def get_list_buttons(self, instance: Letter) -> list[Button]:
        """Everything is on the letter's own screen."""
        return []

    def get_base_queryset(self) -> QuerySet[Letter]:
        """What the user may see."""
        return letters_of(self.request.user)

    def search_queryset(self, queryset: QuerySet[Letter]) -> QuerySet[Letter]:
        """Find by a part of the address."""
        return queryset.filter(to_key__contains=self.search_query.strip().casefold()) if self.is_searching else queryset


class LetterView(WagtailAdminTemplateMixin, View):
    """One letter: what became of it."""

    template_name = "letters/admin/letter.html"
    header_icon = "mail"
    breadcrumbs_items = [
        {"url": reverse_lazy("wagtailadmin_home"), "label": _("Главная")},
        {"url": reverse_lazy("letters_admin:letters"), "label": _("Письма")},
    ]

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the letter among those the user may see."""
        super().setup(request, *args, **kwargs)
        self.letter = get_object_or_404(Letter, pk=kwargs["pk"])
        allowed = request.user.has_perm("letters.view_letter") and letters_of(request.user).filter(pk=self.letter.pk)
        if not allowed:
            raise PermissionDenied

    def get_page_title(self) -> str:
        """Which letter."""
        return str(title_of(self.letter))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way back."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Show it."""
        kind = registry.kinds().get(self.letter.kind)
        may_resend = bool(kind and not kind.secret)
        return self.render_to_response(self.get_context_data(letter=self.letter, may_resend=may_resend))


class ResendLetterView(LetterView):
    """«Отправить ещё раз»."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Queue it again and write who did."""
        at = timezone.now()
        kind = registry.kinds().get(self.letter.kind)
        if kind is None or kind.secret:
            raise PermissionDenied
        try:
            again = resend(letter=self.letter, at=at)
        except (ResendError, ValidationError):
            messages.error(request, _("Это письмо уже не отправить: его содержимое удалено или адрес неверен."))
            return redirect(reverse("letters_admin:letter", args=[self.letter.pk]))
        audit.record(action="letter.resent", target=self.letter, at=at, actor=signed_in(request), again=again.pk)
        messages.success(request, _("Письмо поставлено в очередь и уйдёт в ближайшую минуту."))
        return redirect(reverse("letters_admin:letter", args=[again.pk]))


app_name = "letters_admin"
urlpatterns = [
    path("", LetterListView.as_view(), name="letters"),
    path("results/", LetterListView.as_view(results_only=True), name="letters_results"),
    path("<int:pk>/", LetterView.as_view(), name="letter"),
    path("<int:pk>/resend/", ResendLetterView.as_view(), name="letter_resend"),
]
