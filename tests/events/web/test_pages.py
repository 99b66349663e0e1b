"""Pages of events: order, filters, states in words, numbers of queries."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Locale

from events.domain import making, registering
from events.models import EventPage
from tests.factories import events as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


def held(*, days: int, kind: str = "webinar", title: str = "Встреча", **fields):
    """A published event whose only meeting is in so many days."""
    at = timezone.now()
    fields.setdefault("opens_at", at - timedelta(days=40))
    fields.setdefault("closes_at", at + timedelta(days=days, hours=-1))
    event = make.make_event(kind=kind, title=title, at=at, audience=fields.pop("audience", "specialist"))
    return make.make_cohort(event=event, at=at, starts_in=timedelta(days=days), **fields)


def titles(client, address="/events/"):
    """Titles of the cards of a list, in order."""
    answer = client.get(address)
    assert answer.status_code == 200
    return [page.title for page in answer.context_data["items"]]


def test_what_is_open_comes_first_then_by_date_and_the_rest_is_archive(client):
    at = timezone.now()
    held(days=3, title="Закрытая", closes_at=at - timedelta(days=1))
    held(days=9, title="Открытая потом")
    held(days=5, title="Открытая скоро")
    held(days=-5, title="Прошедшая", closes_at=at - timedelta(days=6))
    make.make_event(title="Без дат")
    make.make_event(title="Черновик", live=False)
    assert titles(client) == ["Открытая скоро", "Открытая потом", "Закрытая", "Без дат"]
    assert titles(client, "/events/?when=past") == ["Прошедшая"]


def test_filters(client):
    cohort = held(days=5, title="Школа", kind="school", audience="parent")
    held(days=70, title="Вебинар")
    month = timezone.localtime(cohort.meetings.get().starts_at)
    assert titles(client, "/events/?kind=school") == ["Школа"]
    assert titles(client, "/events/?audience=parent") == ["Школа"]
    assert titles(client, f"/events/?month={month:%Y-%m}") == ["Школа"]
    assert titles(client, "/events/?kind=school&audience=child") == []
    for odd in ("kind=нет", "month=2026-99", "month=%00", "kind=%00", "page=x", "audience=" + "a" * 5000):
        assert client.get(f"/events/?{odd}").status_code == 200


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_takes_as_many_queries_for_one_as_for_thirty(client, count, django_assert_num_queries):
    for number in range(count):
        held(days=number + 2, title=f"Встреча {number}")
    client.get("/events/")
    with django_assert_num_queries(13):
        client.get("/events/")


@pytest.mark.parametrize("count", [1, 8])
def test_the_page_takes_as_many_queries_for_one_cohort_as_for_eight(client, count, django_assert_num_queries):
    cohort = held(days=5, title="Школа", kind="school")
    for _ in range(count - 1):
        making.publish_cohort(
            cohort=making.clone_cohort(cohort=cohort, shift=timedelta(days=30), actor=None, at=timezone.now()),
            actor=None,
            at=timezone.now(),
        )
    client.get(cohort.event.page.url)
    with django_assert_num_queries(10):
        client.get(cohort.event.page.url)


def text_of(client, cohort):
    """The event's page without line breaks."""
    answer = client.get(cohort.event.page.url)
    assert answer.status_code == 200
    assert not answer.cookies
    return " ".join(answer.content.decode().split())


def test_states_are_said_in_words(client):
    at = timezone.now()
    cases = {
        "Запись откроется": held(days=5, opens_at=at + timedelta(days=1)),
        "Записаться": held(days=6),
        "Запись закрылась": held(days=7, closes_at=at - timedelta(days=1)),
        "Событие прошло": held(days=-3, closes_at=at - timedelta(days=4)),
    }
    for words, cohort in cases.items():
        assert words in text_of(client, cohort)
    off = held(days=8)
    making.cancel_cohort(cohort=off, reason="", actor=None, at=at)
    assert "Отменено" in text_of(client, off)


def test_places_have_their_time_and_a_full_cohort_its_queue(client):
    cohort = held(days=5, capacity=1)
    text = text_of(client, cohort)
    assert "Свободно 1 место из 1" in text
    assert "на " in text
    rows = [make.registered(cohort, at=timezone.now()) for _ in range(2)]
    registering.confirm_address(registration=rows[1], at=timezone.now())
    text = text_of(client, cohort)
    assert "в листе ожидания 1 человек" in text
    assert "Встать в лист ожидания" in text


def test_places_as_json(client):
    cohort = held(days=5, capacity=1)
    make.registered(cohort, at=timezone.now())
    make.registered(cohort, at=timezone.now())
    answer = client.get(f"/registration/{cohort.uuid}/places/")
    found = answer.json()
    found.pop("at")
    assert found == {"capacity": 1, "taken": 1, "free": 0, "waiting": 1, "state": "full"}
    assert not answer.cookies


def test_the_page_changes_at_the_next_moment_of_its_cohorts():
    cohort = held(days=5)
    page = EventPage.objects.get(pk=cohort.event.page_id)
    at = timezone.now()
    assert page.next_change(at) == cohort.closes_at
    assert page.next_change(at + timedelta(days=30)) is None


def test_a_translation_shows_the_same_cohorts(client):
    cohort = held(days=5, title={"ru": "Встреча", "en": "Meeting"})
    english, _made = Locale.objects.get_or_create(language_code="en")
    for page in (make.home_page(), make.index_page(), cohort.event.page):
        page.copy_for_translation(english).save_revision().publish()
    translated = cohort.event.page.get_translation(english)
    text = client.get(translated.url).content.decode()
    assert f"/en/registration/{cohort.uuid}/" in text
