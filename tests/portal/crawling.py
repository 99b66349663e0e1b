"""A crawler that follows every internal address of a site through the test client and keeps what it was answered."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

from django.test import Client
from tinyhtml5.parser import HTMLParser

HOST = "http://testserver"
LINKS = {"a": ["href"], "link": ["href"], "img": ["src", "srcset"], "source": ["src", "srcset"], "script": ["src"]}
# What readers see or hear besides text.
SPOKEN_ATTRIBUTES = ("alt", "title", "aria-label", "placeholder", "label", "value")
UNREAD = {"script", "style", "template"}
VOID_INPUTS = {"hidden", "checkbox", "radio"}


@dataclass(frozen=True)
class Answer:
    """What one address answered."""

    path: str
    status: int
    content_type: str
    body: bytes
    found_on: str
    location: str = ""
    cookies: tuple[str, ...] = ()

    @property
    def is_html(self) -> bool:
        """Whether it is a page and not a file."""
        return self.content_type.startswith("text/html")

    @property
    def is_english(self) -> bool:
        """Whether the address belongs to the English tree."""
        return self.path.startswith("/en/")

    @cached_property
    def parser(self) -> HTMLParser:
        """The parser after it has read the page."""
        parser = HTMLParser(namespace_html_elements=False)
        parser.root = parser.parse(self.body.decode())
        return parser

    @property
    def root(self) -> Element:
        """The element <html>."""
        root: Element = self.parser.root
        return root

    @property
    def parse_errors(self) -> list[str]:
        """What a strict reader of HTML objects to, with the line."""
        return [f"line {line}: {code} {details}" for (line, _column), code, details in self.parser.errors]

    def elements(self, tag: str) -> list[Element]:
        """All elements of one kind."""
        return list(self.root.iter(tag))

    def alternates(self) -> dict[str, str]:
        """hreflang and path of each announced translation."""
        links = (link for link in self.elements("link") if link.get("rel") == "alternate" and link.get("hreflang"))
        return {link.get("hreflang", ""): urlsplit(link.get("href", "")).path for link in links}

    def spoken(self) -> Iterator[tuple[str, str]]:
        """Each piece of text a reader sees or hears with the language it is marked with."""
        yield from _spoken(self.root, self.root.get("lang", ""))


def _spoken(element: Element, language: str) -> Iterator[tuple[str, str]]:
    if element.tag in UNREAD:
        return
    language = element.get("lang", language)
    if element.text and element.text.strip():
        yield element.text.strip(), language
    for name in SPOKEN_ATTRIBUTES:
        text = element.get(name, "").strip()
        if text and not (name == "value" and (element.tag == "option" or element.get("type") in VOID_INPUTS)):
            yield text, language
    if element.tag == "meta" and element.get("name") == "description":
        yield element.get("content", ""), language
    for child in element:
        yield from _spoken(child, language)
        if child.tail and child.tail.strip():
            yield child.tail.strip(), language


@dataclass
class Crawl:
    """Every address reachable from `starts` by links, without the admin and what a search could multiply."""

    starts: tuple[str, ...] = ("/", "/en/")
    skip: re.Pattern[str] = re.compile(r"^/(admin|dev|static)/")
    answers: dict[str, Answer] = field(default_factory=dict)
    fragments: list[tuple[str, str, str]] = field(default_factory=list)
    foreign: dict[str, str] = field(default_factory=dict)

    def run(self, client: Client) -> "Crawl":
        """Ask every address once; itself."""
        waiting = deque((start, "the beginning") for start in self.starts)
        seen = set(self.starts)
        while waiting:
            path, found_on = waiting.popleft()
            answer = self._ask(client, path, found_on)
            self.answers[path] = answer
            for target in self._targets(answer):
                if target not in seen:
                    seen.add(target)
                    waiting.append((target, path))
        return self

    @property
    def pages(self) -> list[Answer]:
        """Pages that answered 200."""
        return [answer for answer in self.answers.values() if answer.is_html and answer.status == 200]

    def _ask(self, client: Client, path: str, found_on: str) -> Answer:
        response = client.get(path)
        body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
        cookies = tuple(response.cookies)
        client.cookies.clear()
        kind = response.headers.get("Content-Type", "")
        return Answer(path, response.status_code, kind, body, found_on, response.headers.get("Location", ""), cookies)

    def _targets(self, answer: Answer) -> Iterator[str]:
        if answer.location:
            yield from self._inside(answer.path, answer.location)
        if not answer.is_html:
            return
        for tag, attributes in LINKS.items():
            for element in answer.elements(tag):
                for attribute in attributes:
                    value = element.get(attribute, "")
                    for address in _addresses(value) if attribute == "srcset" else [value]:
                        if not (tag == "link" and element.get("rel") in {"preconnect", "dns-prefetch"}):
                            yield from self._inside(answer.path, address)

    def _inside(self, page: str, address: str) -> Iterator[str]:
        if not address or address.startswith(("mailto:", "tel:", "data:")):
            return
        whole, fragment = urldefrag(urljoin(f"{HOST}{page}", address))
        parts = urlsplit(whole)
        if parts.hostname not in {"testserver", "127.0.0.1", "localhost"}:
            self.foreign.setdefault(whole, page)
            return
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        if self.skip.match(target):
            return
        if fragment:
            self.fragments.append((page, target, fragment))
        yield target


def _addresses(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(",") if part.strip()]
