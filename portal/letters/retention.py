"""How long letters are remembered: contents for a month, the fact of sending for a year."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models

from portal.letters.models import FINAL_STATES, Letter

# Long enough to answer «я не получала письма», no longer (152-FZ art. 5: no longer than the purpose asks).
DEFAULT_PURGE_AFTER = timedelta(days=30)
DEFAULT_DELETE_AFTER = timedelta(days=365)


def purge(at: datetime) -> int:
    """Wipe payloads, bodies and errors of old finished letters, delete very old ones; return how many rows changed."""
    purge_after = getattr(settings, "LETTERS_PURGE_AFTER", DEFAULT_PURGE_AFTER)
    delete_after = getattr(settings, "LETTERS_DELETE_AFTER", DEFAULT_DELETE_AFTER)
    deleted, _ = _finished_before(at - delete_after).delete()
    wiped = (
        _finished_before(at - purge_after)
        .filter(purged_at__isnull=True)
        .update(payload={}, subject="", text="", html="", attachments=[], last_error="", purged_at=at)
    )
    return deleted + wiped


def _finished_before(moment: datetime) -> models.QuerySet[Letter]:
    """Letters whose life ended before `moment`."""
    return Letter.objects.filter(state__in=FINAL_STATES, finished_at__lte=moment)
