"""Breaks the texts of all providers of a brochure into the lines of their forms."""

from dataclasses import dataclass

from brochures.furniture import PaperWords
from brochures.lines import ROUNDING_PT, Line, LineBreaker, Place
from brochures.look import EditionLook
from brochures.marks import TICK_ADVANCE_PT
from brochures.provider_columns import Columns
from brochures.provider_form import (
    APPROVAL_LINES,
    LABEL_GAP_EM,
    LEAST_CELL_INDENT_PT,
    NAME_LINES,
)
from brochures.styles import TextStyle
from kiosk.domain.document.provider_block import CoverageStrip, Fact, ProviderBlock
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.provider import Coverage


@dataclass(frozen=True, slots=True)
class SetFact:
    """One fact, broken into lines.

    Attributes:
        label: Empty where the fact goes on.
        value: At least one line, but none where it goes on for somebody else only.
        goes_on: Whether it is the rest of the one before it.
    """

    fact: Fact
    label: tuple[Line, ...]
    value: tuple[Line, ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class SetStrip:
    """One row of the coverage strip.

    Attributes:
        cells: Four, or one over the whole width where the provider lacks the service.
        ticks: Per cell, whether a tick stands before the word.
    """

    name: tuple[Line, ...]
    cells: tuple[tuple[Line, ...], ...]
    ticks: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class SetProvider:
    """One provider, broken into lines.

    Attributes:
        again: The name where it stands above the second page.
        kind, approval: Lines as the edition allows them.
        owner: The number stands on a line of its own where it does so for all; empty where owners
            are not told.
    """

    block: ProviderBlock
    name: tuple[Line, ...]
    again: tuple[Line, ...]
    kind: tuple[Line, ...]
    owner: tuple[Line, ...]
    approval: tuple[Line, ...]
    strips: tuple[SetStrip, ...]
    facts: tuple[SetFact, ...]


class ProviderSetter:
    """Breaks the texts of one provider after another."""

    def __init__(
        self, columns: Columns, breaker: LineBreaker, words: PaperWords, look: EditionLook
    ) -> None:
        self._columns = columns
        self._breaker = breaker
        self._words = words
        self._look = look
        self._text, self._strong = look.cells.text, look.cells.strong

    def set(self, provider: ProviderBlock) -> SetProvider:
        """All lines of a provider.

        Raises:
            DoesNotFitError: The name needs a third line, or a line of the head a second one.
            MissingGlyphError: The font lacks a character.
        """
        words = self._words
        owner: tuple[str, ...] = (provider.owner_line,) if provider.owner_line else ()
        if self._columns.splits_owner:
            owner = (provider.owner, provider.org_number)
        return SetProvider(
            block=provider,
            name=self._name(provider, Place(provider.name, words.pgettext("field", "Name"))),
            again=self._breaker.break_text(
                provider.name,
                self._look.small_strong,
                self._columns.inner_pt,
                Place(provider.name, words.pgettext("field", "Name")),
            ),
            kind=self._lines(
                provider.kind_line,
                self._text,
                Place(provider.name, words.pgettext("field", "Type")),
            ),
            owner=tuple(
                line
                for text in owner
                for line in self._lines(
                    text, self._text, Place(provider.name, words.pgettext("field", "Owner"))
                )
            ),
            approval=self._lines(
                provider.approval,
                self._look.small,
                Place(provider.name, words.pgettext("field", "Approval")),
                APPROVAL_LINES,
            ),
            strips=tuple(self._strip(strip, provider.name) for strip in provider.strips),
            facts=tuple(self._fact(fact, provider) for fact in provider.facts),
        )

    def _name(self, provider: ProviderBlock, place: Place) -> tuple[Line, ...]:
        lines = self._breaker.break_text(
            provider.name, self._look.form.name, self._columns.inner_pt, place
        )
        if len(lines) > NAME_LINES:
            raise DoesNotFitError(place.owner, place.field, len(lines) - NAME_LINES)
        return lines

    def _lines(self, text: str, style: TextStyle, place: Place, least: int = 1) -> tuple[Line, ...]:
        lines = self._breaker.break_text(text, style, self._columns.inner_pt, place)
        most = max(least, self._look.form.head_lines)
        if len(lines) > most:
            raise DoesNotFitError(place.owner, place.field, len(lines) - most)
        return lines

    def _strip(self, strip: CoverageStrip, owner: str) -> SetStrip:
        place = Place(owner, strip.service_name)
        name = self._service(strip.service_name, place)
        padding = self._columns.indent_pt + LEAST_CELL_INDENT_PT
        if not strip.cells:
            room = self._columns.value_pt - padding
            return SetStrip(
                name, (self._breaker.break_text(strip.absent, self._text, room, place),), (False,)
            )
        ticks = tuple(cell.comes is Coverage.YES for cell in strip.cells)
        room = self._columns.cell_pt - padding
        cells = tuple(
            self._breaker.break_text(
                cell.short, self._text, room - has_tick * TICK_ADVANCE_PT, place
            )
            for cell, has_tick in zip(strip.cells, ticks, strict=True)
        )
        return SetStrip(name, cells, ticks)

    def _service(self, name: str, place: Place) -> tuple[Line, ...]:
        if not self._columns.names_above:
            return self._label(name, place)
        return self._breaker.break_text(name, self._strong, self._columns.inner_pt, place)

    def _fact(self, fact: Fact, provider: ProviderBlock) -> SetFact:
        place = Place(provider.name, fact.label)
        try:
            value = self._breaker.break_text(fact.value, self._text, self._columns.value_pt, place)
        except DoesNotFitError as error:
            raise _of_service(error, provider) from None
        return SetFact(fact, self._label(fact.label, place), value)

    def _label(self, text: str, place: Place) -> tuple[Line, ...]:
        width = self._columns.label_pt - LABEL_GAP_EM * self._strong.size_pt
        return self._breaker.break_text(text, self._strong, width + ROUNDING_PT, place)


def _of_service(error: DoesNotFitError, provider: ProviderBlock) -> DoesNotFitError:
    """The same, at the service whose name has the word that is too wide, if there is one."""
    word = error.word.casefold()
    names = (strip.service_name for strip in provider.strips)
    field = next((name for name in names if word and word in name.casefold()), error.field)
    return DoesNotFitError(error.owner, field, error.lines_over, word=error.word)
