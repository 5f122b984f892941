"""What staff said about headings, remembered for every list with the same ones."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kiosk.app.intake_reasons import FileReason
from kiosk.app.list_columns import OPTIONAL, SEVERAL, Column, missing
from kiosk.app.ports.intake import Meanings, OpenCaseList, SeenHeading, plain_heading
from kiosk.domain.errors import CaseListError, Refusal
from kiosk.domain.event import Event, HeadingsExplained

_BY_KEY: Mapping[str, Column] = MappingProxyType({column.key: column for column in Column})
_LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class ListLook:
    """A case list of which only the headings were looked at.

    Attributes:
        listed: The list.
        headings: Order of the file.
        meanings: What staff said about a list with the same headings; empty for a new one.
        proposed: What staff said last about single headings of it, in whatever list.
    """

    listed: OpenCaseList
    headings: tuple[SeenHeading, ...]
    meanings: Meanings
    proposed: Meanings

    @property
    def unknown(self) -> tuple[SeenHeading, ...]:
        """Headings that we do not understand, each once; may be empty."""
        return self._each_once({None})

    @property
    def asked(self) -> tuple[SeenHeading, ...]:
        """Headings that staff can explain: unknown ones first; may be empty.

        Where the list lacks something, what we take for a field that no list needs may be it.
        """
        if not self.missing(self.meanings):
            return self.unknown
        return (*self.unknown, *self._each_once(OPTIONAL))

    def _each_once(self, columns: Collection[Column | None]) -> tuple[SeenHeading, ...]:
        found = {
            plain_heading(heading.text): heading
            for heading in reversed(self.headings)
            if heading.column in columns and _may_be_kept(heading.text)
        }
        return tuple(reversed(found.values()))

    def missing(self, meanings: Meanings) -> tuple[Column, ...]:
        """What the list lacks with these meanings; empty for one that can be read."""
        return missing({column for _, column in _read(self.headings, meanings)})


def look_at(listed: OpenCaseList, explained: Iterable[Event]) -> ListLook:
    """The headings of a list with what is remembered about them.

    Args:
        listed: The list.
        explained: Every event about headings, oldest first.
    """
    headings = listed.headings
    bodies = [event.body for event in explained if isinstance(event.body, HeadingsExplained)]
    same = [body for body in bodies if _set_of(body.headings) == _set_of(_texts(headings))]
    meanings = _meanings(same[-1:])
    here = _set_of(_texts(headings))
    proposed = {plain: column for plain, column in _meanings(bodies).items() if plain in here}
    return ListLook(listed, headings, meanings, proposed)


def refuse_lacking(look: ListLook, meanings: Meanings) -> None:
    """Refuse meanings with which the list cannot be read.

    Raises:
        CaseListError: A needed column is missing; names all of them.
    """
    lacking = look.missing(meanings)
    if lacking:
        values = {"columns": "\n".join(column.value for column in lacking)}
        raise CaseListError(Refusal(FileReason.COLUMNS_MISSING.value, values))


def refuse_doubles(look: ListLook, meanings: Meanings) -> None:
    """Refuse meanings that would make two columns say the same.

    Raises:
        CaseListError: Two columns would stand for one field; names the field and both.
    """
    seen: dict[Column, str] = {}
    for heading, column in _read(look.headings, meanings):
        other = seen.setdefault(column, heading)
        explained = {plain_heading(heading), plain_heading(other)} & meanings.keys()
        if other != heading and column not in SEVERAL and explained:
            values = {"field": column.key, "one": other, "other": heading}
            raise CaseListError(Refusal(FileReason.FIELD_TWICE.value, values))


def explanation(look: ListLook, meanings: Meanings) -> HeadingsExplained:
    """What the record keeps of meanings: headings and fields, no line of the list."""
    texts = _texts(look.headings)
    fields = tuple(
        (text, "" if column is None else column.key)
        for text in texts
        if (plain := plain_heading(text)) in meanings
        for column in [meanings[plain]]
    )
    return HeadingsExplained(texts, tuple(dict.fromkeys(fields)))


def _read(headings: Sequence[SeenHeading], meanings: Meanings) -> Iterable[tuple[str, Column]]:
    """Headings that stand for something, with what they stand for."""
    for heading in headings:
        column = meanings.get(plain_heading(heading.text), heading.column)
        if column is not None:
            yield heading.text, column


def _texts(headings: Sequence[SeenHeading]) -> tuple[str, ...]:
    return tuple(heading.text for heading in headings if _may_be_kept(heading.text))


def _may_be_kept(heading: str) -> bool:
    """Whether a heading may be remembered: a whole sentence may hold more than a heading."""
    return 0 < len(heading) <= _LONGEST_HEADING


def _set_of(headings: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain_heading, headings))


def _meanings(bodies: Iterable[HeadingsExplained]) -> dict[str, Column | None]:
    """What events say together; the newest about a heading holds.

    A field that only a newer version of the program knows is not used.
    """
    return {
        plain_heading(heading): _BY_KEY.get(field)
        for body in bodies
        for heading, field in body.fields
    }
