"""The development page: letters as their addressees would see them.

It exists only where bodies are kept; production never keeps them (portal.letters.checks).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.conf import settings
from django.db.models import Count, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from portal.letters import delivery, registry
from portal.letters.models import WAITING_STATES, Letter

SHOWN = 200
URL_IN_TEXT = re.compile(r"https?://[^\s<>«»]+")
# The letter brings its own styles and is allowed nothing else.
LETTER_POLICY = {
    "default-src": [NONE],
    "script-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "img-src": ["data:"],
    "font-src": [NONE],
    "connect-src": [NONE],
    "media-src": [NONE],
    "manifest-src": [NONE],
    "frame-src": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [SELF],
}

View = ParamSpec("View")


def development_only(view: Callable[View, HttpResponse]) -> Callable[View, HttpResponse]:
    """Answer 404 wherever letters are for their addressees only."""

    @wraps(view)
    def guarded(*args: View.args, **kwargs: View.kwargs) -> HttpResponse:
        if not settings.LETTERS_KEEP_BODIES:
            raise Http404
        return view(*args, **kwargs)

    return guarded


@development_only
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All letters or those to one mailbox (``?to=``), newest first, with the mailboxes beside them."""
    chosen = request.GET.get("to", "").strip()
    found = Letter.objects.to_address(chosen) if chosen else Letter.objects.all()
    titles = {name: kind.title for name, kind in registry.kinds().items()}
    mailboxes = Letter.objects.values("to_key").annotate(count=Count("pk"), last=Max("created_at")).order_by("-last")
    context = {
        "letters": [(letter, titles.get(letter.kind, letter.kind)) for letter in found[:SHOWN]],
        "mailboxes": mailboxes[:50],
        "chosen": chosen,
    }
    return render(request, "letters/development/index.html", context)


@development_only
@require_safe
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter: the HTML in a frame without scripts, the text, the files, every link it holds."""
    found = get_object_or_404(Letter, pk=pk)
    links = dict.fromkeys(url.rstrip(".,;:!?)") for url in URL_IN_TEXT.findall(found.text))
    context = {"letter": found, "links": list(links), "is_waiting": found.state in WAITING_STATES}
    return render(request, "letters/development/letter.html", context)


@development_only
@require_safe
@xframe_options_sameorigin
def html(request: HttpRequest, pk: int) -> HttpResponse:
    """The HTML part alone, as a mail program gets it."""
    response = HttpResponse(get_object_or_404(Letter, pk=pk).html)
    csp_replace(LETTER_POLICY)(lambda _: response)(request)
    return response


@development_only
@require_safe
def attachment(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A file of a letter; always a download."""
    files = get_object_or_404(Letter, pk=pk).attachments
    if number >= len(files):
        raise Http404
    file = files[number]
    response = HttpResponse(base64.b64decode(file["content"]), content_type=file["mimetype"])
    response.headers["Content-Disposition"] = _download(file["filename"])
    return response


@development_only
@require_POST
def deliver(request: HttpRequest, pk: int) -> HttpResponse:
    """Deliver a waiting letter now, without a worker."""
    delivery.deliver_now(letter=get_object_or_404(Letter, pk=pk), at=timezone.now())
    return redirect("letters:letter", pk=pk)


def _download(filename: str) -> str:
    """The header of a download with a Russian name (RFC 6266)."""
    return content_disposition_header(True, filename) or "attachment"
