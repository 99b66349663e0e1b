"""The words of the demo: every figure from the table of facts, Russian typography, English without Russian letters."""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image

from portal.core.typography import EM_DASH, NBSP
from portal.site.demo.content import EVENTS, NEWS, PAGES
from portal.site.demo.content import centre as centre_words
from portal.site.demo.content.events_plan import EventPlan
from portal.site.demo.content.facts import FACTS, OTHER_NUMBERS, fact
from portal.site.demo.content.pages_sections import EVENT_INDEX, HOME, NEWS_INDEX
from portal.site.demo.content.people import ORGANISATIONS, people
from portal.site.demo.content.structure import Block, PageWords, Words
from portal.site.demo.pictures import PICTURES, picture
from portal.site.demo.typesetting import typeset

NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d+")
ENGLISH_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
PAGE_WORDS: tuple[PageWords, ...] = (
    HOME,
    NEWS_INDEX,
    EVENT_INDEX,
    *PAGES,
    *(each.page for each in NEWS),
    *(each.page for each in EVENTS),
)


def of_block(block: Block) -> Iterator[Words]:
    yield from block.parts.values()
    for row in block.rows:
        yield from row.values()


def of_page(page: PageWords) -> Iterator[Words]:
    yield page.title
    yield page.lead
    for block in page.body:
        yield from of_block(block)


def of_event(event: EventPlan) -> Iterator[Words]:
    for section in event.sections:
        yield section.title
    for cohort in event.cohorts:
        yield cohort.venue
        for meeting in cohort.meetings:
            yield meeting.title


def plain(text: str) -> str:
    return re.sub(r"<[^>]+>", " ", text)


def russian_texts() -> list[str]:
    words = [each for page in PAGE_WORDS for each in of_page(page)]
    words += [each for event in EVENTS for each in of_event(event)]
    words += [line for helpline in centre_words.HELPLINES for line in (helpline.name, helpline.note)]
    words += [centre_words.CENTRE_NAME, centre_words.ADDRESS, centre_words.FOUNDER, centre_words.OPENING_HOURS]
    texts = [each.ru for each in words]
    for each in FACTS:
        texts += [f"{each.value} {each.counted.ru}", each.when.ru, each.source.ru]
    texts += [each.ru for each in PICTURES] + [name for _place, name, _kind in ORGANISATIONS]
    return [typeset(text, "ru") for text in texts if text]


def english_texts() -> list[str]:
    words = [each for page in PAGE_WORDS if page.has_english for each in of_page(page)]
    words += [each for event in EVENTS for each in of_event(event)]
    words += [line for helpline in centre_words.HELPLINES for line in (helpline.name, helpline.note)]
    used = {key for page in PAGE_WORDS if page.has_english for block in page.body for key in block.facts}
    texts = [each.en for each in words if each.ru]
    texts += [text for key in used for text in (fact(key).counted.en, fact(key).when.en, fact(key).source.en)]
    return [*texts, *(each.en for each in PICTURES)]


def test_there_is_enough_to_read():
    assert len(NEWS) == 20
    assert len({each.page.slug for each in NEWS}) == 20
    assert [event.kind for event in EVENTS] == [
        "school", "webinar", "supervision", "conference", "webinar", "campaign",
    ]  # fmt: skip
    assert len(EVENTS[0].cohorts) == 4
    assert len(EVENTS[3].sections) == 3


def test_every_figure_of_the_russian_texts_is_a_fact_or_no_statistics():
    allowed = {number for numbers in OTHER_NUMBERS.values() for number in numbers.split()}
    allowed |= {number for each in FACTS for number in NUMBER.findall(each.value)}
    found = {
        number.replace(NBSP, " ")
        for page in PAGE_WORDS
        for words in of_page(page)
        for number in NUMBER.findall(plain(words.ru))
    }
    assert found - allowed == set()


def test_every_fact_stands_in_a_text_with_unit_date_and_source():
    shown = {key for page in PAGE_WORDS for block in page.body for key in block.facts}
    quoted = " ".join(plain(words.ru) for page in PAGE_WORDS for words in of_page(page))
    lost = [each.key for each in FACTS if each.key not in shown and each.value not in NUMBER.findall(quoted)]
    assert lost == []
    assert [
        each.key for each in FACTS if not (each.unit("ru") and each.note("ru") and each.when.ru and each.source.ru)
    ] == []


def test_figures_of_other_regions_never_stand_beside_the_centres_own():
    for page in PAGE_WORDS:
        regions = {fact(key).region for block in page.body for key in block.facts}
        assert len(regions) <= 1, page.slug
        if regions and regions != {""}:
            assert any(block.kind == "callout" and "Другой регион" in block.parts["title"].ru for block in page.body)


def test_english_figures_agree_with_the_russian_ones():
    differing = []
    for page in PAGE_WORDS:
        for words in of_page(page) if page.has_english else ():
            russian = sorted(number.replace(" ", "") for number in NUMBER.findall(plain(words.ru)))
            english = sorted(number.replace(",", "") for number in ENGLISH_NUMBER.findall(plain(words.en)))
            if russian != english:
                differing.append((page.slug, russian, english))
    assert differing == []


@pytest.mark.parametrize(
    ("what", "wrong"),
    [
        ("straight quote", r"[\"']"),
        ("hyphen for a dash", r"\s[-–]{1,2}\s"),
        ("breaking space before a dash", rf"(?<!{NBSP}){EM_DASH}\s"),
        ("double space", r"[ \u00a0]{2,}"),
        ("three dots", r"\.\.\."),
        ("space before a mark", r"[ \u00a0][,.!?;:](?!\w)"),
        ("thousands apart", r"\d \d{3}(?!\d)"),
        ("initial apart", r"\b[А-ЯЁ]\. [А-ЯЁ][а-яё]"),
    ],
)
def test_russian_typography(what: str, wrong: str):
    # Tags are taken away without a trace: the words around them are one line.
    texts = [re.sub(r"<[^>]+>", "", text) for text in russian_texts()]
    assert [text for text in texts if re.search(wrong, text)] == []


def test_english_is_complete_and_english():
    texts = english_texts()
    assert "" not in texts
    assert [text for text in texts if CYRILLIC.search(text)] == []
    assert [text for text in texts if re.search(r"[\"']|  | - ", plain(text).strip() if "<" not in text else "")] == []


def test_nothing_forbidden_or_personal_is_named():
    everything = " ".join([*russian_texts(), *english_texts()]).casefold()
    for word in ("instagram", "инстаграм", "whatsapp", "facebook", "telegram", "эдоков", "васильева"):
        assert word not in everything


def test_leads_and_headings_fit_their_fields():
    assert [page.slug for page in PAGE_WORDS for lead in (page.lead.ru, page.lead.en) if len(lead) > 400] == []
    assert [each.key for each in FACTS for language in ("ru", "en") if len(each.note(language)) > 200] == []


def test_participants_are_invented_and_distinct():
    crowd = people(140)
    assert len({(each.surname, each.given_name, each.patronymic) for each in crowd}) == 140
    assert {each.email.rsplit(".", 1)[1] for each in crowd} == {"example"}
    assert crowd == people(140)


def test_pictures_are_described_and_repeatable():
    assert len(PICTURES) == 22
    assert len({each.ru for each in PICTURES}) == len({each.en for each in PICTURES}) == 22
    each = picture("helpline")
    painted = each.jpeg()
    assert painted == each.jpeg()
    assert Image.open(BytesIO(painted)).size == (1600, 1000)


def test_every_picture_named_by_a_text_is_in_the_catalogue():
    named = {page.picture for page in PAGE_WORDS if page.picture}
    named |= {block.picture for page in PAGE_WORDS for block in page.body if block.picture}
    assert named - {each.name for each in PICTURES} == set()
