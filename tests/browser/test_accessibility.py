"""axe-core finds nothing on any kind of page, on a phone and a laptop, in light and dark."""

from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.browser.kinds import KINDS
from tests.browser.visitor import LAPTOP, PHONE, Visitor

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
    rule => `${rule.id}: ` + rule.nodes.map(node => node.target.join(" ") + " — " + node.failureSummary).join("; "))"""


def violations(page: Page) -> list[str]:
    """What axe objects to on the page as it stands."""
    found: list[str] = page.evaluate(RUN)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visitor: Callable[..., Visitor], open_kind: Callable[..., Page], kind: str) -> None:
    page = open_kind(visitor(width=PHONE, motion="reduce"), kind)  # colours turn at once
    page.evaluate(AXE)
    found: dict[str, list[str]] = {}
    for width in (PHONE, LAPTOP):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found[f"{width} {scheme}"] = violations(page)
    assert {where: what for where, what in found.items() if what} == {}


def test_axe_would_find_something(visitor: Callable[..., Visitor]) -> None:
    page = visitor().open("/")
    page.evaluate(AXE)
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert [rule.partition(":")[0] for rule in violations(page)] == ["image-alt"]
