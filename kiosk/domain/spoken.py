"""A text of the screen as a voice says it: numbers, times, days and short forms in words (F01, F11).

What is said differs from what is shown in nothing else, so that ear and eye get the same (F13). Commas
are pauses. Nothing is heard in the program itself: who records clips, or adds a voice, reads these.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.domain.language import Language
from kiosk.domain.number_words import day_words, number_words, year_words

_NB, _NN, _EN = Language.BOKMAL, Language.NYNORSK, Language.ENGLISH
_Say = Callable[[re.Match[str], Language], str]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One visible string, or a part of one that has a name of its own.

    Attributes:
        id: The same in every language and every session; the name of a clip.
        text: As it stands on the screen.
        spoken: As it is said.
    """

    id: str
    text: str
    spoken: str


def spoken_form(text: str, language: Language) -> str:
    """How a text is said; may be empty for what is only a mark."""
    said = text.replace("\u00a0", " ").replace("\n", ", ")
    for pattern, say in _RULES:
        said = pattern.sub(lambda found, say=say: say(found, language), said)  # type: ignore[misc]
    return re.sub(r"\s+", " ", said).strip(" ,")


def _words(*texts: str) -> Mapping[Language, str]:
    return dict(zip((_NB, _NN, _EN), texts, strict=True))


_FROM, _TO = _words("fra", "frå", "from"), _words("til", "til", "to")
_PERCENT, _POINT = _words("prosent", "prosent", "per cent"), _words("komma", "komma", "point")
_SHORT: Mapping[str, Mapping[Language, str]] = {
    "org.nr.": _words("organisasjonsnummer", "organisasjonsnummer", "organisation number"),
    "f.eks.": _words("for eksempel", "til dømes", "for example"),
    "bl.a.": _words("blant annet", "mellom anna", "among other things"),
    "kl.": _words("klokken", "klokka", "at"),
    "nr.": _words("nummer", "nummer", "number"),
    "tlf.": _words("telefon", "telefon", "telephone"),
    "ca.": _words("cirka", "om lag", "about"),
}


def _in_pairs(found: re.Match[str], language: Language) -> str:
    """A telephone number, two and two digits."""
    return ", ".join(_pair(each, language) for each in re.findall(r"\d\d", found[0]))


def _pair(digits: str, language: Language) -> str:
    if digits.startswith("0") or language is _EN:
        return _digits(digits, language)
    return number_words(int(digits), language)


def _in_groups(found: re.Match[str], language: Language) -> str:
    """A long number, digit by digit with pauses where it has them."""
    return ", ".join(_digits(each, language) for each in re.findall(r"\d+", found[0]))


def _digits(digits: str, language: Language) -> str:
    return " ".join(number_words(int(each), language) for each in digits)


def _span(found: re.Match[str], language: Language) -> str:
    return f"{_FROM[language]} {found[1]} {_TO[language]} {found[2]}"


def _time(found: re.Match[str], language: Language) -> str:
    hour, minute = int(found[1]), found[2]
    said = number_words(hour, language)
    if minute == "00":
        return f"{said} hundred" if language is _EN else said
    return f"{said} {_pair(minute, language)}"


def _day(found: re.Match[str], language: Language) -> str:
    return f"{day_words(int(found[1]), language)} {found[2]} {year_words(int(found[3]), language)}"


def _decimal(found: re.Match[str], language: Language) -> str:
    whole = number_words(int(found[1]), language)
    return f"{whole} {_POINT[language]} {_digits(found[2], language)}"


def _short(found: re.Match[str], language: Language) -> str:
    return _SHORT[found[0].casefold()][language]


def _number(found: re.Match[str], language: Language) -> str:
    digits = found[0]
    if digits.startswith("0") or len(digits) > len("9999"):
        return _digits(digits, language)
    year_like = len(digits) == len("1998") and digits.startswith("19")
    return (year_words if year_like else number_words)(int(digits), language)


# In this order: what is longer goes before what it contains.
_RULES: tuple[tuple[re.Pattern[str], _Say], ...] = (
    (re.compile("|".join(map(re.escape, _SHORT)), re.IGNORECASE), _short),
    (re.compile(r"\b\d\d(?: \d\d){3}\b"), _in_pairs),
    (re.compile(r"\b\d{3} \d{3} \d{3}\b"), _in_groups),
    (re.compile(r"\b\d+(?:[/-]\d+)+\b"), _in_groups),
    (re.compile(r"(\d[\d.:]*)\s?–\s?(\d[\d.:]*\d)"), _span),
    (re.compile(r"\b([0-2]?\d)[.:]([0-5]\d)\b"), _time),
    (re.compile(r"\b([0-2]?\d|3[01])\.? ([a-zA-Z]+) (\d{4})\b"), _day),
    (re.compile(r"\b(\d{1,6}),(\d+)\b"), _decimal),
    (re.compile(r"\s?%"), lambda _, language: f" {_PERCENT[language]}"),
    (re.compile(r"\d+"), _number),
    (re.compile(r"\b(A)(S|SA)\b"), lambda found, _: " ".join(found[0])),
    (re.compile(r"\b(SA|BA)\b"), lambda found, _: " ".join(found[0])),
    (re.compile(r"[«»“”\"]"), lambda _found, _language: ""),
    (re.compile(r"\s[–—]\s|\s?[()]\s?"), lambda _found, _language: ", "),
)
