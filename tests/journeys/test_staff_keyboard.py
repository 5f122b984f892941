"""A case officer who uses the keyboard alone, from the sign-in page to the note."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.domain.choice import Outcome
from kiosk.ui.shell import Page
from tests.stage import CODE, SOLVEIG, Stage, memory_program, open_stage

_MOST_TABS = 120


class Keys:
    """Ten fingers and no mouse."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.window = stage.open.window

    @property
    def page(self) -> Page:
        return self.stage.open.shell.current

    @property
    def focus(self) -> str:
        """Name of what the keyboard acts on; empty when that cannot be seen."""
        item = self.window.activeFocusItem()
        if not item.isVisible():
            return ""
        return QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)
        self.stage.reader.settle()

    def tab_to(self, start: str) -> None:
        for _ in range(_MOST_TABS):
            if self.focus.startswith(start):
                return
            self.press(Qt.Key.Key_Tab)
        message = f"{start} on {self.page}: {self.stage.reader.names()}"
        raise AssertionError(message)

    def use(self, start: str) -> None:
        self.tab_to(start)
        self.press(Qt.Key.Key_Return)

    def open_task(self, name: str) -> None:
        """By the tab of the bar, to the page of what is done about many cases."""
        self.use("Oppgaver")
        self.use(name)

    def write(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.window, letter)  # type: ignore[call-overload]  # lacks text
        self.stage.reader.settle()

    def sign_in(self) -> None:
        self.use("Kari Eksempel")
        self.tab_to("Kode")
        self.write(CODE)
        self.press(Qt.Key.Key_Return)

    def hand_over(self) -> None:
        # The title has the focus first, and the same words as the button.
        self.press(Qt.Key.Key_Tab)
        self.use("Overlat skjermen")

    def open_case(self) -> None:
        self.write("solv")
        self.use("Åpne Solveig Strand")


@pytest.fixture
def keys(qapp: object) -> Iterator[Keys]:
    with open_stage(memory_program()) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        yield Keys(stage)


def outcomes(keys: Keys) -> list[Outcome | None]:
    file = keys.stage.program.record.case_file(SOLVEIG)
    return [state.outcome for state in file.states]


def test_a_case_is_found_and_opened(keys):
    keys.sign_in()
    keys.open_case()

    assert (keys.page, keys.focus) == (Page.CASE, "Solveig Strand")


def test_that_somebody_cannot_choose_is_entered_and_the_focus_stays_in_sight(keys):
    keys.sign_in()
    keys.open_case()
    keys.use("Kan ikke velge: Praktisk bistand")
    keys.write("26/9-1")
    keys.press(Qt.Key.Key_Return)

    assert outcomes(keys) == [None, Outcome.CANNOT]
    assert keys.focus == "Kan ikke velge: Praktisk bistand"


def test_an_entry_that_is_called_off_gives_the_focus_back(keys):
    keys.sign_in()
    keys.open_case()
    keys.use("Kan ikke velge: Praktisk bistand")
    keys.use("Avbryt")

    assert outcomes(keys) == [None, None]
    assert keys.focus == "Kan ikke velge: Praktisk bistand"


def test_the_screen_is_handed_over_and_taken_back(keys):
    keys.sign_in()
    keys.open_case()
    keys.use("Overlat skjermen")
    keys.hand_over()
    handed_over_to = keys.page
    keys.use("Avslutt")
    keys.tab_to("Koden til")
    keys.write(CODE)
    keys.press(Qt.Key.Key_Return)

    assert handed_over_to is Page.WELCOME
    assert (keys.page, keys.focus) == (Page.CASE, "Solveig Strand")


def test_a_note_is_written_and_the_case_comes_back(keys):
    keys.sign_in()
    keys.open_case()
    keys.use("Overlat skjermen")
    keys.hand_over()
    store_answers(keys.stage)
    keys.use("Avslutt")
    keys.tab_to("Koden til")
    keys.write(CODE)
    keys.press(Qt.Key.Key_Return)
    first = (keys.page, keys.focus)
    keys.use("Ja, forstått")
    keys.tab_to("Hvordan")
    keys.write("fortalt med egne ord")
    keys.use("Lagre notatet")

    assert first == (Page.NOTE, "Notat fra besøket")
    assert keys.page is Page.CASE
    assert keys.stage.program.record.case_file(SOLVEIG).note_pending_for is None


def store_answers(stage: Stage) -> None:
    pages = stage.open.citizen
    for _ in range(3):
        pages.steps.forward()
    pages.overview.open("option:does_not_wish")
    pages.answer.toggle()
    pages.who.pickRole("self")
    pages.who.goOn()
    pages.review.store()
    stage.reader.settle()
