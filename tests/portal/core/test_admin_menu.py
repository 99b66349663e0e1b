"""The admin's menu shows a person what is theirs, and no door that leads to a foreign site."""

import pytest
from django.test import Client

from portal.people.roles import Role
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "seen", "hidden"),
    [
        (Role.EDITOR, ["Изображения"], ["События", "Письма", "Согласия", "Отчеты", "Помощь"]),
        (Role.METHODIST, ["События", "Письма", "Сертификаты"], ["Согласия", "Помощь"]),
        (Role.DATA_OFFICER, ["Согласия", "Отчеты"], ["События", "Письма", "Помощь"]),
    ],
)
def test_menu_of_a_role(home, role, seen, hidden):
    client = Client()
    client.force_login(UserFactory(role=role), backend="allauth.account.auth_backends.AuthenticationBackend")
    raw = client.get("/admin/").content.decode()
    menu = raw[raw.index('id="wagtail-sidebar-props"') :]
    menu = menu[: menu.index("</script>")].encode().decode("unicode_escape")
    assert [name for name in seen if f'"{name}"' not in menu] == []
    assert [name for name in hidden if f'"{name}"' in menu] == []
