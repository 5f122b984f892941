"""What every printer promises, whatever carries the paper."""

from collections.abc import Iterator

import pytest

from kiosk.app.ports.print_jobs import NOT_FOLLOWED, JobId, JobState
from kiosk.app.ports.printer import PaperSize, Printer, PrintWishes, Sides
from kiosk.domain.errors import PrintError
from kiosk.printing.cups import CupsPrinter
from kiosk.printing.first_printer import FirstPrinter
from kiosk.printing.memory import MemoryPrinter
from kiosk.ui.windows_printer import WindowsPrinter
from tests.contract.printing.file_system import FakeSpooler, FileSystem
from tests.contract.printing.test_virtual_cups import PATH, document
from tests.contract.printing.virtual_cups import (
    VirtualCups,
    is_linux,
    missing_programs,
    virtual_cups,
)

KINDS = ("memory", "first", "windows", "cups")


@pytest.fixture(scope="module")
def cups() -> Iterator[VirtualCups]:
    if not is_linux():
        pytest.skip("the virtual printer needs CUPS on Linux")
    assert missing_programs() == (), "on Debian: sudo apt-get install cups"
    with virtual_cups() as running:
        running.add("Skranke", "Skranken", two_sides=True)
        running.run("lpadmin", "-d", "Skranke")
        yield running


@pytest.fixture(params=KINDS)
def printer(request, qapp, tmp_path, monkeypatch) -> Printer:
    if request.param == "memory":
        return MemoryPrinter()
    if request.param == "first":
        return FirstPrinter(MemoryPrinter(), "memory")
    if request.param == "windows":
        return WindowsPrinter(FakeSpooler(), FileSystem(tmp_path / "printed.pdf"))
    monkeypatch.setenv("CUPS_SERVER", request.getfixturevalue("cups").server)
    return CupsPrinter(PATH)


@pytest.fixture
def name(printer: Printer) -> str:
    return printer.printers()[0].name


def code(printer: Printer, name: str, **more) -> str:
    with pytest.raises(PrintError) as refused:
        printer.print_pdf(document(1), name, **more)
    return refused.value.code


def test_printers_have_names_and_one_is_the_usual(printer):
    found = printer.printers()

    assert len({each.name for each in found}) == len(found)
    assert all(each.description for each in found)
    assert sum(each.is_default for each in found) == 1


@pytest.mark.parametrize("gone", ["Gone", "", "-h"])
def test_a_printer_that_is_not_there_takes_nothing(printer, gone):
    assert code(printer, gone) == "printing.no_printer"


def test_what_nobody_wants_is_not_printed(printer, name):
    assert code(printer, name, is_wanted=lambda: False) == "printing.stopped"


@pytest.mark.parametrize("wishes", [PrintWishes(), PrintWishes(2, Sides.LONG_EDGE, PaperSize.A5)])
def test_a_document_is_handed_over_and_known_or_known_not_to_be_followed(printer, name, wishes):
    job = printer.print_pdf(document(1), name, wishes)

    unfollowed = job == NOT_FOLLOWED
    assert (printer.job(job).state is JobState.UNSEEN) is unfollowed


def test_asking_about_a_strange_job_breaks_nothing(printer):
    for strange in (NOT_FOLLOWED, JobId("strange"), JobId("strange-4711")):
        assert printer.job(strange).state in {JobState.UNSEEN, JobState.GONE}


def test_the_end_of_a_session_leaves_nothing_to_be_printed(printer, name):
    printer.print_pdf(document(1), name)

    assert printer.take_back_all() == 0
    assert printer.take_back_all() == 0
