"""Errors go to a Sentry or GlitchTip of the centre's own, without anything a visitor typed."""

from typing import Any

import sentry_sdk

# Headers of a request that may stay in a report: none of them tells who asked.
HARMLESS_HEADERS = frozenset({"host", "content-type", "content-length", "accept-language", "user-agent"})


def without_personal_data(event: dict[str, Any], _hint: dict[str, Any]) -> dict[str, Any]:
    """Strip a report of bodies, cookies, query strings, secret links and local variables before it leaves."""
    from portal.core.journal import redact

    event.pop("user", None)
    request = event.get("request", {})
    for part in ("data", "cookies", "query_string", "env"):
        request.pop(part, None)
    request["url"] = redact(request.get("url", ""))
    request["headers"] = {
        name: value for name, value in request.get("headers", {}).items() if name.lower() in HARMLESS_HEADERS
    }
    for error in event.get("exception", {}).get("values", []):
        error["value"] = redact(error.get("value") or "")
        for frame in error.get("stacktrace", {}).get("frames", []):
            frame.pop("vars", None)
    return event


def report_errors(address: str) -> None:
    """Start reporting to `address` (SENTRY_DSN). Needs the extra «sentry»."""
    scrubber: Any = without_personal_data
    sentry_sdk.init(
        dsn=address,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        before_send=scrubber,
    )
