"""Comparing words as case systems spell them."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")

_LETTERS = str.maketrans({"æ": "ae", "ä": "ae", "ø": "o", "ö": "o", "å": "a", "é": "e", "ò": "o"})


def key(text: str) -> str:
    """What is left of a word without case, spaces, punctuation and Norwegian letters."""
    return "".join(filter(str.isalnum, text.casefold().translate(_LETTERS)))


def by_spelling(spellings: Iterable[tuple[T, Iterable[str]]]) -> Mapping[str, T]:
    """Things by each of their spellings; the first owner of a spelling keeps it."""
    found: dict[str, T] = {}
    for thing, words in spellings:
        for word in words:
            found.setdefault(key(word), thing)
    found.pop("", None)
    return found
