"""Finds loaded words in a text (neutrality N28, N36)."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from kiosk.domain.language import Language
from kiosk.domain.neutral import english, mild, norwegian
from kiosk.domain.neutral.kinds import HARSH, LOOKED_FOR, Loaded, Phrases, TextSort, Weight

_BEFORE, _AFTER = r"(?<!\w)(?<!\w[-’'])", r"(?!\w)"
_GONE = " · "
_LEGAL_FORM = re.compile(r" (?:AS|ASA|SA|BA|DA|ANS|KF|IKS|NUF|ENK)\Z")
_SHOUTS = re.compile(
    r"!|[\u2600-\u27bf\U0001f300-\U0001faff★☆♥]"
    r"|(?<!\w)(?!(?:EKSEMPEL|EXAMPLE|HELFO|COVID|NOKUT|UNESCO|UNICEF)(?!\w))[A-ZÆØÅ]{5,}(?!\w)"
)
_QUESTION = re.compile(r"\w+\s?\?")
_LINK = re.compile(r"https?://\S*|\bwww\.\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A word or phrase that is not neutral.

    Attributes:
        kind: What it does.
        weight: Whether it may stay for a reason. What the municipality says itself may.
        words: As it stands in the text, blanks made single.
        start: Where it begins in the text so read, in characters.
    """

    kind: Loaded
    weight: Weight
    words: str
    start: int


def loaded_words(
    text: str, language: Language, sort: TextSort, names: Collection[str] = ()
) -> tuple[LoadedWord, ...]:
    """Everything in a text that is not neutral, in the order of the text; empty for a neutral one.

    Args:
        text: One field or paragraph.
        language: In which it is written.
        sort: Which words count in it.
        names: Registered names; a loaded word in one of them is no claim (N36).
    """
    plain = _without_harmless(_without_names(_plain(text), language, names), language)
    found = {
        (each.start(), kind): _word(kind, each, language, sort)
        for kind, pattern in _patterns(language, sort)
        for each in pattern.finditer(plain)
    }
    return tuple(_outermost([found[key] for key in sorted(found, key=lambda key: key[0])]))


def _word(kind: Loaded, found: re.Match[str], language: Language, sort: TextSort) -> LoadedWord:
    words = found[0].strip()
    is_own = sort is TextSort.MUNICIPALITY
    may_stay = is_own or kind not in HARSH or _mild(language).fullmatch(words)
    return LoadedWord(kind, Weight.WARNING if may_stay else Weight.ERROR, words, found.start())


def _outermost(found: list[LoadedWord]) -> Iterator[LoadedWord]:
    """Each place once: "de fleste velger" holds no second fault in "fleste"."""
    end = -1
    for each in sorted(found, key=lambda each: (each.start, -len(each.words))):
        if each.start >= end:
            yield each
            end = each.start + len(each.words)


def _plain(text: str) -> str:
    """Composed letters, single blanks, no soft hyphens."""
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u2011", "-")
    return " ".join(composed.split())


def _without_names(plain: str, language: Language, names: Collection[str]) -> str:
    for name in sorted(_forms_of(names, language), key=len, reverse=True):
        plain = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _GONE.strip(), plain)
    return plain


def _forms_of(names: Collection[str], language: Language) -> Iterator[str]:
    """Names and what people call their bearers; a loaded word alone is never taken for a name."""
    for name in map(_plain, names):
        short = _LEGAL_FORM.sub("", name)
        for form in dict.fromkeys((name, short)):
            is_name = form == name or " " in form or not _is_loaded(form, language)
            yield from (form, f"{form}s") if form and is_name else ()


def _is_loaded(word: str, language: Language) -> bool:
    patterns = _patterns(language, TextSort.PROFILE)
    return any(pattern.search(word) for _kind, pattern in patterns)


def _without_harmless(plain: str, language: Language) -> str:
    return _harmless(language is Language.ENGLISH).sub(_GONE.strip(), plain)


@cache
def _mild(language: Language) -> re.Pattern[str]:
    phrases = mild.ENGLISH if language is Language.ENGLISH else mild.NORWEGIAN
    return re.compile("|".join(phrases), re.IGNORECASE)


@cache
def _harmless(is_english: bool) -> re.Pattern[str]:
    return _whole((english if is_english else norwegian).HARMLESS)


@cache
def _patterns(language: Language, sort: TextSort) -> tuple[tuple[Loaded, re.Pattern[str]], ...]:
    if language is Language.ENGLISH:
        lists: tuple[Phrases, ...] = (english.ENGLISH,)
    else:
        lists = (norwegian.BOKMAL, norwegian.NYNORSK)
    wanted = LOOKED_FOR[sort]
    marks = [(Loaded.SHOUT, _SHOUTS), (Loaded.LINK, _LINK)]
    if sort is not TextSort.MUNICIPALITY:
        marks.append((Loaded.SHOUT, _QUESTION))
    words = [
        (kind, _whole([phrase for each in lists for phrase in each.get(kind, ())]))
        for kind in Loaded
        if any(kind in each for each in lists)
    ]
    return tuple(each for each in (*words, *marks) if each[0] in wanted)


def _whole(phrases: Collection[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words."""
    return re.compile(f"{_BEFORE}(?:{'|'.join(phrases)}){_AFTER}", re.IGNORECASE)
