"""Nothing that names a person reaches the log."""

import logging

import pytest

from portal.core.journal import RedactingFormatter, redact


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Not Found: /registration/manage/3fK-9_x/", "Not Found: /registration/manage/…/"),
        ("Not Found: /en/registration/confirm/abc", "Not Found: /en/registration/confirm/…"),
        ("/check/ККЦМ-2026-000123/ viewed", "/check/…/ viewed"),
        ("GET /search/?q=Иванова", "GET /search/?…"),
        ("refused: anna.petrova+1@mail.example", "refused: …@…"),
        ("call +7 (3852) 55-12-88 now", "call … now"),
        ("call 8-913-000-11-22", "call …"),
        ("registration 4f0e2c5e-0000-4000-8000-1234567890ab placed", None),
        ("worker delivered 12 letters at 2026-11-21 14:05:33", None),
    ],
)
def test_personal_data_is_masked_and_the_rest_stays(line: str, written: str | None):
    assert redact(line) == (line if written is None else written)


def test_a_traceback_is_masked_too():
    with pytest.raises(ValueError) as caught:
        int("anna@mail.example")
    error = (ValueError, caught.value, caught.tb)
    record = logging.LogRecord("events", logging.ERROR, __file__, 1, "failed for %s", ("anna@mail.example",), error)
    text = RedactingFormatter("{message}", style="{").format(record)
    assert "anna@" not in text
    assert text.startswith("failed for …@…")
    assert "ValueError" in text
