"""Addresses that people mistype, machines probe and readers of another language open."""

import pytest
from django.test import Client

from tests.factories.site import news, news_index, standard_page

pytestmark = pytest.mark.django_db

BAD = [
    "page=abc", "page=-1", "page=0", "page=999999999999999999999", "page=%00", "page=٣", "year=99999", "year=abcd",
    "year=%00", "year=0000", "year=１９９９", "kind=%D1%85%D1%85", "kind=%00", "kind[]=news", "year=&kind=&page=", "%FF=1",
]  # fmt: skip
QUESTIONS = [
    "",
    "%00",
    "%22",
    "%27%27",
    "*",
    "AND%20OR",
    "(",
    "%25",
    "\\",
    "a" * 5000,
    "%F0%9F%99%82",
    "-",
    "у%20*%20NOT",
]


@pytest.mark.parametrize("query", BAD)
def test_a_list_survives_any_query(client: Client, home, query: str) -> None:
    news(news_index(home))
    assert [client.get(f"{url}?{query}").status_code for url in ("/news/", "/")] == [200, 200]


@pytest.mark.parametrize("query", QUESTIONS)
def test_search_survives_any_question(client: Client, home, query: str) -> None:
    standard_page(home)
    assert client.get(f"/search/?q={query}&page=abc").status_code == 200


def test_an_unknown_address_is_refused_in_the_language_asked(client: Client, home, home_en) -> None:
    answers = [client.get("/net-takoy/"), client.get("/en/no-such/")]
    assert [answer.status_code for answer in answers] == [404, 404]
    languages = [
        f'<html lang="{code}"' in page.content.decode() for code, page in zip(("ru", "en"), answers, strict=True)
    ]
    assert languages == [True, True]


@pytest.mark.parametrize("url", ["/", "/news/", "/search/?q=школа", "/feed.atom", "/sitemap.xml"])
def test_nobody_is_marked(client: Client, home, url: str) -> None:
    news_index(home)
    answer = client.get(url)
    assert (answer.status_code, answer.cookies.output(), "csrf" in answer.content.decode()) == (200, "", False)
