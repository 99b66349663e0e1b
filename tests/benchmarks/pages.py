"""Queries, requests per second and the ratio to a bare Wagtail home page, for each kind of public page.

    uv run python -m tests.benchmarks.pages [--seconds 3] [--rounds 5] [--database postgres://user@host/]

Nothing is cached in front: each request goes through the whole application. Rounds alternate between the sites, so that
whatever else the machine does falls on both; the medians are printed.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.compared_sites import bare_wagtail, portal
from tests.benchmarks.live_site import LiveSite
from tests.benchmarks.load import requests_per_second

# The lines to hold: what an uncached leaf page must reach of the bare home page, and queries of each kind.
LEAF_RATIO = 0.4
MOST_QUERIES = {"home": 20, "news": 15, "news item": 12, "events": 15, "event": 12, "standard page": 12}
LEAVES = ("news item", "event", "standard page")

# Runs inside the portal: the address of one Russian page of each kind, as JSON.
FIND_PAGES = """
import json
from urllib.parse import urlsplit
from wagtail.models import Locale
from events.models import EventIndexPage, EventPage
from portal.site.models import HomePage, StandardPage
from projects.editorial.models import NewsIndexPage, NewsPage
kinds = {"home": HomePage, "news": NewsIndexPage, "news item": NewsPage,
         "events": EventIndexPage, "event": EventPage, "standard page": StandardPage}
pages = {kind: model.objects.live().public().filter(locale__language_code="ru").first() for kind, model in kinds.items()}
print(json.dumps({kind: urlsplit(page.full_url).path for kind, page in pages.items()}))
"""


@dataclass(frozen=True)
class Figures:
    """What was measured of one page."""

    kind: str
    queries: int
    per_second: float
    ratio: float

    @property
    def failures(self) -> list[str]:
        """Which lines it doesn't hold."""
        found = []
        if self.queries > MOST_QUERIES.get(self.kind, self.queries):
            found.append(f"{self.kind}: {self.queries} queries, at most {MOST_QUERIES[self.kind]}")
        if self.kind in LEAVES and self.ratio < LEAF_RATIO:
            found.append(f"{self.kind}: {self.ratio:.2f} of a bare home page, at least {LEAF_RATIO}")
        return found


@contextmanager
def databases(address: str) -> Iterator[tuple[str, str]]:
    """Addresses of two empty databases, for the portal and the bare site: SQLite files, or new ones on a PostgreSQL."""
    names = ("opora_benchmark", "bare_benchmark")
    if not address:
        with tempfile.TemporaryDirectory() as folder:
            yield tuple(f"sqlite:///{folder}/{name}.sqlite3" for name in names)  # type: ignore[misc]
        return
    import psycopg

    server = address.rstrip("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        for name in names:
            connection.execute(f"DROP DATABASE IF EXISTS {name}")
            connection.execute(f"CREATE DATABASE {name}")
        try:
            yield tuple(f"{server}/{name}" for name in names)  # type: ignore[misc]
        finally:
            for name in names:
                connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def count_queries(site: LiveSite, *paths: str) -> dict[str, int]:
    """Queries that a GET of each path costs once menus, settings and renditions are warm."""
    answer = site.run(str(Path(__file__).with_name("count_queries.py")), *paths)
    counts: dict[str, int] = json.loads(answer[answer.rindex("{") :])
    return counts


def measure(bare: LiveSite, ours: LiveSite, *, seconds: float, rounds: int) -> list[Figures]:
    """Figures of the bare home page first, then of each kind of page of the portal."""
    paths: dict[str, str] = json.loads(ours.manage("shell", "--no-imports", "-c", FIND_PAGES).splitlines()[-1])
    queries = count_queries(ours, *paths.values())
    rates: dict[str, list[float]] = {kind: [] for kind in ("bare", *paths)}
    with bare.served() as bare_port, ours.served() as port:
        for path in ("/", *paths.values()):  # every worker loads its templates and caches
            requests_per_second(port=bare_port if path == "/" else port, path=path, seconds=1)
        for _round in range(rounds):
            rates["bare"].append(requests_per_second(port=bare_port, path="/", seconds=seconds))
            for kind, path in paths.items():
                rates[kind].append(requests_per_second(port=port, path=path, seconds=seconds))
    figures = [Figures("bare home page", count_queries(bare, "/")["/"], statistics.median(rates["bare"]), 1)]
    for kind, path in paths.items():
        ratio = statistics.median(own / of_bare for own, of_bare in zip(rates[kind], rates["bare"], strict=True))
        figures.append(Figures(kind, queries[path], statistics.median(rates[kind]), ratio))
    return figures


def main(arguments: list[str]) -> int:
    """Print the table; the number of lines not held."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=3, help="of each measurement")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--database", default="", help="a PostgreSQL server: postgres://user@host (SQLite if not given)"
    )
    options = parser.parse_args(arguments)
    with ExitStack() as stack:
        of_portal, of_bare = stack.enter_context(databases(options.database))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        bare = bare_wagtail(folder / "bare", of_bare)
        ours = portal(folder / "portal", of_portal)
        figures = measure(bare, ours, seconds=options.seconds, rounds=options.rounds)
    sys.stdout.write(f"{'page':<16}{'queries':>9}{'requests/s':>13}{'of bare':>10}\n")
    for row in figures:
        sys.stdout.write(f"{row.kind:<16}{row.queries:>9}{row.per_second:>13.0f}{row.ratio:>10.2f}\n")
    failures = [failure for row in figures for failure in row.failures]
    sys.stdout.write("".join(f"not held: {failure}\n" for failure in failures))
    return len(failures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
