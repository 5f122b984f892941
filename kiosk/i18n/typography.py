"""Hard spaces where a line may not break; only plain spaces are ever changed."""

import re
from functools import lru_cache

NBSP = "\N{NO-BREAK SPACE}"

_MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    "|January|February|March|April|May|June|July|August|September|October|November|December"
)
_UNITS = (
    "dag|dager|dagar|time|timer|timar|uke|uker|veke|veker|måned|måneder|månad|månader|år"
    "|minutt|minutter|kr|kroner|prosent|%"
    "|day|days|hour|hours|week|weeks|month|months|year|years|minute|minutes"
)
_COMPANY_FORMS = "AS|ASA|SA|BA|KS|ANS|DA"

# Each match is one space; everything beside it is looked at only, so that neighbouring
# places are all found and a second round finds nothing.
_PLACES = re.compile(
    "|".join(
        (
            rf"(?<=[\w.)]) (?=(?:{_COMPANY_FORMS})\b)",
            rf"(?<=\d\.) (?=(?:{_MONTHS})\b)",
            rf"(?<=\d) (?=(?:{_MONTHS})\b)",
            r"(?<=\d\.) (?=(?:halvår|kvartal)\b)",
            rf"(?<=\d) (?=(?:{_UNITS})(?!\w))",
            r"(?<=\b[Kk]l\.) (?=\d)",
            r"(?<=\b[Kk]l) (?=\d)",
            r"(?<=\b[Ss]one) (?=[A-ZÆØÅ\d])",
            r"(?<=\b[Zz]one) (?=[A-ZÆØÅ\d])",
            r"(?<=\b[Bb]ydel) (?=[A-ZÆØÅ\d])",
            r"(?<=\b[Ss]ak) (?=\d)",
            r"(?<=\b[Cc]ase) (?=\d)",
            r"(?<=§) (?=\d)",
        )
    )
)
_PHONE = re.compile(
    r"(?<![\d/.,-])(?<!\d[ \u00a0])(?:\+\d{2}[ \u00a0]?)?"
    r"(?:\d{2}(?:[ \u00a0]\d{2}){3}|\d{3}[ \u00a0]\d{2}[ \u00a0]\d{3})(?![\d/-]|[ \u00a0]\d)"
)
_DAY_OF_MONTH = re.compile(rf"\d\.?{NBSP}(?:{_MONTHS})$")
_YEAR = re.compile(r"\d{4}(?!\d)")
_EIGHT_DIGITS = 8
_COUNTRY = re.compile(r"(?:\+|00)47")


@lru_cache(maxsize=4096)
def with_hard_spaces(text: str) -> str:
    """The text with hard spaces in names, dates, amounts, references and telephone numbers.

    Doing it twice changes nothing more; no character except a plain space is changed.
    """
    hardened = _PLACES.sub(NBSP, text)
    return _PHONE.sub(lambda match: match[0].replace(" ", NBSP), hardened)


def is_date(before: str, after: str) -> bool:
    """Whether a word ends with a day and its month, and the next one begins with the year."""
    return bool(_YEAR.match(after) and _DAY_OF_MONTH.search(before))


def phone_in_twos(number: str) -> str:
    """A Norwegian number as ``22 33 44 55`` or ``+47 22 33 44 55`` with hard spaces.

    Numbers of other lengths and other countries keep their own grouping.
    """
    bare = re.sub(r"[\s\u00a0.-]", "", number)
    country = _COUNTRY.match(bare)
    local = bare[country.end() :] if country and len(bare) > _EIGHT_DIGITS else bare
    if len(local) != _EIGHT_DIGITS or not local.isdecimal():
        return number.strip().replace(" ", NBSP)
    pairs = [local[start : start + 2] for start in range(0, _EIGHT_DIGITS, 2)]
    return NBSP.join(pairs if local is bare else ["+47", *pairs])
