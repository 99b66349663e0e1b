"""How often one address or one mailbox may send forms: generous, so that an office behind one address isn't shut out.

Counted in Django's cache. If the cache is down or forgets, nobody is refused: the limits protect from floods only.
"""

import hashlib
import ipaddress
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

PER_ADDRESS: Final = (600, timedelta(minutes=10))
PER_MAILBOX: Final = (20, timedelta(hours=1))


def client_ip(request: HttpRequest) -> str | None:
    """Return the visitor's address; behind our own proxies, the one the outermost of them saw."""
    proxies = getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0)
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    candidate = forwarded[-proxies] if proxies and len(forwarded) >= proxies else request.META.get("REMOTE_ADDR", "")
    try:
        return str(ipaddress.ip_address(candidate))
    except ValueError:
        return None


def is_flood(request: HttpRequest, *, mailbox: str = "") -> bool:
    """Count this sending; say whether there were too many from this address or to this mailbox."""
    address = client_ip(request) or "unknown"
    floods = [_over(f"address:{address}", *PER_ADDRESS)]
    if mailbox:
        floods.append(_over(f"mailbox:{mailbox.casefold()}", *PER_MAILBOX))
    return any(floods)


def _over(subject: str, limit: int, window: timedelta) -> bool:
    key = "registration:" + hashlib.sha256(subject.encode()).hexdigest()
    cache.add(key, 0, timeout=int(window.total_seconds()))
    try:
        return cache.incr(key) > limit
    except ValueError:
        return False
