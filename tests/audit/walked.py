"""A whole visit as it looked in one setup; tests and reports look at the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from kiosk.app.ports.words import Words
from kiosk.theme.tokens import Device
from tests.audit.programs import steady_program, with_blank_paper
from tests.audit.public_walk import Hours, Stranger, whole_session
from tests.audit.report import slug
from tests.audit.setups import SHOWN, Setup, device_of
from tests.audit.snapshot import Ink, Keep, Node, Snapshot, take
from tests.audit.walk import Place, Visitor, whole_visit
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


class Album:
    """Pictures of one setup; small ones, but for those that the report shows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._is_whole = folder.name in SHOWN
        folder.mkdir(parents=True, exist_ok=True)

    def keep(self, place: Place, picture: Image.Image) -> None:
        """Save what was seen."""
        saved = picture if self._is_whole else picture.reduce(2)
        saved.save(self._folder / f"{slug(str(place))}.png", compress_level=1)


def walk(setup: Setup, *, public: bool = False, album: Path | None = None) -> Walked:
    """Go through a whole visit; needs the one application object.

    Args:
        public: Also go through a stranger's session, where the screen is one for strangers.
        album: Folder for pictures of every page; None for none.
    """
    keep = None if album is None else Album(album / str(setup)).keep
    with open_stage(steady_program(), setup.device, setup.size, setup.contrast) as stage:
        stage.visit(language=setup.language)
        visitor = Visitor(stage, setup.language)
        pages = tuple(take(stage, place, keep) for place in whole_visit(visitor))
    strangers = _walk_public(setup, keep) if public and device_of(setup).is_kiosk else ()
    return Walked(setup, device_of(setup), (*pages, *strangers), visitor.words)


def _walk_public(setup: Setup, keep: Keep | None) -> tuple[Snapshot, ...]:
    """A stranger's session; nobody puts a laptop up for strangers."""
    program, hours = with_blank_paper(steady_program()), Hours()
    machine = public_machine(program)
    with open_public_stage(program, machine, hours, setup.device) as stage:
        stranger = Stranger(stage, setup.language, hours, setup.size, setup.contrast)
        return tuple(take(stage, place, keep) for place in whole_session(stranger))
