"""Drops the kept navigation when something it shows has changed."""

from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from portal.site.navigation import forget


def _forget_on_row(sender: type[models.Model], **kwargs: Any) -> None:
    """Forget when a row shown around the content was saved or deleted."""
    from portal.site.models import Helpline, SiteSettings

    if issubclass(sender, Page | Helpline | SiteSettings | Locale | Site | PageViewRestriction):
        _forget()


def _forget(**kwargs: Any) -> None:
    """Forget now and again after the commit: another process may read the old rows in between."""
    forget()
    transaction.on_commit(forget)


def connect() -> None:
    """Connect the receivers; called once when the app is ready."""
    post_save.connect(_forget_on_row, dispatch_uid="navigation_saved")
    post_delete.connect(_forget_on_row, dispatch_uid="navigation_deleted")
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(_forget, dispatch_uid="navigation_page")
