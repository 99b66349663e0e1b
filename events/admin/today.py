"""«Сегодня» on the admin's first page: meetings of the day, cohorts filling up, queues, approvals, letters that failed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from events.admin import scope
from events.admin.figures import Figures, figures_of
from events.models import Cohort, CohortState, Meeting, Registration
from portal.letters.models import Letter
from portal.people.acting import signed_in
from portal.people.models import User

SHOWN = 8
FILLING_PERCENT = 80


@dataclass(frozen=True, kw_only=True)
class CohortLine:
    """One cohort with its figures."""

    cohort: Cohort
    figures: Figures


@dataclass(frozen=True, kw_only=True)
class Today:
    """What the panel shows. Lists are cut at SHOWN."""

    meetings: list[Meeting]
    filling: list[CohortLine]
    queues: list[CohortLine]
    approvals: list[CohortLine]
    drafts: list[CohortLine]
    letters: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing asks for attention."""
        return not (self.meetings or self.filling or self.queues or self.approvals or self.drafts or self.letters)


def today_for(user: User, *, at: datetime) -> Today:
    """Gather the day for one methodist; the number of queries does not depend on the rows."""
    start = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    cohorts = scope.cohorts_of(user).exclude(state=CohortState.CANCELLED).select_related("event")
    meetings = (
        Meeting.objects.filter(cohort__in=cohorts, starts_at__gte=start, starts_at__lt=start + timedelta(days=1))
        .exclude(cohort__state=CohortState.DRAFT)
        .select_related("cohort__event", "section")
    )
    alive = list(cohorts.filter(Exists(Meeting.objects.filter(cohort=OuterRef("pk"), ends_at__gt=at))))
    figures = figures_of(alive)
    lines = [CohortLine(cohort=cohort, figures=figures[cohort.pk]) for cohort in alive]
    lines.sort(key=lambda line: line.figures.starts_at or at)
    announced = [line for line in lines if line.cohort.state == CohortState.PUBLISHED]
    return Today(
        meetings=list(meetings[:SHOWN]),
        filling=[line for line in announced if _is_filling(line, at)][:SHOWN],
        queues=[line for line in announced if line.figures.waiting][:SHOWN],
        approvals=[line for line in announced if line.figures.to_approve][:SHOWN],
        drafts=[line for line in lines if line.cohort.state == CohortState.DRAFT][:SHOWN],
        letters=failed_letters(user),
    )


def failed_letters(user: User) -> int:
    """Return how many letters about the user's registrations could not be delivered; an administrator's: all."""
    letters = Letter.objects.dead()
    if not scope.sees_all(user):
        own = scope.registrations_of(user).values("pk")
        letters = letters.filter(about_type=ContentType.objects.get_for_model(Registration), about_id__in=own)
    return letters.count()


def _is_filling(line: CohortLine, at: datetime) -> bool:
    return line.cohort.closes_at > at and line.figures.fill_percent >= FILLING_PERCENT


class TodayPanel(Component):
    """The panel of the methodist's day; nothing for those who run no events."""

    name = "events_today"
    template_name = "events/admin/today.html"
    order = 50

    def __init__(self, request: HttpRequest) -> None:
        """Remember whose day it is."""
        self.request = request

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Gather the day."""
        return {"today": today_for(signed_in(self.request), at=timezone.now()), "now": timezone.localtime()}
