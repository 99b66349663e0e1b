"""Which blocks a page body offers, in the order of the chooser: text, pictures and files, figures, people, links."""

from wagtail.blocks import Block

from portal.core.blocks.figures import FigureTableBlock, KeyFiguresBlock
from portal.core.blocks.links import CallToActionBlock, CardsBlock, PageLinkBlock
from portal.core.blocks.media import DocumentListBlock, FigureBlock, GalleryBlock
from portal.core.blocks.people import ContactsBlock, PeopleBlock
from portal.core.blocks.text import (
    TEXT_FEATURES,
    AccordionBlock,
    CalloutBlock,
    HeadingBlock,
    ParagraphBlock,
    QuoteBlock,
    StepsBlock,
)


def body_blocks() -> list[tuple[str, Block]]:
    """Return the blocks of an ordinary page body, in the order of the chooser."""
    return [
        ("heading", HeadingBlock()),
        ("paragraph", ParagraphBlock(features=TEXT_FEATURES)),
        ("quote", QuoteBlock()),
        ("callout", CalloutBlock()),
        ("steps", StepsBlock()),
        ("accordion", AccordionBlock()),
        ("figure", FigureBlock()),
        ("gallery", GalleryBlock()),
        ("documents", DocumentListBlock()),
        ("key_figures", KeyFiguresBlock()),
        ("figure_table", FigureTableBlock()),
        ("people", PeopleBlock()),
        ("contacts", ContactsBlock()),
        ("cards", CardsBlock()),
        ("call_to_action", CallToActionBlock()),
        ("page_link", PageLinkBlock()),
    ]
