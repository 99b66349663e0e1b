"""The whole demo site, followed link by link in both languages."""

import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from portal.site.demo.loading import load
from tests.portal.crawling import Answer, Crawl

pytestmark = [pytest.mark.django_db, pytest.mark.deep]

CYRILLIC = re.compile(r"[А-Яа-яЁё]{2,}")
LATIN = re.compile(r"(?<![\w@./-])[A-Za-z]{3,}(?![\w@]|[./-]\w)")
# Latin words that belong on a Russian page: names of file formats and what institutions call themselves.
LATIN_ALLOWED = frozenset(
    {"PRO", "SOS", "PDF", "XLSX", "DOCX", "JPG", "PNG", "Wagtail", "iCalendar", "MAX", "cookie", "Cookie", "JavaScript"}
)
DATA = {"application/ld+json", "application/json"}
LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


@pytest.fixture(scope="module")
def crawl(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Crawl]:
    """The crawled demo site; its rows are gone when the module ends."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        load(at=timezone.localtime(), warm=False)
        yield Crawl().run(Client())
        transaction.set_rollback(True)


def complaints(crawl: Crawl, check: str) -> dict[str, object]:
    """Page → what `check` found there, pages without findings left out."""
    found = {page.path: globals()[check](page) for page in crawl.pages}
    return {path: what for path, what in found.items() if what}


def test_crawl_reaches_both_languages(crawl: Crawl) -> None:
    russian, english = ([page.path for page in crawl.pages if page.is_english is flag] for flag in (False, True))
    assert len(russian) >= 30
    assert len(english) >= 15


def test_every_internal_link_resolves(crawl: Crawl) -> None:
    broken = {path: (a.status, a.found_on) for path, a in crawl.answers.items() if a.status not in {200, 301, 302}}
    assert broken == {}


def test_no_link_leads_through_a_redirect(crawl: Crawl) -> None:
    led = {path: (a.location, a.found_on) for path, a in crawl.answers.items() if a.status in {301, 302}}
    assert {path: what for path, what in led.items() if not path.startswith(("/account/", "/en/account/"))} == {}


def test_fragments_point_at_something(crawl: Crawl) -> None:
    missing = [
        (page, target, fragment)
        for page, target, fragment in crawl.fragments
        if (answer := crawl.answers.get(target)) and answer.is_html and fragment not in ids(answer)
    ]
    assert missing == []


def test_public_pages_set_no_cookie(crawl: Crawl) -> None:
    forms = re.compile(r"^/(en/)?(account|registration)/")
    assert {path: a.cookies for path, a in crawl.answers.items() if a.cookies and not forms.match(path)} == {}


def test_html_is_valid(crawl: Crawl) -> None:
    assert complaints(crawl, "markup_errors") == {}


def test_document_language_follows_the_address(crawl: Crawl) -> None:
    wrong = {page.path: page.root.get("lang") for page in crawl.pages if page.root.get("lang") != language_of(page)}
    assert wrong == {}


def test_no_russian_on_english_pages(crawl: Crawl) -> None:
    assert complaints(crawl, "russian_text") == {}


def test_no_english_on_russian_pages(crawl: Crawl) -> None:
    assert complaints(crawl, "english_text") == {}


def test_translations_name_each_other(crawl: Crawl) -> None:
    one_sided = []
    for page in crawl.pages:
        for language, path in page.alternates().items():
            other = crawl.answers.get(path)
            if other is None or page.path.partition("?")[0] not in other.alternates().values():
                one_sided.append((page.path, language, path))
    assert one_sided == []
    assert sum(1 for page in crawl.pages if {"ru", "en"} <= set(page.alternates())) >= 20


def test_pages_describe_themselves(crawl: Crawl) -> None:
    assert complaints(crawl, "missing_description") == {}


def test_titles_are_distinct(crawl: Crawl) -> None:
    titles = Counter((page.is_english, title(page)) for page in crawl.pages if "?" not in page.path)
    assert [name for name, count in titles.items() if count > 1 or not name[1]] == []


def test_headings_make_an_outline(crawl: Crawl) -> None:
    assert complaints(crawl, "outline_errors") == {}


def test_structured_data_parses(crawl: Crawl) -> None:
    blocks = [s for page in crawl.pages for s in page.elements("script") if s.get("type") == "application/ld+json"]
    assert all(json.loads(block.text or "")["@context"] == "https://schema.org" for block in blocks)
    assert len(blocks) >= 15


def test_feeds_and_calendars_parse(crawl: Crawl) -> None:
    kinds: Counter[str] = Counter()
    for answer in crawl.answers.values():
        kind = answer.content_type.partition(";")[0]
        if kind == "application/atom+xml":
            assert ET.fromstring(answer.body).tag == "{http://www.w3.org/2005/Atom}feed"
        elif kind == "text/calendar":
            assert Calendar.from_ical(answer.body).name == "VCALENDAR"
        kinds[kind] += 1
    assert kinds["application/atom+xml"] >= 2
    assert kinds["text/calendar"] >= 2


def test_sitemap_lists_the_pages_of_both_languages(crawl: Crawl, client: Client) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}

    def read(path: str) -> ET.Element:
        return ET.fromstring(client.get(path).content)

    parts = [urlsplit(loc.text or "").path for loc in read("/sitemap.xml").findall(".//s:loc", names)]
    maps = [read(path) for path in parts]
    listed = {urlsplit(loc.text or "").path for part in maps for loc in part.findall(".//s:loc", names)}
    assert {page.path for page in crawl.pages if page.alternates() and "?" not in page.path} - listed == set()
    assert {path for path in listed if client.get(path).status_code != 200} == set()
    assert all(part.findall(".//x:link", names) for part in maps)


# --- what is wrong with one page ------------------------------------------------------------------------------------


def language_of(page: Answer) -> str:
    return "en" if page.is_english else "ru"


def ids(page: Answer) -> list[str]:
    return [element.get("id", "") for element in page.root.iter() if element.get("id")]


def title(page: Answer) -> str:
    return "".join(page.elements("title")[0].itertext()).strip()


def markup_errors(page: Answer) -> list[str]:
    found = list(page.parse_errors)
    names = Counter(ids(page))
    found += [f"id «{name}» stands {count} times" for name, count in names.items() if count > 1]
    for element in page.root.iter():
        for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "form"):
            missing = [name for name in element.get(attribute, "").split() if name not in names]
            found += [f"{element.tag} {attribute} points at nothing: {name}" for name in missing]
        if element.get("style") is not None or any(name.startswith("on") for name in element.attrib):
            found.append(f"{element.tag} carries style or script in an attribute")
        if element.tag == "img" and not {"alt", "width", "height"} <= set(element.attrib):
            found.append(f"img without alt or size: {element.get('src')}")
        if element.tag == "script" and not element.get("src") and element.get("type") not in DATA:
            found.append("inline script")
    return found


def russian_text(page: Answer) -> list[str]:
    if not page.is_english:
        return []
    return [text[:80] for text, language in page.spoken() if language.startswith("en") and CYRILLIC.search(text)]


def english_text(page: Answer) -> list[str]:
    if page.is_english:
        return []
    words = (word for text, language in page.spoken() if language.startswith("ru") for word in LATIN.findall(text))
    return [word for word in words if word not in LATIN_ALLOWED]


def missing_description(page: Answer) -> list[str]:
    metas = {meta.get("name") or meta.get("property"): meta.get("content", "") for meta in page.elements("meta")}
    if "noindex" in metas.get("robots", ""):
        return []
    canonical = [link.get("href", "") for link in page.elements("link") if link.get("rel") == "canonical"]
    absent = [name for name in ("description", "og:title", "og:description") if not metas.get(name)]
    return absent + ([] if len(canonical) == 1 else [f"{len(canonical)} canonical addresses"])


def outline_errors(page: Answer) -> list[str]:
    levels = [LEVELS.index(element.tag) + 1 for element in page.root.iter() if element.tag in LEVELS]
    found = [] if levels.count(1) == 1 else [f"{levels.count(1)} headings of the first level"]
    found += [f"h{after} follows h{before}" for before, after in itertools.pairwise(levels) if after > before + 1]
    return found
