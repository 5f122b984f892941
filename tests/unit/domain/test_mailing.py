from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.case import Address, Closing, PostRecipient
from kiosk.domain.mailing import LeftOut, Recipient, recipients_of
from tests.unit.app import factory as make

HOME = Address(("Prøvegata 1", "leilighet 203"), "0000", "EKSEMPELVIK")
AWAY = Address(("Vergeveien 2",), "0001", "ANNENSTAD")
OWN = Recipient(("Kari Prøve", "Prøvegata 1", "leilighet 203", "0000 EKSEMPELVIK"))


def person(**changes):
    return replace(make.case(), given_name="Kari", family_name="Prøve", address=HOME, **changes)


def post(*, instead, address=AWAY):
    return PostRecipient("Per Verge", "verge", address, instead)


def test_a_letter_goes_to_the_person():
    assert recipients_of(person()) == (OWN,)


def test_who_gets_the_post_as_well_gets_a_letter_too():
    other = Recipient(("Per Verge", "Vergeveien 2", "0001 ANNENSTAD"), is_other=True)

    assert recipients_of(person(post=post(instead=False))) == (OWN, other)


def test_who_gets_the_post_instead_gets_the_only_letter():
    other = Recipient(("Per Verge", "Vergeveien 2", "0001 ANNENSTAD"), is_other=True)

    assert recipients_of(person(post=post(instead=True))) == (other,)


def test_post_for_somebody_without_an_address_goes_where_the_person_lives():
    other = Recipient(("Per Verge", *OWN.lines[1:]), is_other=True)

    assert recipients_of(person(post=post(instead=True, address=None))) == (other,)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"closing": Closing(date(2026, 1, 1), "flyttet")}, LeftOut.CLOSED),
        ({"is_address_protected": True}, LeftOut.PROTECTED),
        ({"is_address_protected": True, "post": post(instead=True)}, LeftOut.PROTECTED),
    ],
)
def test_nobody_else_gets_the_letter_of_somebody_who_may_not_be_written_to(changes, reason):
    assert recipients_of(person(**changes)) is reason


@pytest.mark.parametrize(
    "address", [None, Address((), "", ""), Address((), "0003", ""), Address((), "", "BY")]
)
def test_without_an_address_no_letter_goes_out(address):
    assert recipients_of(replace(person(), address=address)) is LeftOut.NO_ADDRESS


def test_a_town_alone_is_an_address():
    assert recipients_of(replace(person(), address=Address((), "0000", "BY"))) == (
        Recipient(("Kari Prøve", "0000 BY")),
    )


def test_an_address_without_room_in_the_window_is_told():
    long = Address(("a", "b", "c"), "0000", "BY")

    assert recipients_of(replace(person(), address=long)) is LeftOut.ADDRESS_TOO_LONG
    assert recipients_of(person(post=post(instead=False, address=long))) is LeftOut.ADDRESS_TOO_LONG


def test_empty_lines_take_no_room():
    gaps = Address(("a", " ", "", "b"), "0000", "BY")

    assert recipients_of(replace(person(), address=gaps)) == (
        Recipient(("Kari Prøve", "a", "b", "0000 BY")),
    )
