"""A Django project behind granian, this one or another: its own folder, database and settings."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.serving import free_port


@dataclass(frozen=True)
class LiveSite:
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

    @contextmanager
    def served(self, *, workers: int = 2) -> Iterator[int]:
        """Serve the site by granian with so many worker processes; the port."""
        port = free_port()
        command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
        command += ["--workers", str(workers), "--no-ws", "--log-level", "error", self.wsgi]
        with subprocess.Popen(command, cwd=self.folder, env=self.environment) as server:
            try:
                wait_until_listening(port, server)
                yield port
            finally:
                server.terminate()
                server.wait(timeout=20)


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
