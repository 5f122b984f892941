"""Our adapter against a real CUPS: what arrives at the printer is what was asked for."""

import os
from collections.abc import Iterator
from io import BytesIO

import pdfplumber
import pytest
from reportlab.lib.pagesizes import A4, A5
from reportlab.pdfgen.canvas import Canvas

from kiosk.app.ports.printer import JOB_NAME, PaperSize, PrinterAbilities, PrintWishes, Sides
from kiosk.app.ports.printer_state import PrinterState
from kiosk.domain.errors import PrintError
from kiosk.printing.cups import CupsPrinter
from tests.contract.printing.virtual_cups import (
    VirtualCups,
    is_linux,
    missing_programs,
    virtual_cups,
)

PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
BOTH, ONE = "Skranke", "Lite_kontor"

pytestmark = pytest.mark.skipif(not is_linux(), reason="the virtual printer needs CUPS on Linux")


@pytest.fixture(scope="module")
def running() -> Iterator[VirtualCups]:
    assert missing_programs() == (), "on Debian: sudo apt-get install cups"
    with virtual_cups() as cups:
        cups.add(BOTH, "Skranken i 1. etasje", two_sides=True)
        cups.add(ONE, "Kontoret på Øya", two_sides=False)
        cups.run("lpadmin", "-d", BOTH)
        yield cups


@pytest.fixture
def cups(running: VirtualCups, monkeypatch: pytest.MonkeyPatch) -> VirtualCups:
    monkeypatch.setenv("CUPS_SERVER", running.server)
    return running


@pytest.fixture
def printer() -> CupsPrinter:
    return CupsPrinter(PATH)


def document(pages: int, size: tuple[float, float] = A4) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=size)
    canvas.setTitle("Kari Eksempelsen")
    for page in range(1, pages + 1):
        # As near to the edge as an address may stand, so that any scaling would move it.
        canvas.drawString(20, size[1] - 30, f"Side {page}")
        canvas.drawString(size[0] - 60, 20, f"Slutt {page}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def words(pdf: bytes) -> list[list[tuple[str, float, float]]]:
    """Words of every page and where they begin, in points."""
    with pdfplumber.open(BytesIO(pdf)) as opened:
        return [
            [(word["text"], word["x0"], word["top"]) for word in page.extract_words()]
            for page in opened.pages
        ]


def assert_same_pages(arrived: bytes, sent: bytes) -> None:
    """The same words at the same places; a printer's A4 is measured in whole points."""
    printed, meant = words(arrived), words(sent)
    assert [[word[0] for word in page] for page in printed] == [
        [word[0] for word in page] for page in meant
    ]
    for page, original in zip(printed, meant, strict=True):
        for (_, *place), (_, *meant_place) in zip(page, original, strict=True):
            assert place == pytest.approx(meant_place, abs=1.0)


def test_queues_are_found_with_what_they_can_do(cups: VirtualCups, printer: CupsPrinter):
    found = {each.name: each for each in printer.printers()}

    assert {name: each.description for name, each in found.items()} == {
        BOTH: "Skranken i 1. etasje",
        ONE: "Kontoret på Øya",
    }
    assert [each.name for each in found.values() if each.is_default] == [BOTH]
    sizes = frozenset(PaperSize)
    assert found[BOTH].abilities == PrinterAbilities(frozenset(Sides), sizes)
    assert found[ONE].abilities == PrinterAbilities(frozenset({Sides.ONE}), sizes)
    assert {each.state for each in found.values()} == {PrinterState.READY}


@pytest.mark.parametrize("sides", Sides)
@pytest.mark.parametrize("copies", [1, 3])
def test_a_job_arrives_with_its_copies_sides_and_paper_and_the_same_pages(
    cups: VirtualCups, printer: CupsPrinter, sides: Sides, copies: int
):
    pdf = document(3)

    printer.print_pdf(pdf, BOTH, PrintWishes(copies, sides))

    job = cups.take_job()
    assert job.copies == copies
    assert job.options["sides"] == sides.value
    assert job.options["media"] == "A4"
    assert_same_pages(job.pdf, pdf)


def test_a_smaller_paper_is_asked_for_by_its_own_documents(cups: VirtualCups, printer: CupsPrinter):
    pdf = document(2, A5)

    printer.print_pdf(pdf, BOTH, PrintWishes(1, Sides.SHORT_EDGE, PaperSize.A5))

    job = cups.take_job()
    assert job.options["media"] == "A5"
    assert_same_pages(job.pdf, pdf)


def test_the_queue_shows_no_personal_data(cups: VirtualCups, printer: CupsPrinter):
    printer.print_pdf(document(1), BOTH)

    assert cups.take_job().title == JOB_NAME


def test_what_somebody_set_for_the_queue_does_not_change_our_documents(
    cups: VirtualCups, printer: CupsPrinter
):
    cups.run("lpadmin", "-p", BOTH, "-o", "sides-default=two-sided-short-edge")
    cups.run("lpadmin", "-p", BOTH, "-o", "fit-to-page-default=true")
    try:
        printer.print_pdf(document(2), BOTH)
        job = cups.take_job()
    finally:
        cups.run("lpadmin", "-p", BOTH, "-R", "sides-default", "-R", "fit-to-page-default")

    assert job.options["sides"] == "one-sided"
    assert_same_pages(job.pdf, document(2))


def test_a_paused_printer_says_so_and_keeps_the_job(cups: VirtualCups, printer: CupsPrinter):
    cups.run("cupsdisable", BOTH)
    try:
        states = {each.name: each.state for each in printer.printers()}
        printer.print_pdf(document(1), BOTH)
    finally:
        cups.run("cupsenable", BOTH)

    assert states == {BOTH: PrinterState.PAUSED, ONE: PrinterState.READY}
    assert len(words(cups.take_job().pdf)) == 1


def test_a_closed_queue_takes_nothing(cups: VirtualCups, printer: CupsPrinter):
    cups.run("cupsreject", BOTH)
    try:
        states = {each.name: each.state for each in printer.printers()}
        with pytest.raises(PrintError) as refused:
            printer.print_pdf(document(1), BOTH)
    finally:
        cups.run("cupsaccept", BOTH)

    assert states[BOTH] is PrinterState.CLOSED
    assert refused.value.code == "printing.closed"


def test_a_queue_that_is_removed_is_gone(cups: VirtualCups, printer: CupsPrinter):
    cups.add("Bort", "Bort", two_sides=False)
    assert "Bort" in {each.name for each in printer.printers()}
    cups.run("lpadmin", "-x", "Bort")

    with pytest.raises(PrintError) as refused:
        printer.print_pdf(document(1), "Bort")
    assert refused.value.code == "printing.no_printer"


def test_without_a_server_there_is_no_printer(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CUPS_SERVER", os.devnull)

    assert CupsPrinter(PATH).printers() == ()
