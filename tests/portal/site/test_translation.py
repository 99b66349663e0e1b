"""A page is translated in wagtail-localize: segments filled, published, read in English."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from tests.factories.events import index_page, make_event
from tests.factories.site import news, news_index, paragraph, standard_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def translate(home_en, django_capture_on_commit_callbacks) -> Callable[[Page], Page]:
    """Translate every string of a page as «English <n>» and publish, which happens after the commit."""

    def made(page: Page) -> Page:
        english = home_en.locale
        with django_capture_on_commit_callbacks(execute=True):
            source, _made = TranslationSource.update_or_create_from_instance(page)
            for number, segment in enumerate(source.stringsegment_set.select_related("string", "context")):
                words = f"en-{page.pk}" if segment.context.path == "slug" else f"English {number}"
                StringTranslation.objects.create(
                    translation_of=segment.string, locale=english, context=segment.context, data=words
                )
            Translation.objects.get_or_create(source=source, target_locale=english)
            translated, _made = source.create_or_update_translation(english, publish=True)
        translated.refresh_from_db()
        return translated

    return made


def russian(text: str) -> set[str]:
    """Return the Russian letters in the text."""
    return {letter for letter in text if "а" <= letter.lower() <= "я"}


def main(client: Client, url: str) -> str:
    """Return what stands in the `<main>` of the page."""
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode().partition("<main")[2].partition("</main>")[0]


def test_pages_of_every_kind_are_read_in_english(client: Client, home, translate) -> None:
    section = news_index(home)
    item = news(
        section,
        body=[
            ("heading", {"text": "Кому", "level": "2"}),
            paragraph("Всем"),
            ("steps", {"steps": [{"title": "Раз", "body": "<p>Два</p>"}, {"title": "Три", "body": ""}]}),
        ],
    )
    text = standard_page(home, body=[("quote", {"text": "Слова", "author": "Участник"})])
    event = make_event(title={"ru": "Вебинар", "en": "Webinar"})
    pages = [translate(page) for page in (home, section, item, text, index_page(), event.page)]
    urls = [page.url for page in pages]
    assert [url.startswith("/en/") for url in urls] == [True] * 6
    assert [russian(main(client, url)) for url in urls[2:4]] == [set(), set()]
    assert [client.get(url).status_code for url in urls] == [200] * 6


def test_the_switcher_lists_published_translations_only(client: Client, home, translate) -> None:
    page = standard_page(home, title="О центре")
    assert 'hreflang="en"' not in client.get(page.url).content.decode()
    english = translate(page)
    html = client.get(page.url).content.decode()
    assert f'href="{english.url}"' in html
    english.unpublish()
    assert 'hreflang="en"' not in client.get(page.url).content.decode()


def test_alternates_are_the_same_on_both_pages(client: Client, home, translate) -> None:
    page = standard_page(home)
    english = translate(page)
    assert page.alternates == type(page).objects.get(pk=english.pk).alternates
    assert [link.language for link in page.alternates] == ["ru", "en", "x-default"]


def test_a_menu_shows_pages_of_its_language(client: Client, home, translate) -> None:
    page = standard_page(home, title="Программы", show_in_menus=True)
    assert "Программы" not in client.get("/en/").content.decode()
    english = translate(page)
    html = client.get("/en/").content.decode()
    assert (english.title in html, "Программы" in html) == (True, False)
