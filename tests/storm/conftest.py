"""Servers of two workers for storms: on PostgreSQL and on a SQLite file."""

from collections.abc import Callable

import pytest

from tests.serving import Server


@pytest.fixture(scope="session")
def postgres_server(serve: Callable[..., Server]) -> Server:
    """An empty migrated site on PostgreSQL."""
    return serve(database="postgres", workers=2)


@pytest.fixture(scope="session")
def sqlite_server(serve: Callable[..., Server]) -> Server:
    """An empty migrated site on a SQLite file."""
    return serve(database="sqlite", workers=2)
