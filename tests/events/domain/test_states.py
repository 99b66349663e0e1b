"""The table of states: every step it allows is possible, every other is refused, and nobody writes states beside it."""

import re
from pathlib import Path

import pytest

from events.domain.errors import TransitionRefused
from events.domain.states import HOLDING, LETTERS, TIMED, TRANSITIONS, may_follow, transition
from events.models import ACTIVE_STATES, Registration, RegistrationState
from portal.letters import registry
from portal.letters.models import Letter
from portal.people.models import AuditEntry
from tests.factories import events as make
from tests.factories.people import ParticipantFactory

S = RegistrationState
ALLOWED = [(before, after) for before, following in TRANSITIONS.items() for after in sorted(following)]
REFUSED = [(before, after) for before in TRANSITIONS for after in RegistrationState if after not in TRANSITIONS[before]]


def blank(before):
    """A registration in a state, put there by hand; None: not saved yet."""
    row = Registration(
        cohort=make.make_cohort(),
        participant=ParticipantFactory(),
        created_at=make.NOW,
        state_changed_at=make.NOW,
        queue_number=1,
        state=before or "",
    )
    if before:
        row.save()
    return row


def test_the_table_is_the_one_of_the_design():
    assert set(TRANSITIONS) == {None, *RegistrationState}
    assert len(ALLOWED) == 28
    assert {state for state in RegistrationState if TRANSITIONS[state]} == set(ACTIVE_STATES)
    assert set(ACTIVE_STATES) > HOLDING > TIMED


def test_each_allowed_step_writes_the_state_an_audit_row_and_its_letter(db):
    for before, after in ALLOWED:
        row = blank(before)
        transition(registration=row, to=after, at=make.NOW, reason="причина", by="centre")
        row.refresh_from_db()
        entry = AuditEntry.objects.get(action=f"registration.{after.value}", target_id=str(row.pk))
        letters = list(Letter.objects.for_object(row).values_list("kind", flat=True))
        assert (row.state, row.state_reason) == (after, "причина")
        assert entry.details == {"cohort": row.cohort_id, "before": before or "", "by": "centre"}
        assert letters == ([LETTERS[after]] if after in LETTERS else [])


def test_each_other_step_is_refused_and_changes_nothing(db):
    row = blank(S.WAITLISTED)
    for before, after in REFUSED:
        assert not may_follow(before=before, after=after)
        row.state = before or ""
        with pytest.raises(TransitionRefused):
            transition(registration=row, to=after, at=make.NOW)
        assert row.state == (before or "")
    assert Letter.objects.count() == 0


def test_every_letter_of_the_table_has_a_builder():
    assert set(LETTERS.values()) <= set(registry.kinds())


ASSIGNED = re.compile(r"\.state = (?!CohortState)")
UPDATED = re.compile(r"\b(?:update|create|bulk_create|get_or_create|update_or_create)\([^()]*\bstate=(?!CohortState)")
COUNTED = re.compile(r"\btaken=F\(|\.taken = ")


def writers(root: Path, pattern: re.Pattern[str]) -> set[str]:
    """Files of the project that speak of registrations or pools and match."""
    return {
        path.relative_to(root).as_posix()
        for folder in ("events", "portal/people", "portal/site", "portal/documents", "projects")
        for path in (root / folder).rglob("*.py")
        if "migrations" not in path.parts and pattern.search(path.read_text())
    }


def test_nobody_else_writes_states_or_counters(project_root: Path):
    """One writer per fact: states in `states`, counters in `placing` (in memory too)."""
    assert writers(project_root, ASSIGNED) == {"events/domain/states.py"}
    assert writers(project_root, UPDATED) == set()
    assert writers(project_root, COUNTED) == {"events/domain/placing.py"}
