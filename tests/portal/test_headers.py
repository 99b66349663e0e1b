"""Answers for machines and errors: the same for everybody, kept by caches, in the language of the address."""

import pytest
from django.test import Client

from portal.site.models import HomePage
from tests.factories.site import news, news_index

PUBLIC = ("/search/?q=семья", "/sitemap.xml", "/robots.txt", "/feed.atom", "/news/feed.atom", "/events/calendar.ics")


@pytest.mark.parametrize("path", PUBLIC)
def test_public_answers_are_the_same_for_everybody(client: Client, home: HomePage, path: str) -> None:
    news(news_index(home))
    plain = client.get(path)
    assert plain.status_code == 200
    assert dict(plain.cookies) == {}
    assert "cookie" not in plain.headers.get("Vary", "").lower()
    assert "accept-language" not in plain.headers.get("Vary", "").lower()
    other = client.get(path, headers={"accept-language": "en", "user-agent": "somebody else"})
    assert other.content == plain.content


@pytest.mark.parametrize("path", ["/feed.atom", "/news/feed.atom", "/sitemap.xml", "/events/calendar.ics"])
def test_machine_answers_may_be_kept_by_a_shared_cache(client: Client, home: HomePage, path: str) -> None:
    rule = client.get(path).headers["Cache-Control"]
    assert "public" in rule
    assert "s-maxage=" in rule


def test_missing_pages_speak_the_language_of_their_address(client: Client, home: HomePage, home_en: HomePage) -> None:
    russian, english = client.get("/net-takoy/"), client.get("/en/no-such/")
    assert (russian.status_code, english.status_code) == (404, 404)
    assert '<html lang="ru">' in russian.content.decode()
    assert '<html lang="en">' in english.content.decode()
    assert (russian.headers["Content-Language"], english.headers["Content-Language"]) == ("ru", "en")


@pytest.mark.parametrize("method", ["put", "delete", "patch", "post"])
def test_pages_refuse_methods_they_do_not_know(client: Client, home: HomePage, method: str) -> None:
    assert getattr(client, method)("/").status_code in {403, 405}
