"""Production starts only when it is told everything, and says by name what it misses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENOUGH = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "kX3v9QmZr7Lw2TtBn8Yp4Hs6Jd1Gf5Cx0RaEuIoMqWzVbNhKlP",
    "DATABASE_URL": "sqlite:////nonexistent/opora.sqlite3",
    "ALLOWED_HOSTS": "opora.example",
    "SITE_URL": "https://opora.example",
    "EMAIL_URL": "smtp+tls://user:password@mail.example:587",
    "DEFAULT_FROM_EMAIL": "Опора <opora@opora.example>",
    "CACHE_URL": "redis://127.0.0.1:6379/9",
}


def start(root: Path, *arguments: str, **changes: str | None) -> subprocess.CompletedProcess[str]:
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    variables = {**keep, **ENOUGH, **changes}
    environment = {name: value for name, value in variables.items() if value is not None}
    command = [
        sys.executable,
        "-W",
        "error::DeprecationWarning:portal",
        "manage.py",
        *(arguments or ("check", "--deploy")),
    ]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.deep
def test_complete_production_settings_pass_the_deployment_check(project_root: Path):
    done = start(project_root, "check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, done.stderr) == (0, "System check identified no issues (0 silenced).\n") or (
        done.returncode == 0 and "no issues" in done.stdout
    ), done.stderr


@pytest.mark.parametrize(
    "name", ["SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL", "DEFAULT_FROM_EMAIL"]
)
def test_a_missing_variable_is_named(project_root: Path, name: str):
    done = start(project_root, **{name: None})
    assert done.returncode != 0
    assert f"Set these variables (docs/operations.md): {name}." in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "development-only-key-never-used-in-production"),
        ("SECRET_KEY", "a" * 60),
        ("SITE_URL", "http://opora.example"),
        ("ALLOWED_HOSTS", "*"),
    ],
)
def test_a_weak_value_is_refused_by_name_and_not_shown(project_root: Path, name: str, value: str):
    done = start(project_root, **{name: value})
    last = done.stderr.strip().splitlines()[-1]
    assert done.returncode != 0
    assert name in last
    assert value == "*" or value not in last


@pytest.mark.deep
def test_development_needs_no_variable(project_root: Path):
    nothing = dict.fromkeys(ENOUGH)
    done = start(project_root, "check", **nothing)
    assert done.returncode == 0, done.stderr
