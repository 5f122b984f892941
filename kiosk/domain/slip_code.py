"""The code on a reply slip: opaque, short enough to type, and wrong when one character is.

Eight characters by lot name a case for whoever has the record, and nothing for anybody else; two
more check them. The characters are those of Crockford's base 32, without I, L, O and U. As a number
in base 32 a whole code leaves no rest when it is divided by 1021, the largest prime below 32², so
that a wrong character, or two that changed places, never gives another code.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import NewType

SlipCode = NewType("SlipCode", str)
"""Ten characters, the last two of them to check the others."""

SIGN = "FBV1"
"""Before every code in a QR code: what it is, and which form of it."""

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_BASE = len(_DIGITS)
_MODULUS = 1021
_DRAWN = 8
_LENGTH = 10
_GROUP = 5

_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = re.compile(r"[\s\u00a0\u202f-]+")
# A scanner types keys, not characters: what stands here comes out where it believes in another
# keyboard than the machine has (Norwegian, Danish, Swedish, American), or a shift key was lost.
_COLONS = ":;.>ØÆÖ"
_HYPHENS = str.maketrans(dict.fromkeys("+/_?\u2010\u2011\u2012\u2013\u2212", "-"))
_CONTROLS = dict.fromkeys((*range(0x20), 0x7F))
# Scanners may put a few characters before a code, such as "]Q1" (ISO/IEC 15424), and after it.
_SCANNED = re.compile(rf".{{0,8}}?{SIGN}[{_COLONS}]([^{_COLONS}]*)(?:[{_COLONS}](.*))?")
_EDITION_AND_MORE = re.compile(r"([0-9A-Z.-]{0,12})[^0-9A-Z]{0,2}")

_PRINTABLE_EDITION = re.compile(r"[0-9A-Z.-]{1,12}")
_FINGERPRINT_BYTES = 5


@dataclass(frozen=True, slots=True)
class SlipMark:
    """What stands on a slip for machines.

    Attributes:
        edition: Of the brochure that it came with; empty where only the code was typed.
    """

    code: SlipCode
    edition: str = ""


def drawn_code(seed: str) -> SlipCode:
    """The code of a lot; 40 bits of it, so two lots may give the same one, rarely."""
    number = int.from_bytes(sha256(seed.encode()).digest()[:5], "big")
    return SlipCode(_text(number, _DRAWN) + _text(_check(number), _LENGTH - _DRAWN))


def slip_edition(content_version: str) -> str:
    """The version of a pack as slips bear it: itself where it is short and plain, else a hash."""
    plain = content_version.strip().upper()
    if _PRINTABLE_EDITION.fullmatch(plain):
        return plain
    digest = sha256(content_version.strip().encode()).digest()
    return _text(int.from_bytes(digest[:_FINGERPRINT_BYTES], "big"), _DRAWN)


def scanned_text(mark: SlipMark) -> str:
    """What the QR code holds: capitals, digits, colons, dots and hyphens only."""
    return ":".join((SIGN, mark.code, mark.edition))


def printed_code(code: SlipCode) -> str:
    """The code as people read and type it: two groups that stay on one line."""
    return "\u00a0".join((code[:_GROUP], code[_GROUP:]))


def read_slip(text: str) -> SlipMark | None:
    """What a scanner or a person typed, in any case, with or without gaps; None for no slip."""
    plain = _plain(text)
    scanned = _SCANNED.fullmatch(plain)
    typed, edition = (plain, "") if scanned is None else (scanned[1], scanned[2] or "")
    code = _BETWEEN.sub("", typed).translate(_MISREAD)
    known = _EDITION_AND_MORE.fullmatch(edition.translate(_HYPHENS).strip())
    return SlipMark(SlipCode(code), known[1]) if known is not None and _holds(code) else None


def is_meant_as_slip(text: str) -> bool:
    """Whether somebody scanned or typed a code, right or wrong, and not a name or a number.

    It begins as our QR codes do, or is in one or two groups of a code's characters, with letters
    and digits among them; and whatever is a code, is meant as one.
    """
    typed = _plain(text)
    groups = _BETWEEN.split(typed)
    plain = "".join(groups)
    is_mixed = any(each.isdigit() for each in plain) and any(each.isalpha() for each in plain)
    is_alike = [len(each) for each in groups] in ([_LENGTH], [_GROUP, _GROUP])
    is_alike = is_alike and set(plain.translate(_MISREAD)) <= _VALUES.keys()
    is_scanned = typed.startswith(SIGN) or _SCANNED.fullmatch(typed) is not None
    return is_scanned or (is_alike and is_mixed) or read_slip(text) is not None


def _plain(text: str) -> str:
    return text.translate(_CONTROLS).strip().upper()


def _holds(code: str) -> bool:
    if len(code) != _LENGTH or not set(code) <= _VALUES.keys():
        return False
    number = 0
    for digit in code:
        number = (number * _BASE + _VALUES[digit]) % _MODULUS
    return number == 0


def _check(number: int) -> int:
    return -number * _BASE * _BASE % _MODULUS


def _text(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, value = divmod(number, _BASE)
        digits.append(_DIGITS[value])
    return "".join(reversed(digits))
