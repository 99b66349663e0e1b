"""The screens of the admin that are ours, as a role reaches them; and the journey of a methodist."""

from collections.abc import Iterator
from datetime import date, timedelta

from playwright.sync_api import Page

from portal.site.demo.content.centre import ACCOUNTS

# name: (role, path or how to get there: a link's words on the screen before)
SCREENS: dict[str, tuple[str, str]] = {
    "home-methodist": ("methodist", "/admin/"),
    "events": ("methodist", "/admin/events/"),
    "event-new": ("methodist", "/admin/events/new/"),
    "event": ("methodist", "/admin/events/1/"),
    "cohort-edit": ("methodist", "/admin/events/cohorts/1/edit/"),
    "cohort-clone": ("methodist", "/admin/events/cohorts/1/clone/"),
    "cohort-cancel": ("methodist", "/admin/events/cohorts/1/cancel/"),
    "event-edit": ("methodist", "/admin/events/1/edit/"),
    "registrations": ("methodist", "/admin/events/registrations/"),
    "registration": ("methodist", "/admin/events/registrations/1/"),
    "letters": ("methodist", "/admin/letters/"),
    "letter": ("methodist", "/admin/letters/1/"),
    "issued": ("methodist", "/admin/issued/"),
    "home-editor": ("editor", "/admin/"),
    "audit": ("administrator", "/admin/people/audit/"),
    "consents": ("administrator", "/admin/people/consents/"),
    "consent": ("administrator", "/admin/people/consents/1/"),
    "users": ("administrator", "/admin/users/"),
}


def sign_in(page: Page, role: str) -> None:
    """Enter as the demo account of a role, by its password."""
    account = next(account for account in ACCOUNTS if account.role == role)
    page.goto("/account/login/?next=/admin/")
    page.fill("[name=login]", account.email)
    page.fill("[name=password]", account.password)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/admin/")


def walk(page: Page, role: str) -> Iterator[str]:
    """Open every screen of a role in turn, settled; yield its name."""
    for name, (whose, path) in SCREENS.items():
        if whose == role:
            answer = page.goto(path)
            assert answer is not None
            assert answer.ok, f"{path} answers {answer.status}"
            page.wait_for_load_state("networkidle")
            yield name


def make_event(page: Page, title: str, *, day: date) -> None:
    """Screen 1: choose the kind, type the title and the date; the rest is proposed. Ends on screen 2."""
    page.goto("/admin/events/new/")
    page.select_option("[name=event-kind]", label="Вебинар")
    page.fill("[name=event-title_ru]", title)
    page.fill("[name=meetings-0-day]", day.isoformat())
    page.fill("[name=meetings-0-starts]", "14:00")
    page.fill("[name=cohort-venue_ru]", "Онлайн")
    page.click("text=Дальше: текст страницы")
    page.wait_for_url("**/admin/pages/*/edit/")


def publish(page: Page) -> None:
    """Screen 2: publish the page that is being edited."""
    page.wait_for_load_state("networkidle")
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.locator("[name=action-publish]").click()
    page.wait_for_load_state("networkidle")


def in_days(number: int) -> date:
    """The day after `number` days."""
    return date.today() + timedelta(days=number)  # noqa: DTZ011 - a day for a form, not a moment
