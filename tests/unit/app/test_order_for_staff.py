"""Staff are offered providers in the person's own order, and nobody is put first (neutrality N33)."""

from dataclasses import replace

from kiosk.app.order_for_staff import order_for_staff
from kiosk.domain.language import LocalText
from tests.unit.app import factory as make
from tests.unit.app.factory import CASE, FJORDHEIM, LIND, MUNICIPAL

OFFERED = (FJORDHEIM, LIND, MUNICIPAL)
NAMES = {FJORDHEIM: "Aas omsorg AS", LIND: "Øye omsorg AS", MUNICIPAL: "Berg omsorg AS"}


def renamed():
    content = make.municipality()
    return replace(
        content,
        providers=tuple(
            replace(each, name=LocalText(NAMES[each.id], NAMES[each.id]))
            if each.id in NAMES
            else each
            for each in content.providers
        ),
    )


def test_without_a_dealt_order_they_stand_by_their_names_and_not_by_their_keys():
    file = make.record_with(make.case()).case_file(CASE)

    assert order_for_staff(file, OFFERED, renamed()) == (MUNICIPAL, LIND, FJORDHEIM)


def test_nobody_is_offered_where_nobody_can_be_chosen():
    file = make.record_with(make.case()).case_file(CASE)

    assert order_for_staff(file, (), make.municipality()) == ()
