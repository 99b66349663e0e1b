"""Write or check the exact versions of everything the project installs, transitive packages included.

    uv run python deploy/pin.py            resolve anew and write all three places
    uv run python deploy/pin.py --check    fail if they disagree with each other or with what resolves (CI)

Three places hold one list: `[tool.uv] constraint-dependencies` of pyproject.toml (what `uv run` obeys),
deploy/constraints.txt (the same for pip) and deploy/requirements.txt (what production installs, with hashes).
uv.lock itself stays out of the tree because it holds the addresses of a registry.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = ROOT / "pyproject.toml"
CONSTRAINTS = ROOT / "deploy" / "constraints.txt"
REQUIREMENTS = ROOT / "deploy" / "requirements.txt"
NOTE = "# Written by «uv run python deploy/pin.py»; don't edit.\n"
PINS = re.compile(r"(?ms)^constraint-dependencies = \[\n.*?^\]\n")
EXPORT = ("--quiet", "--no-header", "--no-annotate", "--no-emit-project", "--format", "requirements.txt")


def resolve(manifest: str) -> tuple[list[str], str]:
    """Resolve `manifest` (the text of a pyproject.toml) for every Python and platform it allows.

    Returns the pins, one «name==version ; marker» each, and the text of a requirements file with hashes for production.
    Raises CalledProcessError when nothing satisfies the manifest.
    """
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "pyproject.toml").write_text(manifest)
        for name in ("README.md", "LICENSE"):
            (Path(folder) / name).write_bytes((ROOT / name).read_bytes())

        def uv(*arguments: str) -> str:
            command = ("uv", *arguments, "--project", folder)
            return subprocess.run(command, check=True, capture_output=True, text=True).stdout

        uv("lock", "--quiet")
        pins = uv("export", "--frozen", "--all-extras", "--no-hashes", *EXPORT).splitlines()
        return pins, uv("export", "--frozen", "--all-extras", "--no-extra", "dev", "--no-dev", *EXPORT)


def with_pins(manifest: str, pins: Sequence[str]) -> str:
    """The manifest with its list of pins replaced by `pins`; an empty list leaves the resolver free."""
    rows = "".join(f'  "{pin}",\n' for pin in pins)
    block = f"constraint-dependencies = [\n{rows}]\n"
    if not PINS.search(manifest):
        return f"{manifest.rstrip()}\n\n[tool.uv]\n{block}"
    return PINS.sub(lambda _match: block, manifest)


def without_hashes(requirements: str) -> list[str]:
    """The «name==version ; marker» lines of a requirements file."""
    lines = (line.split("\\")[0].strip() for line in requirements.splitlines())
    return [line for line in lines if line and not line.startswith(("#", "--hash"))]


def write() -> int:
    """Resolve without the old pins and write all three places."""
    manifest = PYPROJECT.read_text()
    pins, requirements = resolve(with_pins(manifest, []))
    PYPROJECT.write_text(with_pins(manifest, pins))
    CONSTRAINTS.write_text(NOTE + "".join(f"{pin}\n" for pin in pins))
    REQUIREMENTS.write_text(NOTE + requirements)
    sys.stdout.write(f"{len(pins)} packages pinned.\n")
    return 0


def check() -> int:
    """0 if the three places agree and the pins are exactly what resolves under them; else 1, saying where they part.

    Hashes aren't compared with the registry's: a wheel added to an old version later would fail every build.
    """
    manifest = PYPROJECT.read_text()
    pins, requirements = resolve(manifest)
    stored = REQUIREMENTS.read_text()
    complaints = []
    if with_pins(manifest, pins) != manifest:
        complaints.append("pyproject.toml doesn't pin what resolves")
    if without_hashes(CONSTRAINTS.read_text()) != pins:
        complaints.append("deploy/constraints.txt differs from pyproject.toml")
    if without_hashes(stored) != without_hashes(requirements):
        complaints.append("deploy/requirements.txt differs from pyproject.toml")
    if stored.count("--hash=sha256:") < len(without_hashes(stored)):
        complaints.append("deploy/requirements.txt has a package without a hash")
    for complaint in complaints:
        sys.stderr.write(f"pins: {complaint}; run «uv run python deploy/pin.py»\n")
    return 1 if complaints else 0


def main() -> int:
    """Parse the command line and write or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if the lists disagree")
    return check() if parser.parse_args().check else write()


if __name__ == "__main__":
    raise SystemExit(main())
