"""The pages of a visit tell when a provider stops, and give it to nobody new."""

from datetime import timedelta

import pytest

from kiosk.app.exits.provider_exits import Planned
from kiosk.domain.exits.exit import ExitCause
from kiosk.domain.language import Language
from kiosk.ui.viewmodels.answer_page import AnswerPage
from tests.unit.app import factory
from tests.unit.app.factory import FJORDHEIM, LIND, NURSING
from tests.unit.ui.staff_world import KARI, StaffWorld


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.sign_in()
    last_day = made.clock.moment.date() + timedelta(days=60)
    wanted = Planned(LIND, last_day, ExitCause.CONTRACT_ENDS, services=(NURSING,))
    made.program.exits.announce(wanted, KARI)
    made.program.take_in_exits()
    begun = made.program.hand_over.begin(factory.CASE, Language.BOKMAL, (), KARI)
    made.state.begin(begun, KARI)
    made.state.update(made.state.visit.with_nonchoice_shown())
    return made


def test_who_stops_is_shown_and_cannot_be_chosen(world):
    page = AnswerPage(world.state)
    page.show(NURSING, LIND)

    page.toggle()

    assert "stops" in page.message
    assert not page.isAnswer
    assert NURSING not in world.state.visit.answers


def test_the_others_can_be_chosen_and_nobody_is_asked_to_keep_it(world):
    page = AnswerPage(world.state)
    page.show(NURSING, FJORDHEIM)
    page.toggle()

    assert page.isAnswer
    (section,) = [each for each in world.state.sections if each.service == NURSING]
    assert LIND in {each.id for each in section.providers}
    assert "keep" not in {each.key.value for each in section.options}
