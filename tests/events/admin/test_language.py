"""Our screens speak Russian: no English word is left in what a person reads."""

import re
from html.parser import HTMLParser

import pytest
from django.urls import reverse

from portal.people.models import Consent, User
from portal.people.roles import Role
from tests.events.admin.test_rights import TABLE
from tests.factories import events
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db
# Names of formats, addresses in examples, the name of a hash, the code of a kind of event.
ALLOWED = {"xlsx", "example", "org", "sha", "registration", "https", "webinar"}


class MainText(HTMLParser):
    """Gathers what a person reads in <main>."""

    SILENT = frozenset({"script", "style", "svg", "template", "code"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: set[str] = set()

    def handle_starttag(self, tag, attrs):
        if tag == "main" or self.open:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if self.open and not self.SILENT & set(self.open):
            self.words |= {word.lower() for word in re.findall(r"[A-Za-z]{3,}", data)}


def words_read(html: str) -> set[str]:
    parser = MainText()
    parser.feed(html)
    return parser.words


@pytest.fixture
def administrator(db: None) -> User:
    return UserFactory(role=Role.ADMINISTRATOR, first_name="Пётр", email="admin@example.org")


def test_no_english_is_left(own_cohort, browser_of, administrator):
    registration = events.registered(own_cohort)
    keys = {
        "event": own_cohort.event_id,
        "cohort": own_cohort.pk,
        "registration": registration.pk,
        "consent": Consent.objects.get().pk,
    }
    browser, found = browser_of(administrator), {}
    for name, (method, about, *_answers) in TABLE.items():
        if method == "get" and about != "letter" and not name.endswith("_results"):
            html = browser.get(reverse(name, args=[keys[about]] if about else [])).content.decode()
            found[name] = {word for word in words_read(html) - ALLOWED if not re.search(r"\d|user|anna", word)}
    assert {name: words for name, words in found.items() if words} == {}
