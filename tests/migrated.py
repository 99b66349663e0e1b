"""A migrated SQLite database kept between runs, because some two hundred migrations take longer than many tests.

The file's name is a fingerprint of every migration and of the versions that run them, so a changed migration makes a
new one. What apps do after migrating (permissions, roles) is done anew in every run, as it depends on code.
"""

import fcntl
import hashlib
import sqlite3
from contextlib import closing
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.backends.sqlite3.creation import DatabaseCreation

KEPT = 3


def fingerprint() -> str:
    """A name for the state all migrations of all installed apps lead to."""
    digest = hashlib.sha256(f"{version('django')} {version('wagtail')}".encode())
    for config in apps.get_app_configs():
        for migration in sorted(Path(config.path).glob("migrations/*.py")):
            digest.update(f"{config.label}/{migration.name}".encode())
            digest.update(migration.read_bytes())
    return digest.hexdigest()[:20]


def copy_instead_of_migrating(folder: Path, *, anew: bool) -> None:
    """On SQLite: let the test database be filled from the file in `folder`, migrating into that file first if need be.

    Processes of one run wait for the one that migrates. Other databases are left to migrate as they do.
    """
    if connection.vendor != "sqlite":
        return
    pattern = folder / f"{fingerprint()}.sqlite3"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if anew:
            pattern.unlink(missing_ok=True)
        if not pattern.exists():
            _migrate_into(pattern)
            for old in sorted(folder.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
                old.unlink()
    connection.creation = CopyingCreation(connection, pattern)


def _migrate_into(pattern: Path) -> None:
    """Migrate a database in memory and write it to the file at once, so that a broken run leaves no half."""
    name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = ":memory:"
    try:
        call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
        unfinished = pattern.with_suffix(".unfinished")
        with closing(sqlite3.connect(unfinished)) as file:
            connection.connection.backup(file)
        unfinished.rename(pattern)
    finally:
        connection.close()
        connection.connection = None
        connection.settings_dict["NAME"] = name


class CopyingCreation(DatabaseCreation):
    """Creates the test database by copying a migrated one."""

    def __init__(self, connection: Any, pattern: Path) -> None:
        super().__init__(connection)
        self.pattern = pattern

    def create_test_db(  # type: ignore[override]
        self, verbosity: int = 1, autoclobber: bool = False, serialize: bool = True, keepdb: bool = False
    ) -> str:
        """As Django's, with a copy in place of «migrate»; the signals after it are sent."""
        from django.conf import settings

        name: str = self._get_test_db_name()  # type: ignore[attr-defined]
        self.connection.close()
        settings.DATABASES[self.connection.alias]["NAME"] = name
        self.connection.settings_dict["NAME"] = name
        self.connection.ensure_connection()
        with closing(sqlite3.connect(self.pattern)) as file:
            file.backup(self.connection.connection)
        emit_post_migrate_signal(verbosity=0, interactive=False, db=self.connection.alias)
        if serialize:
            self.connection._test_serialized_contents = self.serialize_db_to_string()  # type: ignore[attr-defined]
        return name
