"""Real servers for tests: a database of their own, granian on a free port, stopped by pid."""

import os
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import psycopg
import pytest
from psycopg import sql
from psycopg.rows import dict_row

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 120
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
        """Run a management command against this server's database; what it printed. Raises RuntimeError when it fails."""
        return manage(self.environment, *arguments, timeout=timeout)

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


def connect_as_owner(*, required: bool) -> psycopg.Connection[Any]:
    """A connection that may create databases. Without a server skips the test, or fails it when `required`."""
    address = postgres_address()
    try:
        return psycopg.connect(address, autocommit=True, connect_timeout=5)
    except psycopg.OperationalError:
        if required:
            pytest.fail(f"PostgreSQL doesn't answer at {urlsplit(address).hostname}", pytrace=False)
        pytest.skip("no PostgreSQL here")


@dataclass
class Ground:
    """Makes databases of one kind: the first is migrated (and given the demo), further ones are copies of it."""

    folder: Path
    required: bool
    owner: psycopg.Connection[Any] | None = None
    patterns: dict[tuple[str, bool, str], tuple[str, Path]] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)

    def lay(self, *, database: str, demo: bool, environment: Mapping[str, str]) -> tuple[str, Path]:
        """A fresh database of Russian ICU locale or a SQLite file; its address and the folder of its files."""
        # Settings of a storm differ in mail and locks, never in tables; the demo's pictures depend on its settings.
        kind = (database, demo, environment.get("DJANGO_SETTINGS_MODULE", "") if demo else "")
        if kind not in self.patterns:
            address, place = self._empty(database, pattern=None)
            variables = variables_of(address, place, environment if demo else {})
            manage(variables, "migrate", "--verbosity", "0", timeout=300)
            if demo:
                manage(variables, "load_demo", timeout=300)
            self.patterns[kind] = address, place
        address, place = self.patterns[kind]
        fresh, files = self._empty(database, pattern=address)
        shutil.copytree(place, files, dirs_exist_ok=True)
        return fresh, files

    def _empty(self, database: str, *, pattern: str | None) -> tuple[str, Path]:
        place = self.folder / secrets.token_hex(4)
        place.mkdir()
        if database == "sqlite":
            return f"sqlite:///{place / 'site.sqlite3'}", place
        self.owner = self.owner or connect_as_owner(required=self.required)
        name = f"opora_tests_{os.getpid()}_{place.name}"
        source = urlsplit(pattern).path.strip("/") if pattern else "template0"
        create = "CREATE DATABASE {} TEMPLATE {} ENCODING 'UTF8' LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'ru'"
        self.owner.execute(sql.SQL(create).format(sql.Identifier(name), sql.Identifier(source)))
        self.made.append(name)
        return urlsplit(postgres_address())._replace(path=f"/{name}").geturl(), place

    def clear(self) -> None:
        """Drop every database made here."""
        if self.owner is None:
            return
        with self.owner:
            for name in self.made:
                self.owner.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def variables_of(database_url: str, folder: Path, more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a site whose database and files are these."""
    settings = {"DJANGO_SETTINGS_MODULE": "portal.settings.test", "PYTHONPATH": str(ROOT)}
    return {**os.environ, **settings, "DATABASE_URL": database_url, "VAR_DIR": str(folder), **more}


def manage(variables: Mapping[str, str], *arguments: str, timeout: float = 120) -> str:
    """Run a management command with these variables; what it printed. Raises RuntimeError with its words when it fails."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=dict(variables), capture_output=True, text=True, timeout=timeout, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout


def _start(
    *, database_url: str, folder: Path, workers: int, commands: Sequence[str], environment: Mapping[str, str]
) -> Server:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    variables = variables_of(database_url, folder, {"SITE_URL": url, **environment})
    for line in commands:
        manage(variables, *line.split(), timeout=300)
    log = folder / "server.log"
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", str(workers), "--blocking-threads", "8", "--backlog", "1024", "portal.wsgi:application"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=variables, stdout=output, stderr=output, start_new_session=True
        )
    server = Server(url, database_url, variables, log, process)
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
    """A function that starts servers; all of them end with the context, their databases after them."""
    ground = Ground(folder, required)
    with ExitStack() as stack:
        stack.callback(ground.clear)

        def start(
            *,
            database: str = "sqlite",
            workers: int = 2,
            demo: bool = False,
            commands: Sequence[str] = (),
            environment: Mapping[str, str] | None = None,
        ) -> Server:
            more = environment or {}
            address, place = ground.lay(database=database, demo=demo, environment=more)
            server = _start(database_url=address, folder=place, workers=workers, commands=commands, environment=more)
            stack.callback(server.stop)
            return server

        yield start
