"""The way to an answer and to none is the same (neutrality N16, N18, N19, N20)."""

from collections.abc import Iterator

import pytest

from kiosk.domain.choice import Outcome
from kiosk.domain.document.service_section import OptionKey
from kiosk.theme.tokens import Contrast, TextSize
from kiosk.ui.shell import Page
from tests.audit.programs import steady_program
from tests.audit.setups import NB, NN
from tests.audit.snapshot import Snapshot
from tests.audit.walk import Visitor, read_on
from tests.stage import SOLVEIG, Stage, open_stage

OPTIONS = {
    "keep": OptionKey.KEEP,
    "does not wish": OptionKey.DOES_NOT_WISH,
    "think": OptionKey.THINK,
}
# Something changed on a page that was open already.
NOT_ENTERED = {
    "answer picked", "answer think refused", "answer think picked", "basis refused", "who picked",
    "who refused", "public zone refused", "public zone unsure", "public zone picked", "public services refused",
    "public services picked", "public compare picked", "public overview sorted",
    "public brochure waiting", "public brochure stopped",
    # Nobody has begun; one button has the focus (G05).
    "public attract", "public warning",
}  # fmt: skip
ANSWERS = ["provider", *OPTIONS]
OUTCOMES = {
    "provider": Outcome.CHOSEN,
    "keep": Outcome.KEEPS,
    "does not wish": Outcome.DOES_NOT_WISH,
    "think": Outcome.POSTPONED,
}


@pytest.fixture
def stage(qapp) -> Iterator[Stage]:
    """A window on the welcome page of a visit."""
    with open_stage(steady_program()) as opened:
        opened.visit()
        yield opened


def test_n16_the_title_has_the_focus_when_a_page_opens(walked):
    astray = [
        f"{page.place}: {page.focused}"
        for page in walked.first_turns()
        if page.place.page not in NOT_ENTERED and page.focused != _title(page)
    ]

    assert astray == []


def test_n18_an_answer_costs_the_same_taps_whichever_it_is(qapp):
    taps = {answer: _taps_to_store(answer) for answer in ("provider", "keep", "does not wish")}

    assert len(set(taps.values())) == 1


def test_n18_thinking_it_over_costs_one_tap_more_at_most(qapp):
    assert _taps_to_store("think") - _taps_to_store("provider") <= 1


@pytest.mark.parametrize("answer", ANSWERS)
def test_n18_every_answer_is_looked_over_on_the_same_page(stage, answer):
    visitor = Visitor(stage, NB)

    _answer_and_review(visitor, answer)

    assert stage.open.shell.current is Page.REVIEW


@pytest.mark.parametrize("answer", ANSWERS)
def test_n18_every_answer_ends_on_the_same_page_with_a_receipt(stage, answer):
    visitor = Visitor(stage, NB)
    _answer_and_review(visitor, answer)

    visitor.store()

    assert stage.open.shell.current is Page.STORED
    assert visitor.has(visitor.say("Print receipt"))


@pytest.mark.parametrize(
    ("device", "size", "language"),
    [("laptop-14", TextSize.XL, NN), ("laptop-14", TextSize.L, NB), ("kiosk-21", TextSize.XL, NB)],
)
def test_n19_the_way_on_is_not_there_before_the_last_line_was(qapp, device, size, language):
    with open_stage(steady_program(), device, size, Contrast.STANDARD) as stage:
        stage.visit(language=language)
        visitor = Visitor(stage, language)
        ways = [
            visitor.has(visitor.say("Continue", "forward"))
            for place in read_on(visitor)
            if place.page == "nonchoice"
        ]

    assert len(ways) > 1
    assert ways == [False] * (len(ways) - 1) + [True]


def test_n19_all_five_parts_stand_before_any_provider(walked):
    pages = list(walked.pages)
    first_cards = next(index for index, page in enumerate(pages) if page.cards)
    before = {
        ink.text
        for page in pages[:first_cards]
        if page.place.page == "nonchoice"
        for ink in page.inks
    }

    assert len([text for text in before if len(text) > 30]) >= 5
    assert all(page.place.page == "nonchoice" or not page.cards for page in pages[:first_cards])


def test_n19_no_answer_counts_before_the_page_about_not_choosing(stage):
    stage.open.citizen.answer.show(
        stage.open.state.sections[0].service, stage.open.state.sections[0].providers[0].id
    )

    stage.open.citizen.answer.toggle()

    assert stage.open.state.visit.answers == {}
    assert stage.open.state.faults.text


def test_n19_the_header_leads_round_the_page_about_not_choosing_no_way(stage):
    visitor = Visitor(stage, NB)
    visitor.forward()
    visitor.press(visitor.say("Text and colours"))

    visitor.forward()

    assert stage.open.shell.current is Page.WHAT


@pytest.mark.parametrize("answer", ANSWERS)
def test_n20_every_answer_is_stored_as_an_outcome_of_its_own(stage, answer):
    visitor = Visitor(stage, NB)
    _answer_and_review(visitor, answer)

    visitor.store()

    (state, _) = stage.program.record.case_file(SOLVEIG).states
    assert state.outcome is OUTCOMES[answer]


def test_n20_an_abandoned_visit_stores_nothing(stage):
    visitor = Visitor(stage, NB)
    _answer_and_review(visitor, "does not wish")

    visitor.press(visitor.say("End"))

    assert stage.program.record.case_file(SOLVEIG).choice is None


def test_n20_the_review_says_each_answer_in_words_of_its_own(qapp):
    said = set()
    for answer in ANSWERS:
        with open_stage(steady_program()) as stage:
            stage.visit()
            visitor = Visitor(stage, NB)
            _answer_and_review(visitor, answer)
            said.add(tuple(stage.reader.names()))

    assert len(said) == len(ANSWERS)


def _title(page: Snapshot) -> str:
    names = [ink for ink in page.inks if ink.font_px == max(each.font_px for each in page.inks)]
    return names[0].text


def _answer_and_review(visitor: Visitor, answer: str) -> None:
    """Give the first service an answer, leave the second open, and go to the review."""
    for _ in read_on(visitor):
        pass
    section = visitor.sections()[0]
    titles = {option.key: option.title for option in section.options}
    is_provider = answer == "provider"
    visitor.open_card(section.providers[0].name if is_provider else titles[OPTIONS[answer]])
    if answer == "think":
        visitor.press_starting(visitor.say("When shall we ask again?"))
    visitor.press(visitor.say("This is my answer"))
    visitor.all_answers()
    visitor.forward()
    visitor.forward()
    visitor.role("I decide myself")
    visitor.forward()


def _taps_to_store(answer: str) -> int:
    with open_stage(steady_program()) as stage:
        stage.visit()
        visitor = Visitor(stage, NB)
        _answer_and_review(visitor, answer)
        visitor.store()
        assert stage.open.shell.current is Page.STORED
        return visitor.presses
