"""Who is named for whom when a provider stops, and what calling it off undoes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.exits.exit_status import exit_status
from kiosk.app.exits.provider_exits import Planned
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.domain.case import Closing
from kiosk.domain.choice import Chooses
from kiosk.domain.event import CaseImported
from kiosk.domain.exits.affected import Touched
from kiosk.domain.exits.exit import ExitCause
from kiosk.domain.exits.joining import with_exits
from tests.unit.app import factory as make
from tests.unit.app.exits.test_exit_letter import lines, sheet_of
from tests.unit.app.exits.test_letter_between import issuing
from tests.unit.app.exits.test_provider_exits import FIRST, LAST_DAY, PLAN, exits, person, record_of
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NURSING, TODAY
from tests.unit.app.flow import choice_of
from tests.unit.app.nonchoice.people import told

ACUTE = replace(PLAN, last_day=TODAY - timedelta(days=1), services=(NURSING,))
FIRST_DAY = LAST_DAY + timedelta(days=1)
FJORDHEIM_STOPS = Planned(
    FJORDHEIM, date(2027, 3, 31), ExitCause.CONTRACT_ENDS, services=(NURSING,)
)
LIND_STOPS = replace(PLAN, services=(NURSING,), backup=FJORDHEIM)


def promised(present, *plans, wanted=LIND):
    """Somebody has chosen another that begins two weeks later; then providers stop."""
    content = make.municipality()
    record = record_of(person(FIRST, present))
    case = record.case_file(FIRST).case_on(TODAY)
    choice_of({NURSING: Chooses(wanted)}, case=case, municipality=content, record=record)
    for each in plans:
        exits(record, content).announce(each, ACTOR)
    return record


def on(record, *days):
    (help_,) = record.case_file(FIRST).helps.values()
    return [help_.on(day) for day in days]


def every_day(record):
    return set(on(record, *(TODAY + timedelta(days) for days in range(200))))


def test_who_was_only_promised_the_provider_keeps_the_one_who_helps():
    record = promised(FJORDHEIM, ACUTE)
    (exit_,) = standing_exits(record)

    (shown,) = exit_status(make.municipality(), record, exit_, TODAY).people

    assert every_day(record) == {FJORDHEIM}
    assert (shown.touched, shown.stand_in) == (Touched.PROMISED, FJORDHEIM)


def test_the_letter_tells_the_same_to_who_was_promised_the_provider():
    record = promised(FJORDHEIM, ACUTE)
    content = with_exits(make.municipality(), standing_exits(record))

    said = lines(sheet_of(issuing(content, record)))

    assert said["Hvem som hjelper deg"] == ("Du får hjelp som nå, til en ny leverandør begynner.")
    assert "Slik svarer du" in said


def test_the_record_of_a_case_names_nobody_new_for_who_was_promised_the_provider():
    record = promised(FJORDHEIM, ACUTE)
    case = record.case_file(FIRST).case_on(TODAY + timedelta(days=30))

    assert case.services[0].present_provider == FJORDHEIM
    assert getattr(case.services[0], "stopped", None) is None


def test_a_new_person_who_was_promised_the_provider_keeps_who_helps_until_then():
    record = promised(None, ACUTE)

    assert every_day(record) == {MUNICIPAL}


def test_who_keeps_a_helper_that_stops_later_gets_a_stand_in_then():
    record = promised(FJORDHEIM, ACUTE, FJORDHEIM_STOPS)

    assert on(record, date(2027, 3, 31), date(2027, 4, 1)) == [FJORDHEIM, MUNICIPAL]


@pytest.mark.parametrize("plans", [(FJORDHEIM_STOPS, LIND_STOPS), (LIND_STOPS, FJORDHEIM_STOPS)])
def test_a_back_up_that_stops_later_helps_no_longer_than_it_can(plans):
    record = record_of(person(FIRST))
    for each in plans:
        exits(record).announce(each, ACTOR)

    days = (LAST_DAY, FIRST_DAY, date(2027, 3, 31), date(2027, 4, 1), date(2028, 4, 1))
    assert on(record, *days) == [LIND, FJORDHEIM, FJORDHEIM, MUNICIPAL, MUNICIPAL]
    assert exits(record).follow_up(ACTOR) == 0


def test_nobody_is_given_back_to_one_that_has_stopped_before():
    """Lind takes over from Fjordheim in April, and has stopped itself by then."""
    record = record_of(person(FIRST, FJORDHEIM))
    exits(record).announce(replace(FJORDHEIM_STOPS, backup=LIND), ACTOR)
    exits(record).announce(LIND_STOPS, ACTOR)

    assert on(record, FIRST_DAY, date(2027, 4, 1)) == [FJORDHEIM, MUNICIPAL]


def test_calling_off_reaches_closed_cases_so_that_nobody_stays_moved():
    record = record_of(person(FIRST))
    made = exits(record).announce(PLAN, ACTOR)
    record.append([make.closed_event(FIRST, Closing(TODAY, "x"))])

    assert exits(record).call_off(made.id, "Avtalen er forlenget.", ACTOR) == 1

    told(record, FIRST, CaseImported(person(FIRST)))
    assert record.case_file(FIRST).case.is_open
    assert every_day(record) == {LIND}


def test_a_case_that_was_closed_at_the_announcement_is_seen_to_when_it_is_opened():
    record = record_of(person(FIRST))
    record.append([make.closed_event(FIRST, Closing(TODAY, "x"))])
    exits(record).announce(PLAN, ACTOR)
    told(record, FIRST, CaseImported(person(FIRST)))

    assert exits(record).see_to(ACTOR) == 1
    assert on(record, FIRST_DAY) == [MUNICIPAL]
