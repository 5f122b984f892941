"""The printer that the settings name."""

import pytest

from kiosk.app.ports.print_jobs import JobState, JobStatus
from kiosk.app.ports.printer import PrinterInfo, PrintWishes, Sides
from kiosk.domain.errors import PrintError
from kiosk.printing.first_printer import FirstPrinter
from kiosk.printing.memory import MemoryPrinter

FOUND = (
    PrinterInfo("front", "Front desk", is_default=False),
    PrinterInfo("office", "Office", is_default=True),
    PrinterInfo("hall", "Hall", is_default=False),
)


def named(first: str) -> list[tuple[str, bool]]:
    printer = FirstPrinter(MemoryPrinter(FOUND), first)
    return [(each.name, each.is_default) for each in printer.printers()]


def test_the_named_printer_is_offered_first_and_is_the_usual_one():
    assert named("hall") == [("hall", True), ("front", False), ("office", False)]


@pytest.mark.parametrize("first", ["", "gone"])
def test_without_it_the_system_s_order_and_default_hold(first):
    assert named(first) == [("front", False), ("office", True), ("hall", False)]


def test_documents_go_through():
    printer = MemoryPrinter(FOUND)

    wishes = PrintWishes(2, Sides.LONG_EDGE)
    FirstPrinter(printer, "hall").print_pdf(b"%PDF", "front", wishes)

    assert printer.jobs == [("front", b"%PDF")]
    assert printer.wishes == [wishes]


def test_what_became_of_a_document_comes_from_the_printer_too():
    printer = FirstPrinter(MemoryPrinter(FOUND, status=JobStatus(JobState.WAITING)), "hall")
    first, second = (printer.print_pdf(b"%PDF", "front") for _ in range(2))

    printer.take_back(first)
    assert printer.job(first).state is JobState.CANCELLED
    assert printer.job(second).state is JobState.WAITING
    assert printer.take_back_all() == 0
    assert printer.job(second).state is JobState.CANCELLED
    with pytest.raises(PrintError):
        printer.print_pdf(b"%PDF", "front", is_wanted=lambda: False)
