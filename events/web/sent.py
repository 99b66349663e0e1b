"""The page after sending: where one stands, and «не пришло письмо?»."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from events.domain import addresses, links
from events.domain.errors import RegistrationRefused
from events.domain.registering import OutcomeKind
from events.models import LinkScope, RegistrationLink
from events.web import limits
from events.web.forms import AddressForm
from events.web.pages import dead_link, keep_private, private_page
from events.web.states import link_view

TEMPLATE = "registration/sent.html"


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def sent(request: HttpRequest, token: str) -> HttpResponseBase:
    """Show the state and the number; POST `resend` sends the letter again, `correct` sends it to another address."""
    at = timezone.now()
    try:
        link = links.resolve(token=token, scope=LinkScope.SENT, at=at)
    except RegistrationLink.DoesNotExist:
        return dead_link(request, reason="unknown")
    except links.LinkExpired:
        return dead_link(request, reason="expired")
    if request.method != "POST":
        return _page(request, link, form=AddressForm())
    action = request.POST.get("action")
    form = AddressForm(request.POST) if action == "correct" else AddressForm()
    if limits.is_flood(request, mailbox=request.POST.get("email", "")[:254] if action == "correct" else ""):
        notice = _("Слишком много попыток. Подождите несколько минут и попробуйте снова.")
        return _page(request, link, form=form, notice=notice, tone="warning", status=429)
    if action == "correct":
        return _correct(request, link, form)
    return _resend(request, link)


def _page(
    request: HttpRequest,
    link: RegistrationLink,
    *,
    form: AddressForm,
    notice: str = "",
    tone: str = "success",
    status: int = 200,
) -> HttpResponseBase:
    context = {
        "link": link,
        "registration": link.registration,
        "state": link_view(link),
        "form": form,
        "notice": notice or (_("Письмо отправлено ещё раз.") if "again" in request.GET else ""),
        "tone": tone,
    }
    return private_page(request, TEMPLATE, context, status=status)


def _resend(request: HttpRequest, link: RegistrationLink) -> HttpResponseBase:
    try:
        addresses.resend_confirmation(registration=link.registration, at=timezone.now())
    except RegistrationRefused as refusal:
        return _page(request, link, form=AddressForm(), notice=str(refusal), tone="warning", status=429)
    return keep_private(HttpResponseRedirect(f"{request.path}?again"))


def _correct(request: HttpRequest, link: RegistrationLink, form: AddressForm) -> HttpResponseBase:
    if not form.is_valid():
        return _page(request, link, form=form, status=422)
    if link.is_veiled:
        # Somebody who only typed a registered person's name must not redirect that person's letters.
        return keep_private(
            HttpResponseRedirect(reverse("registration:form", kwargs={"uuid": link.registration.cohort.uuid}))
        )
    at = timezone.now()
    try:
        outcome = addresses.correct_address(registration=link.registration, email=form.cleaned_data["email"], at=at)
    except RegistrationRefused as refusal:
        status = 429 if refusal.code == "too_many" else 409
        return _page(request, link, form=form, notice=str(refusal), tone="warning", status=status)
    if outcome.kind == OutcomeKind.ALREADY and outcome.registration.pk != link.registration_id:
        token = links.mint(registration=outcome.registration, scope=LinkScope.SENT, at=at, is_veiled=True)
        return keep_private(HttpResponseRedirect(reverse("registration:sent", kwargs={"token": token})))
    return keep_private(HttpResponseRedirect(f"{request.path}?again"))
