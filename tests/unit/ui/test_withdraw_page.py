"""Taking an answer back on the case page: what it means, who may, and the receipt."""

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, DoesNotWish, EventId
from kiosk.domain.decider import QUESTIONS, DeciderRole, Question
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import ChoiceWithdrawn
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.app.factory import FJORDHEIM, LIND, NURSING, PRACTICAL, plain
from tests.unit.ui.staff_world import KARI, OLA, OLAS_CODE, LaterTasks, StaffWorld, column, picked
from tests.unit.ui.visits import answered


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.sign_in()
    return made


def opened(world, **answers):
    choice = answered(world, answers or {"nursing": Chooses(FJORDHEIM)})
    world.desk.cases.open(factory.CASE)
    world.desk.actions.withdraw()
    return choice


def withdrawals(world):
    return [
        event.body.numbered(place)
        for place, event in world.record.history(factory.CASE)
        if isinstance(event.body, ChoiceWithdrawn)
    ]


def outcome(world, service=NURSING):
    states = world.record.case_file(factory.CASE).states
    return next(state.outcome for state in states if state.service == service)


def test_nothing_can_be_taken_back_before_anything_is_answered(world):
    world.desk.cases.open(factory.CASE)

    assert not world.desk.actions.canWithdraw


def test_one_answer_is_picked_and_told_with_what_it_means(world):
    opened(world)
    page = world.desk.withdraw

    assert world.shell.current is Page.WITHDRAW
    assert column(page.services, "name") == ["Home nursing"]
    assert picked(page.services) == [NURSING]
    assert [plain(text) for text in column(page.meaning, "was")] == [
        "Has chosen a provider: Stiftelsen Fjordheim"
    ]
    assert [plain(text) for text in column(page.meaning, "text")] == [
        "The service is open again. Lind AS goes on helping."
    ]
    assert not page.hasSeveral


def test_of_several_answers_none_is_picked(world):
    opened(world, nursing=Chooses(FJORDHEIM), practical=Chooses(LIND))

    assert picked(world.desk.withdraw.services) == []
    assert column(world.desk.withdraw.meaning, "text") == []


def test_what_the_person_says_is_stored_and_gets_a_receipt(world):
    opened(world)
    page = world.desk.withdraw
    page.who.pick("self")
    page.store()

    (stored,) = withdrawals(world)
    assert outcome(world) is None
    assert stored.recorded_by == KARI
    assert stored.receipt_number in page.doneText


def test_who_took_part_is_stored_in_the_order_of_the_page(world):
    opened(world)
    page = world.desk.withdraw
    page.who.pick("self")
    for role in ("interpreter", "other", "next_of_kin", "other"):
        page.takingPart.toggle(role)
    page.store()

    (stored,) = withdrawals(world)
    assert stored.participants == ("next_of_kin", "interpreter")


def test_nobody_takes_part_in_the_next_withdrawal_until_told(world):
    opened(world)
    world.desk.withdraw.takingPart.toggle("support")
    world.desk.withdraw.leave()
    world.desk.actions.withdraw()

    assert picked(world.desk.withdraw.takingPart.options) == []


def test_a_second_tap_stores_nothing_more(world):
    opened(world)
    world.desk.withdraw.who.pick("self")
    world.desk.withdraw.store()
    world.desk.withdraw.store()

    assert len(withdrawals(world)) == 1


@pytest.mark.parametrize(
    ("services", "role", "message"),
    [
        ((), "self", "Pick what is to be taken back."),
        ((NURSING,), "", "First answer who decides."),
    ],
)
def test_what_is_missing_is_told_and_nothing_is_stored(world, services, role, message):
    opened(world, nursing=Chooses(FJORDHEIM), practical=DoesNotWish())
    page = world.desk.withdraw
    for each in services:
        page.toggle(each)
    if role:
        page.who.pick(role)
    page.store()

    assert page.message == message
    assert withdrawals(world) == []


def test_somebody_else_tells_name_and_basis(world):
    opened(world)
    page = world.desk.withdraw
    page.who.pick("representative")

    assert page.who.asksName
    assert column(page.who.questions, "key") == [
        question.value for question in QUESTIONS[DeciderRole.REPRESENTATIVE]
    ]

    page.store()

    assert withdrawals(world) == []
    assert page.message != ""


def test_a_representative_with_a_basis_takes_it_back(world):
    opened(world)
    page = world.desk.withdraw
    page.who.pick("representative")
    page.who.writeName("Ola Prøve")
    for question in QUESTIONS[DeciderRole.REPRESENTATIVE]:
        no = question in {Question.IS_LAWYER, Question.WORKS_IN_FIELD}
        page.who.answer(question.value, "no" if no else "yes")
    page.store()

    assert withdrawals(world)[0].decider.name == "Ola Prøve"


def test_what_has_begun_is_not_offered(world):
    answered(world, {"nursing": Chooses(FJORDHEIM)})
    world.clock.pass_by(days=60)
    world.desk.cases.open(factory.CASE)

    assert not world.desk.actions.canWithdraw
    assert world.desk.actions.canCorrect


def test_the_front_desk_is_offered_neither(world):
    answered(world, {"nursing": Chooses(FJORDHEIM)})
    world.desk.lock()
    world.sign_in(OLA, OLAS_CODE)
    world.desk.cases.open(factory.CASE)

    assert not world.desk.actions.canWithdraw
    assert not world.desk.actions.canCorrect


def test_answers_of_two_visits_are_told_apart_by_their_receipts(world):
    first = answered(world, {"nursing": Chooses(FJORDHEIM)})
    second = answered(world, {"practical": Chooses(LIND)})
    world.desk.cases.open(factory.CASE)
    world.desk.actions.withdraw()
    page = world.desk.withdraw

    assert page.hasSeveral
    assert picked(page.receipts) == [second]

    page.pickReceipt(first)

    assert column(page.services, "key") == [NURSING]


def test_a_full_disk_is_told_and_nothing_is_lost(world, monkeypatch):
    opened(world)
    page = world.desk.withdraw
    page.who.pick("self")

    def full(_events):
        raise StorageError(StorageFault.DISK_FULL)

    with monkeypatch.context() as patch:
        patch.setattr(world.record, "append", full)
        page.store()
    assert page.message.startswith("The disk is full")

    page.store()

    assert len(withdrawals(world)) == 1


def test_the_receipt_goes_to_the_printers_and_the_way_leads_back(world):
    opened(world)
    page = world.desk.withdraw
    page.who.pick("self")
    page.store()
    page.printReceipt()
    printing = world.shell.current
    world.desk.printOut.leave()

    assert (printing, world.shell.current) == (Page.PRINT, Page.CASE)
    assert not world.desk.actions.canWithdraw
    assert world.desk.case.receipt_number == withdrawals(world)[0].receipt_number


def test_another_case_begins_with_nothing_entered(world):
    opened(world)
    world.desk.withdraw.who.pick("representative")
    world.desk.withdraw.leave()
    world.desk.actions.withdraw()

    assert picked(world.desk.withdraw.who.roles) == []
    assert world.desk.withdraw.doneText == ""


def test_a_screen_that_is_locked_while_storing_tells_afterwards_that_it_is_stored(qapp, tmp_path):
    tasks = LaterTasks()
    world = StaffWorld(tmp_path, factory.case(), tasks=tasks)
    world.sign_in()
    tasks.do_all()
    answered(world, {"nursing": Chooses(FJORDHEIM)})
    world.desk.case.show(CaseRef(factory.CASE))
    world.desk.withdraw.show(factory.CASE)
    world.shell.show(Page.WITHDRAW)
    world.desk.withdraw.who.pick("self")
    world.desk.withdraw.store()
    world.desk.lock()
    tasks.do_all()

    assert world.desk.withdraw.doneText != ""
    assert withdrawals(world)[0].id != EventId("")


def test_the_service_tells_that_it_was_taken_back(world):
    opened(world)
    world.desk.withdraw.who.pick("self")
    world.desk.withdraw.store()
    world.desk.withdraw.leave()

    assert column(world.desk.case.history, "what")[0] == "Answers taken back: Home nursing."
    assert outcome(world, PRACTICAL) is None
