"""By keyboard alone: where focus goes first, that it is seen, that every control is reached."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.visitor import PHONE, Visitor

FOCUSED = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  return {text: (element.textContent || element.name || "").trim(), tag: element.tagName, href: element.getAttribute("href"),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none",
    seen: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth};
}"""


def tab_through(page: Page, *, presses: int) -> list[dict[str, object]]:
    """What each press of Tab reaches."""
    reached = []
    for _press in range(presses):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    return reached


@pytest.mark.parametrize("width", [PHONE, 1366])
def test_the_low_vision_version_comes_first_then_the_way_past_the_header(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page], width: int
) -> None:
    page = open_kind(visitor(width=width), "news-item")
    first, second = tab_through(page, presses=2)
    assert first["text"] == "Версия для слабовидящих"
    assert second["href"] == "#main"
    assert second["seen"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_quick_exit_comes_first_on_a_sensitive_page(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page]
) -> None:
    page = open_kind(visitor(width=PHONE), "help")
    assert tab_through(page, presses=1)[0]["text"] == "Быстро покинуть сайт"


@pytest.mark.parametrize("kind", ["home", "event-open", "form", "login", "event-index"])
def test_focus_is_always_seen(visitor: Callable[..., Visitor], open_kind: Callable[..., Page], kind: str) -> None:
    page = open_kind(visitor(), kind)
    reached = [place for place in tab_through(page, presses=30) if place["tag"] not in {"BODY", "HTML"}]
    assert len(reached) >= 10
    assert [place for place in reached if not (place["ring"] and place["seen"])] == []


def test_the_menu_of_a_phone_opens_by_keyboard(visitor: Callable[..., Visitor]) -> None:
    page = visitor(width=PHONE).open("/")
    menu = page.get_by_role("navigation", name="Основное меню")
    assert not menu.is_visible()
    page.locator("summary", has_text="Меню").focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
