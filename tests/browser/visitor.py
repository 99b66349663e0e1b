"""A reader's window that remembers everything that must never happen in it."""

from types import TracebackType
from typing import Any, Self

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

PHONE, LAPTOP, NARROW = 360, 1366, 320
# What a window of 1280 px shows when its reader zooms to 400 %.
ZOOMED = 1280 // 4


class Visitor:
    """One browser context and its page. `problems` gathers console errors and requests to other hosts.

    `check()` fails if there is any: every test that opens a page proves the policy and the absence of third parties.
    """

    def __init__(
        self,
        browser: Browser,
        site: str,
        *,
        width: int = LAPTOP,
        scheme: str = "light",
        javascript: bool = True,
        motion: str = "no-preference",
    ) -> None:
        self.site = site
        self.problems: list[str] = []
        self.answers: list[Response] = []
        options: dict[str, Any] = {
            "base_url": site,
            "viewport": {"width": width, "height": 780 if width < 600 else 768},
            "color_scheme": scheme,
            "java_script_enabled": javascript,
            "reduced_motion": motion,
            "locale": "ru-RU",
            "timezone_id": "Asia/Barnaul",
        }
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(10_000)
        self.context.on("request", self._on_request)
        self.context.on("response", self._on_response)
        self.page: Page = self.context.new_page()
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.problems.append(f"{self.page.url}: {error}"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.context.close()
        if error is None:
            self.check()

    def open(self, path: str, *, status: int = 200) -> Page:
        """Go to `path`, expect `status`; the page."""
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status == status, f"{path} answers {answer.status}"
        return self.page

    def check(self) -> None:
        """Fail on anything that was noticed."""
        assert self.problems == []

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.site}/", "data:", "blob:", "about:")):
            self.problems.append(f"{self.page.url} asks another host: {request.url}")

    def _on_response(self, response: Response) -> None:
        # A method and not `list.append` itself: Playwright marks its handlers, and a built-in takes no mark.
        self.answers.append(response)

    def _on_console(self, message: ConsoleMessage) -> None:
        # Chromium also reports the answer 404 or 422 of a page that is meant to answer so.
        expected = message.text.startswith("Failed to load resource") and message.location["url"] == self.page.url
        if message.type in {"error", "warning"} and not expected:
            self.problems.append(f"{self.page.url}: {message.text}")
