"""Loading the demo: twice the same, what people changed stays, dates follow today, English pages are English."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO, StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Max, Min
from PIL import Image as Pillow
from pytest_django import DjangoDbBlocker
from wagtail.models import Collection, Page

from events.models import Cohort, EventPage, Meeting, Registration, RegistrationState
from portal.media.models import Image, PeopleConsent
from portal.people.models import User
from portal.site.demo.gallery import file_name
from portal.site.demo.loading import Summary, load
from portal.site.demo.pictures import PICTURES
from portal.site.models import HomePage, SiteSettings, StandardPage
from projects.editorial.models import NewsPage

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Asia/Barnaul"))
NOTHING = Summary(0, 0, 0, 0, 0)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


# A mark and not the fixture alone: pytest-django makes the test database for marked tests only.
# Deep: the whole demo is loaded several times.
pytestmark = [pytest.mark.django_db, pytest.mark.deep]


def small_pictures() -> None:
    """Put small pictures under the demo's names into the library: painting has a test of its own."""
    stream = BytesIO()
    Pillow.new("RGB", (32, 20), "#1D5B4F").save(stream, "JPEG")
    for each in PICTURES:
        Image.objects.create(
            title=each.title,
            file=ContentFile(stream.getvalue(), name=file_name(each)),
            people_consent=PeopleConsent.NOBODY,
            collection=Collection.get_first_root_node(),
        )


@pytest.fixture(scope="module")
def _loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo as loaded at NOW, once for the tests of this file; each of them is undone to a savepoint of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        small_pictures()
        load(at=NOW, warm=False)
        yield
        transaction.set_rollback(True)


def counts() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


@pytest.mark.usefixtures("_loaded")
def test_a_second_run_changes_nothing():
    before = counts()
    assert load(at=NOW + timedelta(hours=2), warm=False) == NOTHING
    assert counts() == before


@pytest.mark.usefixtures("_loaded")
def test_what_is_there_after_the_first_run():
    assert NewsPage.objects.live().filter(locale__language_code="ru").count() == 20
    assert StandardPage.objects.live().filter(locale__language_code="ru").count() == 8
    assert EventPage.objects.live().filter(locale__language_code="ru").count() == 6
    assert HomePage.objects.live().count() == 2
    assert str(SiteSettings.load().centre_short_name) == "Краевой кризисный центр для мужчин"
    assert StandardPage.objects.get(slug="help", locale__language_code="ru").is_sensitive is True
    newest, oldest = NewsPage.objects.aggregate(newest=Max("date"), oldest=Min("date")).values()
    assert (NOW.date() - newest).days == 3
    assert 365 < (NOW.date() - oldest).days < 730


def states(at: datetime) -> dict[str, int]:
    """How many cohorts are open, full with a queue, under way and past at a moment."""
    found = {"open": 0, "full with a queue": 0, "under way": 0, "past": 0}
    for cohort in Cohort.objects.prefetch_related("pools", "meetings", "registrations"):
        dates = cohort.meetings.aggregate(first=Min("starts_at"), last=Max("ends_at"))
        room = all(pool.taken < pool.capacity for pool in cohort.pools.all())
        waiting = any(row.state == RegistrationState.WAITLISTED for row in cohort.registrations.all())
        found["open"] += cohort.is_open(at=at) and room
        found["full with a queue"] += cohort.is_open(at=at) and not room and waiting
        found["under way"] += dates["first"] < at < dates["last"] and not cohort.is_open(at=at)
        found["past"] += dates["last"] < at
    return found


@pytest.mark.usefixtures("_loaded")
@pytest.mark.parametrize("days", [0, 40, 400])
def test_something_is_always_open_full_under_way_and_past(days: int):
    at = NOW + timedelta(days=days)
    with time_machine.travel(at):
        load(at=at, warm=False)
    assert states(at) == {"open": 4, "full with a queue": 1, "under way": 1, "past": 2}


@pytest.mark.usefixtures("_loaded")
def test_no_meeting_is_held_on_a_day_off():
    days = {
        row.starts_at.astimezone(NOW.tzinfo).date()
        for row in Meeting.objects.exclude(cohort__event__kind__slug="campaign")
    }
    assert [day for day in days if day.weekday() > 4 or (day.month == 1 and day.day < 9)] == []


@pytest.mark.usefixtures("_loaded")
def test_a_cohort_whose_date_somebody_changed_is_not_moved():
    school = Cohort.objects.get(event__page__slug="pro-social-practices", number=3)
    webinar = Cohort.objects.get(event__page__slug="family-budget-webinar")
    by_hand = school.closes_at + timedelta(days=1)
    Cohort.objects.filter(pk=school.pk).update(closes_at=by_hand)
    moved_meeting = webinar.meetings.get()
    Meeting.objects.filter(pk=moved_meeting.pk).update(starts_at=moved_meeting.starts_at - timedelta(hours=1))
    before = (webinar.opens_at, webinar.closes_at)

    summary = load(at=NOW + timedelta(days=10), warm=False)

    school.refresh_from_db()
    webinar.refresh_from_db()
    assert (school.closes_at, webinar.opens_at, webinar.closes_at) == (by_hand, *before)
    assert summary.cohorts_shifted == 7
    assert summary.registrations_made == 0


@pytest.mark.usefixtures("_loaded")
def test_registrations_keep_their_states_when_dates_move():
    before = list(Registration.objects.order_by("pk").values_list("pk", "state", "queue_number"))
    load(at=NOW + timedelta(days=40), warm=False)
    assert list(Registration.objects.order_by("pk").values_list("pk", "state", "queue_number")) == before


@pytest.mark.usefixtures("_loaded")
def test_what_a_person_changed_stays():
    editor = User.objects.get(email="chief@opora.example")
    changed = NewsPage.objects.get(slug="short-number-124")
    changed.title = "Свой заголовок"
    changed.save_revision(user=editor).publish(user=editor)
    deleted = NewsPage.objects.get(slug="photo-laboratory")
    deleted.delete(user=editor)
    settings = SiteSettings.load()
    settings.phone = "+7 (3852) 00-00-00"
    settings.save()
    editor.set_password("своя-фраза")
    editor.save()

    assert load(at=NOW + timedelta(days=40), warm=False).pages_made == 0

    changed.refresh_from_db()
    assert changed.title == "Свой заголовок"
    assert NewsPage.objects.filter(slug="photo-laboratory").exists() is False
    assert SiteSettings.objects.get().phone == "+7 (3852) 00-00-00"
    assert User.objects.get(pk=editor.pk).check_password("своя-фраза") is True


@pytest.mark.usefixtures("_loaded")
def test_a_page_only_the_demo_has_written_follows_the_texts():
    page = NewsPage.objects.get(slug="photo-laboratory")
    NewsPage.objects.filter(pk=page.pk).update(lead="Прежняя редакция")
    assert load(at=NOW, warm=False) == Summary(0, 1, 0, 0, 0)
    page.refresh_from_db()
    assert page.lead.startswith("Красный свет")


@pytest.mark.usefixtures("_loaded")
def test_english_pages_hold_no_russian():
    pages = Page.objects.live().filter(locale__language_code="en").specific()
    assert pages.count() == 21
    left = []
    for page in pages:
        body = page.body.render_as_block() if hasattr(page, "body") else ""
        # The label of a source is a word of the interface, translated by gettext and proved elsewhere.
        words = re.sub(r"<[^>]+>|Источник", " ", f"{page.title} {page.lead} {body}")
        left += [(page.slug, word) for word in CYRILLIC.findall(words)]
    assert left == []


@pytest.mark.parametrize("command", ["demo", "load_demo"])
def test_refused_where_known_passwords_would_be_a_hole(command: str, settings: Any):
    settings.DEMO_ALLOWED = False
    with pytest.raises(CommandError, match="refused"):
        call_command(command, stdout=StringIO())
