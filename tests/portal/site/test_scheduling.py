"""Pages go live and leave by the clock of the worker."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from portal.letters import jobs
from portal.site.models import HomePage
from portal.site.scheduling import publish_due
from tests.factories.site import standard_page

pytestmark = pytest.mark.django_db


def test_the_worker_looks_every_minute() -> None:
    assert jobs.registered()["pages.scheduled"].every == timedelta(minutes=1)


def test_a_page_leaves_at_its_hour(client: Client, home: HomePage) -> None:
    page, now = standard_page(home), timezone.now()
    type(page).objects.filter(pk=page.pk).update(expire_at=now - timedelta(seconds=1))
    assert publish_due(now) == 1
    assert client.get(page.url).status_code == 404
    assert publish_due(now) == 0


def test_a_page_comes_at_its_hour(client: Client, home: HomePage) -> None:
    page, now = standard_page(home, live=False), timezone.now()
    page.go_live_at = now - timedelta(seconds=1)
    page.save_revision(approved_go_live_at=now - timedelta(seconds=1), clean=False)
    assert client.get(page.url).status_code == 404
    assert publish_due(now) == 1
    page.refresh_from_db()
    assert client.get(page.url).status_code == 200
