"""Comparing words as case systems spell them."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")

_COUNTRY = re.compile(r"\s*(?:\+|00)\s*47")
_LETTERS = str.maketrans({"æ": "ae", "ä": "ae", "ø": "o", "ö": "o", "å": "a", "é": "e", "ò": "o"})


def key(text: str) -> str:
    """What is left of a word without case, spaces, punctuation and Norwegian letters."""
    return "".join(filter(str.isalnum, text.casefold().translate(_LETTERS)))


def same_text(one: object, other: object) -> bool:
    """Whether two texts, or two sequences of lines, differ by capitals and spaces at the most."""
    return _loosely(one) == _loosely(other)


def same_number(one: str, other: str) -> bool:
    """Whether two telephone numbers, with what stands around them, call the same."""
    return same_text(*("".join(_COUNTRY.sub("", each).split()) for each in (one, other)))


def _loosely(said: object) -> object:
    match said:
        case str():
            return " ".join(said.casefold().split())
        case tuple():
            return tuple(map(_loosely, said))
        case _:
            return said


def by_spelling(spellings: Iterable[tuple[T, Iterable[str]]]) -> Mapping[str, T]:
    """Things by each of their spellings; the first owner of a spelling keeps it."""
    found: dict[str, T] = {}
    for thing, words in spellings:
        for word in words:
            found.setdefault(key(word), thing)
    found.pop("", None)
    return found
