"""The slip says what the screen says, and nothing more about the person than a name."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.present_providers import PresentProviders
from kiosk.app.slips.compose_slip import SlipPlan, compose_slip
from kiosk.domain.case import CaseRef
from kiosk.domain.event import Medium
from kiosk.domain.language import Language
from kiosk.domain.provider import Contact
from kiosk.domain.slip_code import drawn_code, read_slip
from kiosk.domain.working_calendar import NorwegianCalendar
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, LIND, MUNICIPAL, NURSING, PRACTICAL, TODAY
from tests.unit.domain.exits.test_joining import joined, leaving

CODE = drawn_code("EKSEMPEL")
PAPER = [Language.BOKMAL, Language.NYNORSK]


def sections(case, words, municipality):
    record = make.record_with(case)
    clock, ids = make.FixedClock(), make.CountingIds()
    present = PresentProviders(municipality, record, clock, ids, NorwegianCalendar())
    return present.sections(case.reference, words, Medium.PAPER, ACTOR)


def slip_of(case, language=Language.BOKMAL, municipality=None, **changes):
    municipality = municipality or make.municipality()
    words = make.words(language)
    shown = [replace(each, **changes) for each in sections(case, words, municipality)]
    plan = SlipPlan(municipality, case, CODE, shown, date(2026, 12, 18))
    return compose_slip(plan, TODAY, words), shown


@pytest.mark.parametrize("language", PAPER)
def test_the_answers_are_those_of_the_screen_in_the_same_order(language):
    case = make.case(make.granted(NURSING), make.granted(PRACTICAL))
    slip, shown = slip_of(case, language)

    assert len(slip.services) == len(shown) == 2
    for service, section in zip(slip.services, shown, strict=True):
        names = [each.name for each in section.providers]
        assert list(service.answers) == names + [each.title for each in section.options]


def test_who_has_help_sees_whom_they_would_keep():
    slip, _ = slip_of(make.case(make.granted(NURSING, MUNICIPAL)))

    kept = [each for each in slip.services[0].answers if each.startswith("Behold den jeg har: ")]
    assert len(kept) == 1
    assert kept[0] != "Behold den jeg har: "


def test_who_has_no_help_has_nobody_to_keep():
    slip, _ = slip_of(make.case(make.granted(NURSING)))

    assert not [each for each in slip.services[0].answers if "Behold" in each]


def test_where_nobody_else_can_be_chosen_the_slip_says_why():
    case = make.case(make.granted(NURSING, LIND))
    slip, shown = slip_of(case, limit="Du kan bytte igjen fra 1. mai.")

    service = slip.services[0]
    others = {each.name for each in shown[0].providers if each.id != LIND}
    assert service.note == "Du kan bytte igjen fra 1. mai."
    assert others
    assert not others & set(service.answers)
    assert "Jeg vil ikke velge" in service.answers


def test_a_provider_that_stops_and_cannot_be_chosen_has_no_box():
    content = joined(leaving())
    slip, shown = slip_of(make.case(make.granted(NURSING)), municipality=content)

    (stops,) = [each.name for each in shown[0].providers if each.id == LIND]
    assert stops not in slip.services[0].answers
    assert len(slip.services[0].answers) == len(shown[0].providers) - 1 + len(shown[0].options)


def test_the_code_for_machines_is_the_one_for_people():
    slip, _ = slip_of(make.case())

    mark, typed = read_slip(slip.scanned), read_slip(slip.codes[0].value)
    assert mark is not None
    assert typed is not None
    assert (mark.code, typed.code, slip.codes[1].value) == (CODE, CODE, mark.edition)


@pytest.mark.parametrize("language", PAPER)
def test_nothing_but_the_name_tells_about_the_person(language):
    case = replace(
        make.case(),
        given_name="Kari",
        family_name="Kanarifugl",
        phone="00 00 99 99",
        birth_date=date(1931, 7, 30),
        reference=CaseRef("2026/7731"),
    )
    slip, _ = slip_of(case, language)

    told = repr(slip)
    assert told.count("Kanarifugl") == 1
    for secret in ("9999", "99 99", "1931", "7731"):
        assert secret not in told
    assert "Kanarifugl" not in slip.title + slip.scanned + slip.foot


def test_the_office_stands_in_the_window():
    place = make.municipality()
    office = replace(place.office, contact=Contact("00001200", address="Storgata 1, 0000 By"))
    slip, _ = slip_of(make.case(), municipality=replace(place, office=office))

    assert slip.post.lines[-2:] == ("Storgata 1", "0000 By")
    assert slip.post.lines[0] == place.name


def test_without_an_address_the_slip_is_handed_over():
    place = make.municipality()
    office = replace(place.office, contact=Contact())
    slip, _ = slip_of(make.case(), municipality=replace(place, office=office))

    assert "Gi arket" in slip.how_to_send
    assert "Ring" not in " ".join(slip.cannot_write)
