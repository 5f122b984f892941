"""Names for everything that can be said: each visible string, or its parts, by ids that stay (F01).

A text of the program is named after its English original, a text of the municipality after its place in
the pack. What is put together when it is shown is named after its pattern and what stands in it. So a
clip stays right as long as its text does, and nothing that changes keeps an old clip.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from kiosk.domain.language import Language
from kiosk.domain.spoken import Spoken, spoken_form

_LENGTH = 10
_FEWEST_LETTERS = 6
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%\d|%n")
# "kl. 9" goes on; so do the other short forms that stand before a number or a name, and a day such as
# "1. september".
_SENTENCE_END = re.compile(
    r"(?<=[.!?:])(?<!\bkl\.)(?<!\bnr\.)(?<!\bca\.)(?<!\btlf\.)(?<!eks\.)(?!(?<=\d\.) [a-zæøå]) |\n"
)


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the program in one language.

    Attributes:
        context: For one-word labels; empty otherwise.
        original: In English.
        text: In the language; one of several where it is counted.
    """

    context: str
    original: str
    text: str


@dataclass(frozen=True, slots=True)
class SpeechBook:
    """What is known of one language; see ``speech_book``."""

    language: Language
    _ids: dict[str, str] = field(repr=False)
    _patterns: tuple[tuple[re.Pattern[str], str], ...] = field(repr=False)

    def parts(self, text: str) -> tuple[Spoken, ...]:
        """A visible string in the order of reading; empty for what says nothing."""
        plain = _plain(text)
        if not spoken_form(plain, self.language):
            return ()
        known = self._ids.get(plain) or self._of_pattern(plain)
        if known is not None:
            return (self._spoken(known, plain),)
        sentences = [each for each in _SENTENCE_END.split(plain) if each.strip()]
        if len(sentences) > 1:
            return tuple(part for each in sentences for part in self.parts(each))
        without_stop = plain.removesuffix(".")
        known = self._ids.get(without_stop) or f"text-{_mark(plain)}"
        return (self._spoken(known, plain),)

    def knows(self, text: str) -> bool:
        """Whether a visible string is, as a whole, a text of this language."""
        plain = _plain(text)
        known = self._ids.get(plain) or self._ids.get(plain.removesuffix("."))
        return (known or self._of_pattern(plain)) is not None

    def _of_pattern(self, plain: str) -> str | None:
        found = (each for pattern, each in self._patterns if pattern.fullmatch(plain))
        name = next(found, None)
        return None if name is None else f"{name}-{_mark(plain)}"

    def _spoken(self, name: str, plain: str) -> Spoken:
        return Spoken(name, plain, spoken_form(plain, self.language))


def speech_book(
    language: Language, messages: Iterable[Message], pack: Iterable[tuple[str, str]]
) -> SpeechBook:
    """Everything that the program and a pack can say in one language.

    Args:
        language: Of all texts.
        messages: Texts of the program, in any order; of those alike the first by original counts.
        pack: Places in the pack and the texts there.
    """
    ids: dict[str, str] = {}
    patterns: list[tuple[int, str, re.Pattern[str]]] = []
    for each in sorted(messages, key=lambda each: (each.original, each.context, each.text)):
        name = f"ui-{_mark(each.context, each.original)}"
        if _PLACEHOLDER.search(each.text):
            patterns += _pattern(each.text, name)
        else:
            ids.setdefault(_plain(each.text), name)
    for place, text in pack:
        ids.setdefault(_plain(text), f"pack-{place}")
    # The most particular first: a pattern that is nearly all gaps fits nearly everything.
    ordered = sorted(patterns, key=lambda each: (-each[0], each[1]))
    return SpeechBook(language, ids, tuple((each[2], each[1]) for each in ordered))


def _pattern(text: str, name: str) -> Sequence[tuple[int, str, re.Pattern[str]]]:
    fixed = _PLACEHOLDER.split(_plain(text))
    letters = sum(character.isalpha() for part in fixed for character in part)
    if letters < _FEWEST_LETTERS:
        return ()
    return [(letters, name, re.compile("(.+?)".join(map(re.escape, fixed))))]


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split(" ")).strip()


def _mark(*texts: str) -> str:
    return sha256("\x04".join(texts).encode()).hexdigest()[:_LENGTH]
