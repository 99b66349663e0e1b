"""The registration form as a browser without scripts meets it."""

import re
import uuid
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from events.domain import registering
from events.models import Registration, RegistrationState
from events.web import limits
from portal.letters.models import Letter
from portal.people.models import Consent, Municipality, Organisation, Participant
from tests.factories import events as make

pytestmark = pytest.mark.django_db
S = RegistrationState

# Letters about signs nobody sees: NUL, control, right-to-left override, zero width.
BAD_SIGNS = ["\x00", "\x07", "\u202e", "\u200b", "\ufeff", "\ue000"]


class Hidden(HTMLParser):
    """Collects hidden fields of the first form with step=consent."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.feed(html[: html.index('id="edit"')])

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "input" and found.get("type") == "hidden":
            self.fields[found["name"]] = found.get("value") or ""


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture
def cohort():
    return make.make_cohort(at=timezone.now())


def address(cohort, prefix=""):
    return f"{prefix}/registration/{cohort.uuid}/"


def answers(**changes):
    typed = {
        "step": "details",
        "surname": "Ёлкина",
        "given_name": "Анна-Мария",
        "patronymic": "Сергеевна",
        "email": "anna@example.org",
        "organisation_name": "КЦСОН «Забота»",
        "position": "психолог",
        "municipality": str(Municipality.objects.get(slug="barnaul").pk),
        "attempt": str(uuid.uuid4()),
    }
    return {**typed, **changes}


def walk(client, cohort, prefix="", **changes):
    """Fill the form, agree, and return the answer to the consent."""
    page = client.post(address(cohort, prefix), answers(**changes))
    assert page.status_code == 200, page.content.decode()[:2000]
    return client.post(address(cohort, prefix), {**Hidden(page.content.decode()).fields, "consent": "on"})


def test_the_whole_way_without_scripts(client, cohort):
    form = client.get(address(cohort))
    assert form.status_code == 200
    assert "no-store" in form["Cache-Control"]
    page = client.post(address(cohort), answers())
    text = page.content.decode()
    assert (Registration.objects.count(), Participant.objects.count(), Consent.objects.count()) == (0, 0, 0)
    assert "Согласие на обработку персональных данных" in text
    assert "checked" not in text
    answer = client.post(address(cohort), {**Hidden(text).fields, "consent": "on"})
    assert answer.status_code == 303 or answer.status_code == 302
    row = Registration.objects.get()
    consent = Consent.objects.get()
    assert (row.state, row.organisation_name, row.position) == (S.AWAITING_EMAIL, "КЦСОН «Забота»", "психолог")
    assert (consent.ip, consent.text_hash, consent.method) == ("127.0.0.1", consent.text.text_hash, "site")
    sent = client.get(answer["Location"])
    assert "anna@example.org" in sent.content.decode()
    assert "Не пришло письмо?" in sent.content.decode()
    assert sent["Referrer-Policy"] == "same-origin"


def test_without_the_tick_nothing_is_stored(client, cohort):
    page = client.post(address(cohort), answers())
    answer = client.post(address(cohort), Hidden(page.content.decode()).fields)
    assert answer.status_code == 422
    assert "Без согласия записать вас нельзя" in answer.content.decode()
    assert Registration.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"surname": ""}, "surname", "Укажите фамилию."),
        ({"given_name": "   "}, "given_name", "Укажите имя."),
        ({"surname": "http://spam.example"}, "surname", "только буквы"),
        ({"surname": "Я" * 81}, "surname", "не больше 80 знаков, у вас 81"),
        ({"patronymic": "<b>"}, "patronymic", "только буквы"),
        ({"email": ""}, "email", "Укажите адрес электронной почты"),
        ({"email": "anna"}, "email", "Проверьте адрес"),
        ({"email": "a" * 250 + "@example.org"}, "email", "Адрес слишком длинный"),
        ({"email": "anna@example.org\nBcc: x@example.org"}, "email", "Проверьте адрес"),
        ({"organisation_name": ""}, "organisation_name", "Укажите организацию"),
        ({"organisation_name": "Ж" * 256}, "organisation_name", "не больше 255"),
        ({"position": ""}, "position", "Укажите должность."),
        ({"municipality": ""}, "municipality", "Выберите, откуда вы"),
        ({"municipality": "999999"}, "municipality", "из списка"),
        ({"municipality": "робот"}, "municipality", "из списка"),
        ({"municipality": "9" * 40}, "municipality", "из списка"),
    ],
)
def test_bad_input_is_named_at_the_field_and_what_was_typed_stays(client, cohort, changes, field, message):
    answer = client.post(address(cohort), answers(**changes))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(f'id="id_{field}_error".*?{re.escape(message)}', text, re.DOTALL), text
    assert 'class="error-summary"' in text
    kept = {"surname": "Ёлкина", "position": "психолог", **changes}
    assert f'value="{kept["position"]}"' in text or field == "position"
    assert Registration.objects.count() == 0


def test_invisible_signs_are_refused_not_an_error_of_the_server(client, cohort):
    for field in ("surname", "organisation_name", "position", "email", "municipality"):
        for sign in BAD_SIGNS:
            answer = client.post(address(cohort), answers(**{field: f"при{sign}вет"}))
            assert (field, sign, answer.status_code) == (field, sign, 422)
    assert Registration.objects.count() == 0


@pytest.mark.parametrize("attempt", ["", "x", "\x00", "9" * 500])
def test_a_damaged_mark_of_the_form_harms_nobody(client, cohort, attempt):
    assert walk(client, cohort, attempt=attempt).status_code == 302


@pytest.mark.parametrize("consent_text", ["", "0", "робот", "\x00"])
def test_an_outdated_consent_is_shown_anew(client, cohort, consent_text):
    page = client.post(address(cohort), answers())
    fields = {**Hidden(page.content.decode()).fields, "consent": "on", "consent_text": consent_text}
    answer = client.post(address(cohort), fields)
    assert answer.status_code == 422
    assert Registration.objects.count() == 0


def test_details_changed_between_the_steps_are_checked_again(client, cohort):
    page = client.post(address(cohort), answers())
    fields = {**Hidden(page.content.decode()).fields, "consent": "on", "email": "нет"}
    answer = client.post(address(cohort), fields)
    assert answer.status_code == 422
    assert "Проверьте адрес" in answer.content.decode()


def test_going_back_to_the_answers_keeps_them(client, cohort):
    answer = client.post(address(cohort), answers(step="edit"))
    assert answer.status_code == 200
    assert 'value="Ёлкина"' in answer.content.decode()


def test_a_program_that_fills_the_trap_is_asked_to_clear_it(client, cohort):
    answer = client.post(address(cohort), answers(website="http://spam.example"))
    assert answer.status_code == 422
    assert "форму заполнила программа" in answer.content.decode()


def test_the_deadline_between_opening_and_sending(client, cohort):
    page = client.post(address(cohort), answers())
    cohort.closes_at = timezone.now() - timedelta(seconds=1)
    cohort.save()
    answer = client.post(address(cohort), {**Hidden(page.content.decode()).fields, "consent": "on"})
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Запись закрыта" in text
    assert "Анна-Мария" in text
    assert Registration.objects.count() == 0


def test_before_the_opening_the_form_says_when(client):
    cohort = make.make_cohort(at=timezone.now(), opens_at=timezone.now() + timedelta(hours=5))
    text = client.get(address(cohort)).content.decode()
    assert "Запись ещё не открылась" in text
    assert "МСК+4" in text
    assert '<form class="form"' not in text
    assert client.post(address(cohort), answers()).status_code == 409


def test_a_double_click_sees_the_truth_and_one_row(client, cohort):
    page = client.post(address(cohort), answers())
    fields = {**Hidden(page.content.decode()).fields, "consent": "on"}
    first, second = (client.get(client.post(address(cohort), fields)["Location"]) for _ in range(2))
    assert Registration.objects.count() == 1
    assert "Осталось подтвердить запись" in first.content.decode()
    assert "Осталось подтвердить запись" in second.content.decode()


def test_a_stranger_learns_nothing_of_a_registered_person(client, cohort):
    walk(client, cohort)
    row = registering.confirm_address(registration=Registration.objects.get(), at=timezone.now())
    stranger = Client()
    known = stranger.get(walk(stranger, cohort)["Location"]).content.decode()
    unknown = stranger.get(walk(stranger, cohort, email="other@example.org")["Location"]).content.decode()

    def bare(text):
        text = re.sub(r"(anna|other)@example\.org|csrfmiddlewaretoken\" value=\"\w+\"|\d\d:\d\d", "", text)
        return re.sub(r"/registration/sent/[\w-]+/", "", text)

    assert bare(known) == bare(unknown)
    row.refresh_from_db()
    assert row.state == S.CONFIRMED
    kinds = Letter.objects.for_object(row).order_by("pk").values_list("kind", flat=True)
    assert list(kinds) == ["registration_confirm", "registration_confirmed", "registration_confirmed"]


def test_a_stranger_cannot_redirect_letters(client, cohort):
    walk(client, cohort)
    row = Registration.objects.get()
    stranger = Client()
    sent = walk(stranger, cohort)["Location"]
    stranger.post(sent, {"action": "correct", "email": "evil@example.org"})
    row.refresh_from_db()
    assert row.participant.email == "anna@example.org"
    assert set(Letter.objects.values_list("to", flat=True)) == {"anna@example.org"}


def test_a_colleague_with_the_same_mailbox_is_another_person(client, cohort):
    walk(client, cohort)
    walk(client, cohort, given_name="Ольга")
    assert Registration.objects.count() == 2


def test_the_organisation_is_found_in_the_directory(client, cohort):
    known = Organisation.objects.create(name="КЦСОН Заринска")
    walk(client, cohort, organisation_name="  кцсон   ЗАРИНСКА ")
    assert Registration.objects.get().organisation == known


def test_sections_are_offered_and_required(client):
    cohort = make.make_cohort(at=timezone.now(), sections=["Первая", "Вторая"], section_capacity=1, capacity=10)
    text = client.get(address(cohort)).content.decode()
    assert "Первая" in text
    assert client.post(address(cohort), answers()).status_code == 422
    foreign = make.make_cohort(at=timezone.now(), sections=["Чужая"])
    assert client.post(address(cohort), answers(section=str(foreign.sections.get().pk))).status_code == 422
    walk(client, cohort, section=str(cohort.sections.last().pk))
    assert str(Registration.objects.get().section) == "Вторая"


@pytest.mark.parametrize("state", ["draft page", "private page", "expired page", "draft cohort"])
def test_what_the_public_may_not_see_has_no_form_places_or_calendar(client, state):
    cohort = make.make_cohort(event=make.make_event(live=state != "draft page"), at=timezone.now(), published=False)
    page = cohort.event.page
    if state != "draft cohort":
        make.making.publish_cohort(cohort=cohort, actor=None, at=timezone.now())
    if state == "private page":
        page.view_restrictions.create(restriction_type="login")
    if state == "expired page":
        page.expire_at = timezone.now() - timedelta(minutes=1)
        page.save()
    for path in (address(cohort), f"{address(cohort)}places/", f"{address(cohort)}cohort.ics"):
        assert client.get(path).status_code == 404
    assert client.post(address(cohort), answers()).status_code == 404
    assert b"BEGIN:VEVENT" not in client.get("/events/calendar.ics").content


def test_an_unknown_cohort_is_not_found(client):
    assert client.get(f"/registration/{uuid.uuid4()}/").status_code == 404
    assert client.get("/registration/robot/").status_code == 404


def test_in_english(client, cohort):
    text = client.get(address(cohort, "/en")).content.decode()
    assert '<html lang="en"' in text
    walk(client, cohort, "/en")
    assert Registration.objects.get().language == "en"


def test_an_office_behind_one_address_is_not_shut_out_but_a_flood_is(client, cohort, monkeypatch):
    monkeypatch.setattr(limits, "PER_ADDRESS", (3, timedelta(minutes=10)))
    for _ in range(3):
        assert client.post(address(cohort), answers()).status_code == 200
    answer = client.post(address(cohort), answers())
    text = answer.content.decode()
    assert answer.status_code == 429
    assert "Слишком много отправок" in text
    assert 'value="Ёлкина"' in text


def test_sending_the_consent_takes_a_constant_number_of_queries(client, cohort, django_assert_num_queries):
    walk(client, cohort, email="warm@example.org")
    page = client.post(address(cohort), answers())
    fields = {**Hidden(page.content.decode()).fields, "consent": "on"}
    with django_assert_num_queries(21):
        client.post(address(cohort), fields)
