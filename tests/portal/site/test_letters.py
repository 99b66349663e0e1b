"""Who writes the letters."""

from __future__ import annotations

import pytest
from i18nfield.strings import LazyI18nString

from portal.letters import registry
from portal.site.models import SiteSettings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("language", "centre"), [("ru", "Центр помощи"), ("en", "Help centre")])
def test_the_frame_of_letters_comes_from_the_site_settings(language: str, centre: str) -> None:
    row = SiteSettings.load()
    row.centre_name = LazyI18nString({"ru": "Центр помощи", "en": "Help centre"})
    row.address = LazyI18nString({"ru": "656000, г. Барнаул,\nул. Исакова, 113"})
    row.phone, row.email = "83852551288", "centre@example.org"
    row.save()
    frame = registry.layout(language)
    assert (frame.centre, frame.reply_to, frame.address) == (
        centre,
        "centre@example.org",
        "656000, г. Барнаул, ул. Исакова, 113",
    )
    assert frame.phone.replace("\u00a0", " ") == "+7 (3852) 55-12-88"


def test_a_site_without_settings_still_writes_letters() -> None:
    frame = registry.layout("ru")
    assert (frame.centre, frame.site_name, frame.reply_to, frame.phone) == ("Опора", "Опора", "", "")
