"""News: the list with its archive, one item, what an editor is told."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from projects.editorial.models import NewsKind, NewsPage, NewsSelection
from tests.factories.media import ImageFactory
from tests.factories.people import UserFactory
from tests.factories.site import news, news_index

pytestmark = pytest.mark.django_db


def titles(client: Client, query: str = "") -> list[str]:
    """Return the titles on the list, in their order."""
    return [page.title for page in client.get(f"/news/{query}").context["items"]]


@pytest.fixture
def index(home):
    """Three news: two of 2026, one of 2025."""
    section = news_index(home)
    news(section, title="Март", date=date(2026, 3, 1))
    news(section, title="Январь", date=date(2026, 1, 1), kind=NewsKind.RESULTS)
    news(section, title="Прошлый год", date=date(2025, 5, 1))
    return section


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Март", "Январь", "Прошлый год"]),
        ("?year=2026", ["Март", "Январь"]),
        ("?kind=results", ["Январь"]),
        ("?year=2025&kind=results", []),
        ("?year=1&kind=чепуха", ["Март", "Январь", "Прошлый год"]),
    ],
)
def test_the_list_is_newest_first_and_obeys_year_and_kind(client: Client, index, query: str, expected) -> None:
    assert titles(client, query) == expected


def test_the_archive_offers_years_that_have_news(index) -> None:
    assert index.years() == [2026, 2025]


def test_each_link_of_the_archive_keeps_the_other_choice(index) -> None:
    years, kinds = index.filter_groups(NewsSelection(year=2026, kind="results"))
    assert [link["url"] for link in years["links"]] == [
        "?kind=results",
        "?year=2026&kind=results",
        "?year=2025&kind=results",
    ]
    assert [link["is_current"] for link in kinds["links"]] == [False, False, False, True, False]


def test_pages_of_the_list_keep_the_choice(client: Client, home) -> None:
    section = news_index(home)
    for number in range(13):
        news(section, title=f"Новость {number}")
    html = client.get("/news/?year=2026").content.decode()
    assert 'href="?page=2&amp;year=2026"' in html


def test_an_empty_choice_says_so(client: Client, index) -> None:
    assert "Здесь пока нет новостей" in client.get("/news/?year=2001").content.decode()


def test_related_news_are_public_and_of_the_same_kind_first(index) -> None:
    other = news(index, title="Другая", kind=NewsKind.NEWS, date=date(2026, 4, 1))
    news(index, title="Черновик", kind=NewsKind.NEWS, live=False)
    page = NewsPage.objects.get(title="Март")
    assert [related.title for related in page.related_news] == [other.title, "Прошлый год", "Январь"]


@pytest.mark.parametrize(
    ("day", "message"),
    [
        (date(1999, 12, 31), "Проверьте год: новостей раньше 2000 года в архиве нет."),
        (timezone.localdate() + timedelta(days=400), "Эта дата больше чем через год."),
    ],
)
def test_a_slip_in_the_date_is_told_to_the_editor(index, day: date, message: str) -> None:
    with pytest.raises(ValidationError) as refused:
        index.add_child(instance=NewsPage(title="Описка", date=day, body=[("paragraph", "<p>x</p>")]))
    assert refused.value.message_dict["date"][0].startswith(message)


def form(**fields: object) -> dict[str, object]:
    """Return what the admin form of a news item sends."""
    body = {
        "body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "quote", "body-0-id": "",
        "body-0-value-text": "Слова", "body-0-value-author": "",
    }  # fmt: skip
    comments = {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    return {
        "title": "Из админки", "lead": "", "slug": "", "date": "2026-03-01", "kind": "news", "age_rating": "0+",
        "listing_image": "", "seo_title": "", "search_description": "", **body, **comments, "comments-MAX_NUM_FORMS": "",
        **fields,
    }  # fmt: skip


@pytest.fixture
def editor(client: Client) -> Client:
    """A client signed in with every right."""
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def test_an_editor_publishes_without_typing_an_address(editor: Client, index) -> None:
    editor.post(reverse("wagtailadmin_pages:add", args=("editorial", "newspage", index.pk)),
                form(**{"action-publish": "1"}))  # fmt: skip
    page = NewsPage.objects.get(title="Из админки")
    assert (page.slug, page.live) == ("iz-adminki", True)


def test_the_form_refuses_to_publish_an_unclear_picture_and_keeps_what_was_typed(editor: Client, index) -> None:
    address = reverse("wagtailadmin_pages:add", args=("editorial", "newspage", index.pk))
    picture = ImageFactory(title="Семья", people_consent="unknown")
    answer = editor.post(address, form(listing_image=picture.pk, **{"action-publish": "1"}))
    html = answer.content.decode()
    assert (answer.status_code, "нельзя показать" in html, "Из админки" in html) == (200, True, True)
    assert not NewsPage.objects.filter(title="Из админки").exists()
    editor.post(address, form(listing_image=picture.pk))
    assert not NewsPage.objects.get(title="Из админки").live


def test_publishing_past_the_form_is_refused_with_a_message_not_an_error(editor: Client, index) -> None:
    page = news(index, title="Пачкой", live=False)
    page.listing_image = ImageFactory(people_consent="unknown")
    page.save_revision()
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    answer = editor.post(f"{address}?id={page.pk}&next=/admin/", follow=True)
    page.refresh_from_db()
    assert (answer.status_code, page.live) == (200, False)
