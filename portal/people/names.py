"""Normal forms of names and addresses: the keys by which a guest is matched (design §3.3).

Kept as columns because SQLite compares Cyrillic case-sensitively.
"""

import re
import unicodedata


def fold(text: str) -> str:
    """Return `text` for comparison: NFKC, lower case, ё as е, single spaces, one kind of hyphen."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return re.sub(r"\s+", " ", re.sub("[‐‑–—]", "-", folded)).strip()


def name_key(surname: str, given_name: str, patronymic: str = "") -> str:
    """Return the comparison key of a full name."""
    return fold(f"{surname} {given_name} {patronymic}")


def email_key(email: str) -> str:
    """Return the comparison key of an e-mail address: trimmed, lower case; an empty string for none."""
    return email.strip().casefold()
