"""Wagtail asks here before it hands out a document."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks

from portal.media.access import may_open
from portal.media.models import Document


@hooks.register("before_serve_document")
def ask_before_serving(document: Document, request: HttpRequest) -> None:
    """Refuse a private document to those it isn't for; raises PermissionDenied."""
    if not may_open(document, request):
        raise PermissionDenied
