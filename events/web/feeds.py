"""What calendars and scripts read: meetings as .ics, places as JSON. The same for everybody, cacheable."""

import uuid as uuids
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.domain import calendar, counts
from events.models import Cohort, CohortState, Meeting
from events.web.registration import public_cohort
from portal.core.caching import cacheable, mark_public

BACK: Final = timedelta(days=31)
AHEAD: Final = timedelta(days=400)
AT_MOST: Final = 500  # meetings in the common calendar


@require_safe
def places_json(request: HttpRequest, uuid: uuids.UUID) -> JsonResponse:
    """Places of a cohort: capacity, taken, waiting, state, and the moment it was so (design §4)."""
    at = timezone.now()
    found = counts.places(cohort=public_cohort(uuid, at=at), at=at)
    response = JsonResponse(found.as_json())
    mark_public(response, seconds=5)
    return response


@require_safe
@cacheable(seconds=300)
def cohort_ics(request: HttpRequest, uuid: uuids.UUID) -> HttpResponse:
    """The meetings of one cohort."""
    at = timezone.now()
    cohort = public_cohort(uuid, at=at)
    meetings = Meeting.objects.filter(cohort=cohort).select_related("cohort__event")
    return _calendar(meetings, name=str(cohort.event.title), filename="cohort.ics")


@require_safe
@cacheable(seconds=300)
def common_calendar(request: HttpRequest) -> HttpResponse:
    """Every announced meeting from a month ago on; called-off ones stay, marked so, that calendars drop them."""
    at = timezone.now()
    cohorts = Cohort.objects.public(at=at).filter(state__in=[CohortState.PUBLISHED, CohortState.CANCELLED])
    meetings = Meeting.objects.filter(
        cohort__in=cohorts, ends_at__gte=at - BACK, starts_at__lte=at + AHEAD
    ).select_related("cohort__event")
    return _calendar(meetings.order_by("starts_at", "pk")[:AT_MOST], name=_("Опора: события"), filename="calendar.ics")


def _calendar(meetings: Iterable[Meeting], *, name: str, filename: str) -> HttpResponse:
    content = calendar.ics(meetings=meetings, at=timezone.now(), language=get_language() or "ru", name=name)
    response = HttpResponse(content, content_type=calendar.MIMETYPE)
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    return response
