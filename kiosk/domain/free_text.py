"""What staff may write in their own words: short, and never a national identity number."""

import re
from datetime import date

from kiosk.domain.errors import Refusal

LONGEST_REFERENCE = 60
LONGEST_NOTE = 200

_ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{6}[ \u00a0]?\d{5}(?!\d)")
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def objections(text: str, longest: int, missing: str) -> list[Refusal]:
    """Why a text is not stored; empty for a text that may be.

    Args:
        text: As written.
        longest: Most characters.
        missing: Code of the refusal for an empty text.
    """
    refusals = [] if text.strip() else [Refusal(missing)]
    if len(text.strip()) > longest:
        refusals.append(Refusal("text.too_long", {"limit": str(longest)}))
    if holds_birth_number(text):
        refusals.append(Refusal("text.birth_number"))
    return refusals


def holds_birth_number(text: str) -> bool:
    """Whether a valid fødselsnummer or D-number stands in the text (personopplysningsloven § 12).

    Eleven other digits, such as an account number, are let through.
    """
    return any(_is_valid(re.sub(r"\D", "", found)) for found in _ELEVEN_DIGITS.findall(text))


def _is_valid(digits: str) -> bool:
    numbers = [int(digit) for digit in digits]
    return (
        _has_date(numbers)
        and _control(numbers, _FIRST_WEIGHTS) == numbers[9]
        and _control(numbers, _SECOND_WEIGHTS) == numbers[10]
    )


def _has_date(numbers: list[int]) -> bool:
    """Whether it begins with a day; D-numbers add 40 to the day, test numbers 40 or 80 to months."""
    day = (numbers[0] % 4) * 10 + numbers[1]
    month = (numbers[2] * 10 + numbers[3]) % 40
    try:
        # A leap year, because the century is not known here.
        date(2000, month, day)
    except ValueError:
        return False
    return True


def _control(numbers: list[int], weights: tuple[int, ...]) -> int:
    total = sum(number * weight for number, weight in zip(numbers, weights, strict=False))
    return (11 - total % 11) % 11
