"""What a supervisor and a balancer ask."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from portal.letters.health import HEARTBEAT
from portal.letters.models import JobRun
from portal.site import health


def test_healthz_answers_without_a_database(client: Client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_readyz_asks_everything_and_a_missing_worker_closes_nothing(client: Client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "ready": True,
        "probes": {"database": "ok", "cache": "ok", "storage": "ok", "worker": "no worker has run yet"},
    }


@pytest.mark.django_db
def test_a_worker_unseen_for_an_hour_is_told():
    seen = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    JobRun.objects.create(name=HEARTBEAT, next_at=seen, finished_at=seen)
    assert health.probe_worker(seen + timedelta(minutes=2)) is None
    assert health.probe_worker(seen + timedelta(hours=1)) == "last seen 3600 s ago"


@pytest.mark.django_db
def test_readyz_names_what_is_wrong_and_tells_no_secret(client: Client, monkeypatch: pytest.MonkeyPatch):
    def broken(at: object) -> str | None:
        raise ConnectionError("password=secret host=10.0.0.1")

    monkeypatch.setitem(health.DECISIVE, "cache", broken)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["probes"]["cache"] == "fails: ConnectionError"
    assert b"secret" not in response.content


def test_robots_closes_forms_in_both_languages_and_names_the_sitemap(client: Client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /registration/" in lines
    assert "Disallow: /en/registration/" in lines
    assert lines[-1].startswith("Sitemap: http")
