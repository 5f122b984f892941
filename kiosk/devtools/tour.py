"""Plays a whole visit through the accessibility tree and keeps a picture of every page.

It uses the program as a screen reader would, by role and name, and never touches a record that
exists: everything is stored in an empty folder that was named, or in one that is thrown away.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kiosk.app.ports.machine import Clock
from kiosk.app.program import Program
from kiosk.bootstrap.programs import wire
from kiosk.devtools.tour_case import stock
from kiosk.devtools.tour_day import OfficeDay
from kiosk.devtools.tour_options import TourOptions, outfit
from kiosk.devtools.tour_public import PublicTour
from kiosk.devtools.tour_route import Album, Route
from kiosk.domain.case import CaseRef
from kiosk.domain.eligibility import OfferingOn
from kiosk.domain.errors import KioskError, NotFoundError, StorageError, StorageFault, Thing
from kiosk.domain.municipality import Municipality
from kiosk.printing.files import make_folder, write_file
from kiosk.record.ledger_record import open_trial_record
from kiosk.settings import FILE_NAME, Resources
from kiosk.ui.application import OpenWindow, gui_application


class NotEmptyError(KioskError):
    """A visit that is played must not get among the visits of a record that exists."""


def run(
    municipality: Municipality, resources: Resources, clock: Clock, options: TourOptions
) -> tuple[Path, ...]:
    """Play the visit.

    Returns:
        Files written: pictures in the order in which they were made, then receipt and brochure.

    Raises:
        NotOnPageError: A page lacks a control that the visit needs.
        NotEmptyError: The folder of the record holds something already.
        PrintError: A file cannot be written.
        StorageError: The record cannot be written.
    """
    make_folder(options.out)
    gui_application()
    if not options.every_page:
        return _visit(municipality, resources, clock, options)
    # A municipality that asks for no signature has no page for it.
    signing = replace(municipality, asks_signature=True)
    seen = _visit(signing, resources, clock, options)
    pictures = [each for each in seen if each.suffix == ".png"]
    office = OfficeDay(municipality, resources, clock, options).play(pictures)
    strangers = _session(municipality, resources, clock, options, office)
    return (*strangers, *(each for each in seen if each not in pictures))


def _session(
    municipality: Municipality,
    resources: Resources,
    clock: Clock,
    options: TourOptions,
    earlier: tuple[Path, ...],
) -> tuple[Path, ...]:
    """All pictures, those of a stranger's session last."""
    with _folder_of_record(None) as folder:
        offering = OfferingOn(municipality, clock.now().date())
        record = open_trial_record(folder, offering)
        try:
            program = wire(resources, municipality, record, clock)
            return PublicTour(program, resources, options, earlier).play()
        finally:
            record.close()


def _visit(
    municipality: Municipality, resources: Resources, clock: Clock, options: TourOptions
) -> tuple[Path, ...]:
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
    window = OpenWindow(program, outfit(resources, options, options.out))
    try:
        album = Album(window.window, options.out)
        staff_words = program.words_for(options.staff_language)
        route = Route(window, album, words, staff_words, detours=options.every_page)
        route.play(case, lambda: window.theme.show(options.size, options.contrast))
        return (*album.pictures, *_documents(program, case.reference, options))
    finally:
        window.close()


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
