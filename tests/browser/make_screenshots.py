"""Pictures for README and the guides: `uv run pytest tests/browser/make_screenshots.py` writes docs/screenshots/*.png.

Not a test by name, so no run collects it by itself. Each picture is at most LIMIT bytes.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.browser import admin_screens
from tests.browser.visitor import Visitor

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
LIMIT = 150_000  # bytes
PUBLIC = {"home": "/", "event-page": "/events/", "news-list": "/news/"}
ROLES = ("methodist", "editor", "administrator")
SHOWN = {
    "home-methodist",
    "home-editor",
    "events",
    "event-new",
    "event",
    "cohort-edit",
    "registrations",
    "registration",
    "letters",
}


def keep(page: Page, name: str, folder: Path = FOLDER) -> int:
    """Write what the window shows as docs/screenshots/<name>.png with as many colours as fit; return its size."""
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    for colours in (256, 128, 64, 32, 16):
        content = BytesIO()
        picture.quantize(colours).save(content, "PNG", optimize=True)
        if content.tell() <= LIMIT:
            break
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.png").write_bytes(content.getvalue())
    return content.tell()


def make(open_page: Callable[[], Page]) -> dict[str, int]:
    """Make every picture; `open_page` opens a fresh window on the demo site. Return the sizes by name."""
    sizes = {}
    page = open_page()
    for name, path in PUBLIC.items():
        page.goto(path)
        page.wait_for_load_state("networkidle")
        sizes[name] = keep(page, name)
    for role in ROLES:
        page = open_page()
        admin_screens.sign_in(page, role)
        for name in admin_screens.walk(page, role):
            if name in SHOWN:
                sizes[name] = keep(page, name)
    page = open_page()
    admin_screens.sign_in(page, "editor")
    page.click("text=Написать новость")
    page.wait_for_load_state("networkidle")
    page.wait_for_selector("[name=title]")
    page.wait_for_timeout(500)
    sizes["news-editor"] = keep(page, "news-editor")
    return sizes


def test_make_screenshots(visitor: Callable[..., Visitor]) -> None:
    sizes = make(lambda: visitor(width=1366).page)
    assert all(size <= LIMIT for size in sizes.values()), sizes
