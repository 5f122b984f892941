"""Reply slips by a hand scanner and the keyboard alone: one after another, and from the search."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from kiosk.domain.slip_code import SlipMark, scanned_text, slip_edition
from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import Keys, outcomes
from tests.stage import OFFICER, SOLVEIG, memory_program, open_stage

FIELD = "Koden på svarslippen"


@pytest.fixture
def keys(qapp: object) -> Iterator[Keys]:
    with open_stage(memory_program()) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        made = Keys(stage)
        made.sign_in()
        yield made


def scan(keys: Keys, edition: str = "") -> None:
    """As a wedge scanner types: the whole text, then Enter."""
    program = keys.stage.program
    code = program.slip_codes.for_case(SOLVEIG, OFFICER)
    printed = slip_edition(edition or program.municipality.version)
    keys.write(scanned_text(SlipMark(code, printed)))
    keys.press(Qt.Key.Key_Return)


def test_a_scan_in_the_search_field_opens_the_form(keys):
    scan(keys)

    assert (keys.page, keys.focus) == (Page.PAPER, "Svar på papir")


def test_slip_after_slip_without_a_mouse(keys):
    keys.open_task("Les svarslipper")
    at_first = keys.page, keys.focus
    keys.write("AB3D5 7H9KA")
    keys.press(Qt.Key.Key_Return)
    told = keys.stage.open.staff.desk.slips.message
    scan(keys)
    opened = keys.page
    keys.use("Uklart")
    keys.use("Lagre svaret")

    assert at_first == (Page.SLIPS, FIELD)
    assert told != ""
    assert opened is Page.PAPER
    assert outcomes(keys) == [None, None]
    assert len(keys.stage.program.record.case_file(SOLVEIG).unclear) == 1
    assert (keys.page, keys.focus) == (Page.SLIPS, FIELD)

    scan(keys)

    assert keys.page is Page.PAPER
