"""What every test may rely on: a database with its migrations' rows, an empty cache, a home page, real servers."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.utils import translation
from pytest_django import DjangoDbBlocker

from tests.migrated import copy_instead_of_migrating
from tests.serving import Server, serving

REQUIRED_IN_CI = os.environ.get("CI", "").lower() in ("1", "true")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give tests that commit for real the rows of migrations back: the root page, locales, municipalities.

    Django empties the tables after such a test; without this the next one would find no root page.
    """
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker is not None and marker.kwargs.get("transaction"):
            item.add_marker(pytest.mark.django_db(**{"serialized_rollback": True, **marker.kwargs}), append=False)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    django_db_modify_db_settings_parallel_suffix: None,
    django_db_createdb: bool,
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Migrate once for all runs with the same migrations: see tests/migrated.py. `--create-db` starts anew."""
    with django_db_blocker.unblock():
        copy_instead_of_migrating(request.config.cache.mkdir("migrated"), anew=django_db_createdb)


@pytest.fixture(autouse=True)
def _russian() -> None:
    """Every test begins in Russian: a request to /en/ in the one before leaves English active in the process."""
    translation.activate("ru")


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """No test sees what another one left in the cache: menus, settings, limits of attempts; nor its language."""
    cache.clear()
    translation.deactivate()
    yield
    cache.clear()
    translation.deactivate()


@pytest.fixture
def home(db: None):
    """The Russian home page, live at «/»; the page Wagtail's own migration makes is gone."""
    from wagtail.models import Locale, Page, Site

    from portal.site.models import HomePage

    found = HomePage.objects.filter(locale__language_code="ru").first()
    if found is not None:
        return found
    root = Page.objects.get(depth=1)
    site = Site.objects.get(is_default_site=True)
    page = root.add_child(
        instance=HomePage(title="Опора", slug="home-ru", locale=Locale.objects.get(language_code="ru"))
    )
    welcome, site.root_page = site.root_page, page
    site.save()
    if not isinstance(welcome.specific, HomePage):
        welcome.delete()
    return page


@pytest.fixture
def home_en(home):
    """The English home page, live at «/en/»."""
    from wagtail.models import Locale

    english, _made = Locale.objects.get_or_create(language_code="en")
    copy = home.get_translation_or_none(english) or home.copy_for_translation(english)
    copy.title = "Opora"
    copy.slug = "home-en"
    copy.save_revision().publish()
    return copy


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Start a real server: `serve(database="postgres", workers=2, demo=False, environment={…})`.

    Each call makes a database of its own, migrates it and serves it by granian on a free port; all of them are
    stopped, and their databases dropped, when the session ends. Without PostgreSQL the test is skipped, under CI=true
    it fails.
    """
    with serving(tmp_path_factory.mktemp("servers"), required=REQUIRED_IN_CI) as start:
        yield start


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder of the working tree."""
    return Path(__file__).resolve().parents[1]
