"""One demo site and one Chromium for the whole run; a fresh window for each test."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.visitor import Visitor
from tests.live_site import REPOSITORY, LiveSite

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
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> LiveSite:
    """The portal with the demo content: its own SQLite file, media and collected static files."""
    folder = tmp_path_factory.mktemp("demo")
    site = LiveSite(
        folder=REPOSITORY,
        wsgi="portal.wsgi:application",
        environment={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
            "DATABASE_URL": f"sqlite:///{folder}/opora.sqlite3",
            "VAR_DIR": str(folder),
            "PYTHONPATH": str(REPOSITORY),
        },
    )
    site.manage("migrate", "--verbosity", "0")
    site.manage("load_demo")
    site.manage("collectstatic", "--noinput", "--verbosity", "0")
    return site


@pytest.fixture(scope="session")
def site(demo: LiveSite) -> Iterator[str]:
    """The address of the served demo site; a worker delivers its letters."""
    with demo.running("worker", "--queue-delay", "0.3"), demo.served(workers=1) as port:
        yield f"http://127.0.0.1:{port}"


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
