from datetime import UTC, datetime

import pytest

from portal.people import retention

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch):
    monkeypatch.setattr(retention, "_rules", {})


@pytest.mark.django_db
def test_every_rule_runs_and_a_failing_one_stops_nobody(caplog):
    def broken(at):
        raise RuntimeError("boom")

    retention.register_rule("a.broken", broken)
    retention.register_rule("b.works", lambda at: 3 if at == AT else 0)
    assert retention.run(AT) == 3
    assert "a.broken" in caplog.text


def test_a_name_is_taken_once():
    def rule(at):
        return 0

    retention.register_rule("a.rule", rule)
    retention.register_rule("a.rule", rule)
    with pytest.raises(ValueError):
        retention.register_rule("a.rule", lambda at: 1)
    assert retention.rules() == ("a.rule",)
