"""Pages drawn by Qt: what comes out is what was made, at its size, as often and as asked."""

from io import BytesIO
from itertools import pairwise

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest
from PySide6.QtCore import QThread
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.app.fault_texts import fault_text
from kiosk.app.ports.print_jobs import NOT_FOLLOWED
from kiosk.app.ports.printer import (
    JOB_NAME,
    PaperSize,
    PrinterAbilities,
    PrintWishes,
    Sides,
)
from kiosk.app.ports.printer_state import PrinterState
from kiosk.domain.errors import PrintError
from kiosk.domain.language import Language
from kiosk.ui import pdf_bands
from kiosk.ui.pdf_bands import sheetfuls
from kiosk.ui.windows_printer import WindowsPrinter
from kiosk.ui.windows_queues import DUPLEX
from tests.contract.printing.file_system import (
    HALL,
    OFFICE,
    Duplex,
    FakeSpooler,
    FileSystem,
    State,
    queue,
)
from tests.unit.app import factory

LOOKED_AT_DPI = 600
BOX_MM, FROM_LEFT_MM, FROM_TOP_MM = 7.0, 2.0, 3.0
"""Nearer to the edge than most printers can ink."""


@pytest.fixture
def system(qapp, tmp_path):
    return FileSystem(tmp_path / "printed.pdf")


@pytest.fixture
def spooler():
    return FakeSpooler()


@pytest.fixture
def printer(system, spooler):
    return WindowsPrinter(spooler, system)


def document(pages: int, size: tuple[float, float] = A4) -> bytes:
    """Pages with a filled box near the corner, and one line more on each."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size)
    canvas.setTitle("Kari Eksempelsen")
    for page in range(1, pages + 1):
        top = size[1] - (FROM_TOP_MM + BOX_MM) * mm
        canvas.rect(FROM_LEFT_MM * mm, top, BOX_MM * mm, BOX_MM * mm, stroke=0, fill=1)
        for line in range(page):
            canvas.rect(60 * mm, size[1] / 2 + line * 2 * mm, 30 * mm, mm, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def printed(system) -> pdfium.PdfDocument:
    return pdfium.PdfDocument(system.file.read_bytes())


CORNER_MM = 20


def corner(page) -> list[list[bool]]:
    """Where there is ink in the upper left corner, row by row."""
    width, height = page.get_size()
    crop = (0, height - CORNER_MM * mm, width - CORNER_MM * mm, 0)
    bitmap = page.render(scale=LOOKED_AT_DPI / 72, crop=crop, grayscale=True)
    content = bytes(bitmap.buffer)
    rows = range(0, len(content), bitmap.stride)
    return [[value < 128 for value in content[row : row + bitmap.width]] for row in rows]


def box_mm(page) -> tuple[float, float, float, float]:
    """Left, top, width and height of what stands in the upper left corner, in millimetres."""
    rows = corner(page)
    down = [place for place, row in enumerate(rows) if any(row)]
    across = [place for place, column in enumerate(zip(*rows, strict=True)) if any(column)]
    edges = across[0], down[0], across[-1] - across[0] + 1, down[-1] - down[0] + 1
    left, top, width, height = (edge / LOOKED_AT_DPI * 25.4 for edge in edges)
    return left, top, width, height


def bars(page) -> int:
    """How many lines stand in the middle of a page, which is its number."""
    bitmap = page.render(scale=1, grayscale=True)
    middle = [value < 128 for value in bytes(bitmap.buffer)[int(75 * mm) :: bitmap.stride]]
    return sum(now and not before for before, now in pairwise(middle))


@pytest.mark.parametrize("dots_per_inch", [300, 360, 600, 1200])
def test_a_box_keeps_its_size_and_place_to_a_tenth_of_a_millimetre(system, printer, dots_per_inch):
    system.dots_per_inch = dots_per_inch
    printer.print_pdf(document(1), OFFICE)

    measured = box_mm(printed(system)[0])
    assert measured == pytest.approx((FROM_LEFT_MM, FROM_TOP_MM, BOX_MM, BOX_MM), abs=0.1)
    assert system.devices[0].resolution() == min(dots_per_inch, 600)


@pytest.mark.parametrize("rows", [1, 37, 512, 100_000])
def test_bands_of_any_height_make_the_same_page(qapp, monkeypatch, rows):
    (whole,) = bands_of(document(1))
    monkeypatch.setattr(pdf_bands, "BAND_ROWS", rows)
    bands = bands_of(document(1))

    assert [top for top, _ in bands] == list(range(0, 293, rows))
    assert b"".join(content for _, content in bands) == whole[1]


def bands_of(pdf: bytes) -> list[tuple[int, bytes]]:
    """The bands of the first page, at so few dots per inch that it has 293 rows."""
    for page in sheetfuls(pdf):
        return [(top, bytes(image.constBits())) for top, image in page.bands(25)]
    return []


@pytest.mark.parametrize("sides", Sides)
def test_all_copies_come_each_complete_before_the_next(system, printer, sides):
    printer.print_pdf(document(2), OFFICE, PrintWishes(3, sides))

    assert [bars(page) for page in printed(system)] == [1, 2, 1, 2, 1, 2]
    assert system.devices[0].copyCount() == 1


def test_on_both_sides_every_copy_begins_on_a_sheet_of_its_own(system, printer):
    printer.print_pdf(document(3), OFFICE, PrintWishes(2, Sides.LONG_EDGE))

    assert [bars(page) for page in printed(system)] == [1, 2, 3, 0, 1, 2, 3]


@pytest.mark.parametrize("sides", Sides)
def test_the_printer_is_told_the_sides_and_a_name_without_personal_data(system, printer, sides):
    printer.print_pdf(document(1), OFFICE, PrintWishes(1, sides))

    (device,) = system.devices
    assert device.told is DUPLEX[sides]
    assert device.docName() == JOB_NAME
    assert device.fullPage()
    assert b"Kari" not in system.file.read_bytes()


@pytest.mark.parametrize("size", [A4, landscape(A4), A5, landscape(A5)])
def test_paper_is_as_big_and_as_turned_as_the_pages(system, printer, size):
    wished = PaperSize.A4 if max(size) > 700 else PaperSize.A5
    printer.print_pdf(document(1, size), OFFICE, PrintWishes(1, Sides.SHORT_EDGE, wished))

    assert printed(system)[0].get_size() == pytest.approx(size, abs=1)
    assert box_mm(printed(system)[0])[2:] == pytest.approx((BOX_MM, BOX_MM), abs=0.1)


def test_what_a_printer_can_do_is_told_as_of_any_other(system, printer, spooler):
    system.found = [
        queue(OFFICE, duplex=(Duplex.DuplexNone, Duplex.DuplexLongSide)),
        queue(HALL, duplex=(), sizes=(), description=""),
    ]
    office, hall = printer.printers()

    both = frozenset({Sides.ONE, Sides.LONG_EDGE})
    assert office.abilities == PrinterAbilities(both, frozenset(PaperSize))
    assert (office.description, office.is_default) == (f"Skriver: {OFFICE}", True)
    assert (hall.description, hall.abilities, hall.is_default) == (HALL, None, False)


def test_what_keeps_a_printer_is_told_by_the_spooler_or_else_by_qt(system, printer, spooler):
    system.found = [queue(OFFICE, state=State.Error), queue(HALL, state=State.Active)]
    assert [each.state for each in printer.printers()] == [PrinterState.FAULT, PrinterState.READY]

    spooler.states = {OFFICE: PrinterState.NO_PAPER, HALL: PrinterState.JAMMED}
    assert [each.state for each in printer.printers()] == [
        PrinterState.NO_PAPER,
        PrinterState.JAMMED,
    ]


def refusal(printer, pdf: bytes = b"", name: str = OFFICE, **more) -> str:
    with pytest.raises(PrintError) as refused:
        printer.print_pdf(pdf or document(3), name, **more)
    for language in (Language.BOKMAL, Language.NYNORSK, Language.ENGLISH):
        words = factory.words(language)
        # Its own words, not the general ones.
        assert fault_text(refused.value, words) != fault_text(PrintError(""), words)
    return refused.value.code


def test_a_printer_that_is_gone_is_told(system, printer):
    system.found = []
    assert refusal(printer) == "printing.no_printer"


def test_a_printer_that_gives_up_in_the_middle_is_told(system, printer):
    system.pages_left = 2
    assert refusal(printer) == "printing.refused"
    assert system.devices[0].is_aborted


@pytest.mark.parametrize("pdf", [b"no pdf", b"%PDF-1.7 and nothing else"])
def test_what_is_no_document_is_refused_before_a_page_is_begun(system, printer, pdf):
    assert refusal(printer, pdf) == "printing.refused"
    assert not system.file.exists()


def test_nothing_is_drawn_that_nobody_wants_any_more(system, printer):
    assert refusal(printer, is_wanted=lambda: False) == "printing.stopped"
    assert not system.file.exists()


def test_somebody_can_stop_it_between_two_pages(system, printer):
    asked = iter([True] * 20)
    assert refusal(printer, is_wanted=lambda: next(asked, False)) == "printing.stopped"
    assert system.devices[0].is_aborted


def test_after_it_was_stopped_the_next_document_is_printed(system, printer):
    refusal(printer, is_wanted=lambda: False)
    printer.print_pdf(document(1), OFFICE)

    assert len(printed(system)) == 1


def test_the_end_of_a_session_stops_what_is_drawn_and_clears_the_queues(system, printer, spooler):
    printer.print_pdf(document(1), HALL)

    def session_ends() -> bool:
        if not spooler.deleted:
            assert printer.take_back_all() == 0
        return True

    assert refusal(printer, is_wanted=session_ends) == "printing.stopped"
    assert sorted(spooler.deleted) == [(HALL, JOB_NAME), (OFFICE, JOB_NAME)]


def test_what_an_earlier_process_left_is_cleared_from_every_queue(system, printer, spooler):
    assert printer.take_back_left() == 0
    assert sorted(spooler.deleted) == [(HALL, JOB_NAME), (OFFICE, JOB_NAME)]


def test_what_the_spooler_keeps_is_counted(system, printer, spooler):
    spooler.left = 2
    assert printer.take_back_all() == 0
    printer.print_pdf(document(1), OFFICE)
    assert printer.take_back_all() == 2


def test_no_document_is_followed(printer):
    assert printer.print_pdf(document(1), OFFICE) == NOT_FOLLOWED


def test_it_draws_on_a_worker_thread(system, printer):
    told: list[object] = []

    class Worker(QThread):
        def run(self) -> None:
            told.append(printer.print_pdf(document(2), OFFICE))

    worker = Worker()
    worker.start()
    worker.wait()

    assert told == [NOT_FOLLOWED]
    assert [bars(page) for page in printed(system)] == [1, 2]
