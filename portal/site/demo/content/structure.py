"""Small shapes the demo content is written in: words in two languages, blocks of a body, dates that follow today."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal


@dataclass(frozen=True)
class Words:
    """A text in Russian and, where the English site has it, in English."""

    ru: str
    en: str = ""

    def __getitem__(self, language: str) -> str:
        return self.en if language == "en" else self.ru


@dataclass(frozen=True)
class Block:
    """One block of a page body. `parts` are named texts of the block, `rows` its list items, `fact` a figure's key."""

    kind: Literal["heading", "paragraph", "quote", "callout", "steps", "figures", "image"]
    parts: dict[str, Words] = field(default_factory=dict)
    rows: tuple[dict[str, Words], ...] = ()
    facts: tuple[str, ...] = ()
    picture: str = ""
    tone: str = "info"


def heading(ru: str, en: str = "") -> Block:
    """A section heading."""
    return Block("heading", {"text": Words(ru, en)})


def text(ru: str, en: str = "") -> Block:
    """Running text: HTML of paragraphs and lists; a line without a tag of its own becomes a paragraph."""
    return Block("paragraph", {"html": Words(_paragraphs(ru), _paragraphs(en))})


def quote(ru: str, author: str, en: str = "", author_en: str = "") -> Block:
    """Somebody's words."""
    return Block("quote", {"text": Words(ru, en), "author": Words(author, author_en)})


def callout(title: str, ru: str, *, en_title: str = "", en: str = "", tone: str = "info") -> Block:
    """A framed note."""
    parts = {"title": Words(title, en_title), "body": Words(_paragraphs(ru), _paragraphs(en))}
    return Block("callout", parts, tone=tone)


def steps(*rows: tuple[str, str] | tuple[str, str, str, str]) -> Block:
    """Numbered steps: (title, text) in Russian, or (title, text, English title, English text)."""
    made = []
    for row in rows:
        title, body, en_title, en_body = (*row, "", "")[:4]
        made.append({"title": Words(title, en_title), "body": Words(body, en_body)})
    return Block("steps", rows=tuple(made))


def figures(*keys: str) -> Block:
    """Figures of the table of facts, each with its unit, date and source."""
    return Block("figures", facts=keys)


def image(name: str, ru: str = "", en: str = "") -> Block:
    """A picture of the demo with a caption."""
    return Block("image", {"caption": Words(ru, en)}, picture=name)


def _paragraphs(source: str) -> str:
    lines = [line.strip() for line in source.strip().splitlines() if line.strip()]
    return "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)


@dataclass(frozen=True)
class DaysAgo:
    """A date that many days before today."""

    days: int

    def on(self, today: date) -> date:
        """Return the date as seen from `today`."""
        return today - timedelta(days=self.days)


@dataclass(frozen=True)
class LastTime:
    """The latest day with this day and month before today, or `years` earlier: news of a season stay in their season."""

    day: int
    month: int
    years: int = 0

    def on(self, today: date) -> date:
        """Return the date as seen from `today`."""
        year = today.year if (self.month, self.day) < (today.month, today.day) else today.year - 1
        return date(year - self.years, self.month, self.day)


@dataclass(frozen=True)
class PageWords:
    """A page: address, titles, leads, body. Without an English title the page exists in Russian only."""

    slug: str
    title: Words
    lead: Words
    body: tuple[Block, ...]
    picture: str = ""
    en_slug: str = ""
    age: str = "0+"

    @property
    def has_english(self) -> bool:
        """Whether the English site has this page."""
        return bool(self.title.en)
