"""Blocks of page bodies; a family a file."""

from portal.core.blocks.bodies import body_blocks

__all__ = ["body_blocks"]
