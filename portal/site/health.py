"""Two questions of a supervisor: does the process live, and can it work."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.core.cache import cache
from django.core.files.storage import storages
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.letters.health import oldest_due_letter, worker_lag

Probe = Callable[[datetime], str | None]
# A letter that waits longer than this, or a worker unseen for as long, is worth a look.
LATE = timedelta(minutes=10)


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


def probe_worker(at: datetime) -> str | None:
    """A worker was seen lately and no letter is stuck."""
    seen = worker_lag(at)
    if seen is None:
        return "no worker has run yet"
    if seen > LATE:
        return f"last seen {int(seen.total_seconds())} s ago"
    waiting = oldest_due_letter(at)
    return f"a letter has been waiting for {int(waiting.total_seconds())} s" if waiting > LATE else None


DECISIVE: dict[str, Probe] = {"database": probe_database, "cache": probe_cache, "storage": probe_storage}
# Told but never decisive: registration needs no worker (design decision 8), so a dead one must not close the site.
TOLD: dict[str, Probe] = {"worker": probe_worker}


def ask(probes: Mapping[str, Probe], at: datetime) -> dict[str, str]:
    """What each probe says: «ok» or one line, which is public: no names, addresses or texts of exceptions in it."""
    answers: dict[str, str] = {}
    for name, probe in probes.items():
        try:
            answers[name] = probe(at) or "ok"
        except Exception as error:  # noqa: BLE001 - a probe must not take the answer down, whatever an engine raises
            answers[name] = f"fails: {type(error).__name__}"
    return answers


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers: what a supervisor restarts by. Touches nothing."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when every decisive probe is well, else 503: what a balancer routes by. The worker's state is told beside."""
    at = timezone.now()
    decisive = ask(DECISIVE, at)
    ready = all(answer == "ok" for answer in decisive.values())
    return JsonResponse({"ready": ready, "probes": {**decisive, **ask(TOLD, at)}}, status=200 if ready else 503)
