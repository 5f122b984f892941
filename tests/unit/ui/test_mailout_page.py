"""The page for mail-outs: choose, look, make, stop, go on, enter as posted."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.mailout.known_batch import known_batch
from kiosk.app.mailout.sheet_count import SheetCount, sheet_lines
from kiosk.domain.case import Address, CaseRef
from kiosk.domain.case_events import CaseChanged
from kiosk.domain.choice import EventId
from kiosk.domain.edition import Edition
from kiosk.domain.event import Event, LetterPosted
from kiosk.domain.language import Language
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.app.factory import NURSING
from tests.unit.app.mailout.press import FakePress
from tests.unit.ui.staff_world import LaterTasks, StaffWorld, column, picked

ADDRESS = Address(("Eksempelveien 1",), "0001", "Eksempelby")


def person(number, **changes):
    case = replace(
        factory.case(factory.granted(NURSING)),
        reference=CaseRef(f"2026/{number:05}"),
        address=ADDRESS,
    )
    return replace(case, **changes)


def people(count=3):
    return tuple(person(number) for number in range(count))


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, *people(), person(99, address=None))
    made.sign_in()
    made.desk.openOffice()
    made.desk.office.open("mail_out")
    return made


@pytest.fixture
def work(world):
    return world.desk.mailOut


def lines(work):
    return [factory.plain(each) for each in column(work.lines, "text")]


def test_it_begins_with_the_letter_that_asks_for_those_who_are_due(world, work):
    assert world.shell.current is Page.MAIL_OUT
    assert picked(work.form.optionsOf("letter")) == ["invitation"]
    assert picked(work.form.optionsOf("state")) == ["due"]
    assert [picked(work.form.optionsOf(each)) for each in ("zone", "service")] == [[""], [""]]
    assert work.form.day == "23.11.2026"
    assert picked(work.form.checks) == ["brochure"]


def test_who_gets_a_letter_and_how_thick_it_is_stand_there_before_anything_is_made(world, work):
    work.look()

    assert work.step == "chosen"
    assert lines(work)[:2] == ["3 cases get a letter.", "No letter, no address: 1"]
    assert lines(work)[2] == "3 sheets in each envelope."
    assert "C5" in lines(work)[3]
    assert world.record.batches() == ()


@pytest.mark.parametrize(
    ("write", "text", "told"),
    [
        ("writeDay", "i morgen", "is no day"),
        ("writePerFile", "many", "as a number from 0 to 5"),
        ("writePerFile", "5001", "as a number from 0 to 5"),
    ],
)
def test_what_cannot_be_read_is_told(work, write, text, told):
    getattr(work.form, write)(text)
    work.look()

    assert work.step == "form"
    assert told in work.message


def test_nobody_gets_a_letter_where_nobody_is_meant(work):
    work.form.pick("state", "chosen")
    work.look()

    assert work.step == "chosen"
    assert not work.hasLetters
    assert lines(work) == ["0 cases get a letter."]


def test_all_are_made_into_a_folder_and_listed(tmp_path, world, work):
    work.look()
    work.make()

    (key,) = world.record.batches()
    names = {each.name for each in (tmp_path / key).iterdir()}
    assert work.message == ""
    assert "3 letters were made." in work.doneText
    assert {"innhold.csv", "kontroll.csv"} < names
    assert picked(work.batches.rows) == [key]
    assert "3 of 3 letters" in column(work.batches.rows, "step")[0]
    assert (work.batches.canResume, work.batches.closing.canPost) == (False, True)


def test_ten_of_them_are_written_to_a_file_and_none_is_made(tmp_path, world, work):
    work.look()
    work.proof()

    (file,) = tmp_path.glob("utsending-prove-*.pdf")
    assert str(file) in work.doneText
    assert world.record.batches() == ()
    assert work.step == "chosen"


def test_a_folder_that_is_not_there_is_told_before_anything_is_stored(tmp_path, world, work):
    work.form.writeFolder(str(tmp_path / "none"))
    work.look()
    work.make()

    assert world.record.batches() == ()
    assert "folder" in work.message.lower()


def test_a_letter_that_cannot_be_made_is_listed_with_its_field(qapp, tmp_path):
    strange = person(7, given_name="Ola", family_name="Strange")
    world = StaffWorld(tmp_path, *people(), strange)
    world.program._ports = replace(world.program._ports, press=FakePress("Ola Strange"))
    world.sign_in()
    world.desk.openOffice()
    world.desk.office.open("mail_out")
    work = world.desk.mailOut
    work.look()
    work.make()

    assert column(work.batches.unmade, "place") == [strange.reference]
    assert "“Navn”" in column(work.batches.unmade, "reason")[0]
    assert work.batches.canResume


def test_that_it_was_posted_is_entered_once_with_its_day(world, work):
    work.look()
    work.make()
    world.clock.pass_by(days=2)
    work.batches.show()
    work.batches.closing.writeDay("24.11.2026")
    work.batches.closing.post()

    posted = [
        event.body.posted_on
        for _, event in world.record.history(people()[0].reference)
        if isinstance(event.body, LetterPosted)
    ]
    assert posted == [date(2026, 11, 24)]
    assert "entered as posted" in work.batches.closing.doneText
    assert "Posted 24 November" in factory.plain(column(work.batches.rows, "step")[0])
    assert not work.batches.closing.canPost


@pytest.mark.parametrize(("day", "told"), [("i går", "is no day"), ("1.12.2026", "not come yet")])
def test_a_day_of_posting_that_cannot_be_is_told(work, day, told):
    work.look()
    work.make()
    work.batches.closing.writeDay(day)
    work.batches.closing.post()

    assert told in work.batches.closing.message
    assert work.batches.closing.canPost


def being_made(folder):
    """Letters that wait to be made, as on a slow machine."""
    tasks = LaterTasks()
    world = StaffWorld(folder, *people(), tasks=tasks)
    world.sign_in()
    tasks.do_all()
    world.desk.openOffice()
    world.desk.office.open("mail_out")
    tasks.do_all()
    world.desk.mailOut.look()
    tasks.do_all()
    world.desk.mailOut.make()
    return world, tasks, world.desk.mailOut


def test_one_that_was_stopped_goes_on_and_nobody_gets_two(qapp, tmp_path):
    world, tasks, work = being_made(tmp_path)
    stoppable = work.canCancel
    work.cancel()
    tasks.do_all()
    tasks.do_all()
    told = work.message
    (key,) = world.record.batches()
    work.batches.pick(key)
    could_resume = work.batches.canResume
    work.batches.resume()
    tasks.do_all()
    tasks.do_all()

    assert (stoppable, could_resume) == (True, True)
    assert "What is finished stays" in told
    assert world.record.batches() == (key,)
    assert "3 of 3 letters" in column(work.batches.rows, "step")[0]


def test_what_is_being_made_goes_on_when_the_page_is_left(qapp, tmp_path):
    world, tasks, work = being_made(tmp_path)
    work.leave()
    world.desk.openOffice()
    world.desk.office.open("mail_out")
    step = work.step
    tasks.do_all()
    tasks.do_all()

    assert step == "making"
    assert "3 letters were made." in work.doneText


def test_the_time_left_is_told_from_what_is_done(world, work):
    bar, clock = work.bar, world.clock
    bar.begin()
    work._labour.counted.emit(100, 1000)
    at_first = (bar.fraction, bar.timeLeft)
    clock.pass_by(seconds=60)
    work._labour.counted.emit(200, 1000)
    later = (bar.fraction, bar.timeLeft)
    work._labour.counted.emit(950, 1000)
    soon = bar.timeLeft

    assert at_first == (0.1, "")
    assert later == (0.2, "About 8 minutes left.")
    assert soon == "Less than a minute left."


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ((12,), ["6 sheets in each envelope.", "C5"]),
        ((14,), ["7 sheets in each envelope.", "C4"]),
        ((8, 16), ["From 4 to 8 sheets in each envelope.", "C4"]),
    ],
)
def test_the_envelope_has_room_for_the_thickest_letter(pages, told):
    said = list(sheet_lines(SheetCount.of_pages(*pages), factory.words(Language.ENGLISH)))

    assert said[0] == told[0]
    assert said[1].startswith(f"Use {told[1]} ")


def made(work):
    work.look()
    work.make()
    return work.batches.closing


def test_letters_that_were_pulled_out_are_not_posted(world, work):
    closing = made(work)
    closing.writeApart("2")
    closing.post()

    letters = [world.record.case_file(each.reference).letters for each in people()]
    assert sum(map(len, letters)) == 2
    assert "2 letters are entered as posted" in closing.doneText
    assert "Not posted, pulled out: 1 (number 2)" in closing.doneText


def test_a_number_that_is_no_letter_is_told(work):
    closing = made(work)
    closing.writeApart("2, x")
    closing.post()
    unreadable = closing.message
    closing.writeApart("4")
    closing.post()

    assert "“x” is no number" in unreadable
    assert "no letter with the number 4" in closing.message
    assert closing.canPost


def test_what_to_take_out_stands_there_before_it_is_posted(world, work):
    closing = made(work)
    protected = replace(people()[1], is_address_protected=True)
    told = CaseChanged(protected, ("is_address_protected",))
    event = Event(EventId("protected"), world.clock.now(), "Kari", protected.reference, told)
    world.record.append([event])
    work.batches.show()

    (line,) = column(closing.lines, "text")
    assert "number 2" in line
    assert "protected" in line


def test_a_mail_out_is_discarded_after_a_question_only(world, work):
    closing = made(work)
    closing.discard()
    without_question = closing.canDiscard
    closing.askDiscard()
    closing.keep()
    closing.discard()
    kept = closing.canDiscard
    closing.askDiscard()
    closing.discard()

    assert (without_question, kept, closing.canDiscard) == (True, True, False)
    assert "Destroy the 3 letters" in closing.doneText
    assert "Discarded" in column(work.batches.rows, "step")[0]
    assert not closing.isDiscarding
    assert not work.batches.canResume


def test_whoever_lies_in_another_mail_out_is_taken_when_that_is_ticked(work):
    made(work)
    work.look()
    left_out = lines(work)
    work.goBack()
    work.form.toggle("again")
    work.look()

    assert left_out[0] == "0 cases get a letter."
    assert any("lies in another mail-out" in line for line in left_out)
    assert lines(work)[0] == "3 cases get a letter."


def test_why_letters_are_missing_stands_there_when_the_mail_out_is_picked_again(qapp, tmp_path):
    strange = person(7, given_name="Ola", family_name="Strange")
    world = StaffWorld(tmp_path, *people(), strange)
    world.program._ports = replace(world.program._ports, press=FakePress("Ola Strange"))
    world.sign_in()
    world.desk.openOffice()
    world.desk.office.open("mail_out")
    work = world.desk.mailOut
    made(work)
    work.leave()
    world.desk.office.open("mail_out")
    work.batches.pick(world.record.batches()[0])

    assert column(work.batches.unmade, "place") == [strange.reference]
    assert "“Navn”" in column(work.batches.unmade, "reason")[0]


def test_the_day_and_the_numbers_stay_while_the_same_mail_out_is_picked(world, work):
    closing = made(work)
    closing.writeDay("24.11.2026")
    closing.writeApart("2")
    work.batches.read()

    assert (closing.day, closing.apart) == ("24.11.2026", "2")


def test_the_editions_are_those_that_the_press_can_make(world, work):
    class LargePress(FakePress):
        editions = frozenset({Edition.LARGE_PRINT, Edition.STANDARD})

    world.program._ports = replace(world.program._ports, press=LargePress())
    world.program.__dict__.pop("make_batch", None)
    work.show()
    offered = column(work.form.optionsOf("edition"), "key")
    work.form.pick("edition", "large_print")

    assert offered == ["standard", "large_print"]
    assert work.form.plan().edition is Edition.LARGE_PRINT


def test_what_was_looked_at_belongs_to_the_mail_out_that_is_picked(qapp, tmp_path):
    world, tasks, work = being_made(tmp_path)
    tasks.do_all()
    tasks.do_all()
    closing = work.batches.closing
    protected = replace(people()[1], is_address_protected=True)
    told = CaseChanged(protected, ("is_address_protected",))
    event = Event(EventId("protected"), world.clock.now(), "Kari", protected.reference, told)
    world.record.append([event])
    work.batches.pick(world.record.batches()[0])
    closing.take(None)
    tasks.do_all()

    assert column(closing.lines, "text") == []


def test_papers_that_are_gone_lie_there_again_once_it_is_posted(tmp_path, world, work):
    work.form.writeFolder(str(tmp_path))
    closing = made(work)
    folder = tmp_path / world.record.batches()[0]
    for each in folder.glob("*.csv"):
        each.unlink()

    closing.post()

    assert sorted(each.name for each in folder.glob("*.csv")) == ["innhold.csv", "kontroll.csv"]
    assert "3 letters are entered as posted" in closing.doneText


def test_a_mail_out_without_a_single_letter_is_discarded_and_says_so(qapp, tmp_path):
    world = StaffWorld(tmp_path, person(7, given_name="Ola", family_name="Strange"))
    world.program._ports = replace(world.program._ports, press=FakePress("Ola Strange"))
    world.sign_in()
    world.desk.openOffice()
    world.desk.office.open("mail_out")
    work = world.desk.mailOut

    closing = made(work)

    assert work.message.startswith("No letter could be made")
    assert work.doneText == ""
    assert not closing.canPost
    assert not closing.canDiscard


@pytest.fixture
def emptied(tmp_path, world, work):
    """A mail-out that is made, and whose files have left its folder."""
    work.form.writeFolder(str(tmp_path))
    work.look()
    work.make()
    for file in (tmp_path / world.record.batches()[0]).rglob("*.pdf"):
        file.unlink()
    return work.batches.closing


def is_posted(world):
    return not known_batch(world.record, world.record.batches()[0]).is_open


def test_files_that_are_gone_are_named_before_anything_is_entered(world, emptied):
    emptied.post()

    assert emptied.files.isLacking
    assert "trykk/000001-000003.pdf" in emptied.files.message
    assert world.record.batches()[0] in emptied.files.message
    assert not is_posted(world)


def test_it_is_posted_once_somebody_says_so(world, emptied):
    emptied.post()
    emptied.files.accept()

    assert is_posted(world)
    assert not emptied.files.isLacking
    assert "List and totals are in" in emptied.doneText


@pytest.mark.parametrize(
    "leave",
    [
        lambda work: work.batches.closing.files.leave(),
        lambda work: work.batches.closing.writeDay("24.11.2026"),
        lambda work: work.batches.closing.writeApart("1"),
        lambda work: work.batches.pick(""),
    ],
    ids=["left", "another day", "other numbers", "another mail-out"],
)
def test_nothing_is_entered_after_the_question_is_left(world, work, emptied, leave):
    emptied.post()
    leave(work)

    assert not emptied.files.isLacking
    emptied.files.accept()
    assert not is_posted(world)


def test_a_day_that_cannot_be_is_told_before_any_file_is_read(world, emptied):
    emptied.writeDay("01.01.2099")
    emptied.post()

    assert not emptied.files.isLacking
    assert emptied.message != ""
