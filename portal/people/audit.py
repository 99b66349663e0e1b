"""Writing the audit trail."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.functional import Promise

from portal.people.models import AuditEntry, User


def record(
    *,
    action: str,
    target: models.Model,
    at: datetime,
    actor: User | None = None,
    **details: int | str | None,
) -> AuditEntry:
    """Add one row to the audit trail, in the caller's transaction. `details` are ids, states and counts, never names."""
    return AuditEntry.objects.create(
        at=at,
        action=action,
        actor=actor,
        target_type=ContentType.objects.get_for_model(target),
        target_id=str(target.pk),
        details=details,
    )


_words: dict[str, str | Promise] = {}


def name_actions(words: Mapping[str, Any]) -> None:
    """Say what the actions of an app are called on the screens of the data officer; called from ready()."""
    _words.update(words)


def words_of(action: str) -> str | Promise:
    """Return what an action is called; its dotted name where nobody named it."""
    return _words.get(action, action)
