"""CUPS through commands that only pretend; they stand alone on the search path."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.ports.printer import PaperSize, PrintWishes, Sides
from kiosk.app.ports.printer_state import PrinterState
from kiosk.bootstrap.programs import opened_program
from kiosk.domain.errors import PrintError
from kiosk.late_adapters import system_printer
from kiosk.printing.cups import CupsPrinter
from kiosk.settings import Resources, Settings

LPSTAT = """
import os, sys
options = sys.argv[1:]
assert os.environ["LC_ALL"] == "C.UTF-8"
if options == ["-e"]:
    print("Front_desk\\nBack_office")
elif options == ["-d"]:
    print("system default destination: Back_office")
elif options == ["-l", "-p"]:
    print("printer Front_desk is idle.  enabled since Tue 03 Nov 2026\\n\\tForm mounted:")
    print("\\tDescription: Skranken i 1. etasje\\n\\tLocation: x")
    print("printer Back_office is idle.  enabled since Tue 03 Nov 2026\\n\\tDescription: ")
"""
LPOPTIONS = """
import sys
if sys.argv[1:] == ["-p", "Front_desk", "-l"]:
    print("PageSize/Media Size: *A4 A5 Letter\\nDuplex/2-Sided: *None DuplexNoTumble")
else:
    sys.exit("lpoptions: Unable to get PPD file")
"""
LP = """
import json, pathlib, sys
here = pathlib.Path(__file__).parent
here.joinpath("job.pdf").write_bytes(sys.stdin.buffer.read())
here.joinpath("job.json").write_text(json.dumps(sys.argv[1:]))
"""


def command(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{body}", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    command(tmp_path, "lpstat", LPSTAT)
    command(tmp_path, "lpoptions", LPOPTIONS)
    command(tmp_path, "lp", LP)
    return tmp_path


@pytest.fixture
def printer(folder: Path) -> CupsPrinter:
    return CupsPrinter(str(folder))


def code_of_refusal(printer: CupsPrinter, name: str = "Front_desk") -> str:
    with pytest.raises(PrintError) as refused:
        printer.print_pdf(b"%PDF", name)
    return refused.value.code


def test_finds_the_printers_in_the_order_of_cups(printer: CupsPrinter):
    assert [each.name for each in printer.printers()] == ["Front_desk", "Back_office"]


def test_knows_the_default_printer(printer: CupsPrinter):
    assert [each.is_default for each in printer.printers()] == [False, True]


def test_describes_a_printer_in_its_own_words_or_by_its_name(printer: CupsPrinter):
    described = [each.description for each in printer.printers()]

    assert described == ["Skranken i 1. etasje", "Back_office"]


def test_the_printer_of_the_settings_is_offered_first_by_the_program(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(folder))
    resources = Resources.shipped()
    settings = Settings(resources.example, folder / "data", printer="Front_desk")

    with opened_program(settings) as program:
        found = program.printer.printers()

    assert [(each.name, each.is_default) for each in found] == [
        ("Front_desk", True),
        ("Back_office", False),
    ]


def test_finds_no_printer_without_cups(tmp_path: Path):
    assert CupsPrinter(str(tmp_path)).printers() == ()


def test_finds_no_printer_when_cups_does_not_run(folder: Path, printer: CupsPrinter):
    command(folder, "lpstat", "import sys; sys.exit('lpstat: Bad file descriptor')")

    assert printer.printers() == ()


def test_hands_the_document_over_through_a_pipe(folder: Path, printer: CupsPrinter):
    printer.print_pdf(b"%PDF \x00\xff", "Front_desk")

    assert (folder / "job.pdf").read_bytes() == b"%PDF \x00\xff"


def test_the_job_goes_to_the_printer_under_a_name_that_tells_nothing(
    folder: Path, printer: CupsPrinter
):
    printer.print_pdf(b"%PDF", "Front_desk")

    job = json.loads((folder / "job.json").read_text())
    assert job[:4] == ["-d", "Front_desk", "-t", "Brukervalg Kiosk"]


def test_says_that_cups_is_missing(tmp_path: Path):
    assert code_of_refusal(CupsPrinter(str(tmp_path))) == "printing.no_cups"


@pytest.mark.parametrize("name", ["Gone", "", "-h"])
def test_refuses_a_printer_that_is_not_there(folder: Path, printer: CupsPrinter, name: str):
    assert code_of_refusal(printer, name) == "printing.no_printer"
    assert not (folder / "job.json").exists()


def test_says_that_the_printer_refused(folder: Path, printer: CupsPrinter):
    command(folder, "lp", "import sys; sys.exit('lp: not accepting requests')")

    assert code_of_refusal(printer) == "printing.refused"


def test_a_command_that_cannot_start_is_a_refusal(folder: Path, printer: CupsPrinter):
    (folder / "lp").write_text("#!/nowhere/at/all\n")

    assert code_of_refusal(printer) == "printing.refused"


def test_gives_up_on_a_command_that_hangs(folder: Path):
    command(folder, "lp", "import threading; threading.Event().wait()")

    assert code_of_refusal(CupsPrinter(str(folder), 0.3)) == "printing.timed_out"


def test_knows_what_a_printer_can_do_and_when_it_does_not_know(printer: CupsPrinter):
    front, back = printer.printers()

    assert front.can_print(Sides.LONG_EDGE)
    assert not front.can_print(Sides.SHORT_EDGE)
    assert front.takes(PaperSize.A5)
    assert back.abilities is None
    assert back.can_print(Sides.SHORT_EDGE)


def test_asks_for_what_is_wished_and_never_scales(folder: Path, printer: CupsPrinter):
    wishes = PrintWishes(3, Sides.SHORT_EDGE, PaperSize.A5)
    printer.print_pdf(b"%PDF", "Front_desk", wishes)

    job = json.loads((folder / "job.json").read_text())
    assert job[4:6] == ["-n", "3"]
    assert job[7::2] == [
        "media=A5",
        "sides=two-sided-short-edge",
        "print-scaling=none",
        "collate=true",
    ]


@pytest.mark.parametrize("copies", [0, 100, -1])
def test_nobody_wishes_for_no_copy_or_for_a_hundred(copies: int):
    with pytest.raises(ValueError, match="copies"):
        PrintWishes(copies)


def test_a_queue_that_is_closed_is_told_before_anything_is_sent(folder: Path, printer: CupsPrinter):
    command(
        folder,
        "lpstat",
        LPSTAT
        + """
elif options == ["-a"]:
    print("Front_desk not accepting requests since Tue -\\n\\tRejecting Jobs")
""",
    )

    assert [each.state for each in printer.printers()] == [PrinterState.CLOSED, PrinterState.READY]
    assert code_of_refusal(printer) == "printing.closed"
    assert not (folder / "job.json").exists()


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_cups_prints_where_there_is_cups(platform: str):
    assert isinstance(system_printer(platform), CupsPrinter)


def test_windows_prints_by_its_own_printers_which_are_imported_late():
    code = (
        "import sys\n"
        "import kiosk.bootstrap.programs\n"
        "from kiosk.late_adapters import system_printer\n"
        "made = system_printer('win32')\n"
        "late = ('PySide6.QtPrintSupport', 'pypdfium2', 'kiosk.ui.windows_printer')\n"
        "print(type(made).__name__, *(each in sys.modules for each in late))"
    )
    told = subprocess.check_output([sys.executable, "-c", code], text=True)

    assert told.split() == ["LateWindowsPrinter", "False", "False", "False"]
