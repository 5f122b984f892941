"""Stacks pieces down the pages; what does not fit moves to the next page, never gets smaller."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Optional

from brochures.editions import A4
from brochures.lines import text_of
from brochures.marks import Mark, TextMark, unread
from kiosk.domain.errors import DoesNotFitError

Marks = tuple[Mark, ...]

CLOSER = 0.72
"""Part of the white between pieces that is left where a page would run over by a little."""

HARM_BETWEEN_PARAGRAPHS = 0.1
HARM_INSIDE_PARAGRAPH = 0.25
HARM_INSIDE_TABLE = 0.25


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is never divided.

    Attributes:
        marks: With y counted from the top of the piece.
        gap_pt: Space above, dropped at the top of a page.
        keeps_next: Stays on the page of the next piece, as headings do.
        sinks: Stands at the bottom of its page.
        repeats: Stands above this piece again when it comes first on a page, as a table's head;
            read aloud the first time only.
        avoids_fold: Does not stand where the sheet is folded, as boxes for crosses.
        begins_page: Stands at the top of a page.
        goes_below: Goes below a fold together with the next piece, and not without it.
    """

    height_pt: float
    marks: Marks
    gap_pt: float = 0
    keeps_next: bool = False
    sinks: bool = False
    repeats: Optional["Piece"] = None
    avoids_fold: bool = False
    begins_page: bool = False
    goes_below: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """The part of a page that pieces may fill.

    Attributes:
        fold_pt: Upper and lower edge of where the sheet is folded; None where that does not matter.
        others: Of the second page, the third and so on, over and over; empty for pages all alike.
    """

    top_pt: float = A4.content_top_pt
    bottom_pt: float = A4.content_bottom_pt
    fold_pt: tuple[float, float] | None = None
    others: tuple["Room", ...] = ()

    def on_page(self, index: int) -> "Room":
        """That of a page, counted from 0."""
        return self.others[(index - 1) % len(self.others)] if index and self.others else self


@dataclass(frozen=True, slots=True)
class Flowed:
    """Pieces placed on pages.

    Attributes:
        pages: Marks per page, at least one page.
        end_pt: Lower edge of the last piece.
    """

    pages: tuple[Marks, ...]
    end_pt: float


def flow(pieces: Sequence[Piece], owner: str, room: Room | None = None) -> Flowed:
    """Place pieces in reading order.

    Args:
        pieces: May be empty, which gives one empty page.
        owner: Document, for the message when a piece is taller than a page.
        room: The part of each page that may be filled; the usual margins by default.

    Raises:
        DoesNotFitError: Pieces that must stay together are taller than a page.
    """
    return _stacked(tuple(_groups(pieces)), owner, room or Room()).flowed()


def _stacked(
    groups: Sequence[Sequence[Piece]],
    owner: str,
    room: Room,
    turns: frozenset[int] = frozenset(),
) -> "_Stack":
    """Place groups; those of ``turns`` begin a page even where there is room above."""
    stack = _Stack(room)
    for number, group in enumerate(groups):
        if number in turns or (number and group[0].begins_page):
            stack.turn(group[0].repeats)
        # Pages may differ: what has no room on the next may have it on the one after.
        for _ in (room, *room.others):
            if not stack.has_room(group):
                stack.turn(group[0].repeats)
        if not stack.has_room(group):
            raise DoesNotFitError(owner, _first_text(group), 1)
        for unit in _units(group):
            stack.skip_fold(unit)
            for piece in unit:
                stack.place(piece)
    return stack


def flow_compactly(pieces: Sequence[Piece], owner: str, room: Room | None = None) -> Flowed:
    """The same, with less white between the pieces where that saves a page; type stays as it is.

    Raises:
        DoesNotFitError: Pieces that must stay together are taller than a page.
    """
    place = room or Room()
    return flow(_compacted(pieces, owner, place), owner, place)


def flow_evenly(pieces: Sequence[Piece], owner: str, room: Room | None = None) -> Flowed:
    """As many pages as ``flow_compactly``, all about equally full, turned before a heading if any.

    Raises:
        DoesNotFitError: Pieces that must stay together are taller than a page.
    """
    place = room or Room()
    groups = tuple(_groups(_compacted(pieces, owner, place)))
    return _stacked(groups, owner, place, frozenset(_even_turns(groups, place))).flowed()


def _compacted(pieces: Sequence[Piece], owner: str, room: Room) -> Sequence[Piece]:
    """The pieces, closer to each other where that saves a page."""
    count = _page_count(pieces, owner, room)
    if count == 1:
        return pieces
    closer = [replace(piece, gap_pt=piece.gap_pt * CLOSER) for piece in pieces]
    return closer if _page_count(closer, owner, room) < count else pieces


def _page_count(pieces: Sequence[Piece], owner: str, room: Room) -> int:
    return len(_stacked(tuple(_groups(pieces)), owner, room).pages)


def _even_turns(groups: Sequence[Sequence[Piece]], room: Room) -> Iterator[int]:
    """Numbers of the groups that begin a page; fewest pages first, then evenness."""
    height = room.bottom_pt - room.top_pt
    ways: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(groups) + 1):
        found = []
        for start in range(end - 1, -1, -1):
            used = _height_pt([piece for group in groups[start:end] for piece in group])
            used += _repeated_pt(groups[start]) if start else 0
            if used > height and start < end - 1:
                break
            pages, uneven, _ = ways[start]
            blank = 1 - used / height
            found.append((pages + 1, uneven + blank * blank + _harm(groups[start]), start))
        ways.append(min(found))
    end = len(groups)
    while (start := ways[end][2]) > 0:
        yield start
        end = start


def _harm(group: Sequence[Piece]) -> float:
    """What a page that begins with this group costs, as the square of a blank part of a page."""
    if group[0].repeats:
        return HARM_INSIDE_TABLE
    if group[0].keeps_next:
        return 0.0
    return HARM_BETWEEN_PARAGRAPHS if group[0].gap_pt else HARM_INSIDE_PARAGRAPH


def _repeated_pt(group: Sequence[Piece]) -> float:
    """Height of what stands again above a group at the top of a page."""
    repeated = group[0].repeats
    if repeated is None:
        return 0
    return repeated.height_pt + group[0].gap_pt


def _height_pt(pieces: Sequence[Piece]) -> float:
    """Height on a page of their own, where the first gap is dropped."""
    return sum(piece.gap_pt + piece.height_pt for piece in pieces) - pieces[0].gap_pt


class _Stack:
    """The pages so far and the height reached on the last.

    Attributes:
        pages: What stands on each of them, with where it begins.
    """

    def __init__(self, room: Room) -> None:
        self._rooms = room
        self.pages: list[list[tuple[Marks, float]]] = [[]]
        self.y_pt = room.top_pt

    @property
    def _room(self) -> Room:
        """Of the last page."""
        return self._rooms.on_page(len(self.pages) - 1)

    def has_room(self, group: Sequence[Piece]) -> bool:
        """Whether all pieces of the group go on the last page."""
        y_pt, is_first = self.y_pt, not self.pages[-1]
        for unit in _units(group):
            y_pt = max(y_pt, self._below_fold(unit, y_pt, is_first=is_first))
            y_pt += sum(piece.gap_pt + piece.height_pt for piece in unit)
            y_pt -= unit[0].gap_pt if is_first else 0
            is_first = False
        return y_pt <= self._room.bottom_pt

    def skip_fold(self, unit: Sequence[Piece]) -> None:
        """Go on below the fold where a piece of the unit must not stand on it."""
        below = self._below_fold(unit, self.y_pt, is_first=not self.pages[-1])
        self.y_pt = max(self.y_pt, below)

    def _below_fold(self, unit: Sequence[Piece], y_pt: float, *, is_first: bool) -> float:
        """Where the unit can stand; 0 where it may stand right here."""
        if self._room.fold_pt is None:
            return 0
        upper, lower = self._room.fold_pt
        for piece in unit:
            y_pt += 0 if is_first else piece.gap_pt
            if piece.avoids_fold and y_pt < lower and y_pt + piece.height_pt > upper:
                return lower
            y_pt += piece.height_pt
            is_first = False
        return 0

    def turn(self, repeated: Piece | None) -> None:
        """Begin a page."""
        self.pages.append([])
        self.y_pt = self._room.top_pt
        if repeated is not None:
            self.place(replace(repeated, marks=tuple(map(unread, repeated.marks))))

    def place(self, piece: Piece) -> None:
        """Put a piece under what is there."""
        self.y_pt += piece.gap_pt if self.pages[-1] else 0
        if piece.sinks:
            self.y_pt = self._room.bottom_pt - piece.height_pt
        if piece.marks:
            self.pages[-1].append((piece.marks, self.y_pt))
        self.y_pt += piece.height_pt

    def flowed(self) -> Flowed:
        """Everything in its place."""
        pages = (
            tuple(mark.down(y_pt) for marks, y_pt in page for mark in marks) for page in self.pages
        )
        return Flowed(tuple(pages), self.y_pt)


def _first_text(group: Sequence[Piece]) -> str:
    """The first line of text, to find pieces that are too tall."""
    marks = (mark for piece in group for mark in piece.marks)
    return next((text_of(mark.lines[0]) for mark in marks if isinstance(mark, TextMark)), "")


def _groups(pieces: Iterable[Piece]) -> Iterable[list[Piece]]:
    """Pieces with the ones that they must stay together with."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keeps_next:
            yield group
            group = []
    if group:
        yield group


def _units(group: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces that go below a fold together: what avoids it, with the headings above it."""
    unit: list[Piece] = []
    for piece in group:
        unit.append(piece)
        if piece.avoids_fold and not piece.goes_below:
            yield unit
            unit = []
    if unit:
        yield unit
