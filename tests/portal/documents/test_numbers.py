"""Numbers: how they are written, compared and given."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, connections, transaction

from portal.documents import numbering
from portal.documents.models import NumberCounter, NumberSeries
from portal.documents.numbers import format_number, number_key


class RollbackError(Exception):
    """Undoes a transaction."""


def test_a_number_names_series_year_and_serial() -> None:
    assert format_number(prefix="ККЦМ", year=2026, serial=123) == "ККЦМ-2026-000123"


@pytest.mark.parametrize(
    "typed",
    [
        "ККЦМ-2026-000123",
        "ккцм-2026-000123",
        "№ ККЦМ–2026—000123",
        " KКЦM-2026-000123 ",
        "ККЦМ‑2026‑000123",
        "NoККЦМ-2026-000123",
    ],
)
def test_a_number_is_understood_as_people_type_it(typed: str) -> None:
    assert number_key(typed) == "ККЦМ-2026-000123"


@pytest.mark.parametrize("typed", ["", "\x00", "<script>", "'; DROP", "9" * 500])
def test_nonsense_is_only_an_unknown_number(typed: str) -> None:
    assert len(number_key(typed)) <= 40


@pytest.mark.django_db
def test_numbers_follow_one_another_in_their_series_and_year() -> None:
    given = [
        numbering.next_number(series=series, year=year)
        for series, year in (("certificate", 2026), ("certificate", 2026), ("statement", 2026), ("certificate", 2027))
    ]
    assert given == ["ККЦМ-2026-000001", "ККЦМ-2026-000002", "ККЦМ-С-2026-000001", "ККЦМ-2027-000001"]


@pytest.mark.django_db
def test_an_unknown_series_gives_nothing() -> None:
    with pytest.raises(NumberSeries.DoesNotExist):
        numbering.next_number(series="no_such", year=2026)


@pytest.mark.django_db
def test_a_rolled_back_number_leaves_no_gap() -> None:
    with pytest.raises(RollbackError):
        _take_and_fail()
    assert numbering.next_number(series="certificate", year=2026) == "ККЦМ-2026-000001"


@transaction.atomic
def _take_and_fail() -> None:
    numbering.next_number(series="certificate", year=2026)
    raise RollbackError


@pytest.mark.django_db(transaction=True)
def test_a_number_is_not_given_outside_a_transaction() -> None:
    with pytest.raises(RuntimeError):
        numbering.next_number(series="certificate", year=2026)


@pytest.mark.django_db(transaction=True)
def test_many_hands_get_many_numbers_without_gap_or_double() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the tests' SQLite lives in memory and has one writer; PostgreSQL runs this")
    given: list[str] = []

    def take_some() -> None:
        for _ in range(10):
            with transaction.atomic():
                given.append(numbering.next_number(series="certificate", year=2026))
        connections.close_all()

    threads = [threading.Thread(target=take_some) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(given) == [f"ККЦМ-2026-{serial:06d}" for serial in range(1, 81)]
    assert NumberCounter.objects.get().last == 80
