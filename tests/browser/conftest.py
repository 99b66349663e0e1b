"""One demo site and one Chromium for the whole run; a fresh window for each test."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import kinds
from tests.browser.visitor import Visitor
from tests.conftest import REQUIRED_IN_CI
from tests.serving import ROOT, Server

HERE = Path(__file__).parent
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--force-color-profile=srgb"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Headless Chromium: $CHROMIUM, or the system's. Without one CI fails and a person's run skips."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing = "Chromium isn't installed (apt-get install chromium, or name it in CHROMIUM)."
        if REQUIRED_IN_CI:
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo(serve: Callable[..., Server]) -> Iterator[Server]:
    """The portal with the demo content and hashed static files; a worker delivers its letters."""
    server = serve(
        workers=1,
        demo=True,
        commands=["collectstatic --noinput --verbosity=0"],
        environment={"DJANGO_SETTINGS_MODULE": "tests.browser.settings"},
    )
    command = [sys.executable, "manage.py", "worker", "--queue-delay", "0.3"]
    with subprocess.Popen(command, cwd=ROOT, env=server.environment) as worker:
        yield server
        worker.terminate()


@pytest.fixture(scope="session")
def site(demo: Server) -> str:
    """The address of the demo site."""
    return demo.url


@pytest.fixture
def visitor(chromium: Browser, site: str) -> Iterator[Callable[..., Visitor]]:
    """Open a window: `visitor(width=360, scheme="dark", javascript=False)`; all are closed and checked at the end."""
    opened: list[Visitor] = []

    def open_window(**options: object) -> Visitor:
        opened.append(Visitor(chromium, site, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_window
    for window in opened:
        window.context.close()
    for window in opened:
        window.check()


@pytest.fixture(scope="session")
def addresses(demo: Server) -> dict[str, str]:
    """Paths of one page of each kind."""
    return kinds.find_addresses(demo.manage)


@pytest.fixture(scope="session")
def walked(chromium: Browser, site: str, addresses: dict[str, str]) -> dict[str, str]:
    """Paths of the steps of one registration."""
    with Visitor(chromium, site) as window:
        return kinds.walk_registration(window, addresses["form"])


@pytest.fixture
def open_kind(addresses: dict[str, str], walked: dict[str, str]) -> Callable[[Visitor, str], Page]:
    """Show a page of a kind in a window: `open_kind(visitor(), "news-item")`."""

    def show(window: Visitor, kind: str) -> Page:
        return kinds.open_kind(window, kind, addresses, walked)

    return show
