"""How the number of a document is written, typed and compared; no rows here."""

from __future__ import annotations

import re
import unicodedata

# Latin letters that look like the Russian ones of a prefix: nobody sees which keyboard was on.
_LOOK_ALIKES = str.maketrans("ABCEHKMOPTXYË", "АВСЕНКМОРТХУЁ")
_LONGEST = 40


def format_number(*, prefix: str, year: int, serial: int) -> str:
    """«ККЦМ», 2026, 123 → «ККЦМ-2026-000123»."""
    return f"{prefix}-{year:04d}-{serial:06d}"


def number_key(typed: str) -> str:
    """The form in which numbers are compared: «№ kkцм – 2026 – 000123» → «ККЦМ-2026-000123».

    What is no number gives a key that no document has.
    """
    # NFKC writes «№» as «No».
    text = unicodedata.normalize("NFKC", typed).upper().strip().removeprefix("NO").translate(_LOOK_ALIKES)
    text = re.sub(r"[\u2010-\u2015\u2212_]", "-", text)
    return re.sub(r"[^А-ЯЁA-Z0-9-]", "", text)[:_LONGEST]
