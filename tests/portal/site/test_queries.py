"""How many queries a public page takes: the same with one item and with thirty (menus, settings, renditions kept)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.events import make_cohort, make_event
from tests.factories.media import ImageFactory
from tests.factories.site import news, news_index, standard_page

pytestmark = pytest.mark.django_db

LEAF, EVENT, TEXT, LISTING, EVENTS, HOME = 10, 10, 7, 12, 13, 15


@pytest.mark.parametrize("items", [1, 30])
def test_leaf(client: Client, home, items: int, django_assert_num_queries) -> None:
    index = news_index(home)
    picture = ImageFactory()
    page = news(index, listing_image=picture)
    for number in range(items):
        news(index, title=f"Новость {number}", listing_image=picture)
    client.get(page.url)
    with django_assert_num_queries(LEAF):
        client.get(page.url)


@pytest.mark.parametrize("items", [1, 30])
def test_text_page(client: Client, home, items: int, django_assert_num_queries) -> None:
    page = standard_page(home)
    for number in range(items):
        standard_page(home, title=f"Страница {number}", show_in_menus=True, show_in_footer=True)
    client.get(page.url)
    with django_assert_num_queries(TEXT):
        client.get(page.url)


@pytest.mark.parametrize("items", [1, 30])
def test_listing(client: Client, home, items: int, django_assert_num_queries) -> None:
    index, picture = news_index(home), ImageFactory()
    for number in range(items):
        news(index, title=f"Новость {number}", date=date(2026, 1, 1 + number), listing_image=picture)
    client.get(index.url)
    with django_assert_num_queries(LISTING):
        client.get(index.url)


@pytest.mark.parametrize("items", [1, 30])
def test_home(client: Client, home, items: int, django_assert_num_queries) -> None:
    index, picture = news_index(home), ImageFactory()
    now = timezone.now()
    for number in range(items):
        news(index, title=f"Новость {number}", listing_image=picture)
        make_cohort(event=make_event(title=f"Вебинар {number}", at=now), at=now, starts_in=timedelta(days=20 + number))
    client.get(home.url)
    with django_assert_num_queries(HOME):
        client.get(home.url)


@pytest.mark.parametrize("items", [1, 30])
def test_event(client: Client, home, items: int, django_assert_num_queries) -> None:
    now = timezone.now()
    event = make_event(at=now)
    for number in range(items):
        make_cohort(event=event, at=now, starts_in=timedelta(days=20 + number))
    client.get(event.page.url)
    with django_assert_num_queries(EVENT):
        client.get(event.page.url)


@pytest.mark.parametrize("items", [1, 30])
def test_events(client: Client, home, items: int, django_assert_num_queries) -> None:
    now = timezone.now()
    for number in range(items):
        event = make_event(title=f"Вебинар {number}", at=now)
        make_cohort(event=event, at=now, starts_in=timedelta(days=20 + number))
    section = event.page.get_parent().url
    client.get(section)
    with django_assert_num_queries(EVENTS):
        client.get(section)
