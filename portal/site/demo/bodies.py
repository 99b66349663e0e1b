"""Turns the blocks of the demo content into the raw value of a page body, with the same block ids in both languages.

Equal ids are what lets a translation be matched string by string (wagtail-localize names a string by its block's id).
"""

import json
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from portal.media.models import Image
from portal.site.demo.content.facts import fact
from portal.site.demo.content.structure import Block
from portal.site.demo.typesetting import typeset

_NAMESPACE = uuid.UUID("0b6f1f0e-5a0e-4c39-9a55-6f8d1a0a6c11")


class BodyWriter:
    """Writes the bodies of one page in one language."""

    def __init__(self, *, key: str, language: str, images: Mapping[str, Image]) -> None:
        self.key = key
        self.language = language
        self.images = images

    def body(self, blocks: Sequence[Block]) -> str:
        """Return the JSON of a StreamField."""
        rows = []
        for place, block in enumerate(blocks):
            name, value = getattr(self, f"_{block.kind}")(block, place)
            rows.append({"type": name, "value": value, "id": self._id(place)})
        return json.dumps(rows, ensure_ascii=False)

    def _id(self, *place: int) -> str:
        return str(uuid.uuid5(_NAMESPACE, "/".join([self.key, *map(str, place)])))

    def _words(self, block: Block, name: str) -> str:
        return typeset(block.parts[name][self.language], self.language)

    def _items(self, place: int, values: Sequence[Any]) -> list[dict[str, Any]]:
        return [{"type": "item", "value": value, "id": self._id(place, row)} for row, value in enumerate(values)]

    def _heading(self, block: Block, place: int) -> tuple[str, Any]:
        return "heading", {"text": self._words(block, "text")}

    def _paragraph(self, block: Block, place: int) -> tuple[str, Any]:
        return "paragraph", self._words(block, "html")

    def _quote(self, block: Block, place: int) -> tuple[str, Any]:
        return "quote", {"text": self._words(block, "text"), "author": self._words(block, "author")}

    def _callout(self, block: Block, place: int) -> tuple[str, Any]:
        words = {"title": self._words(block, "title"), "body": self._words(block, "body")}
        return "callout", {**words, "tone": block.tone}

    def _steps(self, block: Block, place: int) -> tuple[str, Any]:
        rows = [
            {
                "title": typeset(row["title"][self.language], self.language),
                "body": f"<p>{typeset(row['body'][self.language], self.language)}</p>",
            }
            for row in block.rows
        ]
        return "steps", {"steps": self._items(place, rows)}

    def _figures(self, block: Block, place: int) -> tuple[str, Any]:
        rows = []
        for each in map(fact, block.facts):
            note = each.note(self.language)
            rows.append(
                {
                    "value": typeset(each.printed(self.language), self.language),
                    "unit": typeset(each.unit(self.language), self.language),
                    "note": typeset(note, self.language),
                    "as_of": None,
                    "source": typeset(each.source[self.language], self.language),
                    "source_url": each.source_url,
                }
            )
        return "key_figures", {"items": self._items(place, rows)}

    def _image(self, block: Block, place: int) -> tuple[str, Any]:
        image = self.images[block.picture]
        value = {"image": image.pk, "alt_text": self._alt(block.picture), "decorative": False}
        return "figure", {"image": value, "caption": self._words(block, "caption")}

    def _alt(self, name: str) -> str:
        from portal.site.demo.pictures import picture

        each = picture(name)
        return each.en if self.language == "en" else each.ru
