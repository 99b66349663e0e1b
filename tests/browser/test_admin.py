"""A methodist and an editor at work in the admin, on a laptop; axe and the console have nothing to say."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser import admin_screens
from tests.browser.test_accessibility import AXE, violations
from tests.browser.visitor import Visitor


@pytest.fixture
def staff(visitor: Callable[..., Visitor]) -> Callable[[str], Page]:
    def enter(role: str) -> Page:
        page = visitor(width=1366).page
        page.set_default_timeout(30_000)
        admin_screens.sign_in(page, role)
        return page

    return enter


@pytest.mark.parametrize("role", ["methodist", "editor", "administrator"])
def test_axe_finds_nothing_on_our_screens(staff: Callable[[str], Page], role: str) -> None:
    page, found = staff(role), {}
    for name in admin_screens.walk(page, role):
        page.evaluate(AXE)
        found[name] = violations(page)
    assert {name: what for name, what in found.items() if what} == {}


def test_a_methodist_makes_an_event_in_two_screens(staff: Callable[[str], Page]) -> None:
    page = staff("methodist")
    admin_screens.make_event(page, "Вебинар «Первый шаг»", day=admin_screens.in_days(10))
    admin_screens.publish(page)
    page.goto("/admin/events/")
    row = page.locator("tr", has_text="Вебинар «Первый шаг»").first
    expect(row).to_contain_text("запись открыта")
    row.get_by_role("link").first.click()
    expect(page.locator("#main")).to_contain_text("опубликована")


def test_rows_are_added_in_place_and_propose_the_next_week(staff: Callable[[str], Page]) -> None:
    page, day = staff("methodist"), admin_screens.in_days(10)
    page.goto("/admin/events/new/")
    page.select_option("[name=event-kind]", label="Вебинар")
    assert page.input_value("[name=places-0-capacity]") != ""
    page.fill("[name=meetings-0-day]", day.isoformat())
    page.fill("[name=meetings-0-starts]", "10:00")
    page.press("[name=meetings-0-starts]", "Tab")
    assert page.input_value("[name=meetings-0-ends]") != ""
    page.click("text=Добавить встречу")
    assert page.input_value("[name=meetings-3-day]") == admin_screens.in_days(17).isoformat()
    assert page.input_value("[name=meetings-3-starts]") == "10:00"


def test_a_methodist_filters_and_exports(staff: Callable[[str], Page]) -> None:
    page = staff("methodist")
    page.goto("/admin/events/registrations/?state=confirmed")
    shown = page.locator("#listing-results tbody tr").count()
    assert shown > 0
    with page.expect_download() as download:
        page.click("text=Скачать XLSX")
    sheet = load_workbook(BytesIO(Path(download.value.path()).read_bytes())).active
    states = {row[12] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert states == {"подтверждена"}
    assert sheet.max_row - 1 >= shown


def test_an_editor_writes_news_and_submits_it(staff: Callable[[str], Page]) -> None:
    page = staff("editor")
    page.click("text=Написать новость")
    page.fill("[name=title]", "Новый зал открыт")
    page.fill("[name=lead]", "Занятия идут каждый день.")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    expect(page.locator("footer")).not_to_contain_text("Опубликовать")
    expect(page.locator("footer")).to_contain_text("Проверка перед публикацией")
