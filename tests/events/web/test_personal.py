"""Pages behind personal links: GET shows, POST acts, what doesn't work says what to do."""

from datetime import timedelta

import icalendar
import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from events.domain import links, making, registering
from events.models import LinkScope, Registration, RegistrationLink, RegistrationState
from portal.letters.models import Letter
from tests.factories import events as make

pytestmark = pytest.mark.django_db
S = RegistrationState


def opened(registration: Registration, scope: LinkScope) -> str:
    """A fresh address of a registration."""
    token = links.mint(registration=registration, scope=scope, at=timezone.now())
    return f"/registration/{scope.value}/{token}/"


def confirmed(cohort) -> Registration:
    at = timezone.now()
    return registering.confirm_address(registration=make.registered(cohort, at=at), at=at)


def state(registration: Registration) -> str:
    return Registration.objects.get(pk=registration.pk).state


@pytest.mark.parametrize("scope", list(LinkScope))
def test_links_that_do_not_work_say_what_to_do(client: Client, scope: LinkScope):
    row = make.registered(make.make_cohort(at=timezone.now()), at=timezone.now())
    address = opened(row, scope)
    for forged in (
        f"/registration/{scope.value}/forged/",
        address.replace(address[-6:], "AAAAA/"),
        f"/en{address[:-3]}/",
    ):
        for answer in (client.get(forged), client.post(forged)):
            assert answer.status_code == 404
            assert "registration/dead_link.html" in [template.name for template in answer.templates]
    RegistrationLink.objects.update(expires_at=timezone.now())
    for answer in (client.get(address), client.post(address)):
        assert answer.status_code == 410
        assert "Срок ссылки истёк" in answer.content.decode()
        assert "Что можно сделать" in answer.content.decode()
    assert state(row) == S.AWAITING_EMAIL


@pytest.mark.parametrize("scope", list(LinkScope))
def test_opening_changes_nothing_and_is_kept_nowhere(client: Client, scope: LinkScope):
    row = make.registered(make.make_cohort(at=timezone.now()), at=timezone.now())
    address = opened(row, scope)
    for answer in (client.get(address), client.head(address)):
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Referrer-Policy"] == "same-origin"
    assert state(row) == S.AWAITING_EMAIL


def test_confirming_by_the_button_and_pressing_again(client: Client):
    row = make.registered(make.make_cohort(at=timezone.now()), at=timezone.now())
    address = opened(row, LinkScope.CONFIRM)
    first, second = client.post(address), client.post(address)
    assert (first.status_code, second.status_code, state(row)) == (302, 302, S.CONFIRMED)
    assert "Вы записаны" in client.get(second["Location"]).content.decode()


def test_a_confirmation_after_the_hour_says_that_the_time_is_over(client: Client):
    row = make.registered(make.make_cohort(at=timezone.now()), at=timezone.now())
    address = opened(row, LinkScope.CONFIRM)
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        text = client.get(client.post(address)["Location"]).content.decode()
    assert state(row) == S.EXPIRED
    assert "Срок записи истёк" in text
    assert "Записаться снова" in text


def test_cancelling_gives_the_place_to_who_waits(client: Client):
    cohort = make.make_cohort(at=timezone.now(), capacity=1)
    first, second = confirmed(cohort), confirmed(cohort)
    waiting = client.get(opened(second, LinkScope.MANAGE)).content.decode()
    assert "ваш номер — 1" in waiting
    assert "Вы следующий в очереди" in waiting
    address = opened(first, LinkScope.MANAGE)
    assert client.post(address, {"action": "cancel", "reason": "Заболела"}).status_code == 302
    assert client.post(address, {"action": "cancel"}).status_code == 302
    assert (state(first), state(second)) == (S.CANCELLED, S.CONFIRMED)
    text = client.get(address).content.decode()
    assert "Запись отменена" in text
    assert "Заболела" in text


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({}, 400),
        ({"action": "explode"}, 400),
        ({"action": "accept"}, 302),
        ({"action": "cancel", "reason": "ж" * 300}, 422),
        ({"action": "cancel", "reason": "\x00"}, 422),
    ],
)
def test_odd_answers_on_the_manage_page(client: Client, form: dict[str, str], status: int):
    row = confirmed(make.make_cohort(at=timezone.now()))
    assert client.post(opened(row, LinkScope.MANAGE), form).status_code == status
    assert state(row) == S.CONFIRMED


def test_an_offered_place_is_taken_by_the_button(client: Client):
    cohort = make.make_cohort(at=timezone.now(), capacity=1, offer_hours=24)
    first, second, third = confirmed(cohort), confirmed(cohort), confirmed(cohort)
    registering.cancel(registration=first, at=timezone.now())
    address = opened(second, LinkScope.MANAGE)
    assert "Занять место" in client.get(address).content.decode()
    assert client.post(address, {"action": "accept"}).status_code == 302
    assert state(second) == S.CONFIRMED
    refused = client.post(opened(third, LinkScope.MANAGE), {"action": "accept"})
    assert refused.status_code == 409
    assert "не предложено место" in refused.content.decode()


def test_the_address_for_connecting_and_the_calendar_are_for_the_confirmed(client: Client):
    cohort = make.make_cohort(at=timezone.now(), capacity=1, join_url="https://meet.example.org/x")
    seated, waiting = confirmed(cohort), confirmed(cohort)
    address = opened(seated, LinkScope.MANAGE)
    assert "https://meet.example.org/x" in client.get(address).content.decode()
    answer = client.get(f"{address}event.ics")
    (event,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(event["url"]) == "https://meet.example.org/x"
    assert "no-store" in answer["Cache-Control"]
    other = opened(waiting, LinkScope.MANAGE)
    assert "meet.example.org" not in client.get(other).content.decode()
    assert client.get(f"{other}event.ics").status_code == 404


def test_asking_for_the_letter_again_has_a_limit(client: Client):
    row = make.registered(make.make_cohort(at=timezone.now()), at=timezone.now())
    address = opened(row, LinkScope.SENT)
    statuses = [client.post(address, {"action": "resend"}).status_code for _ in range(6)]
    assert statuses == [302, 302, 302, 302, 302, 429]
    assert Letter.objects.for_object(row).count() == 6


def test_correcting_the_address_moves_the_registration_and_voids_old_links(client: Client):
    row = make.registered(make.make_cohort(at=timezone.now()), at=timezone.now())
    sent, old = opened(row, LinkScope.SENT), opened(row, LinkScope.CONFIRM)
    wrong = client.post(sent, {"action": "correct", "email": "нет"})
    assert wrong.status_code == 422
    assert 'value="нет"' in wrong.content.decode()
    assert client.post(sent, {"action": "correct", "email": "right@example.org"}).status_code == 302
    row.refresh_from_db()
    assert (row.participant.email, row.state) == ("right@example.org", S.AWAITING_EMAIL)
    assert Letter.objects.order_by("-pk")[0].to == "right@example.org"
    assert client.get(old).status_code == 410
    assert "right@example.org" in client.get(sent).content.decode()
    assert set(row.participant.consents.values_list("about", flat=True)) == {f"registration:{row.pk}"}


def test_a_confirmed_address_is_not_corrected_any_more(client: Client):
    row = confirmed(make.make_cohort(at=timezone.now()))
    answer = client.post(opened(row, LinkScope.SENT), {"action": "correct", "email": "x@example.org"})
    assert answer.status_code == 409
    assert "уже не исправить" in answer.content.decode()


def test_a_called_off_cohort_says_so(client: Client):
    cohort = make.make_cohort(at=timezone.now())
    row = confirmed(cohort)
    making.cancel_cohort(cohort=cohort, reason="Болезнь ведущего", actor=None, at=timezone.now())
    text = client.get(opened(row, LinkScope.MANAGE)).content.decode()
    assert "Центр отменил вашу запись" in text
    assert "Болезнь ведущего" in text
