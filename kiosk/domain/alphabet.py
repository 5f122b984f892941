"""The Norwegian alphabet, by which names are sorted wherever people see them."""

import unicodedata

# No name holds these, and every letter of any script comes before them.
_LAST = {"æ": "\U0010fff1", "ø": "\U0010fff2", "å": "\U0010fff3"}
_SAME = {"ä": "æ", "ö": "ø"}
# Letters with a stroke, as Northern Sámi, Polish and Icelandic have them, do not come apart as those
# with an accent do.
_STROKED = {"đ": "d", "ð": "d", "ħ": "h", "ł": "l", "ŋ": "n", "ŧ": "t"}


def alphabetic(name: str) -> str:
    """A key that sorts by the Norwegian alphabet, whatever the case of the letters.

    In names "aa" stands with "å" and "ü" with "y"; other accents count for nothing, so that no letter
    stands behind "å".
    """
    folded = name.casefold()
    # Most names need no more, and a list may have many thousands.
    if folded.isascii() and "aa" not in folded:
        return folded
    composed = unicodedata.normalize("NFC", folded).replace("aa", "å").replace("ü", "y")
    return "".join(map(_place, composed))


def _place(letter: str) -> str:
    if letter not in _LAST and letter not in _SAME:
        letter = unicodedata.normalize("NFD", letter)
        # Å and Ä have an accent that counts, and may have another one above it.
        accented = unicodedata.normalize("NFC", letter[:2])
        letter = accented if accented in _LAST or accented in _SAME else letter[0]
    letter = _SAME.get(letter, letter)
    return _LAST.get(letter) or _STROKED.get(letter, letter)
