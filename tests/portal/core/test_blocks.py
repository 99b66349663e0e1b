"""Blocks of page bodies: each shows the editor what it is before it is chosen."""

import pytest
from django.template.loader import get_template
from django.test import Client, RequestFactory
from wagtail.admin.icons import get_icons
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock

from portal.core.blocks import body_blocks
from tests.factories.media import DocumentFactory, ImageFactory
from tests.factories.people import UserFactory
from tests.factories.site import standard_page

BLOCKS = dict(body_blocks())
ICONS = get_icons()


def preview(block: Block) -> str:
    """Return the page of the chooser that shows the block."""
    value = block.get_preview_value()
    request = RequestFactory().get("/")
    context = block.get_preview_context(
        value, {"request": request, "block_def": block, "block_class": type(block), "bound_block": block.bind(value)}
    )
    return get_template(block.get_preview_template(value, context)).render(context, request)


def parts(block: Block) -> list[StructBlock]:
    """Return the structs inside a block, itself included."""
    if isinstance(block, ListBlock):
        return parts(block.child_block)
    if isinstance(block, StreamBlock) or not isinstance(block, StructBlock):
        return []
    own = [block] if type(block).__module__.startswith("portal.") else []
    return own + [part for child in block.child_blocks.values() for part in parts(child)]


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_says_what_it_is(name: str) -> None:
    block = BLOCKS[name]
    assert [bool(str(word)) for word in (block.label, block.get_description(), block.meta.group)] == [True, True, True]
    assert block.is_previewable
    assert f'id="icon-{block.meta.icon}"' in ICONS


@pytest.mark.django_db
@pytest.mark.parametrize("files", [False, True], ids=["empty portal", "portal with files"])
@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_shows_itself_in_the_chooser(home, name: str, files: bool) -> None:
    if files:
        ImageFactory()
        DocumentFactory()
        standard_page(home)
    for part in parts(BLOCKS[name]) or [BLOCKS[name]]:
        html = preview(part)
        assert "css/components.css" in html


@pytest.mark.django_db
def test_the_admin_serves_the_preview(client: Client) -> None:
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    block = BLOCKS["quote"]
    html = client.get("/admin/block-preview/", {"id": block.definition_prefix}).content.decode()
    assert "У семьи появилось время вместе." in html


def test_figures_know_what_share_of_the_plan_was_done() -> None:
    rows = BLOCKS["figure_table"].child_blocks["rows"].child_block
    shares = [
        rows.to_python({"name": "x", "unit": "x", "plan": plan, "fact": "21"}).share for plan in ("20", None, "0")
    ]
    assert shares == [105, None, None]
