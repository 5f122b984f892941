"""A provider's page as its labelled fields, gathered over all turns."""

import itertools
from dataclasses import dataclass

from PySide6.QtGui import QAccessible

from kiosk.ui.theme_source import ThemeSource
from tests.audit.snapshot import Ink, Snapshot, take
from tests.audit.walk import Visitor


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value."""

    label: Ink
    value: Ink

    @property
    def height_px(self) -> float:
        """From the top of the value to its end."""
        return self.value.rect.height()


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything on a provider's page.

    Attributes:
        first_line: What stands under the title and the line about service and zone.
        first_line_top_px: From the top of what turns.
    """

    first_line: Ink
    first_line_top_px: float
    fields: tuple[Field, ...]

    @property
    def labels(self) -> list[str]:
        """Words of all labels, order of reading."""
        return [field.label.text for field in self.fields]


def read_profile(visitor: Visitor, name: str) -> Profile:
    """Open a card, read its page to the end and go back to the cards."""
    visitor.open_card(name)
    pages = [take(visitor.stage, place) for place in visitor.turns("answer provider")]
    visitor.all_answers()
    theme = visitor.stage.open.theme
    above = {name, visitor.sections()[0].zone_line}
    found = itertools.chain(*(_fields(page, theme) for page in pages))
    fields = tuple(field for field in found if field.label.text not in above)
    shown = [ink.text for ink in pages[0].inks]
    below_title = pages[0].inks[shown.index(name) + 1 :]
    first_line = next(ink for ink in below_title if ink.text not in above)
    return Profile(first_line, first_line.rect.top() - _content_top(pages[0]), fields)


def profiles(visitor: Visitor) -> dict[str, Profile]:
    """The page of every provider of the first service, by name, in the order dealt."""
    names = [provider.name for provider in visitor.sections()[0].providers]
    return {name: read_profile(visitor, name) for name in names}


def _content_top(page: Snapshot) -> float:
    """Top of the part between title and action row, which is a group named as the title."""
    return min(node.rect.top() for node in page.nodes if node.role is QAccessible.Role.Grouping)


def _fields(page: Snapshot, theme: ThemeSource) -> list[Field]:
    """A text in support type with a text in body type after it is a label with its value."""
    label_type = (theme.scale.font_px("support"), theme.colour("text_support").lower())
    value_type = (theme.scale.font_px("body"), theme.colour("text").lower())
    return [
        Field(label, value)
        for label, value in itertools.pairwise(page.inks)
        if (label.font_px, label.color) == label_type
        and (value.font_px, value.color) == value_type
        and value.font.weight() == label.font.weight()
    ]
