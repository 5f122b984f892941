"""Storing that takes its time: nothing changes meanwhile, and the way goes on from what is stored."""

import pytest

from kiosk.domain.choice import Keeps
from kiosk.domain.errors import StorageError
from kiosk.settings import Resources
from kiosk.theme.tokens import Tokens
from kiosk.ui.citizen_side import CitizenSide
from kiosk.ui.shell import Page
from kiosk.ui.theme_source import ThemeSource
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, KARIS_CODE, LaterTasks, StaffWorld


class SlowVisit:
    """A visit on the review page; storing waits until it is told to happen."""

    def __init__(self, home):
        self.tasks = LaterTasks()
        self.world = StaffWorld(home, factory.case())
        self.world.open_case()
        tokens = Tokens(Resources.shipped().assets / "theme" / "tokens.toml")
        theme = ThemeSource(tokens, tokens.devices["laptop-14"])
        self.state, self.shell = self.world.state, self.world.shell
        self.side = CitizenSide(self.state, theme, self.tasks)
        self.side.endAsked.connect(self.world.flow.give_back)
        self.review = self.side.pages.review
        self.begin()

    def begin(self):
        visit = self.world.program.hand_over.begin(factory.CASE, factory.words().language, (), KARI)
        flow = self.side.flow
        self.state.begin(visit, KARI)
        flow.start()
        self.state.update(self.answered())
        self.shell.show(Page.REVIEW)

    def answered(self):
        visit = self.state.visit.with_nonchoice_shown().answered(factory.NURSING, Keeps())
        return visit.decided_by(factory.SELF)

    def page(self):
        return self.shell.current

    def forward(self):
        self.side.pages.steps.forward()

    def go_on(self):
        self.world.desk.giveBack.goOn()


def full_disk(_events):
    raise StorageError


@pytest.fixture
def slow(qapp, tmp_path):
    return SlowVisit(tmp_path)


def test_no_answer_can_be_changed_while_the_answers_are_stored(slow):
    slow.review.store()
    slow.review.change(factory.NURSING)
    slow.review.goBack()
    before = slow.state.visit
    slow.state.update(before.cleared(factory.NURSING))

    assert slow.page() is Page.REVIEW
    assert slow.state.visit is before


def test_answers_can_be_changed_again_when_storing_failed(slow, monkeypatch):
    monkeypatch.setattr(slow.world.record, "append", full_disk)
    slow.review.store()
    slow.tasks.do_all()

    assert not slow.review.isStoring
    assert slow.review.message
    slow.review.goBack()
    assert slow.page() is Page.WHO_DECIDES


def test_what_was_stored_for_an_earlier_visit_does_not_mark_the_next_one_as_stored(slow):
    slow.review.store()
    slow.state.end()
    slow.begin()
    slow.tasks.do_all()

    assert slow.page() is Page.REVIEW
    assert not slow.state.visit.is_stored
    assert slow.state.choice is None


def test_storing_that_ends_over_the_code_page_leads_to_the_stored_page(slow):
    slow.review.store()
    slow.world.flow.give_back()
    slow.tasks.do_all()

    assert slow.page() is Page.GIVE_BACK
    slow.go_on()
    assert slow.page() is Page.STORED


def test_storing_that_ends_over_the_settings_leads_to_the_stored_page(slow):
    slow.review.store()
    slow.shell.openSettings()
    slow.tasks.do_all()

    assert slow.page() is Page.WELCOME
    slow.forward()
    assert slow.page() is Page.STORED


def test_ending_from_the_settings_and_going_on_leads_to_where_one_was(slow):
    slow.shell.openSettings()
    slow.shell.endVisit()
    slow.go_on()
    slow.forward()

    assert slow.page() is Page.REVIEW


def test_settings_over_the_code_page_do_not_lose_the_way(slow):
    slow.shell.openSettings()
    slow.shell.endVisit()
    slow.shell.openSettings()
    slow.shell.endVisit()
    slow.go_on()
    slow.forward()

    assert slow.page() is Page.REVIEW


def test_a_new_visit_forgets_where_the_last_one_was(slow):
    slow.shell.openSettings()
    slow.shell.endVisit()
    slow.world.desk.giveBack.tryCode(KARIS_CODE)
    slow.begin()
    slow.side.flow.start()
    slow.forward()

    assert slow.page() is Page.WHAT


def test_a_second_tap_while_the_answers_are_stored_asks_for_nothing(slow):
    slow.review.store()
    slow.review.store()

    assert slow.review.isStoring
    assert len(slow.tasks.waiting) == 1


def test_a_tap_after_the_answers_are_stored_asks_for_nothing(slow):
    slow.review.store()
    slow.tasks.do_all()
    slow.review.store()

    assert slow.tasks.waiting == []
    assert slow.page() is Page.STORED
