"""The Norwegian alphabet, by which names are sorted wherever people see them."""

import unicodedata

_LAST = {"æ": 1, "ä": 1, "ø": 2, "ö": 2, "å": 3}
_SAME = {"ä": "æ", "ö": "ø"}
# Letters with a stroke, as Northern Sámi has them, do not come apart as those with an accent do.
_STROKED = {"đ": "d", "ŋ": "n", "ŧ": "t"}


def alphabetic(name: str) -> list[tuple[int, str]]:
    """A key that sorts by the Norwegian alphabet, whatever the case of the letters.

    In names "aa" stands with "å" and "ü" with "y"; other accents count for nothing, so that no letter
    stands behind "å".
    """
    composed = unicodedata.normalize("NFC", name.casefold()).replace("aa", "å").replace("ü", "y")
    return [(_LAST.get(letter, 0), _plain(letter)) for letter in composed]


def _plain(letter: str) -> str:
    if letter in _LAST:
        return _SAME.get(letter, letter)
    return _STROKED.get(letter) or unicodedata.normalize("NFD", letter)[0]
