"""A stranger's session at a public machine, with a picture of every page."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kiosk.app.program import Program
from kiosk.app.public_machine import PublicMachine
from kiosk.devtools.accessible import AccessibleWindow, Role
from kiosk.devtools.tour_options import TourOptions, outfit
from kiosk.devtools.tour_route import Album, page_name
from kiosk.domain.language import Language
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.machine.memory import MemoryMachineLog, MemoryOrderStock
from kiosk.settings import Resources
from kiosk.ui.application import OpenWindow
from kiosk.ui.shell import Page
from kiosk.ui.turner import Turner
from kiosk.ui.viewmodels.public_desk import PublicDesk

_BEGIN = {
    Language.BOKMAL: "Begynn på bokmål",
    Language.NYNORSK: "Byrja på nynorsk",
    Language.ENGLISH: "Start in English",
}
_GONE_MS = 600_000.0
_MOST_TURNS = 40
_MOST_SERVICES = 2


class PublicTour:
    """Reads about the first two services of the first zone.

    Args:
        program: Its record is never asked.
        earlier: Pictures after which the numbers go on.
    """

    def __init__(
        self,
        program: Program,
        resources: Resources,
        options: TourOptions,
        earlier: Sequence[Path],
    ) -> None:
        self._ms = 0.0
        self._options = options
        self._words = program.words_for(options.language)
        self._place = program.municipality
        self._today = program.clock.now().date()
        parts = MemoryMachineLog(), MemoryOrderStock(), program.clock, program.ids
        machine = PublicMachine(program.municipality, program.explain, *parts)
        fitted = outfit(resources, options, options.out)
        self._open = OpenWindow(program, replace(fitted, strangers=machine, now_ms=self._now_ms))
        self._album = Album(self._open.window, options.out, earlier)
        self._reader = AccessibleWindow(self._open.window)
        self._reader.settle()

    def play(self) -> tuple[Path, ...]:
        """Play the session.

        Returns:
            All pictures, the earlier ones first.

        Raises:
            NotOnPageError: A page lacks a control that the session needs.
            PrintError: A picture cannot be written.
        """
        try:
            self._begin()
            self._tell()
            self._look()
            self._leave()
            return tuple(self._album.pictures)
        finally:
            self._open.close()

    def _now_ms(self) -> float:
        self._ms += 1000.0
        return self._ms

    def _begin(self) -> None:
        self._keep_all()
        self._reader.press(_BEGIN[self._words.language])
        self._open.theme.show(self._options.size, self._options.contrast)
        self._on()

    def _tell(self) -> None:
        zone = next(each for each in self._place.zones if self._offered_in(each.id))
        self._pick(zone.name)
        self._on()
        offered = self._offered_in(zone.id)
        wanted = [each for each in self._place.services if each.id in offered]
        for service in wanted[:_MOST_SERVICES]:
            self._pick(self._words.local(service.name))
        self._on()
        self._on()
        self._on()

    def _offered_in(self, zone: ZoneId) -> frozenset[ServiceId]:
        """Services that somebody gives there on the day of the tour."""
        services = (each.id for each in self._place.services)
        return frozenset(each for each in services if self._place.offered(each, zone, self._today))

    def _look(self) -> None:
        say, section = self._words.pgettext, self._desk.overview.section
        names = [provider.name for provider in section.providers]
        self._keep_all()
        self._see(say("providers", "Only some"))
        self._keep_all()
        self._reader.press(say("providers", "Show all"))
        if len(names) > 1:
            self._see(say("button", "Compare"))
            for name in names[:2]:
                self._pick(name)
            self._keep_all()
            self._reader.press(self._words.gettext("Compare %1").replace("%1", "2"))
            self._keep_all()
            self._all_providers()
        shown = self._reader.names(Role.Button)
        card = next(name for name in names if any(each.startswith(f"{name}. ") for each in shown))
        self._reader.press_starting(f"{card}. ", Role.Button)
        self._keep_all()
        self._all_providers()

    def _leave(self) -> None:
        while self._open.shell.current is Page.PUBLIC_OVERVIEW:
            self._on(keep=False)
        self._keep_all()
        self._ms += _GONE_MS
        if self._open.public is not None:
            self._open.public.watch.look()
        self._keep_all()

    def _see(self, name: str) -> None:
        ways = self._words.pgettext("providers", "Show differently")
        if self._reader.has(ways, Role.Button):
            self._reader.press(ways)
            self._keep_all()
        self._reader.press(name)

    def _all_providers(self) -> None:
        say = self._words.pgettext
        self._reader.press_first(say("providers", "All"), say("button", "All providers"))

    def _pick(self, start: str) -> None:
        """Pick a card on whichever turn it stands."""
        for turner in self._open.window.findChildren(Turner):
            turner.showFirst()
        self._reader.settle()
        more = self._words.gettext("Show more")
        for _ in range(_MOST_TURNS):
            if any(name.startswith(start) for name in self._reader.names()):
                break
            self._reader.press(more)
        self._reader.press_starting(start)

    def _on(self, *, keep: bool = True) -> None:
        self._keep_all(keep=keep)
        self._reader.press(self._words.pgettext("forward", "Continue"))

    def _keep_all(self, *, keep: bool = True) -> None:
        """A picture of every turn from this one on; ends on the last."""
        more = self._words.gettext("Show more")
        for _ in range(_MOST_TURNS):
            self._reader.settle()
            if keep:
                self._album.keep(f"public-{page_name(self._open.shell.current)}")
            if not self._reader.has(more, Role.Button):
                return
            self._reader.press(more, Role.Button)

    @property
    def _desk(self) -> PublicDesk:
        assert self._open.public is not None  # noqa: S101  the window of a public machine
        return self._open.public.desk
