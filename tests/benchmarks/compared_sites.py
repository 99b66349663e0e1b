"""The two sites that are compared: this portal with its demo content, and what `wagtail start` makes."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.live_site import LiveSite
from tests.serving import ROOT


def portal(folder: Path, database: str) -> LiveSite:
    """This portal on production settings with demo content; its files lie in `folder`."""
    folder.mkdir()
    site = LiveSite(
        folder=ROOT,
        wsgi="portal.wsgi:application",
        environment={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
            "PYTHONPATH": str(ROOT),
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


def bare_wagtail(folder: Path, database: str) -> LiveSite:
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
    site = LiveSite(
        folder=folder,
        wsgi="bare.wsgi:application",
        environment={**os.environ, "DJANGO_SETTINGS_MODULE": "bare.settings.production", "PYTHONPATH": str(folder)},
    )
    site.manage("migrate", "--verbosity", "0")
    site.manage("collectstatic", "--noinput", "--verbosity", "0")
    return site
