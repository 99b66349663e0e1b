"""One registration as a person walks it: the form, the consent, the letter, its links."""

import html as markup
import re
import secrets
import time
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Page


@dataclass(frozen=True)
class Person:
    """Who registers, each with a mailbox of their own."""

    surname: str = "Пробная"
    given_name: str = "Вера"
    patronymic: str = "Ильинична"
    organisation: str = "Комплексный центр Заринского округа"
    position: str = "специалист по социальной работе"
    email: str = field(default_factory=lambda: f"vera-{secrets.token_hex(4)}@example.org")


@dataclass(frozen=True)
class LetterSeen:
    """A letter of the development page."""

    number: int
    text: str
    links: tuple[str, ...]
    files: tuple[str, ...]

    def link(self, scope: str) -> str:
        """Path of the personal link of this scope («confirm», «manage»)."""
        found = [link for link in self.links if f"/registration/{scope}/" in link]
        assert found, f"no {scope} link among {self.links}"
        return "/" + found[0].split("/", 3)[3]


def fill_details(page: Page, person: Person) -> None:
    """Fill the first step and send it."""
    page.locator("[name=surname]").fill(person.surname)
    page.locator("[name=given_name]").fill(person.given_name)
    page.locator("[name=patronymic]").fill(person.patronymic)
    page.locator("[name^=organisation]").first.fill(person.organisation)
    page.locator("[name=position]").fill(person.position)
    municipality = page.locator("select[name=municipality]")
    municipality.select_option(index=3)
    page.locator("[name=email]").fill(person.email)
    send(page)


def give_consent(page: Page) -> None:
    """Tick the consent, which is never ticked beforehand, and send it."""
    box = page.locator("main input[type=checkbox]")
    assert box.count() == 1
    assert not box.is_checked()
    box.check()
    send(page)


def send(page: Page) -> None:
    """Press the form's own button."""
    page.locator("main form[method=post] button[type=submit], main form[method=post] button:not([type])").first.click()


def latest_letter(context: BrowserContext, mailbox: str, *, after: int = 0, seconds: float = 20) -> LetterSeen:
    """The newest delivered letter to `mailbox` with a number above `after`; waits for the worker."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        listing = context.request.get("/dev/letters/", params={"to": mailbox}).text()
        numbers = [int(found) for found in re.findall(r"/dev/letters/(\d+)/\"", listing)]
        if numbers and max(numbers) > after:
            shown = context.request.get(f"/dev/letters/{max(numbers)}/").text()
            if "/html/" in shown:
                return _read(max(numbers), shown)
        time.sleep(0.2)
    raise AssertionError(f"no letter to {mailbox} in {seconds} s")


def _read(number: int, shown: str) -> LetterSeen:
    links = [markup.unescape(link) for link in re.findall(r'<li class="break-all"><a href="([^"]+)"', shown)]
    files = re.findall(r'/files/\d+/">([^<]+)</a>', shown)
    text = re.sub(r"<[^>]+>", " ", shown[shown.find('class="panel"') :])
    return LetterSeen(number, text, tuple(links), tuple(files))


def confirm_by_letter(page: Page, letter: LetterSeen) -> None:
    """Open the confirmation link and press its one button."""
    page.goto(letter.link("confirm"))
    send(page)
