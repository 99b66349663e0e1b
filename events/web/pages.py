"""Answers of personal pages: never cached, never indexed, never named to another site."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def private_page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """Render a page that belongs to one person or one moment."""
    return keep_private(render(request, template, context, status=status))


def keep_private(response: HttpResponse) -> HttpResponse:
    """Set the headers of a personal answer: no store, no index, no referrer to other sites (the token is in the address).

    Not «no-referrer»: with it a browser sends `Origin: null` with our own forms and Django refuses them as forged.
    """
    response["Cache-Control"] = "no-store, private"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def dead_link(request: HttpRequest, *, reason: str) -> HttpResponse:
    """Say what to do with a link that doesn't work: 404 for an unknown one, 410 for one whose time is over."""
    status = 410 if reason == "expired" else 404
    return private_page(request, "registration/dead_link.html", {"reason": reason}, status=status)
