"""The public check of a document: says whether it was issued, of the holder only initials."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.core.caching import mark_public
from portal.documents.forms import NumberForm
from portal.documents.models import IssuedDocument
from portal.documents.numbers import number_key

# A revocation shows within a minute; a flood of checks of one number stays with the cache in front.
CACHE_SECONDS = 60


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """The form; with a number it leads to that number's own address."""
    form = NumberForm(request.GET if "number" in request.GET else None)
    if form.is_bound and form.is_valid():
        key = number_key(form.cleaned_data["number"])
        if key:
            return redirect("documents:check", number=key)
        form.add_error("number", form.fields["number"].error_messages["required"])
    return _answer(request, {"form": form}, status=422 if form.is_bound else 200)


@require_safe
def check(request: HttpRequest, number: str) -> HttpResponse:
    """What is known of one number; 404 for one that was never given, so that a proxy can slow down guessing."""
    document = IssuedDocument.objects.numbered(number).first()
    if document is None:
        return _answer(request, {"form": NumberForm({"number": number}), "unknown": number}, status=404)
    response = _answer(request, {"document": document}, status=200)
    mark_public(response, seconds=CACHE_SECONDS)
    return response


def _answer(request: HttpRequest, context: dict[str, object], *, status: int) -> HttpResponse:
    """The page, never for a search engine."""
    response = render(request, "documents/check.html", context, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
