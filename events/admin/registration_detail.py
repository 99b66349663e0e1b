"""One registration: state, history, consents, letters, and what the methodist may decide."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from events.admin import scope
from events.admin.event_detail import ReasonForm
from events.admin.registration_list import registration_status
from events.admin.screens import EventsScreen, event_crumb
from events.domain import registering
from events.domain.errors import Refused
from events.models import ACTIVE_STATES, Registration, RegistrationState
from portal.letters import registry
from portal.letters.models import Letter
from portal.people import audit
from portal.people.acting import signed_in
from portal.people.models import AuditEntry, Consent, User


def history_of(registration: Registration) -> list[dict[str, Any]]:
    """Return what happened to the registration, oldest first: when, what, who. One query."""
    entries = AuditEntry.objects.filter(
        target_type=ContentType.objects.get_for_model(Registration), target_id=str(registration.pk)
    )
    return [
        {
            "at": entry.at,
            "what": audit.words_of(entry.action),
            "who": entry.actor or _("человек по ссылке или сайт сам"),
        }
        for entry in entries.select_related("actor").order_by("at", "pk")
    ]


def letters_of(registration: Registration) -> list[dict[str, Any]]:
    """Return the letters about the registration, newest first, with the title of their kind. One query."""
    return [
        {"letter": letter, "title": letter_title(letter.kind)} for letter in Letter.objects.for_object(registration)
    ]


def letter_title(kind: str) -> Any:
    """Return what a kind of letter is called; its code where the kind is gone."""
    try:
        return registry.get(kind).title
    except registry.UnknownKindError:
        return kind


class RegistrationView(EventsScreen):
    """The registration's own screen."""

    template_name = "events/admin/registration.html"
    header_icon = "user"
    right = "events.view_registration"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Find the registration."""
        super().setup(request, *args, **kwargs)
        self.registration = scope.registration_for(request.user, kwargs["pk"])

    def get_page_title(self) -> str:
        """Who."""
        return self.registration.participant.full_name

    def trail(self) -> list[dict[str, Any]]:
        """Back to the event and its registrations."""
        cohort = self.registration.cohort
        listing = f"{reverse('events_admin:registrations')}?cohort={cohort.pk}"
        return [event_crumb(cohort.event), {"url": listing, "label": _("Записи")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add history, consents, letters and the possible decisions."""
        registration = self.registration
        return super().get_context_data(
            registration=registration,
            status=registration_status(registration),
            history=history_of(registration),
            consents=Consent.objects.filter(about=f"registration:{registration.pk}").select_related(
                "text", "withdrawal"
            ),
            letters=letters_of(registration),
            may_decide=registration.state == RegistrationState.AWAITING_APPROVAL,
            may_cancel=registration.state in ACTIVE_STATES,
            may_change=self.request.user.has_perm("events.change_registration"),
            **kwargs,
        )

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Show it."""
        return self.render(form=ReasonForm())


class DecisionView(RegistrationView):
    """POST of one decision; a refusal or a missing reason comes back on the same screen."""

    http_method_names = ["post"]
    right = "events.change_registration"
    needs_reason = False
    done: Any = ""

    def decide(self, *, reason: str, actor: User, at: datetime) -> Registration:
        """Call the domain."""
        raise NotImplementedError

    def post(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Decide and come back."""
        form = ReasonForm(request.POST)
        if self.needs_reason and not form.is_valid():
            return self.render(status=422, form=form, asked=type(self).__name__)
        reason = form.cleaned_data.get("reason", "") if form.is_valid() else ""
        try:
            self.decide(reason=reason, actor=signed_in(request), at=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, self.done)
        return self.back()

    def back(self) -> HttpResponse:
        """Return to the registration."""
        return redirect(reverse("events_admin:registration", args=[self.registration.pk]))


class ApproveView(DecisionView):
    """«Одобрить»."""

    done = _("Одобрено. Человек получит письмо.")

    def decide(self, *, reason: str, actor: User, at: datetime) -> Registration:
        """Confirm, or queue where no place is free."""
        return registering.approve(registration=self.registration, actor=actor, at=at)


class RejectView(DecisionView):
    """«Отклонить» with a reason."""

    needs_reason = True
    done = _("Отклонено. Человек получит письмо с причиной.")

    def decide(self, *, reason: str, actor: User, at: datetime) -> Registration:
        """Reject."""
        return registering.reject(registration=self.registration, reason=reason, actor=actor, at=at)


class CancelView(DecisionView):
    """«Отменить» with a reason; the place goes to whoever waits."""

    needs_reason = True
    done = _("Запись отменена. Место получит следующий в очереди, человек — письмо с причиной.")

    def decide(self, *, reason: str, actor: User, at: datetime) -> Registration:
        """Cancel on behalf of the centre."""
        return registering.cancel(registration=self.registration, by="centre", reason=reason, actor=actor, at=at)
