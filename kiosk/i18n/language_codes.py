"""From the names of languages, as case lists write them, to their codes."""

from functools import cache

from babel import Locale

UNKNOWN = "und"
"""ISO 639-2 for a language that is not told; no provider speaks it."""

_LOCALES = ("nb", "nn", "en")
_SIGNED = {
    "tegnspråk": "nsl",
    "teiknspråk": "nsl",
    "norsk tegnspråk": "nsl",
    "norsk teiknspråk": "nsl",
    "sign language": "nsl",
    "norwegian sign language": "nsl",
    # CLDR calls these a form of Persian and of Kurdish, and knows no plain code for them.
    "dari": "prs",
    "kurmandsji": "kmr",
    "kurmanji": "kmr",
}
# "Yes" in a case list says that there is an interpreter, not that the language is Japanese.
_NO_CODES = frozenset({"ja", "yes", "nei", "no"})


def language_code(name: str) -> str:
    """The code of a language.

    Args:
        name: As a case list writes it, in bokmål, nynorsk or English, or the code itself.

    Returns:
        Empty for an empty name; ``UNKNOWN`` for what names no language.
    """
    word = " ".join(name.split()).casefold()
    if not word:
        return ""
    return _codes().get(word, UNKNOWN)


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for locale in _LOCALES:
        for code, called in Locale.parse(locale).languages.items():
            if not code.isalpha():
                continue
            codes.setdefault(called.casefold(), code)
            if code not in _NO_CODES:
                codes.setdefault(code.casefold(), code)
    return {**codes, **_SIGNED}
