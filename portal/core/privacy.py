"""Which parts of the tree are not for everybody, read once a request.

Wagtail asks the database anew at every `public()`; a page that lists three things asked five times the same.
"""

from typing import Any, TypeVar

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from wagtail.models import PageViewRestriction
from wagtail.query import PageQuerySet

Pages = TypeVar("Pages", bound=PageQuerySet)
_request = Local()


def restricted_paths() -> tuple[str, ...]:
    """Return the places in the tree below which pages are restricted, the sources of aliases among them."""
    kept: tuple[str, ...] | None = getattr(_request, "paths", None)
    if kept is None:
        kept = tuple(PageViewRestriction.objects.order_by("pk").values_list("page__path", flat=True))
        if getattr(_request, "is_running", False):
            _request.paths = kept
    return kept


def open_to_all(pages: Pages) -> Pages:
    """Return what of `pages` is live and restricted neither itself nor through an ancestor."""
    restricted = Q()
    for path in restricted_paths():
        restricted |= Q(path__startswith=path)
    live: Pages = pages.live()
    return live.exclude(restricted) if restricted else live


def _begin(**kwargs: Any) -> None:
    _request.is_running, _request.paths = True, None


def _end(**kwargs: Any) -> None:
    _request.is_running, _request.paths = False, None


def _forget(**kwargs: Any) -> None:
    _request.paths = None


def connect() -> None:
    """Connect the receivers; called once when the app is ready."""
    request_started.connect(_begin, dispatch_uid="privacy_begin")
    request_finished.connect(_end, dispatch_uid="privacy_end")
    for signal in (post_save, post_delete):
        signal.connect(_forget, sender=PageViewRestriction, dispatch_uid="privacy_forget")
