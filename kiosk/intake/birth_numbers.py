"""Finding fødselsnummer, so that none is ever stored (personopplysningsloven § 12).

D-numbers, H-numbers and invented numbers for tests count too. Whether the person can exist is not
asked: a number that only looks like one is left out as well.
"""

import re

from stdnum.no.fodselsnummer import calc_check_digit1, calc_check_digit2

# Eleven digits, also with spaces, dots, hyphens or colons between them, in any text.
_CANDIDATE = re.compile(r"(?<!\d)(?=((?:\d[\s.:‐-―-]{0,2}){10}\d)(?!\d))")
_LENGTH = 11
_D_NUMBER_DAY = 40
_DAYS = 31
_MONTHS = 12
# Ordinary, H-number, and the three series of invented persons.
_MONTH_SERIES = (0, 40, 65, 80)


def holds_birth_number(text: str) -> bool:
    """Whether a fødselsnummer stands anywhere in a text."""
    # Most cells are shorter than a number, and a list has a hundred thousand cells.
    if len(text) < _LENGTH:
        return False
    return any(_is_one(match[1]) for match in _CANDIDATE.finditer(text))


def _is_one(candidate: str) -> bool:
    digits = "".join(filter(str.isdigit, candidate))
    return (
        _has_date(int(digits[:2]), int(digits[2:4]))
        and calc_check_digit1(digits) == str(int(digits[9]))
        and calc_check_digit2(digits) == str(int(digits[10]))
    )


def _has_date(day: int, month: int) -> bool:
    if day > _D_NUMBER_DAY:
        day -= _D_NUMBER_DAY
    in_series = any(1 <= month - start <= _MONTHS for start in _MONTH_SERIES)
    return 1 <= day <= _DAYS and in_series
