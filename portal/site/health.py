"""Two questions of a supervisor: does the process live, and can it work."""

import time
from collections.abc import Callable
from datetime import datetime

from django.core.cache import cache
from django.core.files.storage import storages
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

Probe = Callable[[datetime], str | None]
_probes: dict[str, Probe] = {}


def register_probe(name: str, probe: Probe) -> None:
    """Add a question to /readyz: `probe(at)` returns None when all is well, else one line saying what is wrong.

    The line is public: no names, addresses or texts of exceptions in it.
    """
    _probes[name] = probe


def probe_database(at: datetime) -> str | None:
    """The database answers a query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return None


def probe_cache(at: datetime) -> str | None:
    """What is put into the cache can be read back."""
    value = get_random_string(12)
    cache.set("readyz", value, timeout=10)
    return None if cache.get("readyz") == value else "what was written can't be read back"


def probe_storage(at: datetime) -> str | None:
    """Both storages answer; nothing is written."""
    for name in ("default", "private"):
        storages[name].exists("readyz")
    return None


register_probe("database", probe_database)
register_probe("cache", probe_cache)
register_probe("storage", probe_storage)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers: what a supervisor restarts by. Touches nothing."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when every probe is well, else 503 with the names of those that are not: what a balancer routes by."""
    started, at = time.monotonic(), timezone.now()
    answers: dict[str, str] = {}
    for name, probe in _probes.items():
        try:
            answers[name] = probe(at) or "ok"
        except Exception as error:  # noqa: BLE001 - a probe must not take the answer down, whatever an engine raises
            answers[name] = f"fails: {type(error).__name__}"
    ready = all(answer == "ok" for answer in answers.values())
    body = {"ready": ready, "probes": answers, "seconds": round(time.monotonic() - started, 3)}
    return JsonResponse(body, status=200 if ready else 503)
