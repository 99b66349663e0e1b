"""Documents: no public address reaches the file, the view asks before it serves."""

import pytest
from django.conf import settings
from django.test import Client

from portal.media import access
from portal.people.roles import Role
from tests.factories.media import DocumentFactory
from tests.factories.people import UserFactory
from tests.factories.site import standard_page

pytestmark = pytest.mark.django_db


def status(client: Client, document) -> int:
    """Return the answer's status, the file read to its end."""
    answer = client.get(document.url)
    if answer.streaming:
        answer.getvalue()
    answer.close()
    return answer.status_code


def test_an_open_document_is_served(client: Client) -> None:
    document = DocumentFactory()
    assert status(client, document) == 200


def test_the_file_lies_where_no_address_leads(client: Client) -> None:
    document = DocumentFactory()
    assert str(document.file.path).startswith(str(settings.PRIVATE_MEDIA_ROOT))
    assert client.get(f"{settings.MEDIA_URL}{document.file.name}").status_code == 404


@pytest.mark.parametrize(("role", "expected"), [(None, 403), (Role.EDITOR, 200)])
def test_a_private_document_is_for_staff(client: Client, role: Role | None, expected: int) -> None:
    client.force_login(UserFactory(role=role))
    assert status(client, DocumentFactory(is_private=True)) == expected


def test_a_stranger_is_refused(client: Client) -> None:
    assert status(client, DocumentFactory(is_private=True)) == 403


def test_a_rule_of_another_room_may_open_it(client: Client, monkeypatch) -> None:
    document = DocumentFactory(is_private=True)
    monkeypatch.setattr(access, "_rules", {"participants": lambda file, request: file.pk == document.pk})
    assert status(client, document) == 200


def test_a_list_on_a_page_names_open_files_only(client: Client, home) -> None:
    files = [DocumentFactory(title="Для всех"), DocumentFactory(title="Для своих", is_private=True)]
    page = standard_page(home, body=[("documents", {"title": "", "documents": files})])
    html = client.get(page.url).content.decode()
    assert ("Для всех" in html, "TXT" in html, "Для своих" in html) == (True, True, False)
