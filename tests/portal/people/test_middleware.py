"""Staff without a second factor are led to set one up; everybody else passes."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django.fixtures import Settings


@pytest.fixture
def strict(settings: Settings) -> None:
    settings.STAFF_SECOND_FACTOR = True


@pytest.fixture
def staff(db: None):
    return get_user_model().objects.create_superuser("editor@opora.example", "long password of an editor")


def test_one_factor_opens_nothing(client: Client, strict: None, staff):
    client.force_login(staff)
    response = client.get("/admin/")
    assert (response.status_code, response.headers["Location"]) == (302, "/account/2fa/")


def test_two_factors_open_the_admin(client: Client, strict: None, staff, home):
    Authenticator.objects.create(user=staff, type=Authenticator.Type.TOTP, data={"secret": "x"})
    client.force_login(staff)
    assert client.get("/admin/").status_code == 200


def test_a_stranger_is_sent_to_the_one_login_page(client: Client, strict: None, db: None):
    assert client.get("/admin/").headers["Location"] == "/account/login/?next=/admin/"
    assert client.get("/admin/login/?next=/admin/").headers["Location"] == "/account/login/?next=/admin/"


def test_development_asks_for_one_factor_only(client: Client, staff, home):
    client.force_login(staff)
    assert client.get("/admin/").status_code == 200


def test_wagtails_own_password_page_is_closed(client: Client, db: None):
    assert client.get("/admin/password_reset/").status_code == 404


def test_after_signing_in_staff_go_to_the_admin_and_others_to_their_account(client: Client, staff, home):
    client.force_login(staff)
    assert client.get("/account/").headers["Location"] == "/admin/"
    client.force_login(get_user_model().objects.create_user("anna@opora.example"))
    assert client.get("/account/").headers["Location"] == "/account/email/"
    client.logout()
    assert client.get("/en/account/").headers["Location"] == "/en/account/login/?next=/en/account/"
