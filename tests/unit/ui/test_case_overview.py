"""The list of cases: search, filters, what each row says."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.choice import Outcome, ServiceAnswer
from kiosk.domain.event import ChoiceRecorded, Event, Stored
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.domain.soundness import Damage, Harm
from tests import record_samples
from tests.unit.app import factory
from tests.unit.ui.staff_world import StaffWorld, column, picked

SERVICES = (factory.NURSING, factory.PRACTICAL)


def person(number: int, **changes):
    day = factory.TODAY + timedelta(days=1)
    services = [replace(factory.granted(each), reply_by=day) for each in SERVICES]
    made = factory.case(*services, reference=CaseRef(f"EV-{number}"))
    return replace(made, **changes)


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(
        tmp_path,
        person(1, given_name="Solveig", family_name="Strand"),
        person(2, given_name="Arne", family_name="Nygård"),
        person(3, given_name="Olga", closing=Closing(date(2026, 11, 2), "flyttet")),
    )
    made.sign_in()
    return made


def row(world, number=0):
    rows = world.desk.cases.rows
    names = {bytes(name.data()).decode(): role for role, name in rows.roleNames().items()}
    return {name: rows.data(rows.index(number), role) for name, role in names.items()}


def answer_for_solveig(world, *answers: ServiceAnswer):
    choice = record_samples.choice("EV-1", *answers, at=factory.NOW)
    body = ChoiceRecorded(choice, "EV")
    event = Event(choice.id, choice.at, choice.recorded_by, choice.case, body)
    world.record.append([event])
    world.desk.openCases()
    world.desk.cases.write("EV-1")


def test_the_list_is_a_model_that_qt_accepts(world, qtmodeltester):
    qtmodeltester.check(world.desk.cases.rows)


def test_open_cases_are_shown_and_counted(world):
    cases = world.desk.cases

    assert cases.rows.rowCount() == 2
    assert cases.status == "Shows 2 of 2 cases, sorted by deadline."
    assert dict(zip(column(cases.filters, "key"), column(cases.filters, "count"), strict=True)) == {
        "all": 2,
        "waiting": 2,
        "postponed": 0,
        "due_this_week": 2,
        "unfinished": 0,
        "undelivered": 0,
        "done": 0,
        "closed": 1,
    }


def test_searching_finds_by_name(world):
    world.desk.cases.write("solv")

    assert (world.desk.cases.rows.rowCount(), row(world)["name"]) == (1, "Solveig Strand")


def test_search_and_filter_stay_when_coming_back_from_a_case(world):
    world.desk.cases.write("solv")
    world.desk.cases.open("EV-1")

    world.desk.actions.leave()

    assert world.desk.cases.search == "solv"
    assert world.desk.cases.rows.rowCount() == 1


def test_an_empty_result_says_what_to_do(world):
    world.desk.cases.write("nobody at all")

    assert "pick “All”" in world.desk.cases.emptyText


def test_an_empty_record_points_to_the_import(qapp, tmp_path):
    world = StaffWorld(tmp_path)
    world.sign_in()

    assert "Import case list" in world.desk.cases.emptyText


def test_closed_cases_are_found_by_their_filter_only(world):
    world.desk.cases.pickFilter("closed")

    assert picked(world.desk.cases.filters) == ["closed"]
    assert row(world)["name"].startswith("Olga")
    assert row(world)["lines"][0].endswith("closed without an answer")


def test_a_waiting_service_has_a_ring_and_words(world):
    assert row(world)["marks"] == ["circle", "circle"]
    assert row(world)["lines"][0].endswith("waits for an answer")


@pytest.mark.parametrize(
    "outcome", [Outcome.CHOSEN, Outcome.KEEPS, Outcome.DOES_NOT_WISH, Outcome.CANNOT]
)
def test_the_tick_means_answered_whatever_the_answer(world, outcome):
    answer_for_solveig(world, ServiceAnswer(factory.NURSING, outcome))

    assert row(world)["marks"] == ["checkmark-circle-fill", "circle", "pencil"]


def test_a_postponed_service_has_a_clock_and_its_day(world):
    day = factory.TODAY + timedelta(days=4)
    answer_for_solveig(world, record_samples.postponed(factory.NURSING, day))

    assert row(world)["marks"][0] == "clock"
    assert "postponed until 27" in factory.plain(row(world)["lines"][0])


def test_a_service_without_a_choice_has_a_dash(world):
    service = ServiceId("bpa")
    child = person(9, birth_date=date(2015, 1, 1), services=(factory.granted(service),))
    world.record.append([record_samples.imported(child)])
    world.desk.openCases()
    world.desk.cases.write("EV-9")

    assert row(world)["marks"] == ["minus-circle"]
    assert row(world)["deadline"] == "No deadline"


def test_a_deadline_that_passed_is_marked_and_told_in_words(world):
    world.clock.pass_by(days=6)
    world.desk.openCases()

    assert row(world)["isOverdue"]
    assert factory.plain(row(world)["distance"]) == "passed 5 days ago"


def test_an_unfinished_visit_is_told_on_the_start_page_and_in_its_row(world):
    answer_for_solveig(world, ServiceAnswer(factory.NURSING, Outcome.KEEPS))

    assert world.desk.cases.unfinishedText == "1 visit lacks its note."

    world.desk.cases.showUnfinished()

    assert picked(world.desk.cases.filters) == ["unfinished"]
    assert row(world)["lines"][-1] == "The note from the visit is missing"


def test_only_rows_that_come_into_view_are_put_into_words(qapp, tmp_path, monkeypatch):
    many = [person(number) for number in range(500)]
    world = StaffWorld(tmp_path, *many)
    read = []
    case_file = world.record.case_file

    def counted(reference):
        read.append(reference)
        return case_file(reference)

    monkeypatch.setattr(world.record, "case_file", counted)

    world.sign_in()
    world.desk.cases.write("ev")
    row(world, 0)
    row(world, 1)

    assert len(read) == 2


def test_another_language_puts_every_row_into_words_anew(world):
    english = row(world)["lines"][0]

    world.shell.speak(factory.words())

    assert row(world)["lines"][0] != english


def test_a_zone_that_the_content_no_longer_knows_is_shown_by_its_key(world):
    moved = person(7, zone=ZoneId("havna"))
    world.record.append([record_samples.imported(moved)])
    world.desk.openCases()
    world.desk.cases.write("EV-7")

    assert row(world)["zone"] == "havna"


def test_a_sound_record_has_no_notice(world):
    assert world.desk.cases.recordNotice == ""


def test_a_damaged_record_is_told_on_the_start_page_and_still_read(world):
    world.record._log.note(Damage(Harm.MISSING, Stored("7F3K", 4)))
    world.desk.openCases()

    notice = world.desk.cases.recordNotice
    assert notice.startswith("The record is damaged. You can read it, but nothing is stored.")
    assert "before event 4 of machine 7F3K are missing" in notice
    assert "backup" in notice
    assert world.desk.cases.rows.rowCount() == 2
