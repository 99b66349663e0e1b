"""The ground storms stand on: two workers answer, the database is the one named, and nothing is left behind."""

import httpx
import psycopg
import pytest

from tests.serving import Server, postgres_address

pytestmark = pytest.mark.storm


@pytest.mark.parametrize("database", ["postgres", "sqlite"])
def test_a_server_stands_on_its_own_database(request: pytest.FixtureRequest, database: str):
    server: Server = request.getfixturevalue(f"{database}_server")
    assert httpx.get(f"{server.url}/readyz").json()["probes"]["database"] == "ok"
    assert server.query("SELECT count(*) AS pages FROM wagtailcore_page WHERE depth = %s", [1]) == [{"pages": 1}]


def test_a_stopped_server_is_gone(serve):
    server = serve(database="postgres", workers=2)
    server.stop()
    assert server.process.poll() is not None
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.url}/healthz")


def test_a_command_beside_it_ends_with_the_context(sqlite_server: Server):
    with sqlite_server.running("worker", "--queue-delay", "1") as worker:
        assert worker.poll() is None
    assert worker.returncode is not None


def test_databases_of_servers_have_russian_order(postgres_server: Server):
    rows = postgres_server.query(
        "SELECT datlocprovider AS provider FROM pg_database WHERE datname = current_database()"
    )
    assert rows == [{"provider": "i"}]
    with psycopg.connect(postgres_address()) as connection:
        assert connection.execute("SELECT 'Ёлкин' < 'Жуков' COLLATE \"ru-x-icu\"").fetchone() == (True,)
