"""What the centre says of itself is kept in the admin and shown at once."""

import pytest
from django.test import Client
from django.urls import reverse
from i18nfield.strings import LazyI18nString

from portal.site.models import Helpline, SiteSettings
from tests.factories.people import UserFactory
from tests.factories.site import standard_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Client:
    """A client signed in with every right."""
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def test_helplines_are_listed_and_added_in_the_admin(admin: Client, home) -> None:
    add = {
        "name_0": "Телефон доверия",
        "name_1": "Helpline",
        "phone": "124",
        "note_0": "",
        "note_1": "",
        "is_shown": "on",
    }
    answer = admin.post(reverse("wagtailsnippets_site_helpline:add"), add, follow=True)
    assert (answer.status_code, str(Helpline.objects.get().name)) == (200, "Телефон доверия")
    assert "tel:" in Client().get("/").content.decode()


def test_settings_are_saved_in_both_languages(admin: Client, home, home_en) -> None:
    page = standard_page(home, title="Нужна помощь")
    address = reverse("wagtailsettings:edit", args=("site", "sitesettings", SiteSettings.load().pk))
    texts = ("portal_name", "centre_name", "centre_short_name", "founder", "address", "opening_hours")
    form = {f"{name}_{number}": f"{name} {code}" for name in texts for number, code in enumerate(("ru", "en"))}
    admin.post(address, {**form, "phone": "83852551288", "email": "", "help_page": page.pk, "privacy_page": "",
                         "accessibility_page": "", "quick_exit_url": "https://ya.ru/pogoda"})  # fmt: skip
    russian, english = Client().get("/").content.decode(), Client().get("/en/").content.decode()
    assert ["centre_name ru" in russian, "centre_name en" in english, "centre_name ru" in english] == [
        True,
        True,
        False,
    ]
    assert [f'href="{page.url}"' in html for html in (russian, english)] == [True, False]


@pytest.mark.parametrize("change", ["save", "delete"])
def test_a_changed_helpline_is_seen_at_once(client: Client, home, change: str) -> None:
    line = Helpline.objects.create(name=LazyI18nString({"ru": "Прежнее имя"}), phone="124")
    assert "Прежнее имя" in client.get("/").content.decode()
    line.is_shown = False
    getattr(line, change)()
    assert "Прежнее имя" not in client.get("/").content.decode()


def test_a_menu_follows_its_pages(client: Client, home) -> None:
    page = standard_page(home, title="Специалистам", show_in_menus=True)
    assert "Специалистам" in client.get("/").content.decode()
    page.unpublish()
    assert "Специалистам" not in client.get("/").content.decode()
