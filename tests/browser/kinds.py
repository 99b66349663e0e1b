"""Which pages the browser looks at: one of each kind, found in the demo site by what it is and not by its name."""

import json
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser.registering import Person, confirm_by_letter, fill_details, give_consent, latest_letter, send
from tests.browser.visitor import Visitor

# Runs inside the demo site: kind → path, as JSON.
FIND = """
import json
from urllib.parse import urlsplit
from django.db.models import F, Sum
from django.utils import timezone
from events.models import Cohort, EventIndexPage, EventPage, Registration, RegistrationState
from portal.documents.domain import issue
from portal.documents.models import DocumentKind, IssuedDocument
from portal.site.models import HomePage, SiteSettings, StandardPage
from projects.editorial.models import NewsIndexPage, NewsPage
now = timezone.now()
path = lambda page: urlsplit(page.full_url).path
russian = {"locale__language_code": "ru", "live": True}
cohorts = Cohort.objects.open_for_registration(at=now).annotate(
    taken=Sum("pools__taken"), places=Sum("pools__capacity")).order_by("pk")
past = Cohort.objects.public(at=now).filter(meetings__ends_at__lt=now).exclude(meetings__ends_at__gt=now)
running = Cohort.objects.public(at=now).filter(meetings__starts_at__lt=now).filter(meetings__ends_at__gt=now)
full = cohorts.filter(registrations__state=RegistrationState.WAITLISTED)
sections = cohorts.filter(sections__isnull=False)
free = cohorts.filter(taken__lt=F("places"), sections=None, event__kind__is_course=False)
sensitive = StandardPage.objects.filter(is_sensitive=True, **russian).first()
found = {
    "home": HomePage.objects.filter(**russian).first(),
    "standard": StandardPage.objects.filter(is_sensitive=False, **russian).first(),
    "help": sensitive,
    "news-index": NewsIndexPage.objects.filter(**russian).first(),
    "news-item": NewsPage.objects.filter(**russian).order_by("-date").first(),
    "event-index": EventIndexPage.objects.filter(**russian).first(),
    "event-open": free.first().event.page, "event-full": full.first().event.page,
    "event-sections": sections.first().event.page, "event-running": running.first().event.page,
    "event-past": past.first().event.page,
}
paths = {kind: path(page) for kind, page in found.items()}
paths["form"] = f"/registration/{free.first().uuid}/"
paths["form-sections"] = f"/registration/{sections.first().uuid}/"
paths["form-full"] = f"/registration/{full.first().uuid}/"
paths["form-closed"] = f"/registration/{past.first().uuid}/"
attended = Registration.objects.filter(state=RegistrationState.CONFIRMED, cohort=past.first()).first()
document = IssuedDocument.objects.first() or issue(
    kind=DocumentKind.CERTIFICATE, participant=attended.participant, title="Пробное занятие", issued_on=now.date(),
    hours=2, at=now)
paths["check"] = f"/check/{document.number}/"
print(json.dumps(paths))
"""

# Pages that always have the same address, with the answer expected.
FIXED: dict[str, tuple[str, int]] = {
    "search": ("/search/?q=семья", 200),
    "search-nothing": ("/search/?q=ъъъъ", 200),
    "news-year": ("/news/?year=2025", 200),
    "not-found": ("/net-takoy-stranitsy/", 404),
    "login": ("/account/login/", 200),
    "signup": ("/account/signup/", 200),
    "check-unknown": ("/check/ККЦМ-1999-999999/", 404),
    "letters": ("/dev/letters/", 200),
    "home-en": ("/en/", 200),
    "events-en": ("/en/events/", 200),
    "login-en": ("/en/account/login/", 200),
}
FOUND = (
    "home", "standard", "help", "news-index", "news-item", "event-index", "event-open", "event-full", "event-sections",
    "event-running", "event-past", "form", "form-sections", "form-full", "form-closed", "check",
)  # fmt: skip
# Steps of one registration, reached by walking it.
WALKED = ("form-errors", "consent", "sent", "confirm", "confirmed", "manage", "letter")
KINDS = (*FOUND, *FIXED, *WALKED)


def find_addresses(manage: Callable[..., str]) -> dict[str, str]:
    """Paths of the kinds in FOUND; `manage` runs a management command of the demo site."""
    answer: dict[str, str] = json.loads(manage("shell", "--no-imports", "-c", FIND).splitlines()[-1])
    return answer


def open_kind(window: Visitor, kind: str, addresses: dict[str, str], walked: dict[str, str]) -> Page:
    """Show a page of this kind in the window; steps that only a POST reaches are walked to."""
    if kind in FIXED:
        path, status = FIXED[kind]
        return window.open(path, status=status)
    if kind in walked:
        return window.open(walked[kind])
    page = window.open(addresses.get(kind) or addresses["form"])
    if kind == "form-errors":
        page.locator("main form[method=post]").first.evaluate("form => form.noValidate = true")
        send(page)
        page.locator(".error-summary").wait_for()
    elif kind == "consent":
        fill_details(page, Person())
        page.locator("main input[type=checkbox]").wait_for()
    elif kind not in addresses:
        raise LookupError(kind)
    return page


def walk_registration(window: Visitor, form: str) -> dict[str, str]:
    """Register once; paths of what a person is shown afterwards, by kind."""
    person = Person()
    page = window.open(form)
    fill_details(page, person)
    give_consent(page)
    paths = {"sent": urlsplit(page.url).path}
    letter = latest_letter(window.context, person.email)
    paths |= {"confirm": letter.link("confirm"), "letter": f"/dev/letters/{letter.number}/"}
    second = Person(surname="Дальняя")
    page = window.open(form)
    fill_details(page, second)
    give_consent(page)
    letter = latest_letter(window.context, second.email)
    confirm_by_letter(page, letter)
    paths["confirmed"] = letter.link("confirm")
    paths["manage"] = latest_letter(window.context, second.email, after=letter.number).link("manage")
    return paths
