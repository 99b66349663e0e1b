"""Real servers for tests: a database of their own, granian on a free port, stopped by pid."""

import os
import secrets
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import psycopg
import pytest
from psycopg import sql
from psycopg.rows import dict_row

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 40
STOP_SECONDS = 10


def postgres_address() -> str:
    """The address of the PostgreSQL server whose databases tests may create and drop."""
    for name in ("POSTGRES_URL", "DATABASE_URL"):
        if os.environ.get(name, "").startswith("postgres"):
            return os.environ[name]
    return "postgres://postgres@127.0.0.1:5432/postgres"


@dataclass
class Server:
    """A running site: its address, its database, its processes."""

    url: str
    database_url: str
    environment: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes]

    def manage(self, *arguments: str, timeout: float = 120) -> str:
        """Run a management command against this server's database; returns what it printed.

        Raises CalledProcessError when the command fails.
        """
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, timeout=timeout, check=False
        )
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr[-4000:])
        return done.stdout

    def query(self, statement: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The rows of one SQL statement with %s for parameters, on either database; committed when it writes."""
        if self.database_url.startswith("postgres"):
            with psycopg.connect(self.database_url, row_factory=dict_row) as connection:
                cursor = connection.execute(statement.encode(), parameters)
                return cursor.fetchall() if cursor.description else []
        with closing(sqlite3.connect(self.database_url.removeprefix("sqlite:///"), timeout=20)) as file, file:
            file.row_factory = sqlite3.Row
            return [dict(row) for row in file.execute(statement.replace("%s", "?"), parameters)]

    @contextmanager
    def running(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """Run a management command beside the site, such as the worker; ended with the context if it still runs."""
        command = [sys.executable, "manage.py", *arguments]
        with self.log.open("ab") as output:
            process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=output, stderr=output)
        try:
            yield process
        finally:
            end(process)

    def stop(self) -> None:
        """Ask the server and its workers to end; end them by force after ten seconds. Safe to call twice."""
        end(self.process)


def end(process: subprocess.Popen[bytes]) -> None:
    """SIGTERM to a process we started, SIGKILL to it (and its group, if it leads one) ten seconds later."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            if os.getpgid(process.pid) == process.pid:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait(timeout=STOP_SECONDS)


def free_port() -> int:
    """A port nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def postgres_database(*, required: bool) -> Iterator[str]:
    """The address of a fresh PostgreSQL database of Russian ICU locale, dropped afterwards.

    Skips the test when no server answers, or fails it when `required`.
    """
    address = postgres_address()
    try:
        admin = psycopg.connect(address, autocommit=True, connect_timeout=5)
    except psycopg.OperationalError:
        if required:
            pytest.fail(f"PostgreSQL doesn't answer at {urlsplit(address).hostname}", pytrace=False)
        pytest.skip("no PostgreSQL here")
    name = f"opora_storm_{os.getpid()}_{secrets.token_hex(3)}"
    create = (
        "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'ru'"
    )
    with admin:
        admin.execute(sql.SQL(create).format(sql.Identifier(name)))
        try:
            yield urlsplit(address)._replace(path=f"/{name}").geturl()
        finally:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _start(
    *, database_url: str, folder: Path, workers: int, commands: Sequence[str], environment: Mapping[str, str]
) -> Server:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    variables = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
        "DATABASE_URL": database_url,
        "SITE_URL": url,
        "VAR_DIR": str(folder),
        **environment,
    }
    log = folder / "server.log"
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", str(workers), "--blocking-threads", "8", "--backlog", "1024", "portal.wsgi:application"]
    server = Server(url, database_url, variables, log, None)  # type: ignore[arg-type]
    server.manage("migrate", "--verbosity", "0", timeout=300)
    for line in commands:
        server.manage(*line.split(), timeout=300)
    with log.open("wb") as output:
        server.process = subprocess.Popen(
            command, cwd=ROOT, env=variables, stdout=output, stderr=output, start_new_session=True
        )
    _wait(server)
    return server


def _wait(server: Server) -> None:
    """Until the server answers; fails the test with its log when it ends or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.process.poll() is None:
        with suppress(httpx.TransportError):
            if httpx.get(f"{server.url}/healthz", timeout=2).status_code == 200:
                return
        time.sleep(0.1)
    server.stop()
    pytest.fail(f"the server didn't start:\n{server.log.read_text(errors='replace')[-4000:]}", pytrace=False)


@contextmanager
def serving(folder: Path, *, required: bool) -> Iterator[Callable[..., Server]]:
    """A function that starts servers; all of them end with the context, last started first."""
    with ExitStack() as stack:

        def start(
            *,
            database: str = "sqlite",
            workers: int = 2,
            demo: bool = False,
            commands: Sequence[str] = (),
            environment: Mapping[str, str] | None = None,
        ) -> Server:
            place = folder / secrets.token_hex(3)
            place.mkdir()
            if database == "postgres":
                address = stack.enter_context(postgres_database(required=required))
            else:
                address = f"sqlite:///{place / 'site.sqlite3'}"
            server = _start(
                database_url=address,
                folder=place,
                workers=workers,
                commands=[*(["load_demo"] if demo else []), *commands],
                environment=environment or {},
            )
            stack.callback(server.stop)
            return server

        yield start
