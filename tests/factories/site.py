"""Pages below a home page (fixtures `home`, `home_en`), published as an editor does it."""

from datetime import date
from typing import Any

from wagtail.models import Page

from portal.site.models import StandardPage
from projects.editorial.models import NewsIndexPage, NewsPage


def paragraph(text: str = "Встреча бесплатна.") -> tuple[str, str]:
    """Return a paragraph of a page body."""
    return "paragraph", f"<p>{text}</p>"


def add(parent: Page, page: Page) -> Any:
    """Hang `page` under `parent`, in its language, published as an editor does it."""
    parent.refresh_from_db()
    page.locale_id = parent.locale_id
    parent.add_child(instance=page)
    if page.live:
        page.save_revision().publish()
        page.refresh_from_db()
    return page


def standard_page(parent: Page, **fields: Any) -> StandardPage:
    """Return a published text page below the home page."""
    fields = {"title": "О центре", "lead": "Кто мы и чем помогаем.", "body": [paragraph()], **fields}
    return add(parent, StandardPage(**fields))


def news_index(parent: Page, **fields: Any) -> NewsIndexPage:
    """Return the section of news, made when it is missing."""
    found = NewsIndexPage.objects.child_of(parent).first()
    return found or add(parent, NewsIndexPage(**{"title": "Новости", "slug": "news", "show_in_menus": True, **fields}))


def news(parent: NewsIndexPage, **fields: Any) -> NewsPage:
    """Return a published news item."""
    fields = {"title": "Школа набирает группу", "lead": "Занятия с марта.", "date": date(2026, 3, 1), **fields}
    fields.setdefault("body", [paragraph()])
    return add(parent, NewsPage(**fields))
