"""Feeds and the map of the site, as the programs that read them do."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.test import Client

from tests.factories.events import make_event
from tests.factories.site import news, news_index, standard_page

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def tree(client: Client, url: str) -> ET.Element:
    """Return the root element of the answer."""
    answer = client.get(url)
    assert answer.status_code == 200
    return ET.fromstring(answer.content)


def titles(client: Client, url: str) -> list[str]:
    """Return the titles of a feed's entries."""
    return [entry.findtext(f"{ATOM}title") for entry in tree(client, url).iter(f"{ATOM}entry")]


def test_the_feed_of_news_has_news_newest_first(client: Client, home) -> None:
    index = news_index(home)
    news(index, title="Старая", date=date(2025, 1, 1))
    news(index, title="Новая & свежая", date=date(2026, 1, 1))
    make_event(title="Вебинар")
    assert titles(client, "/news/feed.atom") == ["Новая & свежая", "Старая"]


def test_the_feed_of_everything_has_events_too(client: Client, home) -> None:
    news(news_index(home), title="Новость", date=date(2020, 1, 1))
    make_event(title="Вебинар")
    assert titles(client, "/feed.atom") == ["Вебинар", "Новость"]


def test_a_feed_has_what_the_standard_demands(client: Client, home) -> None:
    news(news_index(home))
    feed = tree(client, "/news/feed.atom")
    needed = ["id", "title", "updated", "author"]
    entry = feed.find(f"{ATOM}entry")
    assert [feed.find(f"{ATOM}{name}") is not None for name in needed] == [True] * 4
    assert [entry.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated")] == [True] * 3
    assert feed.findtext(f"{ATOM}id") != tree(client, "/feed.atom").findtext(f"{ATOM}id")
    assert entry.find(f"{ATOM}link").get("href").startswith(settings.SITE_URL)


def test_signs_in_a_lead_stay_signs(client: Client, home) -> None:
    news(news_index(home), lead="Было <b>, стало > & <script>")
    summary = tree(client, "/news/feed.atom").find(f"{ATOM}entry/{ATOM}summary")
    assert (summary.get("type"), summary.text) == ("html", "Было &lt;b&gt;, стало &gt; &amp; &lt;script&gt;")


def test_each_language_has_its_feed(client: Client, home, home_en) -> None:
    news(news_index(home), title="По-русски")
    news(news_index(home_en, title="News"), title="In English")
    assert (titles(client, "/feed.atom"), titles(client, "/en/feed.atom")) == (["По-русски"], ["In English"])


def test_pages_name_the_feeds(client: Client, home) -> None:
    html = client.get("/").content.decode()
    assert ['href="/feed.atom"' in html, 'href="/news/feed.atom"' in html] == [True, True]


def test_the_map_lists_a_language_with_the_other_beside_it(client: Client, home, home_en) -> None:
    standard_page(home, title="О центре", slug="about")
    index = [node.text for node in tree(client, "/sitemap.xml").iter(f"{MAP}loc")]
    assert [url.rpartition("/")[2] for url in index] == ["sitemap-ru.xml", "sitemap-en.xml"]
    russian = {
        url.findtext(f"{MAP}loc"): {(link.get("hreflang"), link.get("href")) for link in url.iter(LINK)}
        for url in tree(client, "/sitemap-ru.xml").iter(f"{MAP}url")
    }
    site = settings.SITE_URL
    both = {("ru", f"{site}/"), ("en", f"{site}/en/"), ("x-default", f"{site}/")}
    assert russian == {f"{site}/": both, f"{site}/about/": set()}


def test_an_unknown_map_is_refused(client: Client, home) -> None:
    assert client.get("/sitemap-de.xml").status_code == 404
