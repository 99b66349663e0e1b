"""What expires by the clock or waits for publication shows nowhere; private pages keep crawlers away.

The other ways of hiding a page, over every kind of page and address: tests/portal/test_leaks.py.
"""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests.factories.site import news, news_index, standard_page

pytestmark = pytest.mark.django_db
WORD, TITLE = "Заповедник", "Заповедник открыт"
PUBLIC = ["/", "/news/", f"/search/?q={WORD}", "/feed.atom", "/news/feed.atom", "/sitemap-ru.xml"]


def seen(client: Client, page: Page) -> list[str]:
    """Return the public addresses that show the page's title or address."""
    answers = {url: client.get(url).content.decode() for url in PUBLIC}
    return [url for url, text in answers.items() if TITLE in text or page.slug in text]


def private(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def test_a_public_news_item_is_everywhere(client: Client, home) -> None:
    page = news(news_index(home), title=TITLE, slug="zapovednik")
    assert seen(client, page) == PUBLIC


def test_one_that_the_clock_has_expired_is_nowhere(client: Client, home) -> None:
    page = news(news_index(home), title=TITLE, slug="zapovednik")
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save_revision().publish()
    call_command("publish_scheduled")
    assert seen(client, page) == []


def test_a_change_that_waits_for_publication_is_not_shown(client: Client, home) -> None:
    page = news(news_index(home), title="Школа открыта", slug="shkola")
    page.title = TITLE
    page.save_revision()
    assert [url for url in PUBLIC if TITLE in client.get(url).content.decode()] == []


def test_a_private_page_asks_crawlers_to_stay_away_and_has_no_canonical_address(
    client: Client, home, django_user_model
):
    page = standard_page(home, title="Для своих")
    private(page)
    client.force_login(django_user_model.objects.create_user(email="a@example.org", password="x"))
    html = client.get(page.url).content.decode()
    assert ('name="robots" content="noindex"' in html, 'rel="canonical"' in html) == (True, False)


def test_the_way_in_asks_for_login(client: Client, home) -> None:
    page = standard_page(home, title="Для своих")
    private(page)
    assert client.get(page.url).status_code == 302
