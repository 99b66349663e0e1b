"""«ё» and «е» are one letter for the one who searches."""

_FOLDED = str.maketrans("ёЁ", "еЕ")


def fold(text: str) -> str:
    """Return `text` with «е» in place of «ё»."""
    return text.translate(_FOLDED)


def folded_extra(texts: list[str]) -> str:
    """Return the folded texts if folding changes anything, else nothing: an index needs no second copy of the rest."""
    joined = " ".join(texts)
    folded = fold(joined)
    return folded if folded != joined else ""
