"""Correcting what was recorded: the wrong answer beside the right one, and what stays readable."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.correct_choice import Mistake
from kiosk.app.program import Program
from kiosk.domain.choice import Chooses, DoesNotWish, EventId, Keeps, Outcome, Postpones
from kiosk.domain.decider import QUESTIONS, DeciderRole, Question
from kiosk.domain.event import ChoiceRecorded, Medium
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.app.factory import FJORDHEIM, LIND, MUNICIPAL, NURSING, PRACTICAL, plain
from tests.unit.ui.staff_world import KARI, LaterTasks, StaffWorld, column, picked
from tests.unit.ui.visits import answered

REASON = "Feil leverandør ble trykket."


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.sign_in()
    return made


def opened(world, **answers):
    choice = answered(world, answers or {"nursing": Chooses(FJORDHEIM)})
    world.desk.cases.open(factory.CASE)
    world.desk.actions.correct()
    return choice


def bodies(world):
    return [
        event.body
        for _, event in world.record.history(factory.CASE)
        if isinstance(event.body, ChoiceRecorded)
    ]


def options(world, service=NURSING):
    return [plain(name) for name in column(world.desk.correct.optionsOf(service), "name")]


def test_the_newest_receipt_is_shown_unchanged(world):
    opened(world)
    page = world.desk.correct

    assert world.shell.current is Page.CORRECT
    assert [plain(text) for text in column(page.services, "was")] == [
        "Has chosen a provider: Stiftelsen Fjordheim",
        "Not chosen yet",
    ]
    assert column(page.services, "becomes") == column(page.services, "was")
    assert picked(page.optionsOf(NURSING)) == [f"chosen {FJORDHEIM}"]


def test_providers_are_offered_in_the_person_s_own_order_and_then_the_others(world):
    opened(world)
    dealt = world.program.present.order_for_case(factory.case(), Medium.SCREEN, KARI)
    offered = world.municipality.offered(NURSING, factory.NORTH, factory.TODAY)
    names = [plain(world.municipality.provider(p).name.nb) for p in dealt if p in offered]

    shown = options(world)

    assert shown[: len(names)] == names
    assert shown[len(names) : len(names) + 2] == [
        "Keeps the provider: Lind AS",
        "Does not want to choose",
    ]
    assert shown[-1] == "Nothing should have been stored"
    assert all(text.startswith("Wants to think until") for text in shown[len(names) + 2 : -1])


def test_the_right_answer_is_stored_beside_the_wrong_one(world):
    wrong = opened(world)
    page = world.desk.correct
    page.pick(NURSING, f"chosen {LIND}")
    page.writeReason(f" {REASON} ")
    page.store()

    first, second = bodies(world)
    assert first.choice.answers[0].provider == FJORDHEIM
    assert second.choice.answers[0].provider == LIND
    assert (second.correction.choice, second.correction.reason) == (wrong, REASON)
    assert world.desk.correct.doneText != ""


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        ("keeps", Outcome.KEEPS),
        ("does_not_wish", Outcome.DOES_NOT_WISH),
        ("postponed 2026-11-24", Outcome.POSTPONED),
    ],
)
def test_every_kind_of_answer_can_stand_there(world, key, outcome):
    opened(world)
    page = world.desk.correct
    page.pick(NURSING, key)
    page.writeReason(REASON)
    page.store()

    assert page.message == ""
    assert world.record.case_file(factory.CASE).states[0].outcome is outcome


def test_what_should_not_have_been_stored_leaves_the_service_open(world):
    opened(world, nursing=Chooses(FJORDHEIM), practical=DoesNotWish())
    page = world.desk.correct
    page.pick(NURSING, "nothing")
    page.writeReason(REASON)
    page.store()

    states = {s.service: s.outcome for s in world.record.case_file(factory.CASE).states}
    assert states == {NURSING: None, PRACTICAL: Outcome.DOES_NOT_WISH}


@pytest.mark.parametrize(
    ("reason", "message"),
    [
        ("", "Write what was recorded wrongly."),
        ("x" * 201, "200"),
        ("Fødselsnummer 01410000012", "identity number"),
    ],
)
def test_a_reason_that_may_not_be_stored_is_refused(world, reason, message):
    opened(world)
    world.desk.correct.pick(NURSING, f"chosen {LIND}")
    world.desk.correct.writeReason(reason)
    world.desk.correct.store()

    assert len(bodies(world)) == 1
    assert message in world.desk.correct.message


def test_a_correction_that_changes_nothing_is_refused(world):
    opened(world)
    world.desk.correct.writeReason(REASON)
    world.desk.correct.store()

    assert world.desk.correct.message.startswith("The correction says the same")
    assert len(bodies(world)) == 1


def test_a_corrected_receipt_is_not_offered_again_but_its_correction_is(world):
    opened(world)
    page = world.desk.correct
    page.pick(NURSING, f"chosen {LIND}")
    page.writeReason(REASON)
    page.store()
    page.leave()
    world.desk.actions.correct()

    assert page.doneText == ""
    assert not page.hasSeveral
    assert plain(column(page.services, "was")[0]).endswith("Lind AS")
    assert page.reason == ""


def test_an_answer_that_was_taken_back_cannot_be_corrected(world):
    answered(world, {"nursing": Chooses(FJORDHEIM)})
    world.desk.cases.open(factory.CASE)
    world.desk.actions.withdraw()
    world.desk.withdraw.who.pick("self")
    world.desk.withdraw.store()
    world.desk.withdraw.leave()

    assert not world.desk.actions.canCorrect


def test_an_older_receipt_can_be_corrected_too(world):
    first = answered(world, {"nursing": Keeps()})
    answered(world, {"nursing": Chooses(MUNICIPAL)})
    world.desk.cases.open(factory.CASE)
    world.desk.actions.correct()
    page = world.desk.correct

    assert page.hasSeveral

    page.pickReceipt(first)

    assert column(page.services, "was")[0].startswith("Keeps the provider")


def test_a_decision_made_elsewhere_can_only_be_taken_out(world):
    world.desk.cases.open(factory.CASE)
    world.desk.cannot.begin(NURSING)
    world.desk.cannot.store("2026/77")
    world.desk.actions.correct()

    assert options(world) == ["Cannot choose", "Nothing should have been stored"]


def test_a_postponed_answer_keeps_its_day_among_the_alternatives(world):
    opened(world, nursing=Postpones(date(2026, 12, 2)))

    assert picked(world.desk.correct.optionsOf(NURSING)) == ["postponed 2026-12-02"]


def test_what_is_half_written_outlives_the_lock(world):
    opened(world)
    world.desk.correct.pick(NURSING, f"chosen {LIND}")
    world.desk.correct.writeReason(REASON)
    world.desk.lock()
    world.sign_in()

    assert world.shell.current is Page.CORRECT
    assert world.desk.correct.reason == REASON
    assert picked(world.desk.correct.optionsOf(NURSING)) == [f"chosen {LIND}"]


def test_a_screen_that_is_locked_while_storing_tells_afterwards_that_it_is_stored(qapp, tmp_path):
    tasks = LaterTasks()
    world = StaffWorld(tmp_path, factory.case(), tasks=tasks)
    world.sign_in()
    tasks.do_all()
    answered(world, {"nursing": Chooses(FJORDHEIM)})
    world.desk.correct.show(factory.CASE)
    world.shell.show(Page.CORRECT)
    world.desk.correct.pick(NURSING, f"chosen {LIND}")
    world.desk.correct.writeReason(REASON)
    world.desk.correct.store()
    world.desk.lock()
    tasks.do_all()

    assert world.desk.correct.doneText != ""


def test_an_answer_that_could_not_be_given_any_more_stays_while_another_is_corrected(world):
    opened(world, nursing=Chooses(FJORDHEIM), practical=DoesNotWish())
    gone = replace(
        world.municipality,
        providers=tuple(p for p in world.municipality.providers if p.id != FJORDHEIM),
    )
    program = Program(gone, world.program._ports)
    (choice,) = program.find_correctable.choices(factory.CASE)
    forms = {form.service: form for form in program.find_correctable.services(choice)}
    said = forms[NURSING].said
    assert said is not None
    right = {NURSING: said, PRACTICAL: Chooses(LIND)}
    mistake = Mistake(factory.CASE, choice.id, right, REASON)

    corrected = program.correct_choice.store(mistake, EventId("again"), KARI)

    assert forms[NURSING].answers[0] == Chooses(FJORDHEIM)
    assert [answer.provider for answer in corrected.answers] == [FJORDHEIM, LIND]
    assert corrected.answers[0] == choice.answers[0]


def test_who_decided_is_shown_and_can_be_corrected(world):
    opened(world)
    page = world.desk.correct
    assert page.asksWho
    assert picked(page.who.roles) == ["self"]

    page.who.pick("guardian")
    page.who.writeName("Nils Prøve")
    for question in QUESTIONS[DeciderRole.GUARDIAN]:
        page.who.answer(question.value, "no" if question is Question.PERSON_OBJECTS else "yes")
    page.writeReason(REASON)
    page.store()

    assert page.message == ""
    first, second = (body.choice.decider for body in bodies(world))
    assert first == factory.SELF
    assert (second.role, second.name) == (DeciderRole.GUARDIAN, "Nils Prøve")


def test_a_basis_that_the_law_does_not_accept_is_explained(world):
    opened(world)
    page = world.desk.correct
    page.who.pick("guardian")
    page.writeReason(REASON)
    page.store()

    assert "Write the name of the one who decides." in page.message
    assert len(bodies(world)) == 1


def test_nobody_is_asked_about_where_a_decision_was_entered(world):
    world.desk.cases.open(factory.CASE)
    world.desk.cannot.begin(NURSING)
    world.desk.cannot.store("2026/77")
    world.desk.actions.correct()

    assert not world.desk.correct.asksWho


def test_the_day_of_reception_is_shown_and_can_be_corrected(world):
    opened(world)
    page = world.desk.correct
    assert page.day == "23.11.2026"

    page.writeDay("20.11.2026")
    page.writeReason(REASON)
    page.store()

    assert page.message == ""
    assert bodies(world)[1].received == date(2026, 11, 20)


def test_a_day_before_the_oldest_list_says_what_the_record_does_not_know(world):
    opened(world)
    page = world.desk.correct
    assert page.doubts == ""

    page.writeDay("20.11.2026")

    assert page.doubts.startswith("The record has no case list from that day.")


def test_a_day_that_cannot_be_read_is_told_and_nothing_is_stored(world):
    opened(world)
    page = world.desk.correct
    page.writeDay("20.11")
    page.writeReason(REASON)
    page.store()

    assert page.message == "Write the day like 23.11.2026. What stands there is no day."
    assert len(bodies(world)) == 1


def test_an_answer_that_the_other_day_does_not_know_is_picked_no_more(world):
    opened(world)
    page = world.desk.correct
    page.writeDay("20.11.2026")
    only_then = next(key for key in column(page.optionsOf(NURSING), "key") if "2026-11-23" in key)
    page.pick(NURSING, only_then)

    page.writeDay("23.11.2026")

    assert picked(page.optionsOf(NURSING)) == [f"chosen {FJORDHEIM}"]
