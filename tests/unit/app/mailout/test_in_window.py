"""Letters that are printed one by one, for an envelope with a window."""

from dataclasses import replace

import pytest

from kiosk.app.mailout.in_window import singles_in_window
from kiosk.domain.case import Address, PostRecipient
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.silence import LetterForm
from tests.unit.app import factory as make
from tests.unit.app.nonchoice.test_allocation_letter import letter as allocation

HOME = Address(("Eksempelveien 1",), "0001", "EKSEMPELBY")
THERE = Address(("Prøvegata 2",), "0002", "EKSEMPELBY")
GUARDIAN = PostRecipient("Verge Prøve", "verge", THERE, True)


def letter_to(**changes):
    sheet, _ = allocation(form=LetterForm.DECISION)
    case = replace(make.case(), address=HOME, **changes)
    words = make.words(Language.BOKMAL)
    (letter,) = singles_in_window(sheet, case, make.municipality(), words)
    return sheet, letter


def test_the_address_shows_in_the_window_and_the_letter_says_the_same_as_before():
    sheet, letter = letter_to()

    assert letter.post.lines == (make.case().name, "Eksempelveien 1", "0001 EKSEMPELBY")
    assert letter.parts[1:] == tuple(sheet.sections)
    assert letter.title == sheet.title


def test_what_stands_above_is_not_told_again_below():
    sheet, letter = letter_to()

    told = {(each.label, each.value) for each in letter.references}
    confirmed = next(each for each in sheet.frame if each.label == "Bekreftet av")
    assert letter.references[-1] == confirmed
    assert ("Saksnummer", make.case().reference) in told
    assert [each.value for each in letter.references].count(make.case().reference) == 1
    assert make.case().name not in {each.value for each in letter.references}


def test_whoever_gets_the_post_instead_stands_in_the_window_and_reads_whom_it_is_about():
    sheet, letter = letter_to(post=GUARDIAN)

    assert letter.post.lines[:2] == ("Verge Prøve", "Prøvegata 2")
    assert ("Gjelder", make.case().name) in {(each.label, each.value) for each in letter.references}
    (explained, lead), *rest = letter.parts
    assert "posten til en annen" in explained.text
    assert lead.text == sheet.lead
    assert rest == list(sheet.sections)


def test_where_two_get_the_post_there_is_a_copy_for_each():
    sheet, _ = allocation(form=LetterForm.DECISION)
    both = replace(GUARDIAN, instead=False)
    case = replace(make.case(), address=HOME, post=both)

    copies = singles_in_window(sheet, case, make.municipality(), make.words(Language.BOKMAL))

    assert [each.post.lines[0] for each in copies] == [case.name, "Verge Prøve"]
    labels = [{line.label for line in each.references} for each in copies]
    assert ["Gjelder" in each for each in labels] == [False, True]


@pytest.mark.parametrize(
    "changes",
    [{"is_address_protected": True}, {"address": None}, {"address": Address((), "", "")}],
)
def test_without_an_address_that_may_be_used_the_window_is_empty(changes):
    sheet, _ = allocation()
    case = replace(make.case(), **({"address": HOME} | changes))

    words = make.words(Language.BOKMAL)
    (letter,) = singles_in_window(sheet, case, make.municipality(), words)

    assert (letter.post.lines, letter.post.back_to) == ((), "")
    assert letter.parts[1:] == tuple(sheet.sections)
