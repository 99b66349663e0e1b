"""Tags that feed the header, the footer and the breadcrumbs; they work without a page and without a request."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.translation import get_language
from wagtail.models import Page

from portal.site import navigation as nav

register = template.Library()

Around = nav.Navigation


def _language() -> str:
    """Return the language being shown, the source language where pages have no such one."""
    code = get_language() or ""
    return code if code in nav.languages() else nav.languages()[0]


def _request(context: Context) -> HttpRequest | None:
    request = context.get("request")
    return request if isinstance(request, HttpRequest) else None


def _page(value: Any) -> Page | None:
    return value if isinstance(value, Page) else None


def _around(context: Context) -> Around:
    """Return the navigation of the active language, read from the cache once a request."""
    language, request = _language(), _request(context)
    kept: dict[str, Around] = getattr(request, "kept_navigation", {})
    if language not in kept:
        kept[language] = nav.navigation(language=language)
        if request is not None:
            request.kept_navigation = kept  # type: ignore[attr-defined]
    return kept[language]


def _menu(context: Context, items: tuple[nav.MenuItem, ...]) -> list[nav.MenuItem]:
    request = _request(context)
    return nav.mark_current(items, page=_page(context.get("page")), path=request.path if request else "")


@register.simple_tag(takes_context=True)
def main_menu(context: Context) -> list[nav.MenuItem]:
    """Return the sections of the active language: {title, url, is_current}."""
    return _menu(context, _around(context).main)


@register.simple_tag(takes_context=True)
def footer_menu(context: Context) -> list[nav.MenuItem]:
    """Return the pages marked for the footer: {title, url, is_current}."""
    return _menu(context, _around(context).footer)


@register.simple_tag(takes_context=True)
def site_settings(context: Context) -> nav.SiteFacts:
    """Return names, contacts and service addresses of the centre in the active language."""
    return _around(context).site


@register.simple_tag(takes_context=True)
def home_url(context: Context) -> str:
    """Return the address of the home page of the active language."""
    return _around(context).home_url


@register.simple_tag(takes_context=True)
def helplines(context: Context) -> tuple[nav.HelplineFacts, ...]:
    """Return the helplines shown everywhere: {name, phone, note}."""
    return _around(context).helplines


@register.simple_tag(takes_context=True)
def locale_links(context: Context, page: Any = None) -> list[nav.LocaleLink]:
    """Return where the same is read in each language: {code, name, url, is_current}; `code` is the hreflang."""
    found = _page(page)
    return nav.locale_links(page=found, request=_request(context), language=_language())


@register.simple_tag
def breadcrumbs(page: Any = None) -> list[nav.Crumb]:
    """Return the way from the home page, the page itself last and without an address: {title, url}."""
    found = _page(page)
    return nav.breadcrumbs(page=found, language=_language()) if found is not None else []
