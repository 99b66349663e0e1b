"""The two sites that are compared: this portal with its demo content, and what `wagtail start` makes."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
WORKERS = 2


@dataclass(frozen=True)
class Site:
    """A Django project ready to be served: its folder, WSGI module and environment."""

    folder: Path
    wsgi: str
    environment: dict[str, str]

    def run(self, *arguments: str) -> str:
        """Run Python with `arguments` in the project; its output. Raises with what it said when it fails."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
        return done.stdout

    def manage(self, *arguments: str) -> str:
        """Run a management command."""
        return self.run("manage.py", *arguments)

    def count_queries(self, paths: Sequence[str]) -> dict[str, int]:
        """Queries a warm GET of each path costs."""
        answer = self.run(str(Path(__file__).with_name("count_queries.py")), *paths)
        counts: dict[str, int] = json.loads(answer[answer.rindex("{") :])
        return counts

    @contextmanager
    def served(self) -> Iterator[int]:
        """Serve the site by granian with two workers; the port."""
        port = free_port()
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
        command += ["--workers", str(WORKERS), "--no-ws", "--log-level", "error", self.wsgi]
        with subprocess.Popen(command, cwd=self.folder, env=self.environment) as server:
            try:
                wait_until_listening(port, server)
                yield port
            finally:
                server.terminate()
                server.wait(timeout=20)


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_listening(port: int, server: subprocess.Popen[bytes], *, seconds: float = 30) -> None:
    """Return once the port accepts connections. Raises RuntimeError when the server ends or takes too long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError("the server ended before it began to listen")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"nothing listens on port {port}")


def portal(folder: Path, database: str) -> Site:
    """This portal on production settings with demo content; its files lie in `folder`."""
    folder.mkdir()
    site = Site(
        folder=REPOSITORY,
        wsgi="portal.wsgi:application",
        environment={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "portal.settings.production",
            "SECRET_KEY": secrets.token_urlsafe(60),
            "DATABASE_URL": database,
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "SITE_URL": "https://localhost",
            "SECURE_SSL_REDIRECT": "false",
            "EMAIL_URL": "dummymail://",
            "DEFAULT_FROM_EMAIL": "opora@localhost",
            "VAR_DIR": str(folder),
        },
    )
    site.manage("migrate", "--verbosity", "0")
    site.manage("load_demo")
    site.manage("collectstatic", "--noinput", "--verbosity", "0")
    return site


def bare_wagtail(folder: Path, database: str) -> Site:
    """What `wagtail start` makes, on its own production settings and the same kind of database."""
    folder.mkdir()
    started = subprocess.run(
        [str(Path(sys.executable).with_name("wagtail")), "start", "bare", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if started.returncode:
        raise RuntimeError(started.stderr)
    (folder / "bare" / "settings" / "local.py").write_text(
        "import environ\n"
        f"SECRET_KEY = {secrets.token_urlsafe(60)!r}\n"
        "ALLOWED_HOSTS = ['127.0.0.1', 'localhost']\n"
        f"DATABASES = {{'default': environ.Env.db_url_config({database!r})}}\n"
        "DATABASES['default'].setdefault('CONN_MAX_AGE', 60)\n",
        encoding="utf-8",
    )
    site = Site(
        folder=folder,
        wsgi="bare.wsgi:application",
        environment={**os.environ, "DJANGO_SETTINGS_MODULE": "bare.settings.production", "PYTHONPATH": str(folder)},
    )
    site.manage("migrate", "--verbosity", "0")
    site.manage("collectstatic", "--noinput", "--verbosity", "0")
    return site
