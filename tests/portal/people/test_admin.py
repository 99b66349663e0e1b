import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.people import consents
from portal.people.models import AuditEntry, User
from portal.people.roles import Role
from tests.factories.people import OrganisationFactory, ParticipantFactory, UserFactory

pytestmark = pytest.mark.django_db


def browser(role: Role) -> Client:
    client = Client()
    client.force_login(UserFactory(role=role), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def administrator() -> Client:
    return browser(Role.ADMINISTRATOR)


def test_a_new_member_of_staff_is_an_address_a_name_and_a_role(administrator):
    role = Group.objects.get(name=Role.EDITOR)
    data = {"email": "Vera@Example.org", "last_name": "Новая", "first_name": "Вера", "groups": [role.pk]}
    response = administrator.post(reverse("wagtailusers_users:add"), {**data, "is_superuser": "on"})
    user = User.objects.get(email="vera@example.org")
    assert response.status_code == 302
    assert (user.last_name, user.is_superuser, user.has_usable_password()) == ("Новая", False, False)
    assert [group.name for group in user.groups.all()] == [Role.EDITOR.value]


def test_the_same_address_in_another_case_is_refused_at_the_field(administrator):
    UserFactory(email="vera@example.org")
    data = {"email": "VERA@example.org", "last_name": "Другая", "first_name": "Вера"}
    response = administrator.post(reverse("wagtailusers_users:add"), data)
    assert response.status_code == 200
    assert "email" in response.context["form"].errors
    assert "Другая" in response.content.decode()


def test_the_screens_of_staff_take_the_same_queries_for_few_and_many(administrator, django_assert_num_queries):
    address = reverse("wagtailusers_users:index")
    administrator.get(address)
    with django_assert_num_queries(13):
        administrator.get(address)
    for _number in range(8):
        UserFactory(role=Role.METHODIST)
    with django_assert_num_queries(13):
        administrator.get(address)


def test_the_data_officer_records_a_withdrawal(db):
    at = timezone.now()
    text = consents.current_text("processing", at=at)
    consent = consents.give(participant=ParticipantFactory(), text=text, at=at, method="site", language="ru")
    client, address = browser(Role.DATA_OFFICER), reverse("people_admin:consent", args=[consent.pk])
    assert client.post(address, {"method": "site"}).status_code == 422
    assert client.post(address, {"method": "phone", "reason": "Позвонила"}).status_code == 302
    consent.refresh_from_db()
    assert (consent.withdrawal.method, consent.withdrawal.reason) == ("phone", "Позвонила")
    assert AuditEntry.objects.filter(action="consent.withdrawn").count() == 1
    journal = client.get(reverse("people_admin:audit")).content.decode()
    assert "согласие отозвано" in journal


def test_an_organisation_is_found_in_any_case(administrator):
    OrganisationFactory(name="КЦСОН «Тёплый дом»")
    OrganisationFactory(name="Лицей")
    response = administrator.get(reverse("organisations:index"), {"q": "ТЕПЛЫЙ"})
    assert [row.name for row in response.context["object_list"]] == ["КЦСОН «Тёплый дом»"]
