"""Giving numbers: in order, each once, without gaps."""

from __future__ import annotations

from django.db import connection

from portal.documents.models import NumberCounter, NumberSeries
from portal.documents.numbers import format_number


def lock(*, series: str, year: int) -> NumberCounter:
    """Lock the counter of a series until the transaction ends; raises RuntimeError outside of one.

    A number given in a transaction that is rolled back was never given: so there are no gaps.
    Raises NumberSeries.DoesNotExist for an unknown series.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a number is given only inside the transaction that uses it")
    found = NumberSeries.objects.get(code=series)
    NumberCounter.objects.get_or_create(series=found, year=year)
    return NumberCounter.objects.select_for_update(of=("self",)).select_related("series").get(series=found, year=year)


def take(counter: NumberCounter) -> str:
    """Give the next number of a locked counter."""
    counter.last += 1
    counter.save(update_fields=["last"])
    return format_number(prefix=counter.series.prefix, year=counter.year, serial=counter.last)


def next_number(*, series: str, year: int) -> str:
    """Give the next number: «ККЦМ-2026-000123»; see `lock` for what it raises."""
    return take(lock(series=series, year=year))
