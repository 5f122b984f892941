"""The screen goes to the citizen and comes back; the note afterwards."""

import pytest

from kiosk.app.record_choice import Presented
from kiosk.domain.choice import Keeps
from kiosk.domain.errors import StorageError
from kiosk.domain.event import ScreenHandedOver, Understood
from kiosk.domain.language import Language
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, KARIS_CODE, OLAS_CODE, StaffWorld, column, picked


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case(written_language=Language.NYNORSK))
    made.open_case()
    made.desk.actions.handOver()
    return made


def events(world):
    return [event.body for _place, event in world.record.history(factory.CASE)]


def begin_visit(world):
    world.desk.handOver.confirm()
    world.shell.show(Page.WELCOME)


def store_answers(world):
    state = world.state
    visit = state.visit.with_nonchoice_shown().answered(factory.NURSING, Keeps())
    state.update(visit.decided_by(factory.SELF))
    shown = {section.service: tuple(b.id for b in section.providers) for section in state.sections}
    use_case = world.program.record_choice
    read = world.program.review.block(state.case, state.visit, state.words).answers
    presented = Presented(shown, Language.BOKMAL, read)
    state.choice = use_case.store(state.visit, presented, state.event_id, state.actor)
    state.update(state.visit.stored())
    world.shell.show(Page.STORED)


def after_visit(world):
    begin_visit(world)
    store_answers(world)
    world.flow.give_back()
    world.desk.giveBack.tryCode(KARIS_CODE)


def test_nobody_takes_part_until_told_and_the_persons_own_language_is_picked(world):
    assert picked(world.desk.handOver.takingPart.options) == []
    assert picked(world.desk.handOver.languages) == ["nn"]


def test_handing_over_logs_language_and_roles(world):
    world.desk.handOver.takingPart.toggle("next_of_kin")
    world.desk.handOver.takingPart.toggle("interpreter")
    world.desk.handOver.takingPart.toggle("interpreter")
    world.desk.handOver.pickLanguage("en")
    world.desk.handOver.confirm()

    (handed,) = [body for body in events(world) if isinstance(body, ScreenHandedOver)]
    assert (handed.language, handed.participants) == (Language.ENGLISH, ("next_of_kin",))


def test_handing_over_begins_a_visit_in_the_name_of_who_is_signed_in(world, qtbot):
    with qtbot.waitSignal(world.flow.handedOver) as signal:
        world.desk.handOver.confirm()

    begun = signal.args[0]
    assert (begun.actor, begun.language) == (KARI, Language.NYNORSK)
    assert begun.visit.services == (factory.NURSING, factory.PRACTICAL)


def test_the_order_is_dealt_before_the_screen_changes_hands(world):
    world.desk.handOver.confirm()

    kinds = [type(body).__name__ for body in events(world)]
    assert kinds.index("OrderDealt") < kinds.index("ScreenHandedOver")


def test_a_storage_fault_is_told_and_the_screen_stays_with_the_staff(world, monkeypatch, qtbot):
    def fail(_events):
        raise StorageError

    monkeypatch.setattr(world.record, "append", fail)

    with qtbot.assertNotEmitted(world.flow.handedOver):
        world.desk.handOver.confirm()

    assert world.desk.handOver.message != ""


def test_cancelling_leads_back_to_the_case_and_logs_nothing(world):
    before = events(world)

    world.desk.handOver.cancel()

    assert world.shell.current is Page.CASE
    assert events(world) == before


def test_ending_before_storing_says_that_nothing_is_stored(world):
    begin_visit(world)
    world.flow.give_back()

    assert not world.desk.giveBack.isStored
    assert world.desk.giveBack.notice.startswith("Your answers are not stored.")


def test_going_on_leads_back_to_where_the_conversation_was(world):
    begin_visit(world)
    world.shell.show(Page.NONCHOICE)
    world.flow.give_back()

    assert world.desk.giveBack.part == 3
    world.desk.giveBack.goOn()

    assert world.shell.current is Page.NONCHOICE
    assert world.state.is_open


def test_ending_twice_still_leads_back_to_the_conversation(world):
    begin_visit(world)
    world.shell.show(Page.OVERVIEW)
    world.flow.give_back()
    world.shell.show(Page.WELCOME)
    world.flow.give_back()

    world.desk.giveBack.goOn()

    assert world.shell.current is Page.OVERVIEW


def test_a_wrong_code_keeps_the_staff_side_away(world):
    begin_visit(world)
    world.flow.give_back()
    world.desk.giveBack.tryCode("000000")

    assert world.shell.current is Page.GIVE_BACK
    assert world.desk.giveBack.message == "The code is wrong."
    assert world.state.is_open


def test_another_members_code_does_not_open_either(world):
    begin_visit(world)
    world.flow.give_back()
    world.desk.giveBack.tryCode(OLAS_CODE)

    assert world.shell.current is Page.GIVE_BACK


def test_the_delay_grows_here_too(world):
    begin_visit(world)
    world.flow.give_back()
    for _ in range(3):
        world.desk.giveBack.tryCode("000000")
    world.desk.giveBack.tryCode(KARIS_CODE)

    assert world.shell.current is Page.GIVE_BACK
    assert "try again in" in world.desk.giveBack.message


def test_the_code_brings_the_case_back_and_stores_nothing(world):
    begin_visit(world)
    world.flow.give_back()
    world.desk.giveBack.tryCode(KARIS_CODE)

    assert world.shell.current is Page.CASE
    assert not world.state.is_open
    assert world.record.case_file(factory.CASE).choice is None


def test_the_staffs_language_comes_back_with_the_screen(world):
    begin_visit(world)
    world.shell.speak(factory.words(Language.NYNORSK))
    world.flow.give_back()
    world.desk.giveBack.tryCode(KARIS_CODE)

    assert world.shell.words.language is Language.ENGLISH


def test_after_a_stored_visit_comes_the_note(world):
    after_visit(world)

    assert world.shell.current is Page.NOTE
    assert picked(world.desk.note.options) == []


def test_a_stored_note_finishes_the_visit(world):
    after_visit(world)
    world.desk.note.pick("yes")
    world.desk.note.writeHow("Told in own words")
    world.desk.note.store()

    assert world.shell.current is Page.CASE
    assert world.record.case_file(factory.CASE).note_pending_for is None
    assert world.desk.actions.missingNote == ""


def test_without_a_note_the_visit_stays_unfinished_on_the_start_page(world):
    after_visit(world)
    world.desk.note.leave()
    world.desk.actions.leave()

    assert world.desk.cases.unfinishedText == "1 visit lacks its note."


def test_the_note_can_be_written_later_from_the_case(world):
    after_visit(world)
    world.desk.note.leave()
    world.desk.actions.writeNote()

    assert world.shell.current is Page.NOTE


def test_unsure_is_stored_and_offers_another_conversation(world):
    after_visit(world)
    world.desk.note.pick("unsure")
    world.desk.note.writeHow("Asked twice")
    world.desk.note.store()

    assert world.desk.note.offersTalk
    assert events(world)[-1].understood is Understood.UNSURE

    world.desk.note.talkAgain()

    assert world.shell.current is Page.HAND_OVER


@pytest.mark.parametrize(("key", "how"), [("", "Told in own words"), ("yes", "  ")])
def test_an_incomplete_note_is_refused_and_explained(world, key, how):
    after_visit(world)
    if key:
        world.desk.note.pick(key)
    world.desk.note.writeHow(how)
    world.desk.note.store()

    assert world.desk.note.message != ""
    assert world.record.case_file(factory.CASE).note_pending_for is not None


def test_the_receipt_can_be_printed_from_the_case_afterwards(world):
    after_visit(world)
    world.desk.note.leave()

    assert world.desk.actions.hasReceipt
    world.desk.actions.printReceipt()
    world.desk.printOut.start()

    assert world.printer.jobs == [("memory", b"%PDF a receipt")]
    assert "Receipt printed." in column(_refreshed(world), "what")


def _refreshed(world):
    world.desk.printOut.leave()
    world.desk.case.refresh()
    return world.desk.case.history
