"""Public answers carry no cookie and a rule for shared caches that never passes the next change."""

from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils.cache import patch_vary_headers
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from portal.core import caching

AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def answer(path: str = "/feed.atom", **options) -> tuple:
    request = RequestFactory().get(path)
    request.resolver_match = None
    response = HttpResponse("text")
    if options:
        caching.mark_public(response, **options)
    return request, response


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_home_page_is_public_sets_no_cookie_and_varies_by_encoding_only(client: Client, home, home_en, path: str):
    response = client.get(path, headers={"accept-language": "de, fr;q=0.5"})
    assert response.status_code == 200
    assert response.cookies == {}
    assert "Set-Cookie" not in response.headers
    assert response.headers["Cache-Control"] == "public, max-age=60, s-maxage=300"
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    assert response.headers["Content-Language"] == ("en" if path == "/en/" else "ru")


def test_a_signed_in_visitor_gets_the_same_bytes(client: Client, admin_client: Client, home):
    assert admin_client.get("/").content == client.get("/").content


@pytest.mark.parametrize("path", ["/account/login/", "/en/account/login/", "/admin/", "/healthz", "/nowhere/"])
def test_everything_else_is_private(client: Client, home, path: str):
    rule = client.get(path).headers["Cache-Control"]
    assert "private" in rule
    assert "no-store" in rule
    assert "public" not in rule


def test_an_unmarked_view_is_not_kept():
    assert caching.seconds_to_keep(*answer(), at=AT) == 0


def test_a_marked_view_is_kept_for_its_seconds():
    assert caching.seconds_to_keep(*answer(seconds=900), at=AT) == 900


def test_the_next_change_cuts_the_time_short():
    request, response = answer(seconds=900, next_change=AT + timedelta(seconds=42))
    assert caching.seconds_to_keep(request, response, at=AT) == 42


def test_a_change_that_has_passed_doesnt_matter():
    request, response = answer(seconds=900, next_change=AT - timedelta(seconds=1))
    assert caching.seconds_to_keep(request, response, at=AT) == 900


def test_a_filtered_address_is_kept_for_a_minute():
    assert caching.seconds_to_keep(*answer("/events/?kind=school", seconds=900), at=AT) == 60


def test_a_cookie_makes_it_private():
    request, response = answer(seconds=900)
    response.set_cookie("seen", "1")
    assert caching.seconds_to_keep(request, response, at=AT) == 0


def test_varying_by_cookie_makes_it_private():
    request, response = answer(seconds=900)
    patch_vary_headers(response, ["Cookie"])
    assert caching.seconds_to_keep(request, response, at=AT) == 0


def test_a_post_is_never_kept():
    _request, response = answer(seconds=900)
    assert caching.seconds_to_keep(RequestFactory().post("/feed.atom"), response, at=AT) == 0


@pytest.mark.django_db
def test_purging_a_page_names_its_parents_in_every_locale(home, home_en, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(caching, "_purge_rules", [])
    page = home.add_child(instance=type(home)(title="Дети", slug="deti", locale=home.locale))
    host = home.get_site().root_url
    assert caching.addresses_showing(page) == {f"{host}/deti/", f"{host}/"}
    assert caching.addresses_showing(home) == {f"{host}/", f"{host}/en/"}


@pytest.mark.django_db
def test_a_registered_rule_adds_its_addresses(home, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(caching, "_purge_rules", [])
    caching.register_purge(lambda page: [f"https://opora.example/feed-of-{page.slug}.atom"])
    assert "https://opora.example/feed-of-home-ru.atom" in caching.addresses_showing(home)


def test_without_a_cache_in_front_publishing_asks_nothing(
    home, settings: Settings, django_assert_num_queries: DjangoAssertNumQueries
):
    settings.WAGTAILFRONTENDCACHE = {}
    with django_assert_num_queries(0):
        caching.purge_page(home)
