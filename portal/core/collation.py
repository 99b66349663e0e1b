"""One order of Russian names on both databases.

SQLite sorts by code point, so «Ёлкина» comes before «Авдеева»; PostgreSQL sorts by ICU. A collation of the same name,
`ru-x-icu`, is registered on every SQLite connection, and `Collate("surname", COLLATION)` sorts alike everywhere.
What is searched without regard to case is stored as a key of its own (`portal.people.names.fold`).
"""

from functools import lru_cache
from typing import Any

COLLATION = "ru-x-icu"


@lru_cache(maxsize=4096)
def sort_key(text: str) -> tuple[str, str, str]:
    """Levels of the Unicode collation algorithm as far as Russian lists need them.

    First the letters without case and with ё as е (й stays a letter of its own), Cyrillic before Latin; then ё after
    е; then small before capital. Spaces and marks come before digits, digits before letters.
    """
    folded = text.casefold()
    primary = "".join(_weight(letter) for letter in folded.replace("ё", "е"))
    return primary, folded, text.swapcase()


def _weight(letter: str) -> str:
    """The letter with a rank before it: space, mark, digit, Cyrillic, other letters."""
    if letter.isspace():
        rank = "0"
    elif letter.isdigit():
        rank = "2"
    elif "а" <= letter <= "ӿ":
        rank = "3"
    elif letter.isalpha():
        rank = "4"
    else:
        rank = "1"
    return rank + letter


def compare(left: str, right: str) -> int:
    """-1, 0 or 1, as SQLite wants it from a collation."""
    first, second = sort_key(left), sort_key(right)
    return (first > second) - (first < second)


def register_collation(*, connection: Any, **_: object) -> None:
    """Receiver of `connection_created`: teach a new SQLite connection the collation of PostgreSQL's name."""
    if connection.vendor == "sqlite":
        connection.connection.create_collation(COLLATION, compare)
