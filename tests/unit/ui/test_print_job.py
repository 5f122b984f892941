"""Copies, sides and paper of a document; nobody gets one side who was not asked."""

import pytest

from kiosk.app.ports.printer import PaperSize, PrinterAbilities, PrinterInfo, PrintWishes, Sides
from kiosk.app.ports.printer_state import PrinterState
from kiosk.app.print_wishes import usual_wishes
from kiosk.domain.language import Language
from kiosk.domain.paper_events import DocumentKind
from kiosk.ui.print_texts import printer_text
from tests.unit.app import factory
from tests.unit.ui.staff_world import StaffWorld, column, picked


def queue(name, *sides, sizes=frozenset(PaperSize), is_default=False, state=PrinterState.READY):
    can = PrinterAbilities(frozenset({Sides.ONE, *sides}), frozenset(sizes))
    return PrinterInfo(name, name, is_default, state, can)


BOTH = queue("both", Sides.LONG_EDGE, Sides.SHORT_EDGE, is_default=True)
ONE = queue("one")
SILENT = PrinterInfo("silent", "silent", is_default=False)


@pytest.fixture
def world(qapp, tmp_path):
    (tmp_path / "Documents").mkdir()
    made = StaffWorld(tmp_path, factory.case())
    made.printer.found = (BOTH, ONE, SILENT)
    made.open_case()
    return made


@pytest.fixture
def print_out(world):
    world.desk.actions.printBrochure()
    return world.desk.printOut


def test_a_brochure_goes_on_both_sides_by_itself(world, print_out):
    print_out.start()

    assert world.printer.wishes == [PrintWishes(1, Sides.LONG_EDGE, PaperSize.A4)]


def test_copies_and_sides_are_printed_as_picked(world, print_out):
    print_out.job.writeCopies(" 12 ")
    print_out.job.pickSides(Sides.SHORT_EDGE.value)
    print_out.start()

    assert world.printer.wishes == [PrintWishes(12, Sides.SHORT_EDGE)]


def test_a_printer_of_one_side_says_so_and_prints_only_after_a_choice(world, print_out):
    print_out.pick("one")

    assert "cannot print it so" in print_out.job.sidesNote
    assert column(print_out.job.sides, "key") == [Sides.ONE.value]
    assert picked(print_out.job.sides) == []
    print_out.start()
    assert print_out.message == "Pick which sides of the sheet are printed."
    assert world.printer.jobs == []
    assert not print_out.isBusy

    print_out.job.pickSides(Sides.ONE.value)
    print_out.start()
    assert world.printer.wishes == [PrintWishes()]
    assert print_out.message == ""


def test_what_was_picked_for_one_printer_is_not_carried_to_another(world, print_out):
    print_out.pick("one")
    print_out.job.pickSides(Sides.ONE.value)
    print_out.pick("both")

    assert picked(print_out.job.sides) == [Sides.LONG_EDGE.value]


def test_a_printer_that_does_not_tell_is_asked_and_that_is_said(world, print_out):
    print_out.pick("silent")

    assert "does not tell" in print_out.job.sidesNote
    print_out.start()
    assert world.printer.wishes == [PrintWishes(1, Sides.LONG_EDGE)]


@pytest.mark.parametrize("text", ["", "0", "100", "-1", "to", "1,5", "²", "१"])
def test_a_number_of_copies_that_is_none_is_told(world, print_out, text):
    print_out.job.writeCopies(text)
    print_out.start()

    assert print_out.message == "Write how many copies, as a number from 1 to 99."
    assert world.printer.jobs == []


def test_a_file_asks_for_no_copies(world, print_out, tmp_path):
    print_out.job.writeCopies("none")
    print_out.pick("file")
    print_out.start()

    assert print_out.message == ""
    assert len(list((tmp_path / "Documents").iterdir())) == 1


def test_the_next_document_begins_anew_at_the_printer_that_printed_last(world, print_out):
    print_out.pick("silent")
    print_out.job.writeCopies("7")
    print_out.start()
    print_out.leave()
    world.desk.actions.printBrochure()

    assert picked(print_out.targets) == ["silent"]
    assert print_out.job.copies == "1"


def test_a_printer_that_refused_is_not_remembered(world, print_out):
    print_out.pick("one")
    print_out.job.pickSides(Sides.ONE.value)
    world.printer.found = (BOTH,)
    print_out.start()
    world.printer.found = (BOTH, ONE)
    print_out.leave()
    world.desk.actions.printBrochure()

    assert picked(print_out.targets) == ["both"]


def test_a_printer_without_our_paper_is_told_of(world, print_out):
    world.printer.found = (queue("usa", Sides.LONG_EDGE, sizes=()),)
    print_out.leave()
    world.desk.actions.printBrochure()

    assert print_out.job.paper == "Paper: A4. This printer does not say that it takes such paper."


def test_the_sides_are_told_again_in_another_language(world, print_out):
    world.shell.speak(factory.words(Language.NYNORSK))

    assert column(print_out.job.sides, "name")[0] == factory.words(Language.NYNORSK).gettext(
        "One side"
    )


def test_every_state_has_its_own_words():
    words = factory.words(Language.ENGLISH)
    told = {state: printer_text(queue("x", state=state), words) for state in PrinterState}

    assert told[PrinterState.READY] == ""
    assert len(set(told.values())) == len(PrinterState)


def test_a_usual_printer_that_is_out_of_paper_says_both():
    printer = queue("x", is_default=True, state=PrinterState.NO_PAPER)

    text = printer_text(printer, factory.words(Language.ENGLISH))
    assert text == "Prints here by default · Out of paper"


@pytest.mark.parametrize("kind", DocumentKind)
def test_only_a_receipt_is_printed_on_one_side(kind):
    is_single = usual_wishes(kind).sides is Sides.ONE

    assert is_single is (kind is DocumentKind.RECEIPT)
