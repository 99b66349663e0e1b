"""Where the project lies and how its variables are read; every other settings module starts here."""

from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parents[2]
env = environ.Env()
# Where everything that isn't code lies: the SQLite file, collected static files, media.
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))
