"""What a screen reader is told when somebody picks an answer: once, and in whole words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import SIGNAL, QObject
from PySide6.QtGui import QAccessible, QGuiApplication

from kiosk.devtools.accessible import name_of
from kiosk.ui.shell import Page
from tests.stage import PatientTaps, Stage, memory_program, open_public_stage, public_machine

CHOICES = (QAccessible.Role.RadioButton, QAccessible.Role.CheckBox)


@pytest.fixture
def stage(qapp: QGuiApplication) -> Iterator[Stage]:
    program = memory_program(is_public=True)
    with open_public_stage(program, public_machine(program), PatientTaps()) as opened:
        opened.reader.press("Begynn på bokmål")
        opened.reader.press("Videre")
        yield opened


@pytest.mark.parametrize(("page", "name"), [("zone", "Sentrum"), ("services", "Praktisk bistand")])
def test_a_pick_is_told_once(stage: Stage, page: str, name: str) -> None:
    if page == "services":
        stage.reader.press_starting("Sentrum")
        stage.reader.press("Videre")
    node = next(each for each in stage.reader.nodes() if name_of(each).startswith(name))
    told: list[bool] = []
    button = node.object()
    QObject.connect(
        button, SIGNAL("checkedChanged()"), lambda: told.append(bool(node.state().checked))
    )

    stage.reader.press_starting(name)

    assert told == [True]


def test_a_card_without_a_second_line_ends_with_its_name(stage: Stage) -> None:
    stage.reader.press_starting("Sentrum")
    stage.reader.press("Videre")

    names = [name_of(each) for each in stage.reader.nodes() if each.role() in CHOICES]

    assert "Praktisk bistand" in names
    assert not [name for name in names if name.rstrip().endswith(".")]


def test_whoever_ends_hears_that_the_start_page_is_there(stage: Stage) -> None:
    stage.reader.press("Avslutt og slett")

    assert stage.open.shell.current is Page.ATTRACT
    (focused,) = [each for each in stage.reader.nodes() if each.state().focused]
    assert (name_of(focused), focused.role()) == ("Hjelp hjemme", QAccessible.Role.Heading)
