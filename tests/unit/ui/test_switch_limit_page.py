"""The page of a provider says that the switches of the year are used up, and stores none."""

from datetime import timedelta

import pytest

from kiosk.domain.choice import Chooses
from kiosk.domain.language import Language
from kiosk.domain.notice import DaysNotice, NoticeRule
from kiosk.ui.viewmodels.answer_page import AnswerPage
from tests.unit.app import factory
from tests.unit.app.factory import FJORDHEIM, LIND, MUNICIPAL, NURSING
from tests.unit.ui.staff_world import KARI, StaffWorld
from tests.unit.ui.visits import answered


@pytest.fixture
def world(qapp, tmp_path, monkeypatch):
    rule = NoticeRule("n", DaysNotice(0), moves_to_working_day=False, max_per_year=1)
    place = factory.municipality(notice=rule)
    monkeypatch.setattr(factory, "municipality", lambda: place)
    made = StaffWorld(tmp_path, factory.case())
    made.clock.moment -= timedelta(days=100)
    made.sign_in()
    for provider in (FJORDHEIM, MUNICIPAL):
        answered(made, {"nursing": Chooses(provider)})
        made.clock.moment += timedelta(days=1)
    begun = made.program.hand_over.begin(factory.CASE, Language.BOKMAL, (), KARI)
    made.state.begin(begun, KARI)
    made.state.update(made.state.visit.with_nonchoice_shown())
    return made


def test_another_provider_is_explained_and_not_chosen(world):
    page = AnswerPage(world.state)
    page.show(NURSING, LIND)
    assert factory.plain(page.message).startswith("You have switched 1 time this year.")

    page.toggle()

    assert not page.isAnswer
    assert NURSING not in world.state.visit.answers


def test_the_present_provider_and_the_other_answers_are_open(world):
    page = AnswerPage(world.state)
    for key in (MUNICIPAL, "option:keep", "option:does_not_wish"):
        page.show(NURSING, key)
        assert page.message == ""
        page.toggle()
        assert page.isAnswer, key
