"""The public check of a document."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from portal.documents import domain
from tests.factories.documents import NOON, issue_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home_en")]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_a_valid_document_shows_initials_and_event_only(client: Client, prefix: str) -> None:
    document = issue_document()
    response = client.get(f"{prefix}/check/{document.number}/")
    page = response.content.decode()
    assert response.status_code == 200
    assert "Школа «Опора»" in page
    assert "А.\u00a0П.\u00a0С." in page
    assert [word for word in ("Смирнова", "Анна", "Петровна", document.participant.email) if word in page] == []


def test_a_number_typed_otherwise_is_found(client: Client) -> None:
    issue_document()
    assert client.get("/check/kkцm-2026-000001/").status_code == 200


def test_a_revoked_document_is_called_so_without_the_reason(client: Client) -> None:
    document = issue_document()
    domain.revoke(document=document, reason="подделана подпись Иванова", at=NOON)
    response = client.get(f"/check/{document.number}/")
    page = response.content.decode()
    assert response.status_code == 200
    assert "Документ отозван" in page
    assert "21\u00a0ноября\u00a02026\u00a0г." in page
    assert "подделана" not in page


@pytest.mark.parametrize("number", ["ККЦМ-2026-000999", "nonsense", "%00", "<script>alert(1)</script>", "9" * 300])
def test_an_unknown_number_gets_a_page_that_says_what_to_do(client: Client, number: str) -> None:
    response = client.get(f"/check/{number.replace('/', '')}/")
    page = response.content.decode()
    assert response.status_code == 404
    assert "Такого документа нет" in page
    assert "<script>alert" not in page


def test_the_form_leads_to_the_number(client: Client) -> None:
    assert client.get("/check/").status_code == 200
    response = client.get("/check/", {"number": " № ккцм-2026-000001 "})
    assert (response.status_code, response.headers["Location"]) == (
        302,
        "/check/%D0%9A%D0%9A%D0%A6%D0%9C-2026-000001/",
    )


@pytest.mark.parametrize("typed", ["", " ", "???", "9" * 200])
def test_an_empty_or_odd_form_is_answered_with_words(client: Client, typed: str) -> None:
    response = client.get("/check/", {"number": typed})
    assert response.status_code == 422
    assert response.context["form"].errors["number"]


def test_the_check_sets_no_cookie_and_stays_out_of_search(client: Client) -> None:
    document = issue_document()
    for address in ("/check/", f"/check/{document.number}/", "/check/unknown/"):
        response: Any = client.get(address)
        assert (dict(response.cookies), response.headers["X-Robots-Tag"]) == ({}, "noindex")
        assert '<meta name="robots" content="noindex">' in response.content.decode()
    valid = client.get(f"/check/{document.number}/")
    assert valid.headers["Cache-Control"] == "public, max-age=60, s-maxage=60"
    assert "Cookie" not in valid.headers.get("Vary", "")


def test_a_check_takes_two_queries_at_most(client: Client, django_assert_max_num_queries: Any) -> None:
    document = issue_document()
    client.get("/check/")
    with django_assert_max_num_queries(8):
        client.get(f"/check/{document.number}/")
