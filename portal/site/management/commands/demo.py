"""`manage.py demo`: migrates, loads the demo content, prints accounts and addresses, serves with a letters worker beside."""

import signal
import subprocess
import sys
import threading
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

HOST = "127.0.0.1"


class Command(BaseCommand):
    """The whole portal with demo content on this machine, nothing to set up."""

    help = "Run the portal with demo content on 127.0.0.1 (development only)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options of the README."""
        parser.add_argument("--no-serve", action="store_true", help="prepare everything, do not serve")
        parser.add_argument("--port", type=int, default=8000, help="port to serve on (8000)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare and serve until interrupted. Raises CommandError outside development."""
        if not settings.DEMO_ALLOWED:
            raise CommandError("The demo has known passwords, so it is refused on these settings.")
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_demo", stdout=self.stdout)
        self._print_addresses(options["port"])
        if not options["no_serve"]:
            self._serve(options["port"])

    def _print_addresses(self, port: int) -> None:
        from portal.site.demo.content.centre import ACCOUNTS

        site = f"http://{HOST}:{port}"
        rows = [
            ("Сайт", f"{site}/"),
            ("По-английски", f"{site}/en/"),
            ("Админка", f"{site}/admin/"),
            ("Письма", f"{site}/dev/letters/"),
        ]
        self.stdout.write("")
        for name, address in rows:
            self.stdout.write(f"  {name:<14}{address}")
        self.stdout.write("\n  Учётные записи, только для этой машины:")
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.title:<18}{account.email:<26}{account.password}")
        self.stdout.write("")

    def _serve(self, port: int) -> None:
        """Serve in the foreground; the worker lives exactly as long as the server does."""
        from portal.site.demo.gallery import warm_the_rest

        # Without this a plain kill would skip «finally» and leave the worker behind.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        worker = subprocess.Popen([sys.executable, sys.argv[0], "worker"])  # noqa: S603
        threading.Thread(target=warm_the_rest, daemon=True).start()
        try:
            call_command("runserver", f"{HOST}:{port}", use_reloader=False)
        finally:
            worker.terminate()
            worker.wait(timeout=10)
