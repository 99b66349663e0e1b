"""Letters about accounts go through the outbox and leave no secret there."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import allauth
import pytest
from allauth.account.adapter import get_adapter
from django.core import mail
from django.test import Client
from django.utils import timezone, translation

from portal.letters import accounts, delivery
from portal.letters.models import Letter, LetterState
from portal.people.models import User

pytestmark = pytest.mark.django_db


def deliver(after: timedelta = timedelta(0)) -> None:
    delivery.deliver_due(clock=lambda: timezone.now() + after)


def send(template: str, language: str = "ru", **context: str) -> Letter:
    with translation.override(language):
        get_adapter().send_mail(template, "anna@example.org", context)
    return Letter.objects.latest("pk")


def test_every_mail_of_allauth_has_its_letter() -> None:
    folder = Path(allauth.__file__).parent / "templates"
    found = {
        str(path.relative_to(folder)).removesuffix("_subject.txt")
        for path in folder.glob("*/email/*_subject.txt")
        if not str(path.relative_to(folder)).startswith("socialaccount")
    }
    assert {letter.template for letter in accounts.ACCOUNT_LETTERS} == found


@pytest.mark.parametrize("letter", accounts.ACCOUNT_LETTERS, ids=lambda letter: letter.name)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_letter_can_be_read(letter: accounts.AccountLetter, language: str) -> None:
    row = send(
        letter.template,
        language,
        code="137942",
        activate_url="https://opora.example/a/1/",
        password_reset_url="https://opora.example/p/2/",
        signup_url="https://opora.example/s/3/",
        from_email="old@example.org",
        to_email="new@example.org",
        deleted_email="gone@example.org",
    )
    deliver()
    row.refresh_from_db()
    assert (row.state, row.last_error, row.payload) == (LetterState.SENT, "", {})
    assert "%(" not in row.text
    assert row.urgent is True


def test_a_code_is_in_the_letter_and_nowhere_else_afterwards(settings: Any) -> None:
    settings.LETTERS_KEEP_BODIES = False
    letter = send("account/email/login_code", code="137942")
    assert letter.payload["code"] == "137942"
    deliver()
    assert "137942" in mail.outbox[0].body
    assert "137942" not in mail.outbox[0].subject
    assert [row for row in Letter.objects.values() if "137942" in str(row)] == []


def test_a_code_that_no_longer_works_is_not_sent() -> None:
    letter = send("account/email/login_code", code="137942")
    deliver(after=timedelta(hours=1))
    letter.refresh_from_db()
    assert (letter.state, letter.payload, mail.outbox) == (LetterState.SKIPPED, {}, [])


def test_a_notice_keeps_its_worth_for_days() -> None:
    send("account/email/password_changed")
    deliver(after=timedelta(days=1))
    assert len(mail.outbox) == 1


def test_signing_in_by_code_asks_for_a_letter(client: Client) -> None:
    User.objects.create_user("anna@example.org")
    with translation.override("ru"):
        response = client.post("/account/login/code/", {"email": "anna@example.org"})
    assert response.status_code == 302
    assert list(Letter.objects.values_list("kind", "to", "language")) == [
        ("account_login_code", "anna@example.org", "ru")
    ]
    deliver()
    assert re.search(r"\n\S{6,}\n", mail.outbox[0].body)
