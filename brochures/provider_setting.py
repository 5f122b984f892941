"""The way in which the texts of all providers of a brochure take fewest pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from brochures.furniture import PaperWords
from brochures.lines import LineBreaker
from brochures.look import EditionLook
from brochures.provider_columns import Columns, columns_for
from brochures.provider_lines import ProviderSetter, SetProvider
from brochures.provider_slots import Slots, WrittenTooLongError, in_parts, slots_for
from kiosk.domain.document.provider_block import ProviderBlock
from kiosk.domain.errors import DoesNotFitError

FACING = 2
"""Pages that a form of more than one takes at a time."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The texts of all providers in one way to set them, and the room that they get."""

    columns: Columns
    broken: tuple[SetProvider, ...]
    slots: Slots


def setting_for(
    providers: Sequence[ProviderBlock],
    breaker: LineBreaker,
    words: PaperWords,
    look: EditionLook,
) -> Setting:
    """The way that takes fewest pages, and of two alike the one with more white.

    Raises:
        DoesNotFitError: There is no room in any way; as in the first one.
        MissingGlyphError: The font lacks a character.
    """
    refused: DoesNotFitError | None = None
    found: list[Setting] = []
    usual = 1 if look.form.last_on_left is None else FACING
    for names_above, is_wide, is_cut in product((False, True), repeat=3):
        columns = columns_for(providers, breaker, look, is_wide=is_wide, names_above=names_above)
        setter = ProviderSetter(columns, breaker, words, look)
        try:
            broken = tuple(setter.set(provider) for provider in providers)
            broken = in_parts(broken) if is_cut else broken
            # Rows that take more room would hide that a text is too long for its page.
            may_go_on = not (names_above and isinstance(refused, WrittenTooLongError))
            slots = slots_for(broken, look, names_above=columns.names_above, may_go_on=may_go_on)
        except DoesNotFitError as error:
            refused = refused or error
            continue
        found.append(Setting(columns, broken, slots))
        if slots.page_count <= usual:
            break
    if not found:
        raise refused or DoesNotFitError(providers[0].name, providers[0].kind_line, 1)
    return min(found, key=_pages_taken)


def _pages_taken(setting: Setting) -> int:
    """Pages of each provider, with the empty one."""
    count = setting.slots.page_count
    return count if count == 1 else count + count % FACING
