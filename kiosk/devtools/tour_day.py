"""A day at the office, played over a sealed record of its own that is thrown away."""

import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.ports.machine import Clock
from kiosk.app.program import Program
from kiosk.content.files import RULES_FILE
from kiosk.devtools.staff_reader import StaffReader
from kiosk.devtools.tour_case import CASE_LIST
from kiosk.devtools.tour_door import behind_door
from kiosk.devtools.tour_office import OfficeTour
from kiosk.devtools.tour_options import TourOptions, outfit
from kiosk.devtools.tour_people import fill
from kiosk.devtools.tour_route import Album
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.municipality import Municipality
from kiosk.settings import Resources
from kiosk.ui.application import OpenWindow


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """What the day is played with."""

    municipality: Municipality
    resources: Resources
    clock: Clock
    options: TourOptions

    def play(self, earlier: Sequence[Path]) -> tuple[Path, ...]:
        """Set a record up, fill it, and use every page of staff and administrators.

        Args:
            earlier: Pictures after which the numbers go on.

        Returns:
            All pictures, the earlier ones first.

        Raises:
            NotOnPageError: A page lacks a control that the day needs.
            NotFoundError: Nobody can choose anything in this pack.
            PrintError: A picture cannot be written.
            StorageError: The record cannot be written.
        """
        try:
            folder = tempfile.TemporaryDirectory()
        except OSError as error:
            raise StorageError(StorageFault.DISK_FULL) from error
        with folder as path:
            return self._played(Path(path), earlier)

    def _played(self, folder: Path, earlier: Sequence[Path]) -> tuple[Path, ...]:
        home, record = folder / "home", folder / "record"
        home.mkdir()
        for name in (CASE_LIST, RULES_FILE):
            with suppress(FileNotFoundError):
                shutil.copy(self.options.content / name, home)
        parts = self.municipality, self.resources, self.clock, record, self.options.content
        with behind_door(*parts) as program:
            day = _Window(program, self, home, earlier)
            day.tour.set_up()
            office = fill(program)
            earlier = day.close()
        with behind_door(*parts) as program:
            day = _Window(program, self, home, earlier)
            day.tour.play(office, CASE_LIST if (home / CASE_LIST).is_file() else "")
            return day.close()


class _Window:
    """One window of the day; the next one goes on with its pictures."""

    def __init__(
        self, program: Program, day: OfficeDay, home: Path, earlier: Sequence[Path]
    ) -> None:
        options = day.options
        self._open = OpenWindow(program, outfit(day.resources, options, home))
        self._open.theme.show(options.size, options.contrast)
        self._album = Album(self._open.window, options.out, earlier)
        words = program.words_for(options.staff_language)
        self.tour = OfficeTour(StaffReader(self._open, self._album, words))

    def close(self) -> tuple[Path, ...]:
        """Close the window; its pictures, those of earlier windows first."""
        self._open.close()
        return tuple(self._album.pictures)
