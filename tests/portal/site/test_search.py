"""Search in one language, by the words of titles, leads and bodies."""

import pytest
from django.db import connection
from django.test import Client

from tests.factories.site import news, news_index, paragraph, standard_page

pytestmark = pytest.mark.django_db


def found(client: Client, words: str, prefix: str = "") -> list[str]:
    """Return the titles found."""
    results = client.get(f"{prefix}/search/", {"q": words}).context["results"]
    return sorted(page.title for page in results)


def test_a_word_of_the_title_the_lead_or_the_body_finds_the_page(client: Client, home) -> None:
    standard_page(home, title="Наставники")
    standard_page(home, title="Вторая", lead="Наставники и семьи")
    standard_page(home, title="Третья", body=[paragraph("Здесь помогают наставники")])
    standard_page(home, title="Четвёртая")
    assert found(client, "наставники") == ["Вторая", "Наставники", "Третья"]


@pytest.mark.parametrize("words", ["ребёнок", "ребенок", "РЕБЁНОК"])
def test_yo_equals_ye(client: Client, home, words: str) -> None:
    standard_page(home, title="Ребёнок и школа")
    standard_page(home, title="Ребенок дома")
    assert found(client, words) == ["Ребенок дома", "Ребёнок и школа"]


def test_postgresql_knows_word_forms(client: Client, home) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite finds exact words only")
    news(news_index(home), title="Школы для наставников")
    assert found(client, "школа наставник") == ["Школы для наставников"]


def test_each_language_is_searched_alone(client: Client, home, home_en) -> None:
    standard_page(home, title="SOS семья")
    standard_page(home_en, title="SOS family")
    assert [found(client, "SOS"), found(client, "SOS", "/en")] == [["SOS семья"], ["SOS family"]]


def test_nothing_asked_and_nothing_found_say_what_to_do(client: Client, home) -> None:
    assert "Напишите слово" in client.get("/search/").content.decode()
    assert "ничего не нашлось" in client.get("/search/", {"q": "абракадабра"}).content.decode()


def test_what_was_typed_is_shown_as_text(client: Client, home) -> None:
    html = client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in html
