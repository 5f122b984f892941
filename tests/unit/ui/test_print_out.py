"""Printer or file; what goes wrong is told and nothing is half done."""

from pathlib import Path

import pytest

from kiosk.app.ports.printer import PrinterInfo, Sides
from kiosk.domain.edition import Edition
from kiosk.domain.errors import StorageError
from kiosk.domain.event import DocumentKind, Medium
from kiosk.ui.print_requests import HandedOver, PrintRequests
from kiosk.ui.print_texts import done_text
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.ui.staff_world import LaterTasks, StaffWorld, column, picked


@pytest.fixture
def world(qapp, tmp_path):
    (tmp_path / "Documents").mkdir()
    made = StaffWorld(tmp_path, factory.case())
    made.open_case()
    return made


def issued(world):
    return [event.kind.value for _place, event in world.record.history(factory.CASE)].count(
        "document_issued"
    )


def ask(world):
    world.desk.actions.printBrochure()
    return world.desk.printOut


def test_printers_found_and_the_file_can_be_picked(world):
    print_out = ask(world)

    assert column(print_out.targets, "key") == ["memory", "file"]
    assert picked(print_out.targets) == ["memory"]
    assert print_out.notice == ""


def test_a_brochure_goes_to_the_printer_and_into_the_history(world):
    print_out = ask(world)
    print_out.start()

    assert world.printer.jobs == [("memory", b"%PDF a brochure")]
    assert print_out.doneText == "Sent to memory."
    assert issued(world) == 1


def test_without_a_printer_the_page_says_so_and_offers_the_file(world):
    world.printer.found = ()

    print_out = ask(world)

    assert print_out.notice.startswith("No printer was found.")
    assert picked(print_out.targets) == ["file"]


def test_a_file_is_written_whole_under_a_name_without_personal_data(world, tmp_path):
    print_out = ask(world)
    print_out.pick("file")
    print_out.start()

    (file,) = (tmp_path / "Documents").iterdir()
    assert file.read_bytes() == b"%PDF a brochure"
    assert file.name == print_out.fileName == "brochure-20261123-104200.pdf"
    for personal in ("kari", "eksempelsen", "000417"):
        assert personal not in file.name.lower()


def test_a_folder_that_does_not_exist_is_told_and_nothing_is_logged(world, tmp_path):
    print_out = ask(world)
    print_out.pick("file")
    print_out.writeFolder(str(tmp_path / "nowhere"))
    print_out.start()

    assert print_out.message == "There is no such folder. Write another one."
    assert (print_out.doneText, issued(world)) == ("", 0)


def test_a_printer_that_is_gone_is_told_and_nothing_is_logged(world):
    print_out = ask(world)
    world.printer.found = (PrinterInfo("other", "other", is_default=False),)
    print_out.start()

    assert print_out.message.startswith("The printer is gone.")
    assert issued(world) == 0


def test_a_print_that_cannot_be_logged_is_still_told_as_printed(world, monkeypatch):
    print_out = ask(world)
    world.program.present.order_for_case(factory.case(), Medium.SCREEN, "Kari Kontor")

    def fail(_events):
        raise StorageError

    monkeypatch.setattr(world.record, "append", fail)
    print_out.start()

    assert len(world.printer.jobs) == 1
    assert print_out.doneText.endswith("It could not be written into the history.")


@pytest.fixture
def tasks():
    return LaterTasks()


@pytest.fixture
def slow_world(qapp, tmp_path, tasks):
    (tmp_path / "Documents").mkdir()
    made = StaffWorld(tmp_path, factory.case(), tasks=tasks)
    tasks.do_all()
    made.sign_in()
    tasks.do_all()
    made.desk.cases.open(factory.CASE)
    tasks.do_all()
    ask(made)
    tasks.do_all()
    return made


def test_a_second_tap_while_printing_prints_once(slow_world, tasks):
    print_out = slow_world.desk.printOut
    print_out.start()
    print_out.start()
    tasks.do_all()

    assert len(slow_world.printer.jobs) == 1


def test_what_becomes_of_an_earlier_document_is_not_told_on_the_next_ones_page(slow_world, tasks):
    print_out = slow_world.desk.printOut
    print_out.start()
    print_out.leave()
    ask(slow_world)

    assert not print_out.isBusy
    tasks.do_all()
    assert (print_out.doneText, print_out.message) == ("", "")


def test_another_target_cannot_be_picked_while_a_document_is_on_its_way(slow_world, tasks):
    print_out = slow_world.desk.printOut
    print_out.start()
    print_out.pick("file")
    tasks.do_all()

    assert picked(print_out.targets) == ["memory"]
    assert print_out.doneText == "Sent to memory."


def test_another_folder_written_meanwhile_does_not_change_where_the_file_is_told_to_be(
    slow_world, tasks, tmp_path
):
    print_out = slow_world.desk.printOut
    print_out.pick("file")
    folder = print_out.folder
    print_out.start()
    print_out.writeFolder(str(tmp_path / "nowhere"))
    tasks.do_all()

    assert print_out.doneText.endswith(f"in the folder {folder}.")


def test_the_way_back_leads_to_where_the_document_was_asked_for(world):
    ask(world).leave()

    assert world.shell.current is Page.CASE


def test_a_brochure_for_a_zone_needs_a_zone_and_a_service(world):
    world.desk.openBrochures()
    brochure = world.desk.brochure
    brochure.goOn()
    assert brochure.message == "Pick zone first."

    brochure.pickZone(factory.NORTH)
    brochure.goOn()
    assert brochure.message == "Pick at least one service."

    brochure.toggleService(factory.NURSING)
    brochure.goOn()
    assert world.shell.current is Page.PRINT

    world.desk.printOut.start()
    assert world.printer.jobs == [("memory", b"%PDF a brochure")]


def test_another_zone_takes_back_services_that_it_lacks(world):
    brochure = world.desk.brochure
    brochure.pickZone(factory.NORTH)
    brochure.toggleService(factory.NURSING)
    brochure.pickZone(factory.ISLAND)

    assert brochure.services.rowCount() == 0
    brochure.goOn()
    assert brochure.message == "Pick at least one service."


def test_brochures_exist_in_the_two_norwegian_languages_only(world):
    world.desk.openBrochures()

    assert column(world.desk.brochure.languages, "key") == ["nb", "nn"]


def order(world, edition):
    world.desk.openBrochures()
    brochure = world.desk.brochure
    brochure.pickZone(factory.NORTH)
    brochure.toggleService(factory.NURSING)
    brochure.pickEdition(edition)
    brochure.goOn()
    return brochure


def test_a_booklet_is_printed_as_sheets_that_turn_over_the_short_edge(world):
    order(world, "booklet")
    world.desk.printOut.start()

    assert world.printer.jobs == [("memory", b"%PDF sheets")]
    assert world.printer.wishes[-1].sides is Sides.SHORT_EDGE


def test_a_booklet_is_written_to_a_file_as_it_is_read(world, tmp_path):
    order(world, "booklet")
    print_out = world.desk.printOut
    print_out.pick("file")
    print_out.start()

    (file,) = (tmp_path / "Documents").iterdir()
    assert file.read_bytes() == b"%PDF a brochure"


def test_easy_reading_that_the_pack_lacks_is_refused_where_it_is_asked_for(world):
    brochure = order(world, "easy_read")

    assert world.shell.current is Page.BROCHURE
    assert "prose/nb/easy/what.md" in brochure.message


def test_the_editions_have_names(world):
    world.desk.openBrochures()
    names = column(world.desk.brochure.editions, "name")

    assert names == ["Ordinary", "Large print", "Easy to read", "Booklet (A5)"]


def test_the_edition_is_picked_where_a_brochure_is_printed(world):
    print_out = ask(world)
    assert print_out.editions.areThere
    assert column(print_out.editions.options, "key") == [each.value for each in Edition]
    assert picked(print_out.editions.options) == ["standard"]

    print_out.editions.pick("booklet")
    print_out.start()

    assert picked(print_out.editions.options) == ["booklet"]
    assert picked(print_out.targets) == ["memory"]
    assert world.printer.wishes[-1].sides is Sides.SHORT_EDGE


@pytest.mark.parametrize(("sheets", "is_told"), [(0, False), (4, False), (5, True)])
def test_a_booklet_that_is_thick_to_fold_is_told_of(world, sheets, is_told):
    handed = HandedOver(True, None, sheets)

    said = done_text(DocumentKind.BROCHURE, "memory", Path(), handed, factory.words())

    assert (f"{sheets} ark" in said) is is_told
    assert ("C5" in said) is is_told


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        (DocumentKind.INVITATION, {"standard", "large_print", "easy_read"}),
        (DocumentKind.ALLOCATION, {"standard", "large_print"}),
    ],
)
def test_letters_are_offered_in_the_editions_that_they_exist_in(world, kind, offered):
    requests = PrintRequests(world.program)

    assert {
        each.value for each in requests.letter(kind, factory.CASE, factory.ACTOR).editions
    } == offered


def test_what_is_printed_next_begins_with_the_standard_edition(world):
    print_out = ask(world)
    print_out.editions.pick("large_print")

    print_out = ask(world)

    assert picked(print_out.editions.options) == ["standard"]
