"""What a supervisor and a balancer ask."""

import pytest
from django.test import Client

from portal.site import health


def test_healthz_answers_without_a_database(client: Client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_readyz_asks_everything(client: Client):
    body = client.get("/readyz").json()
    assert {"database", "cache", "storage"} <= set(body["probes"])
    assert body["probes"]["database"] == "ok"


@pytest.mark.django_db
def test_readyz_names_what_is_wrong_and_tells_no_secret(client: Client, monkeypatch: pytest.MonkeyPatch):
    def broken(at: object) -> str | None:
        raise ConnectionError("password=secret host=10.0.0.1")

    monkeypatch.setattr(health, "_probes", {"database": health.probe_database, "cache": broken})
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["probes"] == {"database": "ok", "cache": "fails: ConnectionError"}


def test_robots_closes_forms_in_both_languages_and_names_the_sitemap(client: Client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /registration/" in lines
    assert "Disallow: /en/registration/" in lines
    assert lines[-1].startswith("Sitemap: http")
