"""Pages behind the links of letters. GET only shows; every act is a POST of a button (design §3.7)."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from events.domain import calendar, counts, links, registering
from events.domain.errors import TransitionRefused
from events.models import Cohort, LinkScope, Meeting, Registration, RegistrationLink, RegistrationState
from events.web import presenting
from events.web.forms import CancelForm
from events.web.pages import dead_link, keep_private, private_page
from events.web.states import may_register_again, people_ahead, state_view

CANCELLABLE = {
    RegistrationState.AWAITING_EMAIL,
    RegistrationState.AWAITING_APPROVAL,
    RegistrationState.WAITLISTED,
    RegistrationState.OFFERED,
    RegistrationState.CONFIRMED,
}


def _resolve(request: HttpRequest, token: str, scope: LinkScope) -> Registration | HttpResponse:
    try:
        return links.resolve(token=token, scope=scope, at=timezone.now()).registration
    except RegistrationLink.DoesNotExist:
        return dead_link(request, reason="unknown")
    except links.LinkExpired:
        return dead_link(request, reason="expired")


def _manage_address(registration: Registration) -> str:
    token = links.mint(registration=registration, scope=LinkScope.MANAGE, at=timezone.now())
    return reverse("registration:manage", kwargs={"token": token})


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponseBase:
    """One button; its POST confirms the address and leads on to the registration's own page."""
    found = _resolve(request, token, LinkScope.CONFIRM)
    if isinstance(found, HttpResponse):
        return found
    if request.method == "POST":
        current = registering.confirm_address(registration=found, at=timezone.now())
        return keep_private(HttpResponseRedirect(_manage_address(current)))
    context = {
        "registration": found,
        "card": _card(found),
        "waits": found.state == RegistrationState.AWAITING_EMAIL,
        "state": state_view(found),
    }
    return private_page(request, "registration/confirm.html", context)


def _card(registration: Registration) -> presenting.CohortCard:
    cohorts = Cohort.objects.with_dates().with_places().select_related("event__kind", "event__page")
    cohort = cohorts.get(pk=registration.cohort_id)
    return presenting.cohort_card(cohort=cohort, at=timezone.now(), meetings=_meetings(registration))


def _meetings(registration: Registration) -> list[Meeting]:
    rows = registration.cohort.meetings.select_related("cohort__event")
    return [row for row in rows if row.section_id in {None, registration.section_id}]


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def manage(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show the registration; POST `cancel` gives the place back, POST `accept` takes the offered one."""
    found = _resolve(request, token, LinkScope.MANAGE)
    if isinstance(found, HttpResponse):
        return found
    if request.method != "POST":
        return _manage_page(request, found, token=token, form=CancelForm())
    form = CancelForm(request.POST)
    at = timezone.now()
    try:
        if request.POST.get("action") == "accept":
            registering.accept_offer(registration=found, at=at)
        elif request.POST.get("action") == "cancel":
            if not form.is_valid():
                return _manage_page(request, found, token=token, form=form, status=422)
            registering.cancel(registration=found, at=at, reason=form.cleaned_data["reason"])
        else:
            return _manage_page(request, found, token=token, form=CancelForm(), status=400)
    except TransitionRefused as refusal:
        found.refresh_from_db()
        return _manage_page(request, found, token=token, form=CancelForm(), notice=str(refusal), status=409)
    return keep_private(HttpResponseRedirect(request.path))


def _manage_page(
    request: HttpRequest,
    registration: Registration,
    *,
    token: str,
    form: CancelForm,
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    card = _card(registration)
    is_over = card.places.state == counts.Phase.PAST
    confirmed = registration.state == RegistrationState.CONFIRMED
    context = {
        "registration": registration,
        "card": card,
        "state": state_view(registration),
        "ahead": people_ahead(registration, at=timezone.now()),
        "form": form,
        "notice": notice,
        "may_cancel": registration.state in CANCELLABLE and not is_over,
        "may_accept": registration.state == RegistrationState.OFFERED,
        "may_register": may_register_again(registration, phase=card.places.state),
        "join_url": registration.cohort.join_url if confirmed and not is_over else "",
        "ics_url": reverse("registration:personal_ics", kwargs={"token": token}) if confirmed else "",
        "reason": registration.state_reason,
    }
    return private_page(request, "registration/manage.html", context, status=status)


@require_safe
def personal_ics(request: HttpRequest, token: str) -> HttpResponseBase:
    """The meetings of a confirmed registration as a calendar file, with the address for connecting."""
    found = _resolve(request, token, LinkScope.MANAGE)
    if isinstance(found, HttpResponse):
        return found
    if found.state != RegistrationState.CONFIRMED:
        return dead_link(request, reason="unknown")
    content = calendar.ics(
        meetings=_meetings(found),
        at=timezone.now(),
        language=get_language() or "ru",
        name=_("Моя запись"),
        with_join_url=True,
    )
    response = HttpResponse(content, content_type=calendar.MIMETYPE)
    response["Content-Disposition"] = 'attachment; filename="event.ics"'
    return keep_private(response)
