"""Which blocks a page body offers."""

from wagtail.blocks import Block

from portal.core.blocks.text import (
    TEXT_FEATURES,
    HeadingBlock,
    ParagraphBlock,
    QuoteBlock,
)


def body_blocks() -> list[tuple[str, Block]]:
    """Return the blocks of an ordinary page body, in the order of the chooser."""
    return [
        ("heading", HeadingBlock()),
        ("paragraph", ParagraphBlock(features=TEXT_FEATURES)),
        ("quote", QuoteBlock()),
    ]
