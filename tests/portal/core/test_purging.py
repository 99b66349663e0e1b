"""Publishing sends PURGE to the cache in front: a real listener, one request an address, after the commit."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from pytest_django.fixtures import Settings


@pytest.fixture
def purged(settings: Settings) -> Iterator[list[str]]:
    seen: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_PURGE(self) -> None:
            seen.append(f"{self.headers['Host']}{self.path}")
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    settings.WAGTAILFRONTENDCACHE = {
        "default": {
            "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
            "LOCATION": f"http://127.0.0.1:{server.server_port}",
        }
    }
    yield seen
    server.shutdown()
    server.server_close()
    thread.join(5)


def test_publishing_purges_the_page_its_parents_and_their_translations(
    home, home_en, purged: list[str], django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        home.save_revision().publish()
    read_by_machines = [
        "localhost/en/feed.atom",
        "localhost/en/news/feed.atom",
        "localhost/feed.atom",
        "localhost/news/feed.atom",
        "localhost/sitemap-en.xml",
        "localhost/sitemap-ru.xml",
        "localhost/sitemap.xml",
    ]
    assert sorted(purged) == sorted(["localhost/", "localhost/en/", *read_by_machines])


def test_nothing_is_purged_before_the_commit(home, purged: list[str], django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=False):
        home.save_revision().publish()
    assert purged == []
