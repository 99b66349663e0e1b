"""Journeys of the people the portal is for, walked as they would walk them."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.registering import Person, confirm_by_letter, fill_details, give_consent, latest_letter
from tests.browser.visitor import PHONE, Visitor


def test_j1_help_is_within_one_screen_and_one_tap(visitor: Callable[..., Visitor]) -> None:
    """A mother, at night, 360 px: whom to call, is it free, where is the nearest service."""
    page = visitor(width=PHONE, scheme="dark").open("/")
    call = page.locator("a[href^='tel:']").first
    expect(call).to_be_in_viewport()
    box = call.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    help_link = page.get_by_role("link", name=re.compile("помощь", re.IGNORECASE)).first
    expect(help_link).to_be_in_viewport()
    help_link.click()
    expect(page.get_by_role("link", name="Быстро покинуть сайт")).to_be_in_viewport()
    assert page.locator("main a[href^='tel:']").count() >= 1
    assert page.locator("main").get_by_text("бесплатно").count() >= 1
    assert page.locator("main").get_by_text(re.compile("ул\\.|улица|просп")).count() >= 1
    assert page.locator("main input:not([type=search])").count() == 0


@pytest.mark.parametrize("keys", [["Escape", "Escape"], ["Shift", "Shift", "Shift"], None])
def test_j1_quick_exit_leaves_at_once(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page], keys: list[str] | None
) -> None:
    window = visitor(width=PHONE)
    window.open("/")
    page = open_kind(window, "help")
    sensitive = page.url
    away = page.get_by_role("link", name="Быстро покинуть сайт")
    address = away.get_attribute("href") or ""
    assert "noreferrer" in (away.get_attribute("rel") or "")
    window.context.route(
        f"{address}**", lambda route: route.fulfill(body="<title>Погода</title>", content_type="text/html")
    )
    if keys:
        for key in keys:
            page.keyboard.press(key)
    else:
        away.click()
    page.wait_for_url(f"{address}**")
    page.go_back()
    assert page.url != sensitive
    window.problems.clear()  # the other host was the purpose


def test_j1_quick_exit_is_a_plain_link_without_scripts(
    visitor: Callable[..., Visitor], open_kind: Callable[..., Page]
) -> None:
    page = open_kind(visitor(width=PHONE, javascript=False), "help")
    away = page.get_by_role("link", name="Быстро покинуть сайт")
    expect(away).to_be_visible()
    assert (away.get_attribute("href") or "").startswith("https://")


@pytest.mark.parametrize("javascript", [False, True], ids=["without scripts", "with scripts"])
def test_j2_a_specialist_gets_a_place_on_a_phone(
    visitor: Callable[..., Visitor], addresses: dict[str, str], javascript: bool
) -> None:
    """A specialist of a village centre, between two visits: a place, no account, knows what comes next."""
    person = Person()
    window = visitor(width=PHONE, javascript=javascript)
    started = time.monotonic()
    page = window.open("/events/")
    page.goto(addresses["event-open"])
    expect(page.get_by_text(re.compile("Свободно|свободн"))).to_be_visible()
    page.get_by_role("link", name=re.compile("Записаться")).first.click()
    assert page.locator("form[method=post] :is(input:not([type=hidden]), select, textarea)").count() <= 10
    fill_details(page, person)
    give_consent(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(re.compile("Не пришло письмо", re.IGNORECASE)).first).to_be_visible()
    letter = latest_letter(window.context, person.email)
    confirm_by_letter(page, letter)
    expect(page.get_by_text(re.compile("Место за вами|Вы записаны|записаны", re.IGNORECASE)).first).to_be_visible()
    assert time.monotonic() - started < 60
    confirmed = latest_letter(window.context, person.email, after=letter.number)
    assert any(name.endswith(".ics") for name in confirmed.files)
    page.goto(confirmed.link("manage"))
    page.get_by_role("button", name=re.compile("Отменить|Отказаться")).click()
    if page.get_by_role("button", name=re.compile("Да, отменить|Отменить запись")).count():
        page.get_by_role("button", name=re.compile("Да, отменить|Отменить запись")).first.click()
    expect(page.get_by_text(re.compile("отменена", re.IGNORECASE)).first).to_be_visible()
