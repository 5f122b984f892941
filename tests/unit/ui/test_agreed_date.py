"""The day of a start that is agreed on, entered on the case page."""

import pytest

from kiosk.domain.choice import Chooses
from kiosk.domain.notice import AgreedDate, NoticeRule
from tests.unit.app import factory
from tests.unit.app.factory import FJORDHEIM, NURSING
from tests.unit.ui.staff_world import OLA, OLAS_CODE, StaffWorld, column
from tests.unit.ui.visits import answered


def world_of(tmp_path, monkeypatch, *who):
    place = factory.municipality(notice=NoticeRule("avtale", AgreedDate()))
    monkeypatch.setattr(factory, "municipality", lambda: place)
    made = StaffWorld(tmp_path, factory.case())
    made.sign_in(*who)
    answered(made, {"nursing": Chooses(FJORDHEIM)})
    made.desk.cases.open(factory.CASE)
    return made


@pytest.fixture
def world(qapp, tmp_path, monkeypatch):
    return world_of(tmp_path, monkeypatch)


def told(world, field):
    return factory.plain(column(world.desk.case.services, field)[0])


def test_the_page_tells_that_the_day_is_open(world):
    assert column(world.desk.case.services, "canAgree") == [True, False]
    assert told(world, "helper") == "Lind AS helps until the agreed date"
    assert told(world, "consequence") == (
        "As a result: Stiftelsen Fjordheim, on a date still to be agreed on"
    )


def test_the_day_is_stored_and_told(world):
    entry = world.desk.agreement
    entry.begin(NURSING)
    assert factory.plain(entry.title) == "Home nursing: agreed date, for example 23.11.2026"

    entry.store("14.12.2026")

    assert (entry.service, entry.message) == ("", "")
    assert told(world, "consequence").endswith("from 14 December")
    assert "14 December" in factory.plain(column(world.desk.case.history, "what")[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("snart", "is no day"),
        ("25.12.2026", "public holiday"),
        ("1.11.2026", "cannot begin before"),
        ("14.12.2036", "more than a year"),
    ],
)
def test_a_day_that_cannot_be_is_explained_and_the_entry_stays_open(world, text, said):
    world.desk.agreement.begin(NURSING)
    world.desk.agreement.store(text)

    assert said in world.desk.agreement.message
    assert world.desk.agreement.service == NURSING
    assert told(world, "helper") == "Lind AS helps until the agreed date"


def test_what_is_written_stays_until_the_entry_is_closed(world):
    entry = world.desk.agreement
    entry.begin(NURSING)
    entry.writeDay("14.12")
    assert entry.day == "14.12"

    entry.cancel()
    entry.store("14.12.2026")

    assert (entry.service, entry.day) == ("", "")
    assert told(world, "helper") == "Lind AS helps until the agreed date"


def test_the_front_desk_enters_no_day(qapp, tmp_path, monkeypatch):
    world = world_of(tmp_path, monkeypatch, OLA, OLAS_CODE)
    assert not world.desk.agreement.isAllowed

    world.desk.agreement.begin(NURSING)

    assert world.desk.agreement.service == ""
