"""Typography of the demo texts: the words are typed plainly, non-breaking spaces and dashes are set here."""

import re

from portal.core.typography import NBSP, typograph

_TAG = re.compile(r"(<[^>]+>)")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_PHONE_CODE = re.compile(r"(?<=\+7) (?=\()|(?<=\)) (?=\d\d-)")


def typeset(text: str, language: str) -> str:
    """Return plain text or HTML with the typography of its language; tags and their attributes stay as they are."""
    parts = _TAG.split(text)
    whole = "".join(part if part.startswith("<") else _typeset_plain(part, language) for part in parts)
    return whole.replace("> — ", f">{NBSP}— ") if language == "ru" else whole


def _typeset_plain(text: str, language: str) -> str:
    text = _PHONE_CODE.sub(NBSP, text)
    if language != "ru":
        return text
    return _THOUSANDS.sub(NBSP, typograph(text))
