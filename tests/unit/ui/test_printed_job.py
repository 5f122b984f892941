"""What becomes of a document is told as long as somebody looks, and it can be taken back."""

from itertools import product

import pytest

from kiosk.app.ports.print_jobs import NOT_FOLLOWED, JobState, JobStatus
from kiosk.app.ports.printer_state import PrinterState
from kiosk.domain.language import Language
from kiosk.ui.job_texts import is_trouble, job_text
from kiosk.ui.shell import Page
from kiosk.ui.tasks import Lane
from tests.unit.app import factory
from tests.unit.ui.staff_world import LaterTasks, StaffWorld

WAITING = JobStatus(JobState.WAITING)
PRINTING = JobStatus(JobState.PRINTING)
DONE = JobStatus(JobState.DONE)
LANGUAGES = (Language.BOKMAL, Language.NYNORSK, Language.ENGLISH)


@pytest.fixture
def world(qapp, tmp_path):
    (tmp_path / "Documents").mkdir()
    made = StaffWorld(tmp_path, factory.case())
    made.printer.status = WAITING
    made.open_case()
    made.desk.actions.printBrochure()
    return made


@pytest.fixture
def print_out(world):
    return world.desk.printOut


def later(world, print_out, status, **time):
    """What is told when the printing system says something else a while later."""
    world.clock.pass_by(**time)
    world.printer.status = status
    print_out._printed.look()
    return print_out.printedText


def test_nothing_is_told_before_something_is_printed(print_out):
    assert (print_out.printedText, print_out.canStop) == ("", False)


def test_a_document_is_followed_until_it_is_printed(world, print_out):
    print_out.start()

    assert print_out.printedText == "The document waits in the printer's queue."
    assert not print_out.isPrintTrouble
    assert later(world, print_out, PRINTING) == "The document is being printed."
    assert later(world, print_out, DONE) == "The document is printed."
    assert not print_out.canStop


def test_a_printer_without_paper_says_what_to_do(world, print_out):
    print_out.start()

    text = later(world, print_out, JobStatus(JobState.PRINTING, PrinterState.NO_PAPER))
    assert text == "The printer is out of paper. Put paper in, and the printing goes on."
    assert print_out.isPrintTrouble


def test_a_long_wait_is_told_with_its_length(world, print_out):
    print_out.start()

    assert "minute" not in later(world, print_out, WAITING, seconds=59)
    assert "It has waited for 1 minute. Look at" in later(world, print_out, WAITING, seconds=1)
    assert "It has waited for 4 minutes." in later(world, print_out, WAITING, minutes=3)
    assert print_out.isPrintTrouble


def test_who_printed_can_stop_it(world, print_out):
    print_out.start()
    assert print_out.canStop

    print_out.stop()

    assert print_out.printedText.startswith("The printing was stopped.")
    assert not print_out.canStop


def test_a_document_that_cannot_be_taken_back_is_told_until_it_is_over(world, print_out):
    world.printer.is_stubborn = True
    print_out.start()
    print_out.stop()

    assert print_out.printedText.startswith("The document could not be taken back")
    assert print_out.isPrintTrouble
    assert print_out.canStop
    assert later(world, print_out, DONE) == "The document is printed."
    assert not print_out.isPrintTrouble


def test_a_file_is_not_followed(print_out):
    print_out.pick("file")
    print_out.start()

    assert (print_out.printedText, print_out.canStop) == ("", False)


def test_where_the_system_does_not_tell_that_is_said(world, print_out, monkeypatch):
    monkeypatch.setattr(
        type(world.printer), "print_pdf", lambda *_args, **_more: NOT_FOLLOWED, raising=True
    )
    print_out.start()

    assert print_out.printedText.startswith("This machine does not show how the printing goes.")
    assert not print_out.canStop


@pytest.mark.parametrize("how", ["leave", "another page", "another document"])
def test_a_page_that_nobody_sees_asks_no_printer(world, print_out, how):
    print_out.start()
    if how == "leave":
        print_out.leave()
    elif how == "another page":
        world.shell.show(Page.CASES)
    else:
        world.desk.actions.printBrochure()

    assert not print_out._printed._pause.isActive()
    assert (print_out.printedText, print_out.canStop) == ("", False)


def test_it_asks_again_after_a_pause_which_grows_and_ends(world, print_out):
    print_out.start()
    pause = print_out._printed._pause

    assert (pause.isActive(), pause.interval()) == (True, 2_000)
    later(world, print_out, WAITING, minutes=1)
    assert (pause.isActive(), pause.interval()) == (True, 10_000)
    later(world, print_out, DONE)
    assert not pause.isActive()


def test_it_is_told_again_in_another_language(world, print_out):
    print_out.start()
    world.shell.speak(factory.words(Language.NYNORSK))

    words = factory.words(Language.NYNORSK)
    assert print_out.printedText == job_text(WAITING, 0, words)


@pytest.fixture
def tasks():
    return LaterTasks()


@pytest.fixture
def slow(qapp, tmp_path, tasks):
    (tmp_path / "Documents").mkdir()
    made = StaffWorld(tmp_path, factory.case(), tasks=tasks)
    made.printer.status = WAITING
    tasks.do_all()
    made.sign_in()
    tasks.do_all()
    made.desk.cases.open(factory.CASE)
    tasks.do_all()
    made.desk.actions.printBrochure()
    tasks.do_all()
    return made


def test_stopping_while_it_is_handed_over_prints_nothing_and_logs_nothing(slow, tasks):
    print_out = slow.desk.printOut
    print_out.start()
    assert print_out.canStop
    print_out.stop()
    assert not print_out.canStop
    tasks.do_all()

    assert slow.printer.jobs == []
    assert print_out.message.startswith("The printing was stopped.")
    kinds = [event.kind.value for _place, event in slow.record.history(factory.CASE)]
    assert "document_issued" not in kinds


def test_the_printer_is_asked_beside_other_work(slow, tasks):
    slow.desk.printOut.start()
    tasks.do_all()

    assert tasks.lanes[-1] is Lane.QUEUE


def test_an_answer_about_an_earlier_document_is_not_told_on_the_next_ones_page(slow, tasks):
    print_out = slow.desk.printOut
    print_out.start()
    tasks.do_all()
    slow.desk.actions.printBrochure()
    tasks.do_all()

    assert print_out.printedText == ""


def test_a_second_tap_stops_once(slow, tasks, monkeypatch):
    print_out = slow.desk.printOut
    print_out.start()
    tasks.do_all()
    tasks.do_all()
    asked = len(tasks.lanes)
    print_out.stop()
    print_out.stop()

    assert len(tasks.lanes) == asked + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_its_own_words(language):
    words = factory.words(language)
    told = {state: job_text(JobStatus(state), 0, words) for state in JobState}

    assert len(set(told.values())) == len(JobState)
    assert all(told.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_keeps_a_printer_is_told_while_it_matters(language):
    words = factory.words(language)
    for state, printer in product(JobState, PrinterState):
        status = JobStatus(state, printer)
        quiet = status.is_over or printer in {PrinterState.READY, PrinterState.CLOSED}
        plain = job_text(JobStatus(state), 0, words)
        assert (job_text(status, 0, words) == plain) is quiet


def test_only_what_moves_or_is_settled_is_no_trouble():
    calm = {state for state in JobState if not is_trouble(JobStatus(state), 0)}

    assert calm == {JobState.WAITING, JobState.PRINTING, JobState.DONE, JobState.CANCELLED}
