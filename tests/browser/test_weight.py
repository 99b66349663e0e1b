"""What an article costs a reader on a slow network, counted by the browser itself."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.visitor import PHONE, Visitor

KILOBYTE = 1024


@dataclass
class Meter:
    """Bytes over the wire, headers included, by kind of resource."""

    session: CDPSession
    kinds: dict[str, str] = field(default_factory=dict)
    bytes_of: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session.send("Network.enable")
        self.session.on(
            "Network.responseReceived", lambda event: self.kinds.update({event["requestId"]: event["type"]})
        )
        self.session.on("Network.loadingFinished", self._count)

    def _count(self, event: dict[str, object]) -> None:
        kind = self.kinds.get(str(event["requestId"]), "Other")
        self.bytes_of[kind] = self.bytes_of.get(kind, 0) + float(str(event["encodedDataLength"]))

    @property
    def total(self) -> float:
        """Everything together, in KB."""
        return sum(self.bytes_of.values()) / KILOBYTE

    def of(self, kind: str) -> float:
        """One kind («Font», «Script», «Image», «Document», «Stylesheet»), in KB."""
        return self.bytes_of.get(kind, 0) / KILOBYTE


@pytest.mark.parametrize("kind", ["news-item", "event-open", "help"])
def test_an_article_is_light(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page], kind: str, record_property: Callable[..., None]
) -> None:
    window = visitor(width=PHONE)
    meter = Meter(window.context.new_cdp_session(window.page))
    open_kind(window, kind).wait_for_load_state("networkidle")
    text = meter.total - meter.of("Image")
    record_property("kilobytes", {name: round(size / KILOBYTE, 1) for name, size in meter.bytes_of.items()})
    assert text <= 130
    assert text - meter.of("Font") <= 60
    assert meter.of("Script") <= 15


def test_the_help_page_is_light_with_its_pictures_too(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page]
) -> None:
    window = visitor(width=PHONE)
    meter = Meter(window.context.new_cdp_session(window.page))
    open_kind(window, "help").wait_for_load_state("networkidle")
    assert meter.total < 130


@pytest.mark.parametrize("kind", ["home", "news-item"])
def test_pictures_are_modern_and_no_wider_than_needed(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page], kind: str
) -> None:
    page = open_kind(visitor(width=PHONE), kind)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    pictures = page.evaluate(
        """() => [...document.images].filter(i => i.complete && i.currentSrc && !i.currentSrc.endsWith(".svg"))
        .map(i => ({src: i.currentSrc, natural: i.naturalWidth, shown: i.clientWidth}))"""
    )
    assert pictures != []
    assert [p["src"] for p in pictures if not p["src"].endswith((".avif", ".webp"))] == []
    assert [p for p in pictures if p["natural"] > max(3 * p["shown"], 480)] == []
