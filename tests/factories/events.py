"""Events, cohorts and registrations for tests, made by the domain's own functions."""

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

from wagtail.models import Locale, Page, Site

from events.domain import making, registering
from events.domain.registering import Outcome, RegistrationDetails
from events.models import Cohort, Event, EventIndexPage, EventKind, Registration, RegistrationState
from portal.people import consents
from portal.people.models import ConsentPurpose, ConsentText, Municipality, Participant
from portal.people.names import name_key
from portal.site.models import HomePage

# A Wednesday noon in Barnaul; every test of events lives around it.
NOW = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
_number = itertools.count(1)


def home_page() -> HomePage:
    """The Russian home page of the default site, made once."""
    found = HomePage.objects.filter(locale=Locale.get_default()).first()
    if found:
        return found
    page = HomePage(title="Опора", slug="opora", locale=Locale.get_default())
    Page.get_first_root_node().add_child(instance=page)
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=page, is_default_site=True)
    else:
        site.root_page = page
        site.save()
    return page


def index_page() -> EventIndexPage:
    """The section of events, made once."""
    found = EventIndexPage.objects.filter(locale=Locale.get_default()).first()
    if found:
        return found
    page = EventIndexPage(title="События", slug="events")
    home_page().add_child(instance=page)
    return page


def make_event(*, kind: str = "webinar", title: Any = "Разговор о важном", live: bool = True, **fields: Any) -> Event:
    """An event with its page, published unless `live` is False."""
    event = making.create_event(
        kind=EventKind.objects.get(slug=kind),
        title=title,
        audience=fields.pop("audience", "specialist"),
        methodist=fields.pop("methodist", None),
        index_page=index_page(),
        actor=None,
        at=fields.pop("at", NOW),
        **fields,
    )
    if live and event.page:
        event.page.get_latest_revision().publish()
        event.page.refresh_from_db()
    return event


def make_cohort(
    *,
    event: Event | None = None,
    capacity: int = 2,
    published: bool = True,
    at: datetime = NOW,
    starts_in: timedelta = timedelta(days=14),
    **fields: Any,
) -> Cohort:
    """A cohort open for registration with one meeting in two weeks and an immediate queue (`offer_hours` 0)."""
    starts_at = at + starts_in
    meetings = fields.pop(
        "meetings", [making.MeetingPlan(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=90))]
    )
    fields.setdefault("offer_hours", 0)
    fields.setdefault("opens_at", at - timedelta(days=1))
    fields.setdefault("closes_at", at + timedelta(days=10))
    cohort = making.add_cohort(
        event=event or make_event(at=at), capacity=capacity, meetings=meetings, actor=None, at=at, **fields
    )
    return making.publish_cohort(cohort=cohort, actor=None, at=at) if published else cohort


def consent_text() -> ConsentText:
    """The text a person agrees to when registering."""
    return consents.current_text(ConsentPurpose.PROCESSING, at=NOW)


def details(number: int | None = None, **fields: Any) -> RegistrationDetails:
    """What one more person types into the form."""
    number = next(_number) if number is None else number
    values: dict[str, Any] = {
        "surname": f"Ёлкина{number}",
        "given_name": "Анна",
        "patronymic": "Сергеевна",
        "email": f"anna{number}@example.org",
        "organisation_name": "КЦСОН Заринска",
        "position": "психолог",
        "municipality": Municipality.objects.get(slug="barnaul"),
    }
    return RegistrationDetails(**{**values, **fields})


def attempt(cohort: Cohort, *, at: datetime = NOW, number: int | None = None, **fields: Any) -> Outcome:
    """Register one more person; fields of the person go to `details`, the rest to `register`."""
    own = {name: fields.pop(name) for name in ("verified", "attempt", "source", "actor", "language") if name in fields}
    own.setdefault("language", "ru")
    return registering.register(
        cohort=cohort, details=details(number, **fields), consent_text=consent_text(), at=at, **own
    )


def registered(cohort: Cohort, *, at: datetime = NOW, **fields: Any) -> Registration:
    """The registration of one more person."""
    return attempt(cohort, at=at, **fields).registration


def crowd(cohort: Cohort, count: int, *, at: datetime = NOW) -> None:
    """Many cancelled registrations written at once, for the costs of lists: they hold no place and no number."""
    town = Municipality.objects.get(slug="barnaul")
    people = Participant.objects.bulk_create(
        Participant(
            surname=f"Многолюдная{number}",
            given_name="Анна",
            name_key=name_key(f"Многолюдная{number}", "Анна"),
            email=f"crowd{number}@example.org",
            email_key=f"crowd{number}@example.org",
        )
        for number in range(count)
    )
    Registration.objects.bulk_create(
        Registration(
            cohort=cohort,
            participant=person,
            state=RegistrationState.CANCELLED,
            state_changed_at=at,
            created_at=at,
            municipality=town,
        )
        for person in people
    )
