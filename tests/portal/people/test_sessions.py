from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from portal.people import retention
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def noted(key: str) -> UserSession:
    return UserSession.objects.create(user=UserFactory(), ip="192.0.2.1", session_key=key, user_agent="Browser")


def test_ended_sign_ins_are_forgotten_and_present_ones_stay():
    at = timezone.now() + timedelta(minutes=1)
    for key, ends in (("ended", at - timedelta(days=1)), ("present", at + timedelta(days=1))):
        Session.objects.create(session_key=key, session_data="", expire_date=ends)
        noted(key)
    noted("vanished")
    assert "people.sessions" in retention.rules()
    assert retention.run(at) == 3
    assert [row.session_key for row in UserSession.objects.all()] == ["present"]
    assert [row.session_key for row in Session.objects.all()] == ["present"]
