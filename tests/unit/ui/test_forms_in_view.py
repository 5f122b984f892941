"""A form that opens on the page of a case is seen whole, down to its buttons."""

from datetime import timedelta

import pytest

from kiosk.devtools.accessible import Role
from kiosk.ui.application import OpenWindow
from tests.journeys.test_allocation_keyboard import posted
from tests.stage import CODE, NOW, OFFICER, SOLVEIG, FixedClock, memory_program, open_stage

DEVICES = ("laptop-14", "kiosk-21")


def open_letter(window: OpenWindow) -> None:
    letters = window.staff.desk.letters
    letters.begin(str(letters.acts.rows()[0]["key"]))


OPENERS = {
    "letter": open_letter,
    "keeping": lambda window: window.staff.desk.keeping.begin(),
    "cannot": lambda window: window.staff.desk.cannot.begin("praktisk-bistand"),
}


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("form", OPENERS)
def test_the_buttons_of_a_form_that_opens_are_on_the_screen(qapp, form, device):
    program = posted(memory_program(clock=FixedClock(NOW + timedelta(days=70))))
    with open_stage(program, device) as stage:
        desk = stage.open.staff.desk
        stage.open.window.requestActivate()
        desk.signIn.pick(OFFICER)
        desk.signIn.signIn(CODE)
        desk.cases.open(SOLVEIG)
        stage.reader.settle()
        OPENERS[form](stage.open)
        stage.reader.settle()

        button = stage.reader.find("Avbryt", Role.Button).rect()
        window = stage.open.window
        assert window.position().y() <= button.top()
        assert button.bottom() < window.position().y() + window.height()
