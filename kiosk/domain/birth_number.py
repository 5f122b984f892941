"""Finding fødselsnummer, so that none is ever stored (personopplysningsloven § 12).

D-numbers, H-numbers and invented numbers for tests count too. Whether the person can exist is not
asked: a number that only looks like one is left out as well.
"""

import re

# Eleven digits, also with spaces, dots, hyphens, colons or unseen marks between them, in any text.
_BETWEEN = r"[\s.:‐-―−\-\u00ad\u200b-\u200f\u2060]"
_CANDIDATE = re.compile(rf"(?<!\d)(?=((?:\d{_BETWEEN}{{0,2}}){{10}}\d)(?!\d))")
_DIGIT = re.compile(r"\d")
# A spreadsheet takes the number for an amount and drops the zero in front. Ten digits that begin
# with 47 are a telephone number with the number of the country: only invented persons have months
# from 70 on, so no real number is missed.
_WITHOUT_ZERO = re.compile(r"\s*(?!47[2-9])\d{10}\s*")
_SHORTEST = 10
_D_NUMBER_DAY = 40
_DAYS = 31
_MONTHS = 12
# Ordinary, H-number, and the three series of invented persons.
_MONTH_SERIES = (0, 40, 65, 80)
_FIRST_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_SECOND_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def holds_birth_number(text: str, *, may_lack_zero: bool = True) -> bool:
    """Whether a fødselsnummer stands anywhere in a text.

    Eleven other digits, such as an account number, are let through. Ten digits count only where
    they are the whole text.

    Args:
        text: Any text.
        may_lack_zero: Ten digits may be a number whose first zero was dropped.
    """
    # Most cells are shorter than a number, and a list has a hundred thousand cells.
    if len(text) < _SHORTEST:
        return False
    if may_lack_zero and _WITHOUT_ZERO.fullmatch(text):
        return _is_one(f"0{text}")
    return any(_is_one(match[1]) for match in _CANDIDATE.finditer(text))


def _is_one(candidate: str) -> bool:
    digits = tuple(map(int, _DIGIT.findall(candidate)))
    return (
        _has_date(digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        and _check_digit(digits, _FIRST_WEIGHTS) == digits[9]
        and _check_digit(digits, _SECOND_WEIGHTS) == digits[10]
    )


def _has_date(day: int, month: int) -> bool:
    if day > _D_NUMBER_DAY:
        day -= _D_NUMBER_DAY
    in_series = any(1 <= month - start <= _MONTHS for start in _MONTH_SERIES)
    return 1 <= day <= _DAYS and in_series


def _check_digit(digits: tuple[int, ...], weights: tuple[int, ...]) -> int:
    """Modulo eleven; ten for a number that nobody gets."""
    total = sum(digit * weight for digit, weight in zip(digits, weights, strict=False))
    return -total % 11
