"""Events of the demo with their cohorts, and people registered through the portal's own rules, one after another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal

from django.db.models import F
from wagtail.models import Page

from events.domain import making, registering
from events.models import Cohort, Event, EventKind, EventPage, Meeting
from portal.people import consents
from portal.people.models import ConsentPurpose, Organisation, User
from portal.site.demo.content import EventPlan
from portal.site.demo.content.events_plan import CohortPlan, MeetingPlan
from portal.site.demo.content.people import Person, people
from portal.site.demo.directory import i18n

CROWD = 140


@dataclass
class Happenings:
    """What loading the events needs: the moment, the team, the organisations and a queue of invented people."""

    at: datetime
    team: dict[str, User]
    organisations: list[Organisation]
    made: int = 0
    registered: int = 0
    shifted: int = 0

    def __post_init__(self) -> None:
        self._crowd: Iterator[Person] = iter(people(CROWD))

    @property
    def zone(self) -> tzinfo:
        """The time zone of loading. Raises ValueError for a naive moment."""
        if self.at.tzinfo is None:
            raise ValueError("an aware local moment is needed")
        return self.at.tzinfo

    @property
    def today(self) -> date:
        """The local day of loading."""
        return self.at.date()

    def load(self, plan: EventPlan, page: Page | None) -> None:
        """Make the event of a plan with its cohorts, or move its untouched dates to where they should be today."""
        if page is None:
            return
        event = Event.objects.filter(page=page).first()
        if event is None:
            self._make(plan, EventPage.objects.get(pk=page.pk))
            return
        for cohort_plan in plan.cohorts:
            cohort = event.cohorts.filter(number=cohort_plan.number).first()
            if cohort is not None and self._shift(cohort, cohort_plan):
                self.shifted += 1

    def _make(self, plan: EventPlan, page: EventPage) -> None:
        event = Event.objects.create(
            kind=EventKind.objects.get(slug=plan.kind),
            title=i18n(plan.page.title),
            audience=plan.audience,
            academic_hours=Decimal(plan.hours) if plan.hours else None,
            registration_mode=plan.registration,
            methodist=self.team["methodist"],
            page=page,
        )
        self.made += 1
        for cohort_plan in plan.cohorts:
            self._make_cohort(plan, cohort_plan, event)

    def _make_cohort(self, plan: EventPlan, cohort_plan: CohortPlan, event: Event) -> None:
        opens_at, closes_at = self._window(cohort_plan)
        started = min(self.at, opens_at - timedelta(days=3))
        cohort = making.add_cohort(
            event=event,
            opens_at=opens_at,
            closes_at=closes_at,
            actor=self.team["methodist"],
            at=started,
            capacity=cohort_plan.capacity,
            venue=i18n(cohort_plan.venue),
            join_url=cohort_plan.join_url,
            approval_required=cohort_plan.approval,
            sections=[i18n(section.title) for section in plan.sections],
            meetings=[self._meeting(meeting) for meeting in cohort_plan.meetings],
        )
        self._set_section_places(plan, cohort)
        making.publish_cohort(cohort=cohort, actor=self.team["methodist"], at=started)
        if cohort_plan.people:
            self._fill(cohort, cohort_plan)

    def _set_section_places(self, plan: EventPlan, cohort: Cohort) -> None:
        from events.domain import pools

        for section, words in zip(cohort.sections.all(), plan.sections, strict=True):
            pools.add_pool(
                cohort=cohort,
                capacity=words.capacity,
                section=section,
                actor=self.team["methodist"],
                at=cohort.opens_at,
            )

    def _meeting(self, plan: MeetingPlan) -> making.MeetingPlan:
        starts_at = plan.begins(self.today, self.zone)
        return making.MeetingPlan(
            title=i18n(plan.title),
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=plan.minutes),
            section=plan.section,
        )

    def _window(self, plan: CohortPlan) -> tuple[datetime, datetime]:
        return plan.window(self.today, self.zone)

    def _fill(self, cohort: Cohort, plan: CohortPlan) -> None:
        """Register people evenly between the opening and now (or the closing); some cancel, some have not confirmed."""
        last = min(self.at - timedelta(minutes=30), cohort.closes_at - timedelta(hours=1))
        step = (last - cohort.opens_at) / (plan.people + 1)
        sections = list(cohort.sections.all())
        for number in range(plan.people + plan.unconfirmed):
            is_late = number >= plan.people
            at = last if is_late else cohort.opens_at + step * (number + 1)
            person = next(self._crowd)
            organisation = self.organisations[person.organisation]
            outcome = registering.register(
                cohort=cohort,
                details=registering.RegistrationDetails(
                    surname=person.surname,
                    given_name=person.given_name,
                    patronymic=person.patronymic,
                    email=person.email,
                    position=person.position,
                    organisation=organisation,
                    municipality=organisation.municipality,
                    section=sections[number % len(sections)] if sections else None,
                ),
                consent_text=consents.current_text(ConsentPurpose.PROCESSING, at=at),
                at=at,
                language="ru",
            )
            self.registered += 1
            if not is_late:
                registering.confirm_address(registration=outcome.registration, at=at + timedelta(minutes=4))
            if number < plan.cancelled:
                registering.cancel(registration=outcome.registration, at=at + timedelta(minutes=20))

    def _shift(self, cohort: Cohort, plan: CohortPlan) -> bool:
        """Move a cohort's dates by whole days to where the plan puts them today, if nobody has changed any of them."""
        opens_at, closes_at = self._window(plan)
        zone = self.zone
        stored = cohort.opens_at.astimezone(zone)
        if stored == opens_at:
            return False
        loaded_on = (stored - timedelta(days=plan.opens)).date()
        if (stored, cohort.closes_at.astimezone(zone)) != plan.window(loaded_on, zone):
            return False
        meetings = list(cohort.meetings.order_by("pk"))
        if len(meetings) != len(plan.meetings):
            return False
        for row, meeting in zip(meetings, plan.meetings, strict=True):
            begins = meeting.begins(loaded_on, zone)
            if (row.starts_at, row.ends_at) != (begins, begins + timedelta(minutes=meeting.minutes)):
                return False
        Cohort.objects.filter(pk=cohort.pk).update(opens_at=opens_at, closes_at=closes_at)
        for row, meeting in zip(meetings, plan.meetings, strict=True):
            begins = meeting.begins(self.today, zone)
            Meeting.objects.filter(pk=row.pk).update(
                starts_at=begins, ends_at=begins + timedelta(minutes=meeting.minutes), sequence=F("sequence") + 1
            )
        return True
