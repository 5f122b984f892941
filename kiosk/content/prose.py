"""Reads the approved texts: headings, paragraphs and list items in plain words.

A reader of our own: the Markdown library takes longer to import than the whole pack to read, and
everything it knows beyond these three would have to be refused anyway.
"""

import re
from pathlib import PurePosixPath

from msgspec import Struct

from kiosk.content.files import PackFiles
from kiosk.content.localized import REQUIRED, compare_numbers
from kiosk.content.problems import Place, ProblemLog
from kiosk.domain.language import Language
from kiosk.domain.municipality import Prose, ProseKey, ProseKind, ProsePart

Texts = dict[tuple[ProseKey, Language], Prose]

EASY = "easy"
"""The folder of the easy-read texts, in that of their language."""

HEADING = re.compile(r"(#{1,3})\s+(.*?)\s*#*\Z")
ITEM = re.compile(r"[-*]\s+(.*)\Z")
# marks whose meaning would be lost, since neither the screen nor the paper shows them
REFUSED = re.compile(
    r"^\s*(?:>|\||~~~|```|#|[-=*_]{2,}\s*\Z)"  # quotation, table, code, heading, rule
    r"|[`<>\[\]\\]|\*|__|(?<!\w)_\w|\w_(?!\w)"  # code, HTML, links, escapes, emphasis
    r"|&\w+;|https?:"
)
# further down in a paragraph, "30. november" is a date
NUMBERED = re.compile(r"\s*\d+[.)]\s")
CONTINUES = re.compile(r"\s{2,}\S")


class _Reader(Struct):
    """Collects the parts of one text, line by line."""

    place: Place
    parts: list[ProsePart] = []
    lines: list[str] = []
    kind: ProseKind = ProseKind.PARAGRAPH

    def take(self, number: int, line: str) -> None:
        """Read one line; ``number`` counts from 1."""
        text = line.strip()
        heading, item = HEADING.match(text), ITEM.match(text)
        if not text:
            self.finish()
        elif heading is not None:
            self.finish()
            self._check(number, heading[2])
            self.parts.append(ProsePart(ProseKind.HEADING, heading[2], len(heading[1])))
        elif item is not None and not text.startswith(("**", "* *", "- -")):
            self.finish()
            self._continue(number, item[1], ProseKind.ITEM)
        else:
            self._continue(number, line, self.kind if self.lines else ProseKind.PARAGRAPH)

    def finish(self) -> None:
        """End the paragraph or item that is being read."""
        if self.lines:
            self.parts.append(ProsePart(self.kind, " ".join(self.lines)))
        self.lines = []

    def _continue(self, number: int, line: str, kind: ProseKind) -> None:
        if self.lines and kind is ProseKind.ITEM and not CONTINUES.match(line):
            self.place.fault("prose_blank_line", line=number)
        self._check(number, line)
        self.kind = kind
        self.lines.append(line.strip())

    def _check(self, number: int, text: str) -> None:
        refused = REFUSED.search(text) or (None if self.lines else NUMBERED.match(text))
        if refused is not None:
            self.place.fault("prose_mark", line=number, mark=refused[0].strip())


def read_prose(files: PackFiles, log: ProblemLog) -> Texts:
    """Every text of the pack; faults are logged."""
    texts: Texts = {}
    for key in ProseKey:
        for language in Language:
            name = f"prose/{language.value}/{key.value}.md"
            if name in files.texts:
                texts[key, language] = parts_of(files.texts[name], Place(log, name))
            elif language in REQUIRED:
                Place(log, name).fault("file_missing")
    for key in ProseKey:
        nb, nn = (texts.get((key, language), ()) for language in REQUIRED)
        compare_prose(nb, nn, Place(log, f"prose/nn/{key.value}.md"))
    _warn_of_strangers(files, log)
    return texts


def parts_of(text: str | None, place: Place) -> Prose:
    """The parts of one text; None, or a faulty one, gives what can be read of it."""
    if text is None:
        return ()
    reader = _Reader(place)
    for number, line in enumerate(text.splitlines(), start=1):
        reader.take(number, line)
    reader.finish()
    parts = tuple(reader.parts)
    titles = [index for index, part in enumerate(parts) if part.level == 1]
    if not parts:
        place.fault("empty")
    elif titles != [0]:
        place.fault("prose_title")
    elif len(parts) == 1:
        place.fault("prose_only_title")
    return parts


def compare_prose(nb: Prose, nn: Prose, place: Place) -> None:
    """Both written forms have the same headings, paragraphs, items and numbers (N29)."""
    if not nb or not nn:
        return
    if _outline(nb) != _outline(nn):
        place.fault("prose_outline")
    compare_numbers(words_of(nb), words_of(nn), place)


def _outline(prose: Prose) -> list[tuple[ProseKind, int]]:
    return [(part.kind, part.level) for part in prose]


def words_of(prose: Prose) -> str:
    """All words of a text, a part a line."""
    return "\n".join(part.text for part in prose)


def _warn_of_strangers(files: PackFiles, log: ProblemLog) -> None:
    keys = {key.value for key in ProseKey}
    languages = {language.value for language in Language}
    for name in files.texts:
        path = PurePosixPath(name)
        if path.parts[0] != "prose" or path.parts[2] == EASY:
            continue
        if not (path.stem in keys and path.parts[1] in languages):
            Place(log, name).warn("file_not_read")
