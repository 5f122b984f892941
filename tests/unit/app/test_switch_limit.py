"""A limit on switches a year: the page says it before anybody taps, and storing holds to it."""

from dataclasses import replace

import pytest

from kiosk.app.present_providers import PresentProviders
from kiosk.app.switch_limit import switches_left
from kiosk.domain.choice import Chooses, DoesNotWish, Keeps
from kiosk.domain.event import Medium
from kiosk.domain.language import Language
from kiosk.domain.notice import DaysNotice, NoticeRule
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, CASE, FJORDHEIM, LIND, MUNICIPAL, NURSING, plain
from tests.unit.app.test_life_of_a_choice import Desk, codes

USED_UP = ["choice.switch_limit"]


@pytest.fixture
def desk():
    made = Desk()
    made.municipality = make.municipality(notice=NoticeRule("n", DaysNotice(2), max_per_year=1))
    made.clock.moment = made.clock.moment.replace(month=3)
    return made


def switch(desk, provider):
    """Answer, and wait until it is in force."""
    choice = desk.answer(nursing=Chooses(provider))
    desk.wait(10)
    return choice


def limit(desk, language=Language.BOKMAL):
    present = PresentProviders(
        desk.municipality, desk.record, desk.clock, make.CountingIds(), make.WORKING
    )
    (nursing, *_) = present.sections(CASE, make.words(language), Medium.SCREEN, ACTOR)
    return plain(nursing.limit)


def test_the_first_choice_and_one_switch_are_stored_and_the_next_is_refused(desk):
    switch(desk, FJORDHEIM)
    assert limit(desk) == ""
    switch(desk, MUNICIPAL)

    assert codes(lambda: switch(desk, LIND)) == USED_UP
    assert desk.helper() == MUNICIPAL


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            Language.BOKMAL,
            "Du har byttet 1 gang i år. Du kan bytte igjen fra 1. januar 2027. Trenger du å bytte "
            "før det? Ring tildelingskontoret, telefon 00 00 12 00.",
        ),
        (
            Language.NYNORSK,
            "Du har bytt 1 gong i år. Du kan byte igjen frå 1. januar 2027. Treng du å byte "
            "før det? Ring tildelingskontoret, telefon 00 00 12 00.",
        ),
    ],
)
def test_the_page_says_from_when_and_whom_to_call(desk, language, said):
    switch(desk, FJORDHEIM)
    switch(desk, MUNICIPAL)

    assert limit(desk, language) == said


def test_whatever_is_no_switch_can_be_stored(desk):
    switch(desk, FJORDHEIM)
    switch(desk, MUNICIPAL)

    desk.answer(nursing=Keeps())
    desk.answer(nursing=Chooses(MUNICIPAL))
    desk.answer(nursing=DoesNotWish())


def test_a_new_year_brings_new_switches(desk):
    switch(desk, FJORDHEIM)
    switch(desk, MUNICIPAL)
    desk.wait(330)

    assert limit(desk) == ""
    switch(desk, LIND)


def test_a_plan_can_be_changed_before_it_begins(desk):
    switch(desk, FJORDHEIM)
    desk.answer(nursing=Chooses(MUNICIPAL))

    desk.answer(nursing=Chooses(LIND))

    desk.wait(10)
    assert desk.helper() == LIND
    assert codes(lambda: switch(desk, FJORDHEIM)) == USED_UP


def test_a_correction_counts_as_what_it_corrects(desk):
    switch(desk, FJORDHEIM)
    wrong = switch(desk, MUNICIPAL)
    desk.correct(wrong, {NURSING: Chooses(LIND)})

    assert desk.helper() == LIND
    assert codes(lambda: switch(desk, MUNICIPAL)) == USED_UP


def test_nobody_is_held_to_a_provider_that_left(desk):
    switch(desk, FJORDHEIM)
    switch(desk, LIND)
    ended = make.municipality(notice=desk.municipality.notice)
    desk.municipality = replace(
        ended,
        providers=tuple(
            replace(each, contract_until=desk.today) if each.id == LIND else each
            for each in ended.providers
        ),
    )
    desk.wait(1)

    assert limit(desk) == ""
    switch(desk, FJORDHEIM)


def test_without_a_limit_people_switch_as_often_as_they_want():
    desk = Desk()
    for provider in (FJORDHEIM, MUNICIPAL, LIND, FJORDHEIM, MUNICIPAL):
        switch(desk, provider)
        desk.wait(20)

    assert limit(desk) == ""


def left(desk):
    file, today = desk.record.case_file(CASE), desk.clock.now().date()
    (nursing, *_) = file.case_on(today).services
    return switches_left(desk.municipality, file, nursing, today)


def test_switches_are_counted_down_from_the_first_choice_on(desk):
    before = left(desk)
    switch(desk, FJORDHEIM)
    first = left(desk)
    switch(desk, MUNICIPAL)

    assert (before, first, left(desk)) == (None, 1, 0)
