"""A provider's page as its labelled fields, gathered over all turns."""

import itertools
from dataclasses import dataclass

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
        title: The provider's name.
        first_line: What stands under it and under the line about service and zone.
    """

    title: Ink
    first_line: Ink
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
    title, *below = pages[0].inks[shown.index(name) :]
    return Profile(title, next(ink for ink in below if ink.text not in above), fields)


def profiles(visitor: Visitor) -> dict[str, Profile]:
    """The page of every provider of the first service, by name, in the order dealt."""
    names = [provider.name for provider in visitor.sections()[0].providers]
    return {name: read_profile(visitor, name) for name in names}


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
