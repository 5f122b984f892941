"""What may be announced and called off: days, places, back-ups and reasons."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.exits.exit_status import exit_status
from kiosk.app.exits.exit_texts import status_lines, unseen_line
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.refusals import refusal_text
from kiosk.domain.allocation_events import WishesNoted
from kiosk.domain.choice import EventId
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import Event, StaffAdded
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.exits.test_provider_exits import FIRST, PLAN, exits, person, record_of
from tests.unit.app.factory import (
    ACTOR,
    FJORDHEIM,
    LIND,
    MUNICIPAL,
    NORTH,
    NURSING,
    PRACTICAL,
    SOUTH,
    TODAY,
)
from tests.unit.app.nonchoice.people import told

NORWEGIAN = (Language.BOKMAL, Language.NYNORSK)


def refused(plan, record=None):
    record = record or record_of(person(FIRST))
    with pytest.raises(RefusedError) as caught:
        exits(record).announce(plan, ACTOR)
    assert record.exits() == ()
    return caught.value.refusals


def in_words(refusal, language=Language.BOKMAL):
    return make.plain(refusal_text(refusal, make.words(language)))


@pytest.mark.parametrize("last_day", [date.max, date(2126, 1, 31), date(2031, 12, 31)])
def test_a_last_day_that_is_far_off_is_refused_with_the_latest_one(last_day):
    (found,) = refused(replace(PLAN, last_day=last_day))

    assert found.code == "exit.last_day_far_off"
    assert "2031" in in_words(found)


@pytest.mark.parametrize("last_day", [date.min, date(1990, 1, 31), date(2025, 11, 21)])
def test_a_last_day_that_is_long_past_is_refused_with_the_earliest_one(last_day):
    (found,) = refused(replace(PLAN, last_day=last_day))

    assert found.code == "exit.last_day_long_ago"
    assert "22. november 2025" in in_words(found)


@pytest.mark.parametrize("last_day", [TODAY - timedelta(365), TODAY + timedelta(365 * 5)])
def test_an_exit_a_year_late_or_five_years_ahead_can_be_announced(last_day):
    assert exits(record_of(person(FIRST))).announce(replace(PLAN, last_day=last_day), ACTOR)


@pytest.mark.parametrize(
    ("answer_by", "code"),
    [
        (TODAY + timedelta(days=1), "exit.answer_by_passed"),
        (date(2026, 12, 3), "exit.answer_by_passed"),
        (date(2026, 12, 12), "exit.answer_by_red_day"),
        (date(2027, 2, 1), "exit.answer_by_late"),
        (date.max, "exit.answer_by_late"),
    ],
)
def test_a_deadline_is_a_working_day_a_week_after_the_letter_and_before_the_end(answer_by, code):
    (found,) = refused(replace(PLAN, answer_by=answer_by))

    assert found.code == code
    if code == "exit.answer_by_passed":
        assert "4. desember 2026" in in_words(found)


def test_the_earliest_deadline_that_is_named_is_accepted():
    record = record_of(person(FIRST))

    made = exits(record).announce(replace(PLAN, answer_by=date(2026, 12, 4)), ACTOR)

    assert made.answer_by == date(2026, 12, 4)


def test_after_an_acute_exit_the_deadline_lies_after_the_last_day_but_not_for_ever():
    acute = replace(PLAN, last_day=TODAY - timedelta(1), answer_by=date(2027, 1, 15))

    assert exits(record_of(person(FIRST))).announce(acute, ACTOR).answer_by == date(2027, 1, 15)
    (found,) = refused(replace(acute, answer_by=date(2099, 1, 15)))
    assert found.code == "exit.answer_by_late"


def test_what_is_named_twice_is_stored_once():
    plan = replace(PLAN, services=(NURSING, NURSING), zones=(NORTH, NORTH))

    made = exits(record_of(person(FIRST))).announce(plan, ACTOR)

    assert (made.services, made.zones) == ((NURSING,), (NORTH,))


@pytest.mark.parametrize(
    "changes",
    [
        {"services": (NURSING, make.ASSISTANCE)},
        {"zones": (NORTH, make.ISLAND)},
        {"provider": FJORDHEIM, "services": (PRACTICAL,), "zones": (SOUTH,)},
    ],
)
def test_a_service_or_zone_that_it_does_not_give_is_refused(changes):
    assert "exit.nothing_to_stop" in {each.code for each in refused(replace(PLAN, **changes))}


def test_left_out_services_are_those_that_it_gives_in_the_named_zones():
    plan = replace(PLAN, provider=FJORDHEIM, zones=(SOUTH,))

    made = exits(record_of(person(FIRST))).announce(plan, ACTOR)

    assert PRACTICAL not in made.services


def test_a_back_up_that_gives_nothing_of_it_is_refused_with_names():
    plan = replace(PLAN, services=(NURSING,), backup=make.AAS)

    (found,) = refused(plan)

    assert found.code == "exit.backup_gives_nothing"
    for language, name in zip(NORWEGIAN, ("Hjemmesykepleie", "Heimesjukepleie"), strict=True):
        assert f"{name}, Nord; {name}, Sør" in in_words(found, language)


def test_where_nobody_can_take_over_is_told_by_name():
    content = make.municipality()
    away = {key: each for key, each in content.rules.items() if key != (PRACTICAL, SOUTH)}
    record = record_of(person(FIRST))

    with pytest.raises(RefusedError) as caught:
        exits(record, replace(content, rules=away)).announce(PLAN, ACTOR)

    (found,) = caught.value.refusals
    assert found.code == "exit.nobody_takes_over"
    assert "Praktisk bistand, Sør." in in_words(found)
    assert "Nord" not in in_words(found)


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        (" ", "exit.reason_missing"),
        ("Gjelder 12057900499", "text.birth_number"),
        ("x" * 201, "text.too_long"),
    ],
)
def test_a_reason_is_short_and_tells_nothing_about_a_person(reason, code):
    record = record_of(person(FIRST))
    made = exits(record).announce(PLAN, ACTOR)

    with pytest.raises(RefusedError) as caught:
        exits(record).call_off(made.id, reason, ACTOR)

    assert [each.code for each in caught.value.refusals] == [code]
    assert standing_exits(record) == (made,)


def test_only_who_may_announce_follows_up_and_looks_at_one_that_is_not_announced():
    record = record_of(person(FIRST))
    front = StaffAdded(StaffMember("Ola Prøve", StaffRole.FRONT_DESK, "hash"))
    record.append([Event(EventId("front"), make.NOW, ACTOR, None, front)])

    with pytest.raises(RefusedError, match=r"staff\.may_not_announce_exit"):
        exits(record).follow_up("Ola Prøve")


def test_a_person_who_wants_none_of_those_who_could_stand_in_is_left_to_the_office():
    record = record_of(person(FIRST))
    unwanted(record, FJORDHEIM, MUNICIPAL)

    made = exits(record).announce(replace(PLAN, services=(NURSING,), backup=FJORDHEIM), ACTOR)

    content = with_exits(make.municipality(), standing_exits(record))
    (unseen,) = exit_status(content, record, made, TODAY).unseen
    assert unseen.case == FIRST


def test_a_back_up_that_a_person_does_not_want_is_passed_over():
    record = record_of(person(FIRST))
    unwanted(record, FJORDHEIM)

    made = exits(record).announce(replace(PLAN, services=(NURSING,), backup=FJORDHEIM), ACTOR)

    (help_,) = record.case_file(FIRST).helps.values()
    assert help_.on(made.takes_over_on) == MUNICIPAL
    assert help_.on(made.last_day) == LIND


def unwanted(record, *providers):
    told(record, FIRST, WishesNoted(NURSING, Known(), providers))


def test_staff_are_told_what_to_do_about_who_is_left_without_a_name():
    record = record_of(person(FIRST))
    unwanted(record, FJORDHEIM, MUNICIPAL)
    made = exits(record).announce(replace(PLAN, services=(NURSING,), backup=FJORDHEIM), ACTOR)
    content = with_exits(make.municipality(), standing_exits(record))

    said = unseen_line(exit_status(content, record, made, TODAY), make.words())

    assert "La først programmet finne hvem som hjelper dem." in said
    assert said.endswith("Ring dem, og bli enige om hvem som hjelper.")


def test_staff_are_told_the_next_step_for_who_is_left_after_the_last_day():
    record = record_of(person(FIRST))
    made = exits(record).announce(replace(PLAN, services=(NURSING,)), ACTOR)
    content = with_exits(make.municipality(), standing_exits(record))
    later = made.last_day + timedelta(days=1)

    *_, said = status_lines(exit_status(content, record, made, later), content, make.words())

    assert said.endswith("Ring dem som kan trenge hjelp til å velge. Send brevene.")
