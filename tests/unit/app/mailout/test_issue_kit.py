"""Letter, brochure and reply slip of one person, printed by themselves."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.mailout.issue_kit import IssueKit
from kiosk.domain.case import Address, Closing, PostRecipient
from kiosk.domain.choice import Chooses
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import DocumentKind
from kiosk.domain.language import Language
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, CASE, LIND, NURSING, PRACTICAL
from tests.unit.app.flow import choice_of
from tests.unit.app.mailout.desk import Desk
from tests.unit.app.mailout.press import FakePress

AWAY = Address(("Vergeveien 2",), "0002", "ANNENSTAD")
HOME = Address(("Eksempelveien 1",), "0001", "EKSEMPELBY")


class KeptPress(FakePress):
    def __init__(self):
        super().__init__()
        self.kits = []

    def set(self, kit, edition):
        self.kits.append(kit)
        lines = kit.letter.post.lines or ("",)
        return super().set(replace(kit, letter=_addressed(kit.letter, lines)), edition)


def _addressed(letter, lines):
    return replace(letter, post=replace(letter.post, lines=lines))


class Office:
    def __init__(self, **changes):
        services = make.granted(NURSING), make.granted(PRACTICAL)
        self.case = replace(make.case(*services), **({"address": HOME} | changes))
        self.desk = Desk(make.record_with(self.case))
        self.press = KeptPress()
        self.issue = IssueKit(self.desk.record, self.desk.clock, self.desk.kits, self.press)

    def kit(self, kind=DocumentKind.INVITATION, language=None):
        return self.issue.kit(CASE, kind, ACTOR, language)

    def services(self):
        return [each.name for each in self.press.kits[0].slip.services]


def test_letter_brochure_and_slip_are_one_document_of_its_kind():
    office = Office()

    document = office.kit(language=Language.NYNORSK)

    (kit,) = office.press.kits
    assert (document.kind, document.case) == (DocumentKind.INVITATION, CASE)
    assert document.language is Language.NYNORSK
    assert kit.letter.language is Language.NYNORSK
    assert kit.letter.post.lines[-1] == "0001 EKSEMPELBY"
    assert kit.brochure is not None
    assert len(office.services()) == 2


def test_where_two_get_the_post_both_envelopes_are_one_document():
    post = PostRecipient("Per Verge", "verge", AWAY, instead=False)
    office = Office(post=post)

    office.kit()

    windows = [kit.letter.post.lines[0] for kit in office.press.kits]
    assert windows == [office.case.name, "Per Verge"]


def test_it_asks_about_what_is_not_answered():
    office = Office()
    choice_of(
        {NURSING: Chooses(LIND)},
        case=office.case,
        municipality=office.desk.municipality,
        record=office.desk.record,
    )

    office.kit()

    assert office.services() == ["Praktisk bistand"]


@pytest.mark.parametrize("changes", [{"is_address_protected": True}, {"address": None}])
def test_without_an_address_the_window_is_empty_and_the_kit_is_handed_over(changes):
    office = Office(**changes)

    office.kit()

    assert office.press.kits[0].letter.post.lines == ()


def test_a_reminder_needs_a_letter_before_it():
    with pytest.raises(RefusedError) as error:
        Office().kit(DocumentKind.REMINDER)

    assert [each.code for each in error.value.refusals] == ["letters.no_letter"]


def test_a_closed_case_gets_none():
    with pytest.raises(RefusedError) as error:
        Office(closing=Closing(date(2026, 1, 1), "flyttet")).kit()

    assert [each.code for each in error.value.refusals] == ["choice.case_closed"]
