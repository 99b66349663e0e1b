"""What nobody should send: every public form and address answers with words and an error of the sender, changes nothing."""

import itertools
import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.test import Client
from django.utils import timezone

from events.models import Cohort, CohortState, Event, EventIndexPage, EventKind, EventPage, SeatPool
from portal.people.models import Municipality
from portal.site.models import HomePage
from tests.factories.people import UserFactory
from tests.factories.site import news, news_index
from tests.portal.crawling import Answer

pytestmark = pytest.mark.django_db

TEXTS = {
    "too long": "Я" * 5000,
    "a megabyte": "a" * 1_000_000,
    "NUL": "Вера\x00Ивановна",
    "control characters": "Вера\x07\x1b[31m\x7f",
    "line breaks": "Вера\r\nBcc: all@example.org",
    "direction override": "Вера\u202eкод.exe",
    "invisible": "\u200b\u200b\u2060",
    "spaces": "   \t ",
    "markup": "<script>alert(1)</script>",
    "attribute": '" autofocus onfocus="alert(1)',
    "template": "{{ 7|add:7 }}{% debug %}",
    "sql": "'; DROP TABLE people_participant; --",
    "formula": "=HYPERLINK(1)",
    "emoji": "🙂" * 40,
    "zalgo": "В" + "\u0301" * 300,
}
FIELDS = ("surname", "given_name", "patronymic", "organisation_name", "position", "municipality", "email")
# A workplace or a post may be called anything that can be seen and isn't too long; it is shown escaped.
FREE = {"organisation_name", "position"}
HARMLESS_AS_TEXT = {"line breaks", "markup", "attribute", "template", "sql", "formula", "emoji"}
NUMBERS = ("-1", "0", "9" * 30, "1e9", "abc", "1 OR 1=1", "١٢", "", "\x00", "2026-13", "NaN")
TOKENS = ("x", "A" * 43, "A" * 5000, "..", "%00", "токен", "' OR 1=1 --", "A" * 42 + "\u202e")
WATCHED = (
    "people.Participant",
    "people.Consent",
    "events.Registration",
    "events.SeatClaim",
    "letters.Letter",
    "people.User",
)


def rows() -> dict[str, int]:
    """How many rows of each kind that a visitor could make there are, and how many places are taken."""
    counts = {name: apps.get_model(name).objects.count() for name in WATCHED}
    return counts | {"taken": sum(SeatPool.objects.values_list("taken", flat=True))}


@pytest.fixture
def cohort(home: HomePage) -> Cohort:
    """A cohort open for registration."""
    index = home.add_child(instance=EventIndexPage(title="События", slug="events"))
    page = index.add_child(instance=EventPage(title="Вебинар", lead="О разном."))
    kind = EventKind.objects.first() or EventKind.objects.create(slug="webinar", name="Вебинар")
    now = timezone.now()
    cohort = Cohort.objects.create(
        event=Event.objects.create(kind=kind, title="Вебинар", page=page),
        state=CohortState.PUBLISHED,
        opens_at=now - timedelta(days=1),
        closes_at=now + timedelta(days=1),
    )
    cohort.meetings.create(starts_at=now + timedelta(days=2), ends_at=now + timedelta(days=2, hours=1))
    SeatPool.objects.create(cohort=cohort, capacity=10)
    return cohort


@pytest.fixture
def nothing_changes() -> Iterator[None]:
    """Fail if the test has left a row behind."""
    before = rows()
    yield
    assert rows() == before


@pytest.fixture(autouse=True)
def _answers_as_in_production(client: Client) -> None:
    """An error of the server comes as an answer 500 and not as an exception, as it would to a stranger."""
    client.raise_request_exception = False


def details(**changed: object) -> dict[str, object]:
    """The first step as a person fills it, some answers replaced."""
    good = {
        "step": "details",
        "surname": "Пробная",
        "given_name": "Вера",
        "patronymic": "",
        "organisation_name": "Комплексный центр",
        "position": "психолог",
        "municipality": str(Municipality.objects.values_list("pk", flat=True)[0]),
        "email": "vera@example.org",
    }
    return good | changed


def form_of(cohort: Cohort) -> str:
    return f"/registration/{cohort.uuid}/"


def explained(body: bytes) -> bool:
    """Whether the answer is a page with a heading in Russian, not a bare line."""
    page = Answer("/", 400, "text/html", body, "")
    headings = ["".join(heading.itertext()) for heading in page.elements("h1")]
    return len(headings) == 1 and any("а" <= letter <= "я" for letter in headings[0].lower())


def refused(answer: Any, *statuses: int) -> bool:
    """Whether the answer is one of these errors of the sender and says so in words."""
    assert answer.status_code in statuses, f"{answer.status_code}"
    return explained(answer.content)


def assert_inert(answer: Any) -> None:
    """What was sent comes back as text and not as markup."""
    page = answer.content.decode()
    assert "<script>alert" not in page
    assert 'onfocus="alert' not in page


@pytest.mark.deep
@pytest.mark.usefixtures("nothing_changes")
@pytest.mark.parametrize("field", FIELDS)
def test_details(client: Client, cohort: Cohort, field: str) -> None:
    for name, text in TEXTS.items():
        answer = client.post(form_of(cohort), details(**{field: text}))
        optional_blank = field == "patronymic" and name == "spaces"
        if optional_blank or (field in FREE and name in HARMLESS_AS_TEXT):
            assert answer.status_code == 200, name
        else:
            assert refused(answer, 422, 400, 413), name
        assert_inert(answer)


@pytest.mark.deep
@pytest.mark.usefixtures("nothing_changes")
@pytest.mark.parametrize("field", ["surname", "given_name", "email", "municipality", "position"])
def test_consent_step_checks_the_hidden_answers_again(client: Client, cohort: Cohort, field: str) -> None:
    for name in ("too long", "NUL", "direction override", "spaces"):
        answer = client.post(form_of(cohort), details(step="consent", consent="on", **{field: TEXTS[name]}))
        assert refused(answer, 422, 400), name


@pytest.mark.usefixtures("nothing_changes")
def test_no_registration_without_consent(client: Client, cohort: Cohort) -> None:
    for consent in ({}, {"consent": ""}, {"consent": "false"}, {"consent": "False"}, {"consent": "0"}):
        assert refused(client.post(form_of(cohort), details(step="consent", **consent)), 422), consent


@pytest.mark.usefixtures("nothing_changes")
def test_foreign_municipality(client: Client, cohort: Cohort) -> None:
    for municipality in (*NUMBERS, "999999"):
        answer = client.post(form_of(cohort), details(step="consent", consent="on", municipality=municipality))
        assert refused(answer, 422), municipality


@pytest.mark.usefixtures("nothing_changes")
def test_foreign_section(client: Client, cohort: Cohort) -> None:
    own = cohort.sections.create(title="Первая")
    SeatPool.objects.create(cohort=cohort, section=own, capacity=5)
    other = Cohort.objects.create(
        event=cohort.event, number=2, state=cohort.state, opens_at=cohort.opens_at, closes_at=cohort.closes_at
    )
    foreign = other.sections.create(title="Чужая")
    for section in (foreign.pk, *NUMBERS):
        answer = client.post(form_of(cohort), details(step="consent", consent="on", section=str(section)))
        assert refused(answer, 422)
    SeatPool.objects.filter(section=own).delete()


@pytest.mark.usefixtures("nothing_changes")
def test_deadline_that_passed_while_the_form_was_open(client: Client, cohort: Cohort) -> None:
    assert client.post(form_of(cohort), details()).status_code == 200
    Cohort.objects.filter(pk=cohort.pk).update(closes_at=timezone.now() - timedelta(seconds=1))
    for step in ("details", "consent"):
        answer = client.post(form_of(cohort), details(step=step, consent="on"))
        assert refused(answer, 409)
        assert "Пробная" in answer.content.decode()


@pytest.mark.usefixtures("nothing_changes")
@pytest.mark.parametrize("state", [CohortState.DRAFT, CohortState.CANCELLED])
def test_cohort_that_was_taken_back(client: Client, cohort: Cohort, state: str) -> None:
    Cohort.objects.filter(pk=cohort.pk).update(state=state)
    assert refused(client.post(form_of(cohort), details(step="consent", consent="on")), 404, 409)


@pytest.mark.usefixtures("nothing_changes")
@pytest.mark.parametrize("part", ["", "places/", "cohort.ics"])
def test_unknown_cohort(client: Client, home: HomePage, part: str) -> None:
    for prefix, name in itertools.product(("", "/en"), (str(uuid.uuid4()), "not-a-uuid", "0" * 36, "%00")):
        answer = client.get(f"{prefix}/registration/{name}/{part}")
        assert answer.status_code == 404
        assert explained(answer.content) or prefix


@pytest.mark.deep
@pytest.mark.usefixtures("nothing_changes")
@pytest.mark.parametrize("scope", ["sent", "confirm", "manage"])
def test_forged_links(client: Client, home: HomePage, scope: str) -> None:
    for token in TOKENS:
        path = f"/registration/{scope}/{quote(token, safe='%')}/"
        assert refused(client.get(path), 404, 410), token
        for action in ("resend", "correct", "cancel", "accept", "confirm"):
            assert refused(client.post(path, {"action": action, "email": "other@example.org"}), 404, 410), token


@pytest.mark.usefixtures("nothing_changes")
@pytest.mark.parametrize(
    "content_type", ["application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x"]
)
def test_bodies_that_are_no_form(client: Client, cohort: Cohort, content_type: str) -> None:
    answer = client.post(form_of(cohort), b"\xff\xfe{broken", content_type=content_type)
    assert refused(answer, 400, 415, 422)


@pytest.mark.usefixtures("nothing_changes")
def test_thousands_of_fields(client: Client, cohort: Cohort) -> None:
    assert client.post(form_of(cohort), details(**{f"x{n}": "1" for n in range(6000)})).status_code == 400


@pytest.mark.usefixtures("nothing_changes")
def test_form_of_another_site(cohort: Cohort) -> None:
    stranger = Client(enforce_csrf_checks=True)
    answer = stranger.post(form_of(cohort), details(step="consent", consent="on"))
    assert refused(answer, 403)


@pytest.mark.deep
@pytest.mark.usefixtures("nothing_changes")
@pytest.mark.parametrize("path", ["/search/?q=", "/check/", "/account/login/?next=", "/news/?kind=", "/events/?kind="])
def test_addresses(client: Client, cohort: Cohort, path: str) -> None:
    for name, text in TEXTS.items():
        answer = client.get(f"{path}{quote(text[:1000], safe='')}" + ("" if "?" in path else "/"))
        assert answer.status_code < 500, name
        assert_inert(answer)


@pytest.mark.deep
@pytest.mark.usefixtures("nothing_changes")
@pytest.mark.parametrize(
    "path", ["/news/?page=", "/news/?year=", "/events/?page=", "/search/?q=а&page=", "/events/?when="]
)
def test_numbers_in_addresses(client: Client, cohort: Cohort, path: str) -> None:
    assert cohort.event.page
    news(news_index(cohort.event.page.get_parent().get_parent()))
    for number in NUMBERS:
        assert client.get(path + quote(number)).status_code < 500, number


@pytest.mark.deep
@pytest.mark.usefixtures("nothing_changes")
@pytest.mark.parametrize(
    "path", ["/account/login/", "/account/signup/", "/account/login/code/", "/account/password/reset/"]
)
def test_accounts(client: Client, home: HomePage, path: str) -> None:
    for name, text in TEXTS.items():
        answer = client.post(path, {"login": text, "email": text, "password": text, "next": "//evil.example"})
        assert answer.status_code < 500, name
        assert "evil.example" not in answer.headers.get("Location", "")


@pytest.mark.parametrize("path", ["/search/?q=", "/news/?year=", "/check/", "/registration/sent/", "/news/"])
def test_bytes_that_are_no_text(client: Client, cohort: Cohort, path: str) -> None:
    for raw in ("%ED%A0%80", "%FF%FE", "%C0%AF", "%", "%zz", "+", "%F4%90%80%80"):
        assert client.get(path + raw).status_code < 500, raw


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_login_leads_nowhere_else(client: Client, home: HomePage, target: str) -> None:
    user = UserFactory(email="anna@example.org", password="ключ от дома 7")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    answers = {"login": user.email, "password": "ключ от дома 7", "next": target}
    answer = client.post("/account/login/", answers, query_params={"next": target})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/account/"
