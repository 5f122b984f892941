"""A whole visit as it looked in one setup; tests and reports look at the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.app.ports.words import Words
from kiosk.theme.tokens import Device
from tests.audit.programs import steady_program
from tests.audit.public_walk import Hours, Stranger, whole_session
from tests.audit.setups import Setup, device_of
from tests.audit.snapshot import Ink, Node, Snapshot, take
from tests.audit.walk import Visitor, whole_visit
from tests.stage import open_public_stage, open_stage, public_machine


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


def walk(setup: Setup, *, public: bool = False) -> Walked:
    """Go through a whole visit; needs the one application object.

    Args:
        public: Also go through a stranger's session, where the screen is one for strangers.
    """
    with open_stage(steady_program(), setup.device, setup.size, setup.contrast) as stage:
        stage.visit(language=setup.language)
        visitor = Visitor(stage, setup.language)
        pages = tuple(take(stage, place) for place in whole_visit(visitor))
    strangers = _walk_public(setup) if public and device_of(setup).is_kiosk else ()
    return Walked(setup, device_of(setup), (*pages, *strangers), visitor.words)


def _walk_public(setup: Setup) -> tuple[Snapshot, ...]:
    """A stranger's session; nobody puts a laptop up for strangers."""
    program, hours = steady_program(), Hours()
    machine = public_machine(program)
    with open_public_stage(program, machine, hours, setup.device) as stage:
        stranger = Stranger(stage, setup.language, hours, setup.size, setup.contrast)
        return tuple(take(stage, place) for place in whole_session(stranger))
