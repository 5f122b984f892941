"""QR codes as squares (ISO/IEC 18004); always the same one for the same text.

With one version, one level and one mask a code is a sum of bits: what a text draws is what the
text of zeros of its length draws, and for each bit of its characters the squares which that bit
turns over. So a code by the thousand needs no more than a few of them to be made in full.
"""

from functools import cache

import segno

from brochures.marks import Modules
from brochures.structure import Element
from brochures.styles import MM

MODULE_PT = 1 * MM
"""Paper comes back folded, stained and photographed: 0.8 mm is the least that is read then."""

QUIET_MODULES = 4
SIDE_MODULES = 25
MOST_CHARACTERS = 29
_VERSION, _LEVEL, _MASK = 2, "q", 2
_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: value for value, character in enumerate(_CHARACTERS)}
_BITS_OF_PAIR, _BITS_OF_ONE = 11, 6


def qr_code(text: str, x_pt: float, y_pt: float, element: Element) -> Modules:
    """The squares of a code.

    Args:
        text: Capitals, digits and a few signs, at most 29.
        x_pt: Left edge of the first square; four squares around the code must stay white.
        y_pt: Its upper edge.
        element: The figure that it is.

    Raises:
        ValueError: The text is longer, or has other characters.
    """
    return Modules(x_pt, y_pt, MODULE_PT, rows_of(text), element)


def rows_of(text: str) -> tuple[str, ...]:
    """The squares from the top, a character each, ``1`` for black; errors as in ``qr_code``."""
    if not 0 < len(text) <= MOST_CHARACTERS or not _VALUES.keys() >= set(text):
        message = "a text that has no room in the code"
        raise ValueError(message)
    squares, turned = _sums(len(text))
    for place, start in enumerate(range(0, len(text), 2)):
        value, bits = _value(text[start : start + 2]), turned[place]
        while value:
            lowest = value & -value
            squares ^= bits[lowest]
            value ^= lowest
    drawn = format(squares, f"0{SIDE_MODULES * SIDE_MODULES}b")
    return tuple(drawn[at : at + SIDE_MODULES] for at in range(0, len(drawn), SIDE_MODULES))


@cache
def _sums(length: int) -> tuple[int, tuple[dict[int, int], ...]]:
    """The squares of zeros, and per pair of characters what each of its bits turns over."""
    zeros = "0" * length
    plain = _made_in_full(zeros)
    turned = []
    for start in range(0, length, 2):
        is_pair = start + 1 < length
        bits = (1 << bit for bit in range(_BITS_OF_PAIR if is_pair else _BITS_OF_ONE))
        one = {
            bit: plain
            ^ _made_in_full(f"{zeros[:start]}{_text(bit, is_pair=is_pair)}{zeros[start + 2 :]}")
            for bit in bits
        }
        turned.append(one)
    return plain, tuple(turned)


def _made_in_full(text: str) -> int:
    """The squares as one number, the first square its highest bit."""
    code = segno.make_qr(
        text, version=_VERSION, error=_LEVEL, mode="alphanumeric", mask=_MASK, boost_error=False
    )
    return int("".join("1" if module else "0" for row in code.matrix for module in row), 2)


def _value(pair: str) -> int:
    """A pair of characters, or the one that is left over, as the standard counts them."""
    first, *second = (_VALUES[character] for character in pair)
    return first * len(_CHARACTERS) + second[0] if second else first


def _text(value: int, *, is_pair: bool) -> str:
    """The other way round."""
    first, second = divmod(value, len(_CHARACTERS))
    return f"{_CHARACTERS[first]}{_CHARACTERS[second]}" if is_pair else _CHARACTERS[value]
