"""What isn't published, or isn't for everybody, shows nowhere: no list, search, feed, map, calendar, form or count."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from events.models import Cohort, CohortState, Event, EventIndexPage, EventKind, EventPage, SeatPool
from portal.site.models import HomePage, StandardPage
from projects.editorial.models import NewsIndexPage, NewsPage

pytestmark = pytest.mark.django_db

SECRET = "Перезвон"  # a word that nothing else on the site uses
SECRET_IN_ADDRESSES = "perezvon"
ASKED = "квазимодо"  # what the search is asked for: words of the text, not of the title
LISTS = (
    "/",
    "/news/",
    f"/news/?year={timezone.localdate().year}",
    "/events/",
    f"/search/?q={ASKED}",
    "/feed.atom",
    "/news/feed.atom",
    "/sitemap-ru.xml",
    "/events/calendar.ics",
)


@dataclass
class Hidden:
    """One page of each kind with an event open for registration, all named with SECRET."""

    news: NewsPage
    event: EventPage
    text: StandardPage
    cohort: Cohort

    @property
    def pages(self) -> tuple[Page, ...]:
        return self.news, self.event, self.text


@pytest.fixture
def published(home: HomePage) -> Hidden:
    """The pages before anything is hidden."""
    news_index = home.add_child(instance=NewsIndexPage(title="Новости", slug="news"))
    event_index = home.add_child(instance=EventIndexPage(title="События", slug="events"))
    body = [("paragraph", f"<p>Рассказ про {ASKED}.</p>")]
    news = news_index.add_child(
        instance=NewsPage(title=f"{SECRET} новости", lead=SECRET, date=timezone.localdate(), body=body)
    )
    page = event_index.add_child(instance=EventPage(title=f"{SECRET} события", lead=SECRET, body=body))
    text = home.add_child(instance=StandardPage(title=f"{SECRET} текста", lead=SECRET, body=body, show_in_menus=True))
    for each in (news, page, text):
        each.save_revision().publish()
    kind = EventKind.objects.first() or EventKind.objects.create(slug="webinar", name="Вебинар")
    event = Event.objects.create(kind=kind, title=f"{SECRET} события", page=page)
    now = timezone.now()
    cohort = Cohort.objects.create(
        event=event,
        state=CohortState.PUBLISHED,
        opens_at=now - timedelta(days=1),
        closes_at=now + timedelta(days=1),
        venue="Барнаул",
    )
    cohort.meetings.create(starts_at=now + timedelta(days=2), ends_at=now + timedelta(days=2, hours=1))
    SeatPool.objects.create(cohort=cohort, capacity=10)
    return Hidden(news, page, text, cohort)


def unpublish(page: Page) -> None:
    page.unpublish()


def expire(page: Page) -> None:
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.live, page.expired = False, True
    page.save()


def schedule(page: Page) -> None:
    page.live, page.first_published_at = False, None
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save()


def ask_password(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="пароль")


def ask_login(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def ask_login_for_section(page: Page) -> None:
    section = page.get_parent() if page.depth > 3 else page
    PageViewRestriction.objects.get_or_create(page=section, restriction_type=PageViewRestriction.LOGIN)


WAYS = (unpublish, expire, schedule, ask_password, ask_login, ask_login_for_section)


@pytest.fixture(params=WAYS, ids=lambda way: way.__name__)
def hidden(request: pytest.FixtureRequest, published: Hidden) -> Hidden:
    """The pages after one way of hiding them."""
    way: Callable[[Page], None] = request.param
    for page in published.pages:
        way(type(page).objects.get(pk=page.pk))
    return published


def of_cohort(cohort: Cohort) -> tuple[str, ...]:
    return tuple(f"/registration/{cohort.uuid}/{part}" for part in ("", "places/", "cohort.ics"))


def shown(client: Client, path: str) -> bool:
    answer = client.get(path)
    assert answer.status_code in {200, 302}  # a section behind a login leads there
    return SECRET in (text := answer.content.decode()) or SECRET_IN_ADDRESSES in text


def test_published_pages_are_listed(client: Client, published: Hidden) -> None:
    assert [path for path in LISTS if shown(client, path)] == list(LISTS)


def test_published_event_takes_registrations(client: Client, published: Hidden) -> None:
    assert [client.get(path).status_code for path in of_cohort(published.cohort)] == [200, 200, 200]


def test_hidden_pages_are_listed_nowhere(client: Client, hidden: Hidden) -> None:
    assert [path for path in LISTS if shown(client, path)] == []


def test_hidden_pages_show_nothing_at_their_own_address(client: Client, hidden: Hidden) -> None:
    for page in hidden.pages:
        answer = client.get(page.url)
        assert SECRET not in answer.content.decode()


def test_hidden_event_takes_no_registration(client: Client, hidden: Hidden) -> None:
    for path in of_cohort(hidden.cohort):
        for prefix in ("", "/en"):
            answer = client.get(prefix + path)
            assert answer.status_code == 404
            assert SECRET not in answer.content.decode()
    assert client.post(of_cohort(hidden.cohort)[0], {"step": "details"}).status_code == 404
    assert hidden.cohort.registrations.count() == 0


def test_event_past_its_expiry_is_closed_before_the_worker_has_noticed(client: Client, published: Hidden) -> None:
    EventPage.objects.filter(pk=published.event.pk).update(expire_at=datetime.now(UTC) - timedelta(seconds=1))
    assert [client.get(path).status_code for path in of_cohort(published.cohort)] == [404, 404, 404]
