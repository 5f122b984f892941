"""Walks the pages that strangers see, and writes down what they would hear there.

Every zone with all its services is read about, every provider in full, on a window that nobody sees and
a machine that keeps nothing. What is heard is what a screen reader reads, in its order, and after it
what is painted besides: a screen reader has words of its own for what is picked.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.app.program import Program
from kiosk.app.public_machine import PublicMachine
from kiosk.devtools.accessible import AccessibleWindow
from kiosk.devtools.tour_options import TourOptions, outfit
from kiosk.domain.asked_view import LEAST_COMPARED
from kiosk.domain.language import Language
from kiosk.domain.speech_book import SpeechBook
from kiosk.domain.spoken import Spoken
from kiosk.machine.memory import MemoryMachineLog, MemoryOrderStock
from kiosk.settings import Resources
from kiosk.ui.application import OpenWindow, gui_application
from kiosk.ui.item_tree import shown_below
from kiosk.ui.shell import Page
from kiosk.ui.turner import Turner
from kiosk.ui.viewmodels.public_desk import PublicDesk

_MOST_TURNS = 60
_DEVICE = "kiosk-21"


@dataclass(frozen=True, slots=True)
class Said:
    """One visible string of a page.

    Attributes:
        page: Its file, without ending.
        text: As a screen reader reads it.
        language: In which it is written; the first page speaks several.
        parts: What of it has a name of its own, in order; empty where nothing is to be said.
    """

    page: str
    text: str
    language: Language
    parts: tuple[Spoken, ...]


def walk(
    program: Program,
    resources: Resources,
    language: Language,
    books: Mapping[Language, SpeechBook],
) -> list[Said]:
    """Every string of every public page, page by page, in the order of reading.

    Args:
        program: Its record is never asked.
        resources: What the pages are made of.
        language: That somebody begins in.
        books: Of all languages that the first page shows.
    """
    gui_application()
    with _opened(program, resources) as window:
        walker = _Walker(window, language, books)
        walker.play()
        return walker.said


@contextmanager
def _opened(program: Program, resources: Resources) -> Iterator[OpenWindow]:
    log, stock = MemoryMachineLog(), MemoryOrderStock()
    parts = program.clock, program.ids
    machine = PublicMachine(program.municipality, program.explain, log, stock, *parts)
    look = TourOptions(Path(), Path(), device=_DEVICE)
    window = OpenWindow(program, replace(outfit(resources, look, Path()), strangers=machine))
    try:
        yield window
    finally:
        window.close()


class _Walker:
    """Uses pages through their view-models, and reads them as a screen reader does.

    Attributes:
        said: What was read so far.
    """

    def __init__(
        self, window: OpenWindow, language: Language, books: Mapping[Language, SpeechBook]
    ) -> None:
        if window.public is None:
            raise LookupError
        self.said: list[Said] = []
        self._window = window
        self._public = window.public
        self._language = language
        self._books = books
        self._reader = AccessibleWindow(window.window)

    @property
    def _desk(self) -> PublicDesk:
        return self._public.desk

    def play(self) -> None:
        """One session for each zone."""
        self._read()
        municipality = self._public.state.program.municipality
        for zone in municipality.zones:
            self._desk.begin(self._language.value)
            self._read()
            self._show(Page.PUBLIC_ZONE)
            self._desk.places.leaveZone()
            self._read()
            self._desk.places.pickZone(zone.id)
            self._read()
            self._desk.places.leaveZone()
            if self._pick_services():
                self._read_about()
            self._doubt()
            self._desk.end()

    def _pick_services(self) -> bool:
        """Whether there is anything to read about in the zone."""
        self._desk.places.leaveServices()
        self._read()
        for row in self._desk.places.services.rows():
            self._desk.places.toggleService(str(row["key"]))
        self._read()
        self._desk.places.leaveServices()
        return self._window.shell.current is Page.PUBLIC_WHAT

    def _read_about(self) -> None:
        self._read()
        self._desk.steps.forward()
        self._read()
        self._desk.steps.forward()
        while self._window.shell.current is Page.PUBLIC_OVERVIEW:
            self._look_at_providers()
            while self._desk.overview.hasMoreCards:
                self._desk.overview.goOn()
                self._read()
            self._desk.overview.goOn()
        self._read()
        for page in (Page.PUBLIC_BROCHURE, Page.PUBLIC_SETTINGS):
            self._show(page)

    def _look_at_providers(self) -> None:
        overview, compare, some = self._desk.overview, self._desk.compare, self._desk.narrowing
        self._read()
        keys = [block.id for block in overview.section.providers]
        for key in keys:
            self._read_after(lambda key=key: overview.open(key))  # type: ignore[misc]
            self._desk.provider.leave()
        self._read_after(overview.sort)
        self._read_after(overview.sort)
        self._read_after(overview.seeOtherwise)
        self._read_after(overview.narrow)
        some.leave()
        self._read_after(overview.pickToCompare)
        for key in keys[:LEAST_COMPARED]:
            self._read_after(lambda key=key: compare.toggle(key))  # type: ignore[misc]
        self._read_after(compare.compare)
        compare.leave()

    def _doubt(self) -> None:
        self._public.flow.ask_whether_there()
        self._read()
        self._desk.stay()

    def _show(self, page: Page) -> None:
        self._window.shell.show(page)
        self._read()

    def _read_after(self, act: Callable[[], None]) -> None:
        act()
        self._read()

    def _read(self) -> None:
        """Every turn of the page that is shown."""
        page = self._window.shell.current.value.removesuffix(".qml")
        for _ in range(_MOST_TURNS):
            self._reader.settle()
            names = self._reader.names()
            for text in (*names, *self._painted_beside(names)):
                spoken_in = self._language_of(text)
                self.said.append(Said(page, text, spoken_in, self._books[spoken_in].parts(text)))
            turner = next(
                (each for each in self._window.window.findChildren(Turner) if each.isVisible()),
                None,
            )
            if turner is None or not turner.hasMore:
                return
            turner.showMore()

    def _language_of(self, text: str) -> Language:
        """Before anybody has begun, every language has a column of its own (F10)."""
        if self._window.shell.current is not Page.ATTRACT:
            return self._language
        others = (each for each in self._books if each is not self._language)
        known = (each for each in (self._language, *others) if self._books[each].knows(text))
        return next(known, self._language)

    def _painted_beside(self, names: list[str]) -> Iterator[str]:
        """What the eye sees and a screen reader tells as a state, such as that a card is picked."""
        heard = " ".join(names)
        for item in shown_below(self._window.window.contentItem()):
            text = str(item.property("text")) if item.inherits("QQuickText") else ""
            if text not in heard:
                yield text
