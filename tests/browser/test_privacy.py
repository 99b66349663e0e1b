"""Public pages: no cookie, nothing kept in the browser, our own host only, a policy that nothing breaks."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import FIXED, FOUND, KINDS
from tests.browser.visitor import Visitor

FORMS = {"login", "signup", "login-en", "letters", *(kind for kind in (*FOUND, *FIXED) if kind.startswith("form"))}
PUBLIC = [kind for kind in (*FOUND, *FIXED) if kind not in FORMS]
STRICT = {"default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "object-src": "'none'"}


def policy(value: str) -> dict[str, str]:
    """Directives of a Content-Security-Policy header."""
    return dict(part.strip().split(" ", 1) for part in value.split(";") if " " in part.strip())


@pytest.mark.parametrize("kind", PUBLIC)
def test_public_pages_leave_nothing_in_the_browser(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page], kind: str
) -> None:
    window = visitor()
    page = open_kind(window, kind)
    page.wait_for_load_state("networkidle")
    assert window.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    document = next(answer for answer in window.answers if answer.request.is_navigation_request())
    headers = document.headers
    assert "set-cookie" not in headers
    assert "cookie" not in headers.get("vary", "").lower()


@pytest.mark.parametrize("kind", KINDS)
def test_the_policy_is_strict_and_kept(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page], kind: str
) -> None:
    window = visitor()
    page = open_kind(window, kind)
    page.wait_for_load_state("networkidle")
    documents = [a for a in window.answers if a.request.is_navigation_request() and a.frame == page.main_frame]
    given = policy(documents[-1].headers["content-security-policy"])
    assert {name: given.get(name) for name in STRICT} == STRICT
    assert "unsafe" not in str(given)
    assert documents[-1].headers["x-content-type-options"] == "nosniff"
    assert documents[-1].headers["referrer-policy"] == "same-origin"
    window.check()


def test_a_window_notices_what_must_not_happen(visitor: Callable[..., Visitor]) -> None:
    window = visitor()
    page = window.open("/")
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.1:9/x.png'}))")
    page.wait_for_timeout(200)
    assert "127.0.0.1:9" in " ".join(window.problems)
    window.problems.clear()
    page.evaluate("document.body.setAttribute('onclick', 'alert(1)')")
    page.locator("body").click()
    page.wait_for_timeout(100)
    assert window.problems != []
    window.problems.clear()


def test_forms_are_never_kept_by_a_cache(visitor: Callable[..., Visitor], open_kind: Callable[..., Page]) -> None:
    window = visitor()
    open_kind(window, "form")
    document = next(answer for answer in window.answers if answer.request.is_navigation_request())
    assert "no-store" in document.headers["cache-control"]
    assert "private" in document.headers["cache-control"]
