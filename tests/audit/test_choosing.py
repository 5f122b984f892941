"""Choosing, clearing and looking over (access I)."""

import pytest

from kiosk.domain.choice import Chooses
from kiosk.ui.shell import Page
from tests.audit.programs import steady_program
from tests.audit.setups import EN, NB, NN
from tests.audit.walk import Visitor, read_on, whole_visit
from tests.stage import SOLVEIG, open_stage

UNTOUCHED = {
    "overview", "answer keep", "answer does_not_wish", "answer think", "answer provider",
    "overview second", "who", "basis",
}  # fmt: skip


@pytest.fixture
def cards(qapp):
    """A window that shows the cards, and its visitor."""
    with open_stage(steady_program()) as stage:
        stage.visit()
        visitor = Visitor(stage, NB)
        for _ in read_on(visitor):
            pass
        yield stage, visitor


def test_i01_nothing_is_checked_before_somebody_chooses(walked):
    checked = [
        f"{page.place}: {node}"
        for page, node in walked.controls()
        if page.place.page in UNTOUCHED and node.is_checked
    ]

    assert checked == []


def test_i01_no_card_says_that_it_is_the_answer_before_somebody_chooses(walked):
    picked = [
        str(card)
        for page in walked.pages
        if page.place.page in UNTOUCHED
        for card in page.cards
        if walked.say("Your answer") in card.name
    ]

    assert picked == []


def test_i02_the_same_button_clears_the_answer(cards):
    stage, visitor = cards
    visitor.open_card(visitor.sections()[0].providers[0].name)
    visitor.press(visitor.say("This is my answer"))

    visitor.press(visitor.say("Your answer"))

    assert stage.open.state.visit.answers == {}


def test_i02_another_answer_takes_the_place_of_the_first(cards):
    stage, visitor = cards
    first, second = visitor.sections()[0].providers[:2]
    for provider in (first, second):
        visitor.open_card(provider.name)
        visitor.press(visitor.say("This is my answer"))
        visitor.all_answers()

    assert list(stage.open.state.visit.answers.values()) == [Chooses(second.id)]


def test_i03_the_review_names_every_service_and_its_answer(cards):
    stage, visitor = cards
    provider = visitor.sections()[0].providers[0]
    _pick_and_review(visitor, provider.name)

    texts = stage.reader.names()

    assert provider.name in texts
    assert all(
        any(text.startswith(section.name) for text in texts) for section in visitor.sections()
    )


def test_i03_the_review_tells_who_decides(cards):
    stage, visitor = cards
    _pick_and_review(visitor, visitor.sections()[0].providers[0].name)

    texts = stage.reader.names()

    assert visitor.say("Who decides") in texts
    assert visitor.say("You decide yourself") in texts


def test_i03_every_line_of_the_review_can_be_changed(walked):
    change = walked.say("Change: {what}").partition("{")[0]
    names = {
        node.name
        for page in walked.named("review")
        for node in page.controls
        if node.name.startswith(change)
    }

    # Two services and who decides.
    assert len(names) == 3


def test_i03_changing_a_line_opens_its_service_with_the_answer_kept(cards):
    stage, visitor = cards
    name = visitor.sections()[0].providers[0].name
    _pick_and_review(visitor, name)

    visitor.press_starting(visitor.say("Change: {what}").format(what=visitor.sections()[0].name))

    card = visitor.starting(name)
    assert stage.open.shell.current is Page.OVERVIEW
    assert card is not None
    assert stage.reader.has(f"{name}. {visitor.say('Your answer')}")


def test_i03_a_changed_line_leads_back_to_the_review(cards):
    stage, visitor = cards
    _pick_and_review(visitor, visitor.sections()[0].providers[0].name)
    visitor.press_starting(visitor.say("Change: {what}").format(what=visitor.sections()[0].name))

    visitor.forward()

    assert stage.open.shell.current is Page.REVIEW


def test_i04_a_service_without_an_answer_is_said_to_be_open(walked):
    texts = [ink.text for page in walked.named("review") for ink in page.inks]

    assert walked.say("Not chosen yet") in texts


def test_i04_the_words_for_an_open_service_are_the_agreed_ones(walked):
    agreed = {NB: "Ikke valgt ennå", NN: "Ikkje valt enno", EN: "Not chosen yet"}

    assert walked.say("Not chosen yet") == agreed[walked.setup.language]


def test_i04_a_service_without_an_answer_stores_no_outcome(qapp):
    with open_stage(steady_program()) as stage:
        stage.visit()
        for _ in whole_visit(Visitor(stage, NB)):
            pass

        states = stage.program.record.case_file(SOLVEIG).states

        assert [state.outcome is None for state in states] == [False, True]


def _pick_and_review(visitor: Visitor, name: str) -> None:
    """Answer the first service, leave the second, and go to the review."""
    visitor.open_card(name)
    visitor.press(visitor.say("This is my answer"))
    visitor.all_answers()
    visitor.forward()
    visitor.forward()
    visitor.role("I decide myself")
    visitor.forward()
