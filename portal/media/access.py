"""Who may open a private document; rooms above add their rules by registration (materials of a cohort, for one)."""

from collections.abc import Callable

from django.http import HttpRequest
from wagtail.permissions import policy_registry

from portal.media.models import Document

Rule = Callable[[Document, HttpRequest], bool]
_rules: dict[str, Rule] = {}


def register_rule(name: str, rule: Rule) -> None:
    """Add the rule `name`: who it says yes to may open the document. Registering it again replaces it."""
    _rules[name] = rule


def may_open(document: Document, request: HttpRequest) -> bool:
    """Whether the request may have the file: anybody an open one, staff who manage documents and ruled ones a private."""
    if not document.is_private:
        return True
    user = request.user
    manages = user.is_authenticated and policy_registry.get_by_type(Document).user_has_any_permission_for_instance(
        user, ["change", "delete", "choose"], document
    )
    return manages or any(rule(document, request) for rule in _rules.values())
