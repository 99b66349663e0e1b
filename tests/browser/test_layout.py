"""Every kind of page fits a narrow window, keeps still while it loads, and prints as a text."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import KINDS
from tests.browser.visitor import NARROW, PHONE, Visitor

WIDER_THAN_WINDOW = """() => {
  const limit = document.documentElement.clientWidth;
  const clipped = element => {
    for (let e = element.parentElement; e; e = e.parentElement)
      if (e !== document.body && ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX)) return true;
    return false;
  };
  if (document.scrollingElement.scrollWidth <= limit) return [];
  return [...document.body.querySelectorAll("*")]
    .filter(e => e.getBoundingClientRect().right > limit + 1 && !clipped(e))
    .map(e => `${e.tagName.toLowerCase()}.${e.className} ends at ${Math.round(e.getBoundingClientRect().right)}`)
    .concat(`page is ${document.scrollingElement.scrollWidth} wide`);
}"""
SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(sum), 300);
})"""
MOVING = """() => document.getAnimations().length + [...document.querySelectorAll("*")].filter(e => {
  const style = getComputedStyle(e);
  return [style.transitionDuration, style.animationDuration].some(all =>
    all.split(",").some(one => parseFloat(one) * (one.trim().endsWith("ms") ? 1 : 1000) > 1));
}).length"""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways_at_320_pixels_or_400_percent(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page], kind: str
) -> None:
    page = open_kind(visitor(width=NARROW), kind)
    assert page.evaluate(WIDER_THAN_WINDOW) == []


@pytest.mark.parametrize("kind", ["home", "news-item", "event-open", "form", "help"])
@pytest.mark.parametrize("width", [PHONE, 768, 1366])
def test_nothing_moves_while_the_page_loads(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page], kind: str, width: int
) -> None:
    page = open_kind(visitor(width=width), kind)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(SHIFT) == 0


@pytest.mark.parametrize("kind", ["home", "news-item", "event-open", "form"])
def test_nothing_is_animated_for_those_who_asked_for_stillness(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page], kind: str
) -> None:
    page = open_kind(visitor(motion="reduce"), kind)
    assert page.evaluate(MOVING) == 0


@pytest.mark.parametrize("kind", ["news-item", "event-open", "standard"])
def test_print_keeps_the_text_and_drops_the_rest(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page], kind: str
) -> None:
    page = open_kind(visitor(scheme="dark"), kind)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    for dropped in ("nav", ".main-nav", ".site-footer__menu", ".search-form", "button"):
        assert [part for part in page.locator(dropped).all() if part.is_visible()] == [], dropped
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
    ink = page.evaluate("getComputedStyle(document.querySelector('main')).color")
    assert max(int(part) for part in ink.removeprefix("rgb(").rstrip(")").split(",")) < 90


def test_print_writes_out_where_a_link_leads(visitor: Callable[..., Visitor], open_kind: Callable[..., Page]) -> None:
    page = open_kind(visitor(), "news-item")
    page.emulate_media(media="print")
    page.evaluate(
        "document.querySelector('.prose').insertAdjacentHTML('beforeend', '<p><a id=far href=\"https://example.org/a\">a</a></p>')"
    )
    written = page.evaluate("getComputedStyle(document.querySelector('#far'), '::after').content")
    assert "https://example.org/a" in written or "attr(href)" in written
