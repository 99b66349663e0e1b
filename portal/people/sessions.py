"""Forgetting ended sign-ins: their rows hold addresses in the network and names of browsers (152-ФЗ, ст. 5 ч. 7)."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session


def forget_ended(at: datetime) -> int:
    """Delete sessions that have expired by `at` and what was noted of their browsers; return the number of rows."""
    ended, _each = Session.objects.filter(expire_date__lt=at).delete()
    alive = Session.objects.values("session_key")
    noted, _each = UserSession.objects.exclude(session_key__in=alive).filter(last_seen_at__lt=at).delete()
    return ended + noted
