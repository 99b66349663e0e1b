"""A broken promise of the project stops a command with its number."""

import pytest
from pytest_django.fixtures import Settings

from portal.core import checks


def numbers(messages: list) -> list[str]:
    return [message.id for message in messages]


def test_the_project_keeps_its_promises():
    for check in (
        checks.check_page_models,
        checks.check_languages,
        checks.check_nothing_calls_abroad,
        checks.check_private_storage,
        checks.check_installed_rooms,
    ):
        assert check(app_configs=None) == []


def test_another_source_language_is_an_error(settings: Settings):
    settings.LANGUAGE_CODE = "en"
    assert numbers(checks.check_languages()) == ["opora.E002"]


def test_two_lists_of_languages_are_an_error(settings: Settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = [("ru", "русский")]
    assert numbers(checks.check_languages()) == ["opora.E003"]


def test_a_language_whose_prefix_a_page_could_take_is_an_error(settings: Settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [("ru", "русский"), ("kk", "қазақша")]
    assert numbers(checks.check_languages()) == ["opora.E004"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("WAGTAIL_ENABLE_UPDATE_CHECK", True), ("WAGTAIL_GRAVATAR_PROVIDER_URL", "//avatars.example")],
)
def test_a_setting_that_calls_abroad_is_an_error(settings: Settings, name: str, value: object):
    setattr(settings, name, value)
    assert numbers(checks.check_nothing_calls_abroad()) == ["opora.E005"]


def test_a_private_storage_inside_the_public_one_is_an_error(settings: Settings):
    options = {"OPTIONS": {"location": settings.MEDIA_ROOT / "private"}}
    settings.STORAGES = {**settings.STORAGES, "private": {**settings.STORAGES["private"], **options}}
    assert numbers(checks.check_private_storage()) == ["opora.E007"]


@pytest.mark.parametrize(("backend", "found"), [("locmem.LocMemCache", ["opora.W001"]), ("redis.RedisCache", [])])
def test_a_cache_of_one_process_is_warned_of(settings: Settings, backend: str, found: list[str]):
    settings.CACHES = {"default": {"BACKEND": f"django.core.cache.backends.{backend}"}}
    assert numbers(checks.check_shared_cache()) == found
