"""The address alone decides the language."""

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [("/", "en", "ru"), ("/en/", "ru", "en"), ("/account/login/", "en", "ru"), ("/en/account/login/", "ru", "en")],
)
def test_the_browser_has_no_say(client: Client, home, home_en, path: str, accepted: str, language: str):
    response = client.get(path, headers={"accept-language": accepted})
    assert response.headers["Content-Language"] == language
    assert "Accept-Language" not in response.headers.get("Vary", "")
