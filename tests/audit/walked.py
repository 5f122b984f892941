"""A whole visit as it looked in one setup; tests and reports look at the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.app.ports.words import Words
from kiosk.theme.tokens import Device
from tests.audit.programs import steady_program
from tests.audit.setups import Setup, device_of
from tests.audit.snapshot import Ink, Node, Snapshot, take
from tests.audit.walk import Visitor, whole_visit
from tests.stage import open_stage


@dataclass(frozen=True, slots=True)
class Walked:
    """Every page of a visit as it looked in one setup."""

    setup: Setup
    device: Device
    pages: tuple[Snapshot, ...]
    words: Words

    def say(self, message: str, context: str = "") -> str:
        """A text of the catalogue in the setup's language."""
        return self.words.pgettext(context, message) if context else self.words.gettext(message)

    def named(self, page: str) -> tuple[Snapshot, ...]:
        """Every turn of one page."""
        return tuple(seen for seen in self.pages if seen.place.page == page)

    def mm(self, length_px: float) -> float:
        """Millimetres on the real screen."""
        return length_px / self.device.px_per_mm

    def inks(self) -> Iterator[tuple[Snapshot, Ink]]:
        """Every text of every page."""
        return ((page, ink) for page in self.pages for ink in page.inks)

    def controls(self) -> Iterator[tuple[Snapshot, Node]]:
        """Every control of every page."""
        return ((page, node) for page in self.pages for node in page.controls)

    def first_turns(self) -> Iterator[Snapshot]:
        """Pages as they are at entry."""
        return (page for page in self.pages if page.place.turn == 1)


def walk(setup: Setup) -> Walked:
    """Go through a whole visit; needs the one application object."""
    with open_stage(steady_program(), setup.device, setup.size, setup.contrast) as stage:
        stage.visit(language=setup.language)
        visitor = Visitor(stage, setup.language)
        pages = tuple(take(stage, place) for place in whole_visit(visitor))
    return Walked(setup, device_of(setup), pages, visitor.words)
