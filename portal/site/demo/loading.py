"""Loads the whole demo: idempotent, keeps what people changed, moves untouched dates so that something is always open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from wagtail.models import Page

from events.models import EventIndexPage, EventPage
from portal.media.models import Image
from portal.site.demo.content import EVENTS, NEWS, PAGES
from portal.site.demo.content.pages_sections import EVENT_INDEX, HOME, NEWS_INDEX
from portal.site.demo.directory import load_accounts, load_helplines, load_issuer, load_organisations, load_settings
from portal.site.demo.gallery import load_pictures, warming
from portal.site.demo.happenings import Happenings
from portal.site.demo.tree import Tree
from portal.site.models import StandardPage
from projects.editorial.models import NewsIndexPage, NewsPage

IN_MENU = frozenset({"help", "about", "specialists", "contacts"})
IN_FOOTER = frozenset({"contacts", "privacy", "cookies", "accessibility", "certificates"})
SENSITIVE = frozenset({"help"})


@dataclass(frozen=True)
class Summary:
    """What a run changed."""

    pages_made: int
    pages_renewed: int
    events_made: int
    registrations_made: int
    cohorts_shifted: int

    @property
    def is_empty(self) -> bool:
        """Whether everything was in place already."""
        return not any((self.pages_made, self.pages_renewed, self.events_made, self.cohorts_shifted))


def load(*, at: datetime, warm: bool = True) -> Summary:
    """Load the demo as of `at` (an aware local moment).

    Side effects: accounts, directories, settings, pictures, pages in both languages, events and registrations with
    their letters in the outbox. With `warm` the cards that the first pages show get their renditions too.
    """
    images = load_pictures()
    with warming([images[name] for name in seen_first()] if warm else ()):
        return _load_rest(images, at)


def seen_first() -> list[str]:
    """Return the names of the pictures that a visitor meets first: on the home page and among the events."""
    newest = sorted(NEWS, key=lambda each: each.date.on(date.max), reverse=True)[:3]
    pages = [HOME, *(event.page for event in EVENTS), *(news.page for news in newest)]
    return list(dict.fromkeys(page.picture for page in pages))


def _load_rest(images: Mapping[str, Image], at: datetime) -> Summary:
    team = load_accounts()
    tree = Tree(images=images)
    home = tree.home(HOME)
    pages = _load_pages(tree, home)
    load_settings(pages)
    load_helplines()
    load_issuer()
    _load_news(tree, home, at)
    happenings = Happenings(at=at, team=team, organisations=load_organisations())
    index = tree.load(EventIndexPage, home, EVENT_INDEX, show_in_menus=True)
    if index is not None:
        for plan in EVENTS:
            happenings.load(plan, tree.load(EventPage, index, plan.page))
    return Summary(tree.made, tree.renewed, happenings.made, happenings.registered, happenings.shifted)


def _load_pages(tree: Tree, home: Page) -> dict[str, Page]:
    loaded = {}
    for words in PAGES:
        page = tree.load(
            StandardPage,
            home,
            words,
            show_in_menus=words.slug in IN_MENU,
            show_in_footer=words.slug in IN_FOOTER,
            is_sensitive=words.slug in SENSITIVE,
        )
        if page is not None:
            loaded[words.slug] = page
    return loaded


def _load_news(tree: Tree, home: Page, at: datetime) -> None:
    index = tree.load(NewsIndexPage, home, NEWS_INDEX, show_in_menus=True)
    if index is None:
        return
    for news in sorted(NEWS, key=lambda each: each.date.on(at.date())):
        tree.load(NewsPage, index, news.page, kind=news.kind, date=news.date.on(at.date()))
