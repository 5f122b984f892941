"""Plays a whole visit through the accessibility tree and keeps a picture of every page.

It uses the program as a screen reader would, by role and name, and never touches a record that
exists: everything is stored in an empty folder that was named, or in one that is thrown away.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.ports.machine import Clock
from kiosk.app.program import Program
from kiosk.bootstrap import wire
from kiosk.devtools.tour_case import stock
from kiosk.devtools.tour_route import Album, Route
from kiosk.domain.case import CaseRef
from kiosk.domain.eligibility import OfferingOn
from kiosk.domain.errors import KioskError, NotFoundError, StorageError, StorageFault, Thing
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.printing.files import make_folder, suggested_name, write_file
from kiosk.record.ledger_record import open_trial_record
from kiosk.settings import FILE_NAME, Resources
from kiosk.theme.tokens import Contrast, TextSize, Tokens
from kiosk.ui.application import OpenWindow, Outfit, gui_application
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.tasks import ImmediateTasks

_SECOND_MS = 1000.0


class NotEmptyError(KioskError):
    """A visit that is played must not get among the visits of a record that exists."""


@dataclass(frozen=True, slots=True)
class TourOptions:
    """How a tour looks.

    Attributes:
        out: Folder for the pictures and the documents; made when it does not exist.
        data: Folder in which the record of the visit is kept; None to throw it away.
        language: Language of the citizen's pages.
        staff_language: Language of the staff's pages.
        device: Name of a device profile.
    """

    out: Path
    content: Path
    language: Language = Language.BOKMAL
    staff_language: Language = Language.BOKMAL
    device: str = "laptop-14"
    size: TextSize = TextSize.M
    contrast: Contrast = Contrast.STANDARD
    data: Path | None = None


def run(
    municipality: Municipality, resources: Resources, clock: Clock, options: TourOptions
) -> tuple[Path, ...]:
    """Play the visit.

    Returns:
        Files written, in the order of the visit: pictures, then receipt and brochure.

    Raises:
        NotOnPageError: A page lacks a control that the visit needs.
        NotEmptyError: The folder of the record holds something already.
        PrintError: A file cannot be written.
        StorageError: The record cannot be written.
    """
    make_folder(options.out)
    gui_application()
    with _folder_of_record(options.data) as folder:
        offering = OfferingOn(municipality, clock.now().date())
        record = open_trial_record(folder, offering)
        try:
            program = wire(resources, municipality, record, clock)
            return _play(program, resources, options)
        finally:
            record.close()


@contextmanager
def _folder_of_record(named: Path | None) -> Iterator[Path]:
    """The folder that was named, or one that is gone afterwards."""
    if named is not None:
        if named.is_dir() and any(each.name != FILE_NAME for each in named.iterdir()):
            raise NotEmptyError
        yield named
        return
    try:
        folder = tempfile.TemporaryDirectory()
    except OSError as error:
        raise StorageError(StorageFault.DISK_FULL) from error
    with folder as path:
        yield Path(path) / "record"


def _play(program: Program, resources: Resources, options: TourOptions) -> tuple[Path, ...]:
    case = stock(program, options.content)
    words = program.words_for(options.language)
    window = OpenWindow(program, outfit(resources, options))
    try:
        album = Album(window.window, options.out)
        route = Route(window, album, words, program.words_for(options.staff_language))
        route.play(case, lambda: window.theme.show(options.size, options.contrast))
        return (*album.pictures, *_documents(program, case.reference, options))
    finally:
        window.close()


def outfit(resources: Resources, options: TourOptions) -> Outfit:
    """A window that needs no patience: work is done at once, and any two taps are a second apart."""
    tokens = Tokens(resources.assets / "theme" / "tokens.toml")
    return Outfit(
        assets=resources.assets,
        device=tokens.devices[options.device],
        language=options.staff_language,
        tasks=ImmediateTasks(),
        files=StaffFiles(options.out, write_file, suggested_name),
        now_ms=_patient_clock(),
        press_hold_ms=0,
    )


def _patient_clock() -> Callable[[], float]:
    """A clock for taps on which a second passes between any two."""
    moments = [0.0]

    def now_ms() -> float:
        moments[0] += _SECOND_MS
        return moments[0]

    return now_ms


def _documents(program: Program, case: CaseRef, options: TourOptions) -> tuple[Path, ...]:
    """The receipt of the visit and the person's brochure, as files."""
    choice = program.record.case_file(case).choice
    if choice is None:
        raise NotFoundError(Thing.RECEIPT)
    receipt = program.documents.receipt(choice.receipt_number)
    brochure = program.documents.brochure_for_case(case, choice.recorded_by, options.language)
    files = {options.out / "receipt.pdf": receipt, options.out / "brochure.pdf": brochure}
    for path, document in files.items():
        write_file(document.pdf, path)
    return tuple(files)
