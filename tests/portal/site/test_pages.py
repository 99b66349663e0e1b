"""Pages as a reader gets them."""

import pytest
from django.test import Client

from tests.factories.media import ImageFactory
from tests.factories.site import news, news_index, paragraph, standard_page

pytestmark = pytest.mark.django_db


def test_every_kind_of_page_opens(client: Client, home) -> None:
    index = news_index(home)
    pages = [home, standard_page(home), index, news(index, listing_image=ImageFactory())]
    assert [client.get(page.url).status_code for page in pages] == [200, 200, 200, 200]


def test_a_long_page_has_contents_whose_links_lead_to_its_headings(client: Client, home) -> None:
    body = [
        part
        for title in ("Кто мы", "Чем помогаем", "Где мы")
        for part in (("heading", {"text": title, "level": "2"}), paragraph())
    ]
    page = standard_page(home, body=body)
    html = client.get(page.url).content.decode()
    assert [html.count(item["anchor"]) for item in page.contents] == [2, 2, 2]


def test_a_sensitive_page_has_none_so_that_its_telephones_come_first(client: Client, home) -> None:
    body = [("heading", {"text": title, "level": "2"}) for title in ("Позвонить", "Прийти", "Кто узнает")]
    page = standard_page(home, body=body, is_sensitive=True)
    assert "На этой странице" not in client.get(page.url).content.decode()


def test_a_short_page_has_none(client: Client, home) -> None:
    page = standard_page(home, body=[("heading", {"text": "Кто мы", "level": "2"}), paragraph()])
    assert "На этой странице" not in client.get(page.url).content.decode()
