"""Pages that go live or leave by the clock; the worker looks every minute."""

from datetime import datetime

from django.core.management import call_command
from wagtail.models import Page, Revision


def publish_due(at: datetime) -> int:
    """Publish and take down what is due, as Wagtail's own command does; return how many waited for it."""
    waiting = Page.objects.filter(live=True, expire_at__lt=at).count()
    waiting += Revision.objects.filter(approved_go_live_at__lt=at).count()
    if waiting:
        call_command("publish_scheduled", verbosity=0)
    return waiting
