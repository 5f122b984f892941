"""One cell at a time: yes and no, grades of protection, languages, parts of the week."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from kiosk.app.intake_reasons import RowReason
from kiosk.domain.language import Language
from kiosk.domain.service import DayPart
from kiosk.intake.cells import CellError
from kiosk.intake.spelling import by_spelling, key

_YES = "ja, j, x, 1, sant, sann, true, yes, y"
_NO = "nei, n, 0, usant, usann, false, no, ingen"
_PROTECTED = (
    "sperret, sperra, kode 6, kode 7, 6, 7, kode 6/7, strengt fortrolig, strengt fortruleg,"
    " fortrolig, fortruleg, hemmelig, hemmeleg, skjermet, skjerma, beskyttet, verna,"
    " strengt fortrolig utland, strengt fortrolig adresse, fortrolig adresse, spsf, spfo"
)
_INSTEAD = (
    "i stedet, istedenfor, i stedet for, i staden, i staden for, bare, berre, kun, bare hit,"
    " i stedet for brukeren"
)
_AS_WELL = "i tillegg, også, òg, kopi, begge, tillegg, kopi til"


def _yes_no(more_yes: str = "", more_no: str = "") -> Mapping[str, bool]:
    spellings = ((True, f"{_YES},{more_yes}"), (False, f"{_NO},{more_no}"))
    return by_spelling((value, words.split(",")) for value, words in spellings)


_ANSWERS = _yes_no()
_PROTECTIONS = _yes_no(_PROTECTED, "ugradert, åpen, ikke sperret, ikkje sperra, ordinær")
_POST_WAYS = _yes_no(_INSTEAD, _AS_WELL)


def to_answer(text: str) -> bool:
    """Yes or no.

    Raises:
        CellError: Neither.
    """
    return _looked_up(text, _ANSWERS, RowReason.NEED_NOT_UNDERSTOOD)


def to_protection(text: str) -> bool:
    """Whether an address is protected, also as the grades of the population register.

    Raises:
        CellError: A word that might mean either.
    """
    return _looked_up(text, _PROTECTIONS, RowReason.PROTECTION_NOT_UNDERSTOOD)


def to_post_way(text: str) -> bool:
    """True for post instead of to the person, False for post as well.

    Raises:
        CellError: A word that might mean either.
    """
    return _looked_up(text, _POST_WAYS, RowReason.POST_NOT_UNDERSTOOD)


def _looked_up(text: str, answers: Mapping[str, bool], reason: RowReason) -> bool:
    # A dash says that there is nothing to say.
    found = answers.get(key(text)) if key(text) else False
    if found is None:
        raise CellError(reason)
    return found


_LANGUAGES = by_spelling(
    (
        (Language.BOKMAL, ("bokmål", "bm", "nb", "nob", "b", "nb-NO")),
        (Language.NYNORSK, ("nynorsk", "nn", "nno", "n", "nn-NO")),
    )
)


def to_written_language(text: str) -> Language:
    """The form of Norwegian.

    Raises:
        CellError: Another language.
    """
    found = _LANGUAGES.get(key(text))
    if found is None:
        raise CellError(RowReason.LANGUAGE_NOT_UNDERSTOOD)
    return found


_ROUND_THE_CLOCK = frozenset({DayPart.DAY, DayPart.EVENING, DayPart.NIGHT})
_NEEDS: Mapping[str, frozenset[DayPart]] = MappingProxyType(
    dict(
        by_spelling(
            (
                (frozenset({DayPart.DAY}), ("dag", "dagtid", "d", "dager", "dagar", "formiddag")),
                (frozenset({DayPart.EVENING}), ("kveld", "kveldstid", "k", "kvelder", "aften")),
                (frozenset({DayPart.NIGHT}), ("natt", "nattestid", "nattetid", "n", "netter")),
                (frozenset({DayPart.WEEKEND}), ("helg", "helger", "helgar", "h")),
                (_ROUND_THE_CLOCK, ("døgn", "hele døgnet", "heile døgnet", "døgnkontinuerlig")),
                (frozenset(), ("ingen",)),
            )
        )
    )
)
_BETWEEN_NEEDS = re.compile(r"[,;/+&\n]|\bog\b")


def to_needs(text: str) -> frozenset[DayPart]:
    """Parts of the week, such as ``dag, kveld og helg``.

    Raises:
        CellError: A part that is not understood.
    """
    words = [word for word in map(key, _BETWEEN_NEEDS.split(text.casefold())) if word]
    found = [_NEEDS.get(word) for word in words]
    known = [parts for parts in found if parts is not None]
    if len(known) < len(found):
        raise CellError(RowReason.NEED_NOT_UNDERSTOOD)
    return frozenset().union(*known)
