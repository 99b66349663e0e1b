"""Promises about the tree itself: what it must not hold, and what must agree with what."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command

# Written apart so that this file doesn't hold what it looks for.
REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("crates", "io"),
    )
]
BINARY = {".woff2", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".ico", ".mo", ".pdf", ".xlsx", ".docx"}


def tracked(root: Path) -> list[Path]:
    names = subprocess.run(["git", "ls-files"], cwd=root, check=True, capture_output=True, text=True).stdout.split("\n")
    return [root / name for name in names if name and (root / name).is_file()]


def test_no_registry_address_stands_in_the_tree(project_root: Path):
    found = [
        f"{path.relative_to(project_root)}: {host}"
        for path in tracked(project_root)
        if path.suffix not in BINARY
        for host in REGISTRY_HOSTS
        if host in path.read_text(errors="replace")
    ]
    assert found == []


def test_lock_files_with_addresses_stay_out(project_root: Path):
    names = {path.name for path in tracked(project_root)}
    assert names & {"uv.lock", "poetry.lock", "Pipfile.lock", ".python-version", ".env"} == set()


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_public_templates_hold_no_inline_script_style_or_handler(project_root: Path):
    forbidden = re.compile(
        r"""<script>|<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>|\sstyle=["']|\son[a-z]+=["']"""
    )
    apart = ("templates/letters/", "templates/pdf/", "templates/wagtailadmin/")
    found = [
        f"{path.relative_to(project_root)}:{number}: {line.strip()[:80]}"
        for path in tracked(project_root)
        if path.suffix == ".html"
        and "/admin/" not in str(path)
        and not str(path.relative_to(project_root)).startswith(apart)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if forbidden.search(line)
    ]
    assert found == []


def test_every_direct_dependency_has_a_line_of_reasons(project_root: Path):
    import tomllib

    project = tomllib.loads((project_root / "pyproject.toml").read_text())["project"]
    named = project["dependencies"] + [name for extra in project["optional-dependencies"].values() for name in extra]
    names = {re.split(r"[\[<>=~! ]", requirement)[0] for requirement in named}
    reasons = (project_root / "docs" / "dependencies.md").read_text()
    assert {name for name in names if f"`{name}`" not in reasons} == set()
