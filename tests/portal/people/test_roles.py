import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Workflow

from portal.people import roles
from portal.people.roles import Role
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_groups_are_exactly_the_roles():
    assert set(Group.objects.values_list("name", flat=True)) == set(Role.values)


def test_editor_writes_but_does_not_publish():
    rights = GroupPagePermission.objects.filter(group__name=Role.EDITOR)
    assert set(rights.values_list("permission__codename", flat=True)) == {"add_page", "change_page"}


def test_chief_editor_publishes():
    rights = GroupPagePermission.objects.filter(group__name=Role.CHIEF_EDITOR, permission__codename="publish_page")
    assert [right.page.depth for right in rights] == [1]


def test_moderation_is_in_the_hands_of_the_chief_editor():
    workflow = Workflow.objects.get()
    assert [task.specific.groups.get().name for task in workflow.tasks] == [Role.CHIEF_EDITOR.value]


def test_administrator_has_what_anybody_has():
    administrator = UserFactory(role=Role.ADMINISTRATOR)
    for role in Role:
        assert administrator.has_perms(roles.granted(role))


def test_sync_twice_changes_nothing_and_keeps_what_was_added_by_hand():
    group = Group.objects.get(name=Role.JURY)
    group.permissions.add(Group.objects.get(name=Role.METHODIST).permissions.first())
    before = {g.name: set(g.permissions.values_list("pk", flat=True)) for g in Group.objects.all()}
    roles.sync()
    assert {g.name: set(g.permissions.values_list("pk", flat=True)) for g in Group.objects.all()} == before


def test_unknown_right_is_an_error():
    with pytest.raises(LookupError):
        roles._permissions({"people.fly"})


def test_has_asks_the_database_once(django_assert_num_queries):
    user = UserFactory(role=Role.METHODIST)
    with django_assert_num_queries(1):
        assert roles.has(user, Role.METHODIST, Role.ADMINISTRATOR)
        assert not roles.has(user, Role.EDITOR)
