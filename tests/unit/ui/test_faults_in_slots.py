"""What fails inside a slot is told on the page, and no answer is lost."""

import pytest

from kiosk.domain.choice import Chooses, Keeps
from kiosk.domain.errors import NotFoundError, StorageError, Thing
from kiosk.domain.language import Language
from kiosk.settings import Resources
from kiosk.theme.tokens import Tokens
from kiosk.ui.citizen_side import CitizenSide
from kiosk.ui.print_flow import PrintFlow
from kiosk.ui.shell import Page
from kiosk.ui.tasks import ImmediateTasks
from kiosk.ui.theme_source import ThemeSource
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, KARIS_CODE, StaffWorld


class Visit:
    """A visit with one answer, on the overview."""

    def __init__(self, home):
        self.world = StaffWorld(home, factory.case())
        self.world.open_case()
        tokens = Tokens(Resources.shipped().assets / "theme" / "tokens.toml")
        theme = ThemeSource(tokens, tokens.devices["laptop-14"])
        self.state, self.shell = self.world.state, self.world.shell
        self.side = CitizenSide(self.state, theme, ImmediateTasks())
        self.pages = self.side.pages
        program = self.world.program
        begun = program.hand_over.begin(factory.CASE, Language.BOKMAL, (), KARI)
        flow = self.side.flow
        self.state.begin(begun, KARI)
        flow.start()
        for _ in range(3):
            self.pages.steps.forward()
        self.pages.overview.open(factory.LIND)
        self.pages.answer.toggle()
        self.pages.answer.leave()
        self.before = dict(self.state.visit.answers)

    @property
    def fault(self):
        return self.pages.steps.fault


def fail(*_args):
    raise StorageError


def miss(*_args):
    raise NotFoundError(Thing.RULE)


@pytest.fixture
def visit(qapp, tmp_path):
    return Visit(tmp_path)


def test_a_language_that_cannot_be_shown_is_told_and_the_answers_stay(visit, monkeypatch):
    monkeypatch.setattr(visit.world.record, "case_file", fail)
    visit.shell.speak(factory.words(Language.NYNORSK))

    assert visit.fault.startswith("Ingenting er lagra. Svara dine er her framleis.")
    assert visit.before == {factory.NURSING: Chooses(factory.LIND)} == visit.state.visit.answers


def test_the_blocks_of_a_page_are_never_of_two_languages(visit, monkeypatch):
    monkeypatch.setattr(type(visit.world.program.explain), "for_case", miss)
    title = visit.state.sections[0].title
    visit.shell.speak(factory.words(Language.NYNORSK))

    assert visit.fault
    assert visit.state.sections[0].title == title


def test_a_rule_that_is_missing_on_the_review_is_told_there(visit, monkeypatch):
    visit.shell.show(Page.REVIEW)
    monkeypatch.setattr(type(visit.world.program.review), "block", miss)
    visit.state.update(visit.state.visit.answered(factory.PRACTICAL, Chooses(factory.LIND)))

    assert visit.fault
    assert visit.state.visit.answers[factory.PRACTICAL] == Chooses(factory.LIND)


def test_an_answer_that_is_refused_is_told(visit):
    visit.pages.overview.open(factory.FJORDHEIM)
    visit.state.update(visit.state.visit.stored())
    visit.pages.answer.toggle()

    assert visit.fault
    assert visit.state.visit.answers == visit.before


def test_a_decider_that_is_refused_is_told(visit):
    visit.state.update(visit.state.visit.stored())
    visit.pages.who.pickRole("self")

    assert visit.fault


def test_what_did_not_work_is_gone_on_the_next_page(visit, monkeypatch):
    monkeypatch.setattr(visit.world.record, "case_file", fail)
    visit.shell.speak(factory.words(Language.NYNORSK))
    assert visit.fault

    visit.shell.show(Page.WHO_DECIDES)

    assert visit.fault == ""


def test_a_stored_visit_says_so_even_if_the_rules_are_gone(visit, monkeypatch):
    visit.state.update(visit.state.visit.answered(factory.PRACTICAL, Keeps()))
    visit.state.update(visit.state.visit.cleared(factory.PRACTICAL).decided_by(factory.SELF))
    visit.shell.show(Page.REVIEW)
    monkeypatch.setattr(type(visit.world.program.review), "block", miss)
    visit.pages.review.store()

    assert visit.shell.current is Page.STORED
    assert visit.pages.review.receipt.rows()


def test_a_receipt_that_cannot_be_printed_is_told_on_the_stored_page(visit, monkeypatch):
    visit.state.update(visit.state.visit.decided_by(factory.SELF))
    visit.shell.show(Page.REVIEW)
    visit.pages.review.store()
    monkeypatch.setattr(PrintFlow, "_show", fail)
    visit.world.flow.print_receipt()

    assert visit.shell.current is Page.STORED
    assert visit.world.desk.fault


def test_a_search_that_fails_is_told_on_the_list(visit, monkeypatch):
    visit.world.flow.give_back()
    visit.world.desk.giveBack.tryCode(KARIS_CODE)
    visit.world.desk.openCases()
    monkeypatch.setattr(visit.world.record, "find_cases", fail)
    visit.world.desk.cases.write("Kari")

    assert visit.world.desk.fault


def test_a_case_that_cannot_be_read_keeps_its_place_in_the_list(visit, monkeypatch):
    visit.world.flow.give_back()
    visit.world.desk.giveBack.tryCode(KARIS_CODE)
    visit.world.desk.openCases()
    monkeypatch.setattr(visit.world.record, "case_file", fail)
    rows = visit.world.desk.cases.rows
    rows.forget()

    shown = [rows.data(rows.index(0), role) for role in rows.roleNames()]
    assert shown[0] == factory.CASE
    assert "could not be read" in " ".join(shown[4])


def test_an_entry_that_is_stored_is_closed_even_if_the_case_cannot_be_read(visit, monkeypatch):
    visit.world.flow.give_back()
    visit.world.desk.giveBack.tryCode(KARIS_CODE)
    desk = visit.world.desk
    desk.cannot.begin(factory.PRACTICAL)
    append, case_file = visit.world.record.append, visit.world.record.case_file

    def then_lose(events):
        monkeypatch.setattr(visit.world.record, "case_file", fail)
        return append(events)

    monkeypatch.setattr(visit.world.record, "append", then_lose)
    desk.cannot.store("26/9-1")

    assert desk.cannot.service == ""
    assert desk.fault
    assert case_file(factory.CASE).states[1].outcome is not None
