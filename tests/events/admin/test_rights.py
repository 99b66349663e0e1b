"""Every address of our admin screens × role × ownership. An address without a row here fails."""

import pytest
from django.urls import reverse

from events.admin import urls as events_urls
from portal.documents import admin as documents_admin
from portal.letters import admin as letters_admin
from portal.letters.models import Letter
from portal.people.admin import journal
from portal.people.models import Consent
from portal.people.roles import Role
from tests.factories import events
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
OK, NO, MOVED, TYPED = 200, 403, 302, 422

# address: (method, what it is about, the owner's answer, another methodist's, an administrator's, the data officer's)
TABLE = {
    "events_admin:events": ("get", None, OK, OK, OK, NO),
    "events_admin:events_results": ("get", None, OK, OK, OK, NO),
    "events_admin:event_new": ("get", None, OK, OK, OK, NO),
    "events_admin:event": ("get", "event", OK, NO, OK, NO),
    "events_admin:event_edit": ("get", "event", OK, NO, OK, NO),
    "events_admin:cohort_new": ("get", "event", OK, NO, OK, NO),
    "events_admin:cohort_edit": ("get", "cohort", OK, NO, OK, NO),
    "events_admin:cohort_meetings": ("post", "cohort", TYPED, NO, TYPED, NO),
    "events_admin:cohort_places": ("post", "cohort", TYPED, NO, TYPED, NO),
    "events_admin:cohort_publish": ("post", "cohort", MOVED, NO, MOVED, NO),
    "events_admin:cohort_cancel": ("get", "cohort", OK, NO, OK, NO),
    "events_admin:cohort_clone": ("get", "cohort", OK, NO, OK, NO),
    "events_admin:registrations": ("get", None, OK, OK, OK, NO),
    "events_admin:registrations_results": ("get", None, OK, OK, OK, NO),
    "events_admin:registration": ("get", "registration", OK, NO, OK, NO),
    "events_admin:registration_approve": ("post", "registration", MOVED, NO, MOVED, NO),
    "events_admin:registration_reject": ("post", "registration", TYPED, NO, TYPED, NO),
    "events_admin:registration_cancel": ("post", "registration", TYPED, NO, TYPED, NO),
    "letters_admin:letters": ("get", None, OK, OK, OK, NO),
    "letters_admin:letters_results": ("get", None, OK, OK, OK, NO),
    "letters_admin:letter": ("get", "letter", OK, NO, OK, NO),
    "letters_admin:letter_resend": ("post", "letter", MOVED, NO, MOVED, NO),
    "documents_admin:documents": ("get", None, OK, OK, OK, NO),
    "documents_admin:documents_results": ("get", None, OK, OK, OK, NO),
    "people_admin:audit": ("get", None, NO, NO, OK, OK),
    "people_admin:audit_results": ("get", None, NO, NO, OK, OK),
    "people_admin:consents": ("get", None, NO, NO, OK, OK),
    "people_admin:consents_results": ("get", None, NO, NO, OK, OK),
    "people_admin:consent": ("get", "consent", NO, NO, OK, OK),
}


def test_every_address_has_a_row():
    rooms = (events_urls, letters_admin, documents_admin, journal)
    assert {f"{room.app_name}:{address.name}" for room in rooms for address in room.urlpatterns} == set(TABLE)


@pytest.fixture
def people(methodist, colleague):
    return {
        "owner": methodist,
        "colleague": colleague,
        "administrator": UserFactory(role=Role.ADMINISTRATOR),
        "data officer": UserFactory(role=Role.DATA_OFFICER),
        "editor": UserFactory(role=Role.EDITOR),
        "chief editor": UserFactory(role=Role.CHIEF_EDITOR),
    }


@pytest.fixture
def rows(own_cohort):
    registration = events.registered(own_cohort)
    return {
        "event": own_cohort.event,
        "cohort": own_cohort,
        "registration": registration,
        "letter": Letter.objects.for_object(registration).first(),
        "consent": Consent.objects.get(about=f"registration:{registration.pk}"),
    }


def address_of(name, rows):
    about = TABLE[name][1]
    return reverse(name, args=[rows[about].pk] if about else [])


def test_who_gets_what(people, rows, browser_of):
    expected, found = {}, {}
    browsers = {who: browser_of(user) for who, user in people.items()}
    for name, (method, _about, owner, colleague, administrator, officer) in TABLE.items():
        # Nobody but these four has a row, so an editor is refused everywhere.
        answers = (owner, colleague, administrator, officer, NO, NO)
        for who, answer in zip(browsers, answers, strict=True):
            response = getattr(browsers[who], method)(address_of(name, rows))
            # Wagtail turns a refusal of its own (a missing right) into a redirect to the first page with a message.
            refused = response.status_code == 302 and response.url == "/admin/"
            expected[name, who], found[name, who] = answer, NO if refused else response.status_code
    assert found == expected


def test_a_stranger_is_led_to_the_login_page(client, rows):
    for name, (method, *_rest) in TABLE.items():
        response = getattr(client, method)(address_of(name, rows))
        assert (name, response.status_code, response.url.split("?")[0]) == (name, 302, "/account/login/")


def test_a_methodist_sees_own_registrations_and_a_count_of_the_others(at_work, own_cohort, foreign_cohort):
    own = events.registered(own_cohort, surname="Своя")
    foreign = events.registered(foreign_cohort, surname="Чужая")
    listing = at_work.get(reverse("events_admin:registrations")).content.decode()
    assert own.participant.full_name in listing
    assert foreign.participant.full_name not in listing
    overview = at_work.get(reverse("events_admin:events")).content.decode()
    assert "Ещё 1 событие ведут коллеги" in overview
    assert "Чужое событие" not in overview


def test_the_filter_offers_own_cohorts_only(at_work, own_cohort, foreign_cohort):
    listing = at_work.get(reverse("events_admin:registrations"), {"cohort": foreign_cohort.pk}).content.decode()
    assert "Чужое событие" not in listing
