"""A methodist with an own event, a colleague's event beside it, and browsers of every role."""

from collections.abc import Callable

import pytest
from django.test import Client

from events.models import Cohort
from portal.people.models import User
from portal.people.roles import Role
from tests.factories import events
from tests.factories.people import UserFactory


@pytest.fixture
def methodist(db: None) -> User:
    return UserFactory(role=Role.METHODIST)


@pytest.fixture
def colleague(db: None) -> User:
    return UserFactory(role=Role.METHODIST)


@pytest.fixture
def browser_of() -> Callable[[User], Client]:
    def browse(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return browse


@pytest.fixture
def at_work(methodist: User, browser_of: Callable[[User], Client]) -> Client:
    return browser_of(methodist)


@pytest.fixture
def own_cohort(methodist: User) -> Cohort:
    return events.make_cohort(event=events.make_event(methodist=methodist), capacity=2)


@pytest.fixture
def foreign_cohort(colleague: User) -> Cohort:
    return events.make_cohort(event=events.make_event(methodist=colleague, title="Чужое событие"), capacity=2)
