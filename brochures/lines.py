"""Breaks texts into lines: at ordinary spaces only, never with a hyphen that nobody wrote."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from brochures.styles import TextStyle
from brochures.typeface import Typeface
from kiosk.domain.errors import DoesNotFitError
from kiosk.i18n.typography import NBSP, is_date, with_hard_spaces

_PHONE = (
    r"(?<![\d\u00a0])(?:\+\d{2}\u00a0)?"
    r"(?:\d{2}(?:\u00a0\d{2}){3}|\d{3}\u00a0\d{2}\u00a0\d{3})(?![\d\u00a0])"
)
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_WEB = r"(?:https?://|www\.)[^\s,;()«»]*[^\s.,;:()«»?!]"
_SPECIAL = re.compile(rf"(?P<phone>{_PHONE})|(?P<email>{_EMAIL})|(?P<web>{_WEB})")
# The company form after a hard space gives way only where a name is wider than a whole column.
_BREAKABLE = re.compile(r"(?<=[.\-/])(?=[^.\-/])|(?=@)|(?<=\u00a0)")

ROUNDING_PT = 0.01
"""A column made for its longest word must hold that word."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one weight.

    Attributes:
        uri: Where a click leads; empty for plain text.
        is_cut: Its last word goes on in the next line, without a space.
    """

    text: str
    is_bold: bool
    uri: str = ""
    is_cut: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands, for messages about it.

    Attributes:
        owner: Provider or document; never a person.
        field: Label of the field.
    """

    owner: str
    field: str


def text_of(line: Line) -> str:
    """The line without its weights."""
    return "".join(run.text for run in line)


class LineBreaker:
    """Measures and breaks texts in one typeface."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface

    def break_text(
        self,
        text: str,
        style: TextStyle,
        width_pt: float,
        place: Place,
        strong: Sequence[str] = (),
    ) -> tuple[Line, ...]:
        """Break a text into lines no wider than ``width_pt``; a line feed forces a break.

        Numbers, dates and the like hold together, whoever wrote the text.

        Args:
            text: May be empty.
            style: Size and weight.
            width_pt: Of the column.
            place: For messages.
            strong: Parts of the text that are set bold wherever they stand in it.

        Returns:
            At least one line; an empty text gives one empty line.

        Raises:
            DoesNotFitError: A single word is wider than the line.
            MissingGlyphError: The font lacks a character.
        """
        prepared = self._typeface.prepared(with_hard_spaces(text), style, place.field)
        bold = self._pattern(strong, style, place)
        lines: list[Line] = []
        for part in prepared.split("\n"):
            words = _words(part, style) if bold is None else _stressed(part, style, bold)
            lines.extend(self._filled(words, style, width_pt, place))
        return tuple(lines)

    def _pattern(
        self, strong: Sequence[str], style: TextStyle, place: Place
    ) -> re.Pattern[str] | None:
        """Finds the strong parts as they will be drawn; the bold weight has all their letters."""
        bold = replace(style, is_bold=True)
        drawn = [
            self._typeface.prepared(with_hard_spaces(each), bold, place.field)
            for each in strong
            if each
        ]
        return re.compile("|".join(map(re.escape, drawn))) if drawn else None

    def balanced(
        self, text: str, style: TextStyle, width_pt: float, place: Place
    ) -> tuple[Line, ...]:
        """The same number of lines, but as narrow as they can be, so that no word is left alone."""
        lines = self.break_text(text, style, width_pt, place)
        while True:
            narrower = max(self.width_pt(line, style) for line in lines) - ROUNDING_PT
            try:
                tried = self.break_text(text, style, narrower, place)
            except DoesNotFitError:
                return lines
            if len(tried) > len(lines):
                return lines
            lines = tried

    def one_line(self, text: str, style: TextStyle, width_pt: float, place: Place) -> Line:
        """The text as a single line.

        Raises:
            DoesNotFitError: It needs more than one.
            MissingGlyphError: The font lacks a character.
        """
        lines = self.break_text(text, style, width_pt, place)
        if len(lines) > 1:
            raise DoesNotFitError(place.owner, place.field, len(lines) - 1)
        return lines[0]

    def width_pt(self, line: Line, style: TextStyle) -> float:
        """Width of a line as drawn."""
        return sum(
            self._typeface.width_pt(run.text, style.size_pt, is_bold=run.is_bold) for run in line
        )

    def text_width_pt(self, text: str, style: TextStyle) -> float:
        """Width of a text on one line."""
        return self._typeface.width_pt(text, style.size_pt, is_bold=style.is_bold)

    def _filled(
        self, words: Iterable[Line], style: TextStyle, width_pt: float, place: Place
    ) -> Iterator[Line]:
        space = Run(" ", style.is_bold)
        words = tuple(words)
        whole = tuple(chain.from_iterable((space, *word) for word in words))[1:]
        if self.width_pt(whole, style) <= width_pt:
            yield _joined(whole)
            return
        line: Line = ()
        for word in self._dated(words, style, width_pt):
            wider = (*line, space, *word) if line else word
            if self.width_pt(wider, style) <= width_pt:
                line = wider
                continue
            if line:
                yield _joined(line)
            *full, line = self._broken(word, style, width_pt, place)
            yield from full
        yield _joined(line)

    def _dated(self, words: Iterable[Line], style: TextStyle, width_pt: float) -> Iterator[Line]:
        """The words, a date and its year as one where a line has room for them."""
        date: Line = ()
        for word in words:
            with_year = (*date, Run(" ", style.is_bold), *word)
            if (
                is_date(text_of(date), text_of(word))
                and self.width_pt(with_year, style) <= width_pt
            ):
                date = with_year
                continue
            if date:
                yield date
            date = word
        if date:
            yield date

    def _broken(
        self, word: Line, style: TextStyle, width_pt: float, place: Place
    ) -> tuple[Line, ...]:
        """A word, broken where an address may break when it is wider than a whole line."""
        if self.width_pt(word, style) <= width_pt:
            return (word,)
        lines: list[Line] = []
        line: Line = ()
        for run in word:
            for piece in _BREAKABLE.split(run.text):
                part = Run(piece, run.is_bold, run.uri)
                shown = Run(piece.rstrip(NBSP), run.is_bold, run.uri)
                if line and self.width_pt((*line, shown), style) > width_pt:
                    lines.append(_cut(line))
                    line = ()
                line = (*line, part)
        lines.append(line)
        if any(self.width_pt(each, style) > width_pt for each in lines):
            bare = text_of(word).strip(".,:;()«»")
            raise DoesNotFitError(place.owner, place.field, 1, word=bare)
        return tuple(_joined(each) for each in lines)


def _words(text: str, style: TextStyle) -> Iterator[Line]:
    """Words between ordinary spaces, each with its weights and links."""
    for word in text.split(" "):
        if word:
            yield tuple(_runs(word, style))


def _stressed(text: str, style: TextStyle, strong: re.Pattern[str]) -> Iterator[Line]:
    """The same words, bold as far as they belong to a strong part."""
    spans = [match.span() for match in strong.finditer(text)]
    start = 0
    for word in text.split(" "):
        if word:
            yield tuple(_bold_within(_runs(word, style), start, spans))
        start += len(word) + 1


def _bold_within(
    runs: Iterable[Run], start: int, spans: Sequence[tuple[int, int]]
) -> Iterator[Run]:
    """Runs, cut where a span of the text begins or ends inside of them."""
    for run in runs:
        end = start + len(run.text)
        inside = {at for span in spans for at in span if start < at < end}
        edges = [start, *sorted(inside), end]
        for left, right in pairwise(edges):
            is_bold = run.is_bold or any(low <= left and right <= high for low, high in spans)
            yield replace(run, text=run.text[left - start : right - start], is_bold=is_bold)
        start = end


def _runs(word: str, style: TextStyle) -> Iterator[Run]:
    start = 0
    for match in _SPECIAL.finditer(word):
        if match.start() > start:
            yield Run(word[start : match.start()], style.is_bold)
        yield _special_run(match, style)
        start = match.end()
    if start < len(word):
        yield Run(word[start:], style.is_bold)


def _special_run(match: re.Match[str], style: TextStyle) -> Run:
    text = match.group()
    match match.lastgroup:
        case "phone":
            return Run(text, style.is_bold or style.emphasises_phones)
        case "email":
            return Run(text, style.is_bold, f"mailto:{text}")
        case _:
            return Run(text, style.is_bold, text if "://" in text else f"https://{text}")


def _cut(line: Line) -> Line:
    """The line without the hard space that it was broken at, or marked as broken in a word."""
    *rest, last = line
    text = last.text.rstrip(NBSP)
    return (*rest, Run(text, last.is_bold, last.uri, is_cut=text == last.text))


def _joined(line: Line) -> Line:
    """Neighbours of the same weight and link as one run."""
    joined: list[Run] = []
    for run in line:
        last = joined[-1] if joined else None
        if last is not None and (last.is_bold, last.uri) == (run.is_bold, run.uri):
            joined[-1] = Run(last.text + run.text, run.is_bold, run.uri, run.is_cut)
        else:
            joined.append(run)
    return tuple(joined)
