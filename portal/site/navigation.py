"""What stands on every page around its content: menus, facts of the centre, helplines, ways home and to other languages.

The part that is the same for all pages of a language is read once, kept in the cache as plain values and dropped when
a page, a setting or a helpline changes (`portal.site.signals`).
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import translation
from wagtail.models import Locale, Page, Site

from events.models import EventIndexPage
from portal.core.models import BasePage
from portal.core.seo import public_translations
from projects.editorial.models import NewsIndexPage

# Several web processes with a memory cache each learn of a change in another process within this time.
CACHE_TIME = timedelta(minutes=2)


@dataclass(frozen=True)
class MenuItem:
    """A line of a menu; `path` is the page's place in the tree, by which the current section is recognised."""

    title: str
    url: str
    path: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class HelplineFacts:
    """A helpline in one language."""

    name: str
    phone: str
    note: str


@dataclass(frozen=True)
class SiteFacts:
    """What the centre says of itself in one language; addresses are empty where there is no page in that language."""

    portal_name: str = ""
    centre_name: str = ""
    centre_short_name: str = ""
    address: str = ""
    opening_hours: str = ""
    phone: str = ""
    email: str = ""
    founder: str = ""
    quick_exit_url: str = ""
    privacy_url: str = ""
    accessibility_url: str = ""
    help_url: str = ""


@dataclass(frozen=True)
class Navigation:
    """Everything around the content in one language."""

    home_title: str
    home_url: str
    home_path: str
    main: tuple[MenuItem, ...]
    footer: tuple[MenuItem, ...]
    sections: dict[str, str]
    site: SiteFacts
    helplines: tuple[HelplineFacts, ...]


@dataclass(frozen=True)
class LocaleLink:
    """The same page in a language."""

    code: str
    name: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Crumb:
    """A step of the way from the home page; the last one has no address."""

    title: str
    url: str


def _cache_key(language: str) -> str:
    return f"site:navigation:{language}"


def languages() -> list[str]:
    """Return the codes of the languages in which pages are published, the source language first."""
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


def forget() -> None:
    """Drop the kept navigation of every language."""
    cache.delete_many([_cache_key(code) for code in languages()])


def navigation(*, language: str) -> Navigation:
    """Return the navigation of `language`, from the cache or read anew."""
    kept = cache.get(_cache_key(language))
    if kept is None:
        with translation.override(language):
            kept = _read(language)
        cache.set(_cache_key(language), kept, int(CACHE_TIME.total_seconds()))
    return kept


def _read(language: str) -> Navigation:
    from portal.site.models import Helpline, SiteSettings, StandardPage

    locale = Locale.objects.filter(language_code=language).first()
    home = home_page(locale=locale)
    row = SiteSettings.load()
    children = home.get_children().live().public().in_menu().filter(alias_of=None) if home else Page.objects.none()
    footer = StandardPage.objects.live().public().filter(locale=locale, show_in_footer=True, alias_of=None)
    return Navigation(
        home_title=home.title if home else str(row.portal_name),
        home_url=(home.url if home else None) or "/",
        home_path=home.path if home else "",
        main=tuple(MenuItem(title=page.title, url=page.url or "", path=page.path) for page in children),
        footer=tuple(
            MenuItem(title=page.title, url=page.url or "", path=page.path) for page in footer.order_by("path")
        ),
        sections=_sections(locale),
        site=SiteFacts(
            portal_name=str(row.portal_name),
            centre_name=str(row.centre_name),
            centre_short_name=str(row.centre_short_name),
            address=str(row.address),
            opening_hours=str(row.opening_hours),
            phone=row.phone,
            email=row.email,
            founder=str(row.founder),
            quick_exit_url=row.quick_exit_url,
            privacy_url=_address_in(row.privacy_page, locale),
            accessibility_url=_address_in(row.accessibility_page, locale),
            help_url=_address_in(row.help_page, locale),
        ),
        helplines=tuple(
            HelplineFacts(name=str(line.name), phone=line.phone, note=str(line.note))
            for line in Helpline.objects.filter(is_shown=True)
        ),
    )


def _sections(locale: Locale | None) -> dict[str, str]:
    """Return the addresses of the sections of news and events in a language, empty where there is none."""
    found = {
        "news": NewsIndexPage.objects.live().public().filter(locale=locale).first(),
        "events": EventIndexPage.objects.live().public().filter(locale=locale).first(),
    }
    return {name: (page.url or "") if page else "" for name, page in found.items()}


def home_page(*, locale: Locale | None) -> Page | None:
    """Return the live home page of `locale`, the translation of the default site's root; None where there is none."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None or locale is None:
        return None
    root = site.root_page
    return Page.objects.live().filter(translation_key=root.translation_key, locale=locale, alias_of=None).first()


def _address_in(page: Page | None, locale: Locale | None) -> str:
    """Return the address of the page's public translation into `locale`, or an empty string."""
    if page is None or locale is None:
        return ""
    found = public_translations(page).filter(locale=locale).first()
    return (found.url if found else None) or ""


def mark_current(items: tuple[MenuItem, ...], *, page: Page | None, path: str) -> list[MenuItem]:
    """Return the menu with the section marked that the page, or without one the address `path`, belongs to."""
    marked = []
    for item in items:
        current = page.path.startswith(item.path) if page is not None else bool(item.url) and path.startswith(item.url)
        marked.append(MenuItem(title=item.title, url=item.url, path=item.path, is_current=current))
    return marked


def locale_links(*, page: Page | None, request: HttpRequest | None, language: str) -> list[LocaleLink]:
    """Return where the same thing is read in each language; a page is listed only in languages it is published in."""
    names = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    if page is not None and page.pk:
        known = page.public_translations if isinstance(page, BasePage) else public_translations(page)
        urls = {found.locale.language_code: found.url for found in known}
        urls.setdefault(language, page.url)
    elif request is not None and getattr(request, "resolver_match", None):
        urls = {code: translate_url(request.get_full_path(), code) for code in names}
    else:
        urls = {code: navigation(language=code).home_url for code in names if navigation(language=code).home_path}
    return [
        LocaleLink(code=code, name=_own_name(code), url=urls[code] or "", is_current=code == language)
        for code in names
        if urls.get(code)
    ]


def _own_name(code: str) -> str:
    """Return the language's name in that language («Русский», «English»)."""
    name: str = translation.get_language_info(code)["name_local"]
    return name[:1].upper() + name[1:]


def breadcrumbs(*, page: Page, language: str) -> list[Crumb]:
    """Return the way from the home page to `page`; empty for the home page itself. Kept on the page: asked twice."""
    kept: list[Crumb] | None = page.__dict__.get("kept_breadcrumbs")
    if kept is None:
        kept = page.__dict__["kept_breadcrumbs"] = _breadcrumbs(page, language)
    return kept


def _breadcrumbs(page: Page, language: str) -> list[Crumb]:
    around = navigation(language=language)
    if page.path == around.home_path or not page.path:
        return []
    crumbs = [Crumb(title=around.home_title, url=around.home_url)]
    home_depth = len(around.home_path) // Page.steplen
    if around.home_path and page.depth > home_depth + 1:
        above = page.trail if isinstance(page, BasePage) else page.get_ancestors().live()
        crumbs += [
            Crumb(title=step.title, url=step.url or "") for step in above if step.live and step.depth > home_depth
        ]
    return [*crumbs, Crumb(title=page.title, url="")]
