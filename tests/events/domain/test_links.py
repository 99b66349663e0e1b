"""Personal links: random, hashed, scoped, with an end."""

from datetime import timedelta

import pytest

from events.domain import links
from events.models import LinkScope, RegistrationLink
from tests.factories import events as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def registration():
    return make.registered(make.make_cohort())


def test_only_the_hash_is_stored(registration):
    token = links.mint(registration=registration, scope=LinkScope.MANAGE, at=make.NOW)
    row = RegistrationLink.objects.get()
    assert len(token) == 43
    assert token not in str(row.__dict__)
    assert row.token_hash == links.hash_token(token)
    assert links.resolve(token=token, scope=LinkScope.MANAGE, at=make.NOW).registration == registration


@pytest.mark.parametrize("scope", [LinkScope.CONFIRM, LinkScope.SENT])
def test_a_link_opens_nothing_beyond_its_scope(registration, scope):
    token = links.mint(registration=registration, scope=LinkScope.MANAGE, at=make.NOW)
    with pytest.raises(RegistrationLink.DoesNotExist):
        links.resolve(token=token, scope=scope, at=make.NOW)


def test_minting_again_does_not_void_the_first(registration):
    tokens = [links.mint(registration=registration, scope=LinkScope.CONFIRM, at=make.NOW) for _ in range(2)]
    assert len(set(tokens)) == 2
    for token in tokens:
        assert links.resolve(token=token, scope=LinkScope.CONFIRM, at=make.NOW)


def test_links_end_and_can_be_revoked(registration):
    token = links.mint(registration=registration, scope=LinkScope.CONFIRM, at=make.NOW)
    end = make.NOW + links.LIFETIMES[LinkScope.CONFIRM]
    assert links.resolve(token=token, scope=LinkScope.CONFIRM, at=end - timedelta(seconds=1))
    with pytest.raises(links.LinkExpired):
        links.resolve(token=token, scope=LinkScope.CONFIRM, at=end)
    assert links.revoke(registration=registration, at=make.NOW) == 1
    with pytest.raises(links.LinkExpired):
        links.resolve(token=token, scope=LinkScope.CONFIRM, at=make.NOW)


@pytest.mark.parametrize("token", ["", "x", "é" * 20, "a" * 5000, "../../etc"])
def test_forged_ones_are_unknown(registration, token):
    with pytest.raises(RegistrationLink.DoesNotExist):
        links.resolve(token=token, scope=LinkScope.MANAGE, at=make.NOW)


def test_old_ones_are_forgotten_a_month_after_their_end(registration):
    links.mint(registration=registration, scope=LinkScope.SENT, at=make.NOW)
    assert links.forget_expired(at=make.NOW + timedelta(days=30)) == 0
    assert links.forget_expired(at=make.NOW + timedelta(days=31)) == 1
