"""Letters about registrations, built as the worker builds them."""

from datetime import timedelta

import icalendar
import pytest
from django.core import mail
from django.utils import timezone

from events.domain import making, registering
from events.models import Registration, RegistrationState
from portal.letters import registry
from portal.letters.models import Letter, LetterState
from tests.factories import events as make

pytestmark = pytest.mark.django_db
S = RegistrationState


def deliver() -> list[Letter]:
    """Let a worker deliver everything due; the letters, oldest first."""
    from django.core.management import call_command

    call_command("worker", "--once")
    return list(Letter.objects.order_by("pk"))


def path_of(*, language: str = "ru", title: object = None, **fields: object) -> Registration:
    """Somebody registers and confirms, one who waits gets the place of another who cancels."""
    at = timezone.now()
    names = {"ru": "Разговор о важном", "en": "A talk that matters"}
    event = make.make_event(title=title or names, kind=fields.pop("kind", "webinar"))
    cohort = make.make_cohort(event=event, at=at, capacity=1, venue={"ru": "Барнаул", "en": "Barnaul"}, **fields)
    first = registering.confirm_address(registration=make.registered(cohort, at=at, language=language), at=at)
    second = registering.confirm_address(registration=make.registered(cohort, at=at, language=language), at=at)
    registering.cancel(registration=first, at=at)
    return second


@pytest.mark.parametrize("language", ["ru", "en"])
def test_letters_are_delivered_and_wrong_ones_dropped(language):
    path_of(language=language)
    letters = deliver()
    assert [(letter.kind, letter.state) for letter in letters] == [
        ("registration_confirm", LetterState.SKIPPED),
        ("registration_confirmed", LetterState.SKIPPED),
        ("registration_confirm", LetterState.SKIPPED),
        ("registration_waitlisted", LetterState.SKIPPED),
        ("registration_cancelled", LetterState.SENT),
        ("registration_confirmed", LetterState.SENT),
    ]
    assert len(mail.outbox) == 2


def test_the_letter_of_a_seated_person_has_a_calendar_and_a_manage_link():
    path_of(join_url="https://meet.example.org/x")
    deliver()
    letter = next(message for message in mail.outbox if "Вы записаны" in message.subject)
    (attachment,) = letter.attachments
    calendar = icalendar.Calendar.from_ical(attachment[1])
    (event,) = calendar.walk("VEVENT")
    assert str(event["summary"]) == "Разговор о важном"
    assert "/registration/manage/" in letter.body
    assert "https://meet.example.org/x" in letter.body
    assert "Барнаул" in letter.body
    assert "{{" not in letter.body


def test_the_confirm_letter_leads_to_a_page_with_a_button(client):
    cohort = make.make_cohort(at=timezone.now())
    row = make.registered(cohort, at=timezone.now())
    deliver()
    body = mail.outbox[0].body
    link = next(line for line in body.splitlines() if "/registration/confirm/" in line)
    path = "/" + link.strip().split("/", 3)[3]
    page = client.get(path)
    assert page.status_code == 200
    row.refresh_from_db()
    assert row.state == S.AWAITING_EMAIL
    answer = client.post(path)
    row.refresh_from_db()
    assert (row.state, answer.status_code) == (S.CONFIRMED, 302)
    assert "Вы записаны" in client.get(answer["Location"]).content.decode()
    assert "уже сработала" in client.get(path).content.decode()


@pytest.mark.parametrize(
    ("kind", "title"), [("supervision", "Как выдержать"), ("webinar", "Кризисный центр: как мы работаем")]
)
def test_subjects_tell_nothing_delicate(kind, title):
    path_of(kind=kind, title=title)
    deliver()
    subjects = " ".join(message.subject for message in mail.outbox).casefold()
    assert "кризис" not in subjects
    assert title.casefold() not in subjects


STATES = list(registry.kinds()) if registry.kinds() else []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_kind_renders_in_both_languages(language):
    """Put one registration through every state and render each letter while it is true."""
    at = timezone.now()
    cohort = make.make_cohort(at=at, capacity=1, approval_required=True, offer_hours=5)

    def arrive():
        return make.registered(cohort, at=at, language=language)

    first = arrive()
    deliver()
    first = registering.confirm_address(registration=first, at=at)
    deliver()
    registering.approve(registration=first, actor=None, at=at)
    deliver()
    second, third = (registering.confirm_address(registration=arrive(), at=at) for _ in range(2))
    registering.approve(registration=second, actor=None, at=at)
    registering.reject(registration=third, reason="Поток для психологов", actor=None, at=at)
    deliver()
    registering.cancel(registration=first, at=at, by="centre", reason="Ошибка записи")
    deliver()
    registering.accept_offer(registration=second, at=at + timedelta(hours=6))
    deliver()
    sent = Letter.objects.filter(state=LetterState.SENT).values_list("kind", flat=True)
    assert set(sent) == {kind for kind in registry.kinds() if kind.startswith("registration_")}
    for message in mail.outbox:
        text = message.body + str(message.alternatives)
        assert "{%" not in text
        assert "None" not in text
        assert message.subject


def test_calling_a_cohort_off_writes_to_everybody_in_it():
    at = timezone.now()
    cohort = make.make_cohort(at=at, capacity=1)
    rows = [registering.confirm_address(registration=make.registered(cohort, at=at), at=at) for _ in range(3)]
    assert making.cancel_cohort(cohort=cohort, reason="Болезнь ведущего", actor=None, at=at) == 3
    assert set(Registration.objects.values_list("state", flat=True)) == {S.CANCELLED}
    deliver()
    bodies = [message.body for message in mail.outbox]
    assert len(bodies) == len(rows)
    assert all("Болезнь ведущего" in body for body in bodies)
