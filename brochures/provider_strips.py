"""Rows of the coverage strip: how high they are, and on which pages of the form they stand.

Both are decided once over all providers of a brochure, as the heights of the facts are. A strip
with more rows than a page has room for goes on over further pages, after the same rows for all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from brochures.lines import text_of
from brochures.look import EditionLook
from brochures.provider_form import LEAST_HEAD_GAP_PT, STRIP_ROW_AIR_PT
from brochures.provider_lines import SetProvider, SetStrip
from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.errors import DoesNotFitError


@dataclass(frozen=True, slots=True)
class StripSlots:
    """What the strips of all providers have in common; lengths in points.

    Attributes:
        row_heights_pt: One per service, without a name above it.
        name_heights_pt: Room of the names above those rows; 0 where they stand beside them.
        pages: The rows on each page, at least one page; facts begin below those of the last.
        end_pt: Lower edge of the last row on its page.
        parts: Heads of the four columns; empty when nobody gives any service asked for.
    """

    row_heights_pt: tuple[float, ...]
    name_heights_pt: tuple[float, ...]
    pages: tuple[range, ...]
    end_pt: float
    parts: tuple[str, ...]


def strip_slots(
    providers: Sequence[SetProvider],
    look: EditionLook,
    tops_pt: tuple[float, float],
    *,
    names_above: bool,
) -> StripSlots:
    """Room for the highest cell of every row, and as many rows on a page as it has room for.

    Args:
        providers: At least one, all with the same services in the same order.
        look: Of the edition.
        tops_pt: Where what is above the strip ends on the first page and on a further one.
        names_above: Whether services stand above their rows.

    Raises:
        DoesNotFitError: A single row is higher than a page.
    """
    rows = _row_heights_pt(providers, look, names_above=names_above)
    names = _name_heights_pt(providers, look) if names_above else (0.0,) * len(rows)
    bottom = look.form.top_pt + look.form.height_pt - look.form.padding_pt
    first, further = (top + LEAST_HEAD_GAP_PT + look.form.strip_head_pt for top in tops_pt)
    pages, start, y_pt = [], 0, first
    for number, height in enumerate(map(sum, zip(rows, names, strict=True))):
        if y_pt + height > bottom:
            pages.append(range(start, number))
            start, y_pt = number, further
        if y_pt + height > bottom:
            raise _refusal(providers, number, look, y_pt + height - bottom)
        y_pt += height
    return StripSlots(rows, names, (*pages, range(start, len(rows))), y_pt, _parts(providers))


def strip_heads(providers: Sequence[ProviderBlock]) -> Iterator[tuple[str, ...]]:
    """The heads of every strip that has cells; those of a pack are all alike."""
    strips = chain.from_iterable(provider.strips for provider in providers)
    return (tuple(cell.label for cell in strip.cells) for strip in strips if strip.cells)


def _parts(providers: Sequence[SetProvider]) -> tuple[str, ...]:
    return next(strip_heads([provider.block for provider in providers]), ())


def _row_heights_pt(
    providers: Sequence[SetProvider], look: EditionLook, *, names_above: bool
) -> tuple[float, ...]:
    rows = zip(*(provider.strips for provider in providers), strict=True)
    lines = (
        max(_strip_lines(strip, names_above=names_above) for strip in same_service)
        for same_service in rows
    )
    least, leading = look.form.strip_row_pt, look.cells.text.leading_pt
    return tuple(max(least, n * leading + STRIP_ROW_AIR_PT) for n in lines)


def _name_heights_pt(providers: Sequence[SetProvider], look: EditionLook) -> tuple[float, ...]:
    leading = look.cells.strong.leading_pt
    names = (strip.name for strip in providers[0].strips)
    return tuple(len(name) * leading + 2 * STRIP_ROW_AIR_PT for name in names)


def _strip_lines(strip: SetStrip, *, names_above: bool) -> int:
    return max(len(lines) for lines in (*(() if names_above else (strip.name,)), *strip.cells))


def _refusal(
    providers: Sequence[SetProvider], row: int, look: EditionLook, over_pt: float
) -> DoesNotFitError:
    """Name the service whose row it is, and who needs most lines there."""
    highest = max(providers, key=lambda each: _strip_lines(each.strips[row], names_above=False))
    name = " ".join(map(text_of, highest.strips[row].name))
    lines_over = max(1, -int(-over_pt // look.cells.text.leading_pt))
    return DoesNotFitError(highest.block.name, name, lines_over)
