"""Letters, and what the rule shall know, entered on the case page."""

from dataclasses import replace

import pytest

from kiosk.domain.allocation_events import WishesNoted
from kiosk.domain.case import Closing
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.parts import ChooseFirst
from kiosk.domain.nonchoice.silence import LetterKind
from tests.unit.app import factory
from tests.unit.app.factory import AAS, FJORDHEIM, LIND, NURSING
from tests.unit.ui.staff_world import OLA, OLAS_CODE, LaterTasks, StaffWorld, column

POST, RETURN = "posted invitation", "returned invitation"


def world_of(tmp_path, *who, **changes):
    made = StaffWorld(tmp_path, factory.case(**{"address": factory.ADDRESS, **changes}))
    made.sign_in(*who)
    made.desk.cases.open(factory.CASE)
    return made


@pytest.fixture
def world(qapp, tmp_path):
    return world_of(tmp_path)


def lines(world):
    return [factory.plain(each) for each in column(world.desk.letters.lines, "text")]


def file_of(world):
    return world.record.case_file(factory.CASE)


def test_it_tells_what_is_to_be_done_and_offers_only_what_can_have_happened(world):
    assert lines(world)[0] == "Home nursing: the letter about the choice is to be posted"
    assert column(world.desk.letters.acts, "key") == [POST]


def test_a_letter_is_entered_with_today_as_the_first_offer(world):
    entry = world.desk.letters
    entry.begin(POST)
    assert (entry.title, entry.day) == (
        "The letter about the choice: date of posting",
        "23.11.2026",
    )

    entry.store()

    assert (entry.act, entry.message) == ("", "")
    (letter,) = file_of(world).letters
    assert (letter.kind, letter.posted_on) == (LetterKind.INVITATION, factory.NOW.date())
    assert lines(world)[0] == "The letter about the choice: posted on 23 November 2026."
    assert column(entry.acts, "key") == [POST, "posted reminder", RETURN]


def test_a_letter_that_came_back_is_entered_and_the_address_is_to_be_found(world):
    entry = world.desk.letters
    for act in (POST, RETURN):
        entry.begin(act)
        entry.store()

    assert "find the address" in lines(world)[1]
    assert "posted" in column(world.desk.case.history, "what")[1]


@pytest.mark.parametrize(
    ("day", "said"),
    [("snart", "is no day"), ("24.11.2026", "has not come yet"), ("1.1.2020", "before the")],
)
def test_a_day_that_cannot_be_is_explained_and_the_entry_stays_open(world, day, said):
    entry = world.desk.letters
    entry.begin(POST)
    entry.writeDay(day)
    entry.store()

    assert said in entry.message
    assert (entry.act, entry.day) == (POST, day)
    assert file_of(world).letters == ()


def test_what_the_rule_shall_know_is_noted_and_shown_again(world):
    entry = world.desk.wishes
    entry.begin(NURSING)
    assert column(entry.formers, "name")[0] == "None"
    entry.pickFormer(FJORDHEIM)
    entry.writeDay("30.9.2026")
    entry.pickHousehold(LIND)
    entry.toggleUnwanted(LIND)
    entry.store()

    assert entry.message == ""
    until = factory.NOW.date().replace(month=9, day=30)
    assert file_of(world).wishes[NURSING] == WishesNoted(
        NURSING, Known(FJORDHEIM, until, LIND), (LIND,)
    )
    told = "Stiftelsen Fjordheim helped before, until 30 September 2026."
    assert told in factory.plain(column(entry.services, "text")[0])
    assert told in factory.plain(column(world.desk.case.history, "what")[0])
    entry.begin(NURSING)
    assert (entry.day, entry.asksDay) == ("30.09.2026", True)
    assert [each["key"] for each in entry.unwanted.rows() if each["picked"]] == [LIND]


def test_a_former_provider_needs_its_last_day(world):
    entry = world.desk.wishes
    entry.begin(NURSING)
    entry.pickFormer(FJORDHEIM)
    entry.store()

    assert entry.message.startswith("Write the last day")
    assert (entry.service, dict(file_of(world).wishes)) == (NURSING, {})


def test_cancelling_and_opening_another_case_forget_what_was_written(world):
    world.desk.letters.begin(POST)
    world.desk.wishes.begin(NURSING)
    world.desk.letters.cancel()
    world.desk.cases.open(factory.CASE)

    assert (world.desk.letters.act, world.desk.wishes.service) == ("", "")


def test_the_front_desk_and_a_closed_case_get_no_entry(qapp, tmp_path):
    ola = world_of(tmp_path, OLA, OLAS_CODE)
    closed = world_of(tmp_path, closing=Closing(factory.NOW.date(), "Flyttet"))

    for world in (ola, closed):
        world.desk.letters.begin(POST)
        world.desk.wishes.begin(NURSING)
        assert not world.desk.letters.isAllowed
        assert (world.desk.letters.act, world.desk.wishes.service) == ("", "")


def test_what_is_stored_while_the_screen_is_locked_is_told_afterwards(qapp, tmp_path):
    tasks = LaterTasks()
    world = StaffWorld(tmp_path, factory.case(address=factory.ADDRESS), tasks=tasks)
    world.sign_in()
    tasks.do_all()
    world.desk.cases.open(factory.CASE)
    tasks.do_all()
    world.desk.letters.begin(POST)
    world.desk.letters.store()
    world.desk.lock()

    tasks.do_all()

    assert world.desk.letters.act == ""
    assert len(file_of(world).letters) == 1


def test_the_office_notes_that_it_has_asked_again_where_the_rule_announces_that(qapp, tmp_path):
    world = StaffWorld(tmp_path, factory.case(address=factory.ADDRESS))
    asks = factory.rules(fallback=ChooseFirst(AAS, 14))
    world.program.municipality = replace(world.municipality, rules=asks)
    world.sign_in()
    world.desk.cases.open(factory.CASE)
    entry = world.desk.letters
    assert column(entry.acts, "key") == [POST, "asked"]
    entry.begin("asked")
    assert (entry.title, entry.day) == ("Asked again: day", "23.11.2026")

    entry.store()

    assert (entry.act, file_of(world).asked_again) == ("", (factory.NOW.date(),))
    assert lines(world)[0] == "Asked again on 23 November 2026."
    assert any("Asked again" in each for each in column(world.desk.case.history, "what"))
