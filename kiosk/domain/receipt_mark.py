"""The mark on a receipt: the beginning of the stored event's hash, as people read and type it.

Whoever holds the paper can show later that the record still holds this very event (record.md 4).
"""

MARK_BYTES = 8

# Hexadecimal, but for B and D, which are read as 8 and 0 on paper: those are H and K.
_DIGITS = "0123456789AHCKEF"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
# What else may be read for a digit.
_MISREAD = str.maketrans("OQDILZSGB", "000112568")
_GROUP = 4
_BETWEEN = " \u00a0\u202f-\t"


def mark_text(hash_: bytes) -> str:
    """The mark of an event, for example ``3F2A 91C0 44KE 0H17``; never broken between lines."""
    return typed_text(hash_[:MARK_BYTES])


def read_mark(text: str) -> bytes | None:
    """The first bytes of the hash behind a typed mark; None for any other text."""
    return read_typed(text, MARK_BYTES)


def typed_text(value: bytes) -> str:
    """Bytes as people type them off paper: groups of four digits, never broken between lines."""
    digits = [_DIGITS[int(digit, 16)] for digit in value.hex()]
    groups = ("".join(digits[start : start + _GROUP]) for start in range(0, len(digits), _GROUP))
    return "\u00a0".join(groups)


def read_typed(text: str, count: int) -> bytes | None:
    """So many bytes behind a typed text; None for any other text."""
    plain = "".join(letter for letter in text if letter not in _BETWEEN)
    typed = plain.upper().translate(_MISREAD)
    if len(typed) != 2 * count or not set(typed) <= _VALUES.keys():
        return None
    return bytes.fromhex("".join(f"{_VALUES[digit]:x}" for digit in typed))
