"""What stands in the database before a storm; run inside the server's environment, prints one line of JSON."""

import json
from datetime import timedelta

from django.utils import timezone

from events.domain import links, registering
from events.models import LinkScope
from portal.people import consents
from portal.people.models import ConsentPurpose, Municipality
from tests.factories import events as make


def lay(*, capacity: int, confirmed: int = 0, waiting: int = 0) -> None:
    """Make an open cohort with people in it; print its address, what the form needs, the manage tokens of the seated."""
    at = timezone.now()
    cohort = make.make_cohort(capacity=capacity, at=at, closes_at=at + timedelta(days=3))
    rows = [
        registering.confirm_address(registration=make.registered(cohort, at=at), at=at)
        for _ in range(confirmed + waiting)
    ]
    tokens = [links.mint(registration=row, scope=LinkScope.MANAGE, at=at) for row in rows[:confirmed]]
    facts = {
        "cohort": cohort.pk,
        "uuid": str(cohort.uuid),
        "municipality": Municipality.objects.get(slug="barnaul").pk,
        "consent_text": consents.current_text(ConsentPurpose.PROCESSING, at=at).pk,
        "tokens": tokens,
        "last": rows[-1].pk if rows else 0,
    }
    print(json.dumps(facts))
