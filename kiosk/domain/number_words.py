"""Numbers and days of the month in words, as a voice says them."""

from collections.abc import Mapping

from kiosk.domain.language import Language

_NB, _NN, _EN = Language.BOKMAL, Language.NYNORSK, Language.ENGLISH


def _each(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_TEENS = "ti elleve tolv tretten fjorten femten seksten sytten atten nitten"
_SMALL: Mapping[Language, tuple[str, ...]] = {
    _NB: _each(f"null én to tre fire fem seks sju åtte ni {_TEENS}"),
    _NN: _each(f"null ein to tre fire fem seks sju åtte ni {_TEENS}"),
    _EN: _each(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen"
    ),
}
_TENS_NORWEGIAN = _each("tjue tretti førti femti seksti sytti åtti nitti")
_TENS: Mapping[Language, tuple[str, ...]] = {
    _NB: _TENS_NORWEGIAN,
    _NN: _TENS_NORWEGIAN,
    _EN: _each("twenty thirty forty fifty sixty seventy eighty ninety"),
}
_ONE_BEFORE_NEUTER = {_NB: "ett", _NN: "eitt", _EN: "one"}
_HUNDRED = {_NB: "hundre", _NN: "hundre", _EN: "hundred"}
_THOUSAND = {_NB: "tusen", _NN: "tusen", _EN: "thousand"}
_AND = {_NB: "og", _NN: "og", _EN: "and"}
_BELOW_TEN: Mapping[Language, tuple[str, ...]] = {
    _NB: _each("første andre tredje fjerde femte sjette sjuende åttende niende"),
    _NN: _each("første andre tredje fjerde femte sjette sjuande åttande niande"),
}
_TENTH_ON: Mapping[Language, tuple[str, ...]] = {
    _NB: _each(
        "tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende "
        "nittende tjuende"
    ),
    _NN: _each(
        "tiande ellevte tolvte trettande fjortande femtande sekstande syttande attande "
        "nittande tjuande"
    ),
}
_THIRTIETH = {_NB: "trettiende", _NN: "trettiande"}
_FIRST_TEN = 10
_TEEN_END = 20
_HUNDRED_IS, _THOUSAND_IS, _MOST = 100, 1_000, 999_999
_YEARS_IN_HUNDREDS = range(1100, 2000)


def number_words(number: int, language: Language) -> str:
    """A whole number from 0 to 999 999, for example ``to hundre og førtisju``.

    Raises:
        ValueError: The number is outside these.
    """
    if not 0 <= number <= _MOST:
        message = f"{number} is not said in words"
        raise ValueError(message)
    if number < _HUNDRED_IS:
        return _below_hundred(number, language)
    size, name = (_HUNDRED_IS, _HUNDRED) if number < _THOUSAND_IS else (_THOUSAND_IS, _THOUSAND)
    many, rest = divmod(number, size)
    head = _ONE_BEFORE_NEUTER[language] if many == 1 else number_words(many, language)
    said = f"{head} {name[language]}"
    if not rest:
        return said
    joint = f" {_AND[language]} " if rest < _HUNDRED_IS else " "
    return said + joint + number_words(rest, language)


def year_words(year: int, language: Language) -> str:
    """A year, for example ``nitten nittiåtte`` and ``to tusen og tjueseks``."""
    century, rest = divmod(year, _HUNDRED_IS)
    if year not in _YEARS_IN_HUNDREDS or rest < _FIRST_TEN:
        return number_words(year, language)
    return f"{_below_hundred(century, language)} {_below_hundred(rest, language)}"


def day_words(day: int, language: Language) -> str:
    """A day of the month, 1 to 31: an ordinal in Norwegian, a plain number in English."""
    if language is Language.ENGLISH:
        return number_words(day, language)
    return _ordinals(language)[day - 1]


def _below_hundred(number: int, language: Language) -> str:
    if number < _TEEN_END:
        return _SMALL[language][number]
    ten, rest = divmod(number, _FIRST_TEN)
    tens = _TENS[language][ten - 2]
    if not rest:
        return tens
    hyphen = "-" if language is Language.ENGLISH else ""
    return f"{tens}{hyphen}{_SMALL[language][rest]}"


def _ordinals(language: Language) -> tuple[str, ...]:
    ones = _BELOW_TEN[language]
    twenties = tuple(f"tjue{each}" for each in ones)
    return (*ones, *_TENTH_ON[language], *twenties, _THIRTIETH[language], "trettiførste")
