"""The registration form: details, then the consent on a page of its own. Nothing is stored before the consent."""

import uuid as uuids
from datetime import datetime
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from events.domain import counts, links, registering
from events.domain.errors import RegistrationRefused
from events.domain.registering import Outcome, OutcomeKind
from events.models import Cohort, LinkScope
from events.web import limits, presenting
from events.web.forms import ConsentForm, DetailsForm
from events.web.pages import keep_private, private_page
from portal.people import consents
from portal.people.models import ConsentPurpose, Organisation

SUGGESTED: Final = 500  # organisations in the list under the field
FORM: Final = "registration/form.html"
CONSENT: Final = "registration/consent.html"


def public_cohort(uuid: uuids.UUID, *, at: datetime) -> Cohort:
    """Return an announced cohort whose event's page the public may read, with dates and places; else Http404."""
    cohorts = Cohort.objects.public(at=at).with_dates().with_places().select_related("event__kind", "event__page")
    cohort = cohorts.filter(uuid=uuid).first()
    if cohort is None:
        raise Http404
    return cohort


@sensitive_post_parameters()
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, uuid: uuids.UUID) -> HttpResponseBase:
    """Show the form, take the details, take the consent. A refusal keeps and shows what was typed."""
    at = timezone.now()
    cohort = public_cohort(uuid, at=at)
    if request.method != "POST":
        return _blank(request, cohort, at=at)
    step = request.POST.get("step", "details")
    details = _details_form(request, cohort)
    try:
        registering.check_open(cohort=cohort, at=at)
    except RegistrationRefused as refusal:
        return _show(request, cohort, details, at=at, refusal=refusal, status=409)
    if limits.is_flood(request, mailbox=request.POST.get("email", "")[:254] if step == "consent" else ""):
        return _show(request, cohort, details, at=at, flood=True, status=429)
    return _take(request, cohort, details, step=step, at=at)


def _take(request: HttpRequest, cohort: Cohort, details: DetailsForm, *, step: str, at: datetime) -> HttpResponseBase:
    """Go on from one step of the form to the next."""
    if step == "edit":
        return _show(request, cohort, _details_form(request, cohort, as_initial=True), at=at)
    if not details.is_valid():
        return _show(request, cohort, details, at=at, status=422)
    if step != "consent":
        return _ask_consent(request, cohort, details, at=at)
    return _register(request, cohort, details, at=at)


def _details_form(request: HttpRequest, cohort: Cohort, *, as_initial: bool = False) -> DetailsForm:
    sections = list(cohort.sections.all()) if presenting.has_sections(cohort) else []
    modes = registering.modes_offered(list(cohort.pools.all())) if cohort.has_modes else []
    choices: dict[str, Any] = {"cohort": cohort, "sections": sections, "modes": modes}
    if request.method != "POST":
        return DetailsForm(initial={"attempt": str(uuids.uuid4())}, **choices)
    if as_initial:
        return DetailsForm(initial=request.POST.dict(), **choices)
    return DetailsForm(request.POST, **choices)


def _blank(request: HttpRequest, cohort: Cohort, *, at: datetime) -> HttpResponse:
    try:
        registering.check_open(cohort=cohort, at=at)
    except RegistrationRefused as refusal:
        return _show(request, cohort, None, at=at, refusal=refusal)
    return _show(request, cohort, _details_form(request, cohort), at=at)


def _show(
    request: HttpRequest,
    cohort: Cohort,
    details: DetailsForm | None,
    *,
    at: datetime,
    refusal: RegistrationRefused | None = None,
    flood: bool = False,
    status: int = 200,
) -> HttpResponse:
    """Render the form, or the reason why there is none with what was typed."""
    context = {
        "cohort": cohort,
        "card": presenting.cohort_card(cohort=cohort, at=at),
        "form": details,
        "refusal": refusal,
        "typed": _typed(details) if refusal else [],
        "flood": flood,
        "organisations": [] if refusal or details is None else _organisations(),
    }
    return private_page(request, FORM, context, status=status)


def _typed(details: DetailsForm | None) -> list[tuple[str, str]]:
    if details is None or not details.is_bound:
        return []
    details.is_valid()
    return details.answers()


def _organisations() -> list[str]:
    names = Organisation.objects.filter(is_active=True).order_by("name").values_list("name", flat=True)
    return list(names[:SUGGESTED])


def _ask_consent(
    request: HttpRequest, cohort: Cohort, details: DetailsForm, *, at: datetime, consent: ConsentForm | None = None
) -> HttpResponse:
    """The consent as a document of its own (152-ФЗ, ст. 9 as of 1 September 2025): full text, an empty box."""
    text = consents.current_text(ConsentPurpose.PROCESSING, at=at)
    if consent is None:
        consent = ConsentForm(initial={"consent_text": text.pk})
    kept = [(name, request.POST.get(name, "")) for name in details.fields if name != "website"]
    context = {
        "cohort": cohort,
        "card": presenting.cohort_card(cohort=cohort, at=at),
        "form": consent,
        "answers": details.answers(),
        "kept": kept,
        "text": text,
    }
    return private_page(request, CONSENT, context, status=422 if consent.errors else 200)


def _register(request: HttpRequest, cohort: Cohort, details: DetailsForm, *, at: datetime) -> HttpResponseBase:
    text = consents.current_text(ConsentPurpose.PROCESSING, at=at)
    consent = ConsentForm(request.POST)
    if not consent.is_valid():
        return _ask_consent(request, cohort, details, at=at, consent=consent)
    if consent.cleaned_data["consent_text"] != str(text.pk):
        consent = ConsentForm({"consent_text": text.pk})
        consent.add_error(
            "consent", _("Пока вы читали, текст согласия обновился. Прочитайте его, пожалуйста, ещё раз.")
        )
        return _ask_consent(request, cohort, details, at=at, consent=consent)
    attempt = details.cleaned_data["attempt"]
    try:
        outcome = registering.register(
            cohort=cohort,
            details=details.details(),
            consent_text=text,
            at=at,
            language=get_language() or "ru",
            ip=limits.client_ip(request),
            attempt=attempt,
        )
    except RegistrationRefused as refusal:
        return _show(request, public_cohort(cohort.uuid, at=at), details, at=at, refusal=refusal, status=409)
    return keep_private(HttpResponseRedirect(_sent_address(outcome, attempt=attempt, at=at)))


def _sent_address(outcome: Outcome, *, attempt: uuids.UUID | None, at: datetime) -> str:
    """Return where the answer is read. Somebody who only typed a registered person's name sees a newcomer's answer."""
    registration = outcome.registration
    is_own = outcome.kind != OutcomeKind.ALREADY or (attempt is not None and registration.attempt == attempt)
    number = None
    if not is_own:
        places = counts.places(cohort=Cohort.objects.get(pk=registration.cohort_id), at=at)
        number = registration.cohort.last_queue_number + 1 if places.free == 0 else None
    token = links.mint(
        registration=registration, scope=LinkScope.SENT, at=at, is_veiled=not is_own, veiled_number=number
    )
    return reverse("registration:sent", kwargs={"token": token})
