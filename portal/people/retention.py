"""Deleting what is no longer needed (152-ФЗ, ст. 5, 21): a registry of rules and one run of them all.

Each app registers its own rules in `ready()`. The worker's registry of jobs is above this room, so the app that
owns the worker registers `run` as a job.
"""

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import transaction

logger = logging.getLogger(__name__)

Rule = Callable[[datetime], int]
_rules: dict[str, Rule] = {}


def register_rule(name: str, function: Rule) -> None:
    """Register `function(at) -> number of rows removed or emptied` under a unique dotted name.

    Raises ValueError where another function already has the name.
    """
    if _rules.get(name, function) is not function:
        raise ValueError(f"retention rule {name} is registered twice")
    _rules[name] = function


def rules() -> tuple[str, ...]:
    """Return the names of the registered rules in order."""
    return tuple(sorted(_rules))


def run(at: datetime) -> int:
    """Apply every rule as of `at`, each in its own transaction; return the number of rows touched.

    A rule that fails is logged and does not stop the others.
    """
    total = 0
    for name in rules():
        try:
            with transaction.atomic():
                count = _rules[name](at)
        except Exception:
            logger.exception("retention rule %s failed", name)
            continue
        total += count
        if count:
            logger.info("retention rule %s: %d rows", name, count)
    return total
