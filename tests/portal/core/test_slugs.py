"""Addresses of pages: Latin, free among the siblings, never those of a view."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page

from portal.core.slugs import RESERVED_SLUGS, slug_for
from portal.site.models import StandardPage
from tests.factories.site import standard_page


@given(st.text(max_size=300))
def test_a_slug_is_an_address_whatever_the_title(title: str) -> None:
    slug = slug_for(title)
    assert 0 < len(slug) <= 80
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")


def test_russian_is_written_in_latin() -> None:
    assert slug_for("Щедрый вечер: ёлка для семей") == "shchedryy-vecher-elka-dlya-semey"


@pytest.mark.django_db
def test_a_page_made_in_code_gets_an_address(home) -> None:
    assert standard_page(home, title="Как получить помощь").url == "/kak-poluchit-pomoshch/"


@pytest.mark.django_db
@pytest.mark.parametrize("live", [True, False])
def test_an_address_taken_by_a_sibling_gets_a_number_even_if_the_sibling_is_a_draft(home, live: bool) -> None:
    standard_page(home, title="О нас", live=live)
    again = home.add_child(instance=StandardPage(title="О нас", live=live))
    assert again.slug == "o-nas-2"


@pytest.mark.django_db
@pytest.mark.parametrize("live", [True, False])
@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_an_address_of_a_view_is_refused(home, slug: str, live: bool) -> None:
    with pytest.raises(ValidationError) as refused:
        home.add_child(instance=StandardPage(title="Поиск", slug=slug, live=live))
    assert refused.value.message_dict == {
        "slug": [f"Адрес «{slug}» занят служебной страницей портала. Выберите другой."]
    }


@pytest.mark.django_db
def test_deeper_the_same_word_is_free(home) -> None:
    assert standard_page(standard_page(home), title="Поиск", slug="search").url == "/o-tsentre/search/"


@pytest.mark.django_db
def test_a_title_that_would_give_a_reserved_address_gets_a_number(home) -> None:
    assert standard_page(home, title="Search").slug == "search-2"


@pytest.mark.django_db
def test_an_alias_in_another_language_shows_nothing(client, home, home_en) -> None:
    page = standard_page(home)
    alias = page.copy_for_translation(home_en.locale, alias=True)
    assert (alias.live, client.get(f"/en/{alias.slug}/").status_code) == (False, 404)
    page.title = "Новое имя"
    page.save_revision().publish()
    assert not Page.objects.get(pk=alias.pk).live
