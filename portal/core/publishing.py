"""What must be true of a page before the public sees it; rooms above add their rules by registration."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from wagtail.actions.publish_page_revision import PublishPagePermissionError
from wagtail.models import Page


@dataclass(frozen=True)
class Problem:
    """Why a page can't be published: words for the editor and, where there is one, the field to mend."""

    message: str
    field: str | None = None


class PublicationRefusedError(PublishPagePermissionError):
    """A page with problems was sent to publication past its form: the admin turns this into a message, not a 500."""


Check = Callable[[Page], list[Problem]]
_checks: dict[str, Check] = {}


def register_check(name: str, check: Check) -> None:
    """Add the rule `name`; registering it again replaces it."""
    _checks[name] = check


def problems(page: Page) -> list[Problem]:
    """Return everything that stands in the way of publishing `page` as it is in memory."""
    return [problem for check in _checks.values() for problem in check(page)]


def require_publishable(page: Page) -> None:
    """Raise ValidationError with every problem of `page`, beside its field where it has one."""
    found = problems(page)
    if not found:
        return
    errors: dict[str, list[str]] = {}
    for problem in found:
        errors.setdefault(problem.field or "__all__", []).append(problem.message)
    raise ValidationError(errors)
