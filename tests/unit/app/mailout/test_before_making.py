"""What is refused before anything of a batch is stored or made."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.app.fault_texts import fault_text
from kiosk.app.mailout.mail_texts import chosen_lines
from kiosk.domain.case import Address, Closing
from kiosk.domain.case_events import CaseClosed
from kiosk.domain.edition import Edition
from kiosk.domain.errors import DoesNotFitError, MissingGlyphError, RefusedError
from kiosk.domain.language import Language
from kiosk.domain.municipality import EasyKey, ProseKind, ProsePart
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, TODAY
from tests.unit.app.mailout.office import Office, person, ref, refused
from tests.unit.app.mailout.press import FakePress


class FaultyPress(FakePress):
    """Has no room for something that the office has written."""

    def __init__(self, fault):
        super().__init__()
        self.fault = fault

    def set(self, kit, edition):
        raise self.fault


class ManyEditions(FakePress):
    """Can make large print, too."""

    editions = frozenset({Edition.STANDARD, Edition.LARGE_PRINT, Edition.EASY_READ})


EASY = {
    (key, language): (ProsePart(ProseKind.PARAGRAPH, "Kort."),)
    for key in EasyKey
    for language in (Language.BOKMAL, Language.NYNORSK)
}


def proof(office, plan):
    return office.batches.proof(plan, office.batches.choose(plan), ACTOR)


def begin(office, plan=None):
    plan = plan or office.plan()
    return office.batches.begin(plan, office.batches.choose(plan), ACTOR)


@pytest.mark.parametrize("edition", set(Edition) - {Edition.STANDARD})
def test_an_edition_that_the_press_cannot_make_is_refused_at_once(edition):
    office = Office(person(1))
    plan = replace(office.plan(), edition=edition)

    assert refused(lambda: begin(office, plan)) == ["mailout.no_such_edition"]
    assert office.record.batches() == ()


def test_an_edition_that_the_press_learns_is_made():
    office = Office(person(1))
    office.batches = replace(office.batches, press=ManyEditions())

    office.made(replace(office.plan(), edition=Edition.LARGE_PRINT))

    assert office.batch().is_whole


@pytest.mark.parametrize("lacking", [Language.BOKMAL, Language.NYNORSK])
def test_easy_brochures_that_nobody_has_written_in_both_forms_are_refused_once(lacking):
    texts = {each: text for each, text in EASY.items() if each[1] is not lacking}
    office = Office(person(1), municipality=replace(make.municipality(), easy=texts))
    office.batches = replace(office.batches, press=ManyEditions())
    plan = replace(office.plan(), edition=Edition.EASY_READ)

    for ask in (begin, proof):
        with pytest.raises(RefusedError) as found:
            ask(office, plan)
        (refusal,) = found.value.refusals
        assert refusal.code == "document.no_easy_texts"
        assert f"prose/{lacking.value}/easy/what.md" in refusal.values["files"]
    assert office.record.batches() == ()


def test_a_mail_out_without_brochures_needs_no_easy_texts():
    office = Office(person(1))
    office.batches = replace(office.batches, press=ManyEditions())
    plan = office.plan(has_brochure=False)

    office.made(replace(plan, edition=Edition.EASY_READ))

    assert office.batch().is_whole


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (DoesNotFitError("Brev", "Returadresse", 1), "mailout.text_of_all"),
        (MissingGlyphError("\u10a0", "Returadresse"), "mailout.character_of_all"),
    ],
)
def test_what_the_office_has_written_wrong_is_told_once_and_blames_no_recipient(fault, code):
    office = Office(person(1), person(2))
    office.batches = replace(office.batches, press=FaultyPress(fault))
    plan = office.plan()
    chosen = office.batches.choose(plan)

    with pytest.raises(RefusedError) as found:
        office.batches.begin(plan, chosen, ACTOR)

    assert [each.code for each in found.value.refusals] == [code]
    assert "«Returadresse» fra kommunen" in fault_text(found.value, make.words())
    assert refused(lambda: office.batches.proof(plan, chosen, ACTOR)) == [code]
    assert office.record.batches() == ()


def test_a_recipient_whose_name_cannot_be_printed_is_no_fault_of_the_office():
    office = Office(person(1, family_name="Rar"), refused="Rar")

    made = office.made()

    assert made.letters == 0
    assert [each.field for each in made.unmade.values()] == ["Navn"]


def test_letters_that_bear_a_day_that_has_passed_are_not_looked_at():
    office = Office(person(1))
    plan = replace(office.plan(), posting_on=TODAY - timedelta(days=1))

    assert refused(lambda: proof(office, plan)) == ["mailout.posting_passed"]


def test_a_proof_of_an_edition_that_cannot_be_made_says_that():
    office = Office(person(1))
    plan = replace(office.plan(), edition=Edition.BOOKLET)
    chosen = office.batches.choose(plan)

    for ask in (office.batches.proof, office.batches.sheets):
        assert refused(lambda ask=ask: ask(plan, chosen, ACTOR)) == ["mailout.no_such_edition"]


def test_where_no_letter_can_be_made_a_proof_tells_each_reason_once():
    strange = [person(number, family_name="Rar") for number in (1, 2)]
    office = Office(*strange, person(3), refused="Rar")
    plan = office.plan()
    chosen = office.batches.choose(plan)
    office.tell(ref(3), CaseClosed(Closing(TODAY, "flyttet")))

    with pytest.raises(RefusedError) as found:
        office.batches.proof(plan, chosen, ACTOR)

    codes = {each.code for each in found.value.refusals}
    assert codes == {"mailout.nothing_to_make", "mailout.changed_since", "mailout.unfit_field"}
    said = fault_text(found.value, make.words())
    assert said.count("«Navn»") == 1
    assert f"{ref(1)}, {ref(2)}" in said


def test_where_no_letter_can_be_made_a_few_cases_are_named():
    strange = [person(number, family_name="Rar") for number in range(1, 10)]
    office = Office(*strange, refused="Rar")
    plan = office.plan()

    with pytest.raises(RefusedError) as found:
        office.batches.proof(plan, office.batches.choose(plan), ACTOR)

    said = fault_text(found.value, make.words())
    assert sum(str(ref(number)) in said for number in range(1, 10)) == 5
    assert f"{ref(5)} …" in said


def test_a_proof_looks_further_where_the_first_letters_cannot_be_made():
    strange = [person(number, family_name="Rar") for number in range(5, 20)]
    office = Office(*strange, person(1), person(2), refused="Rar")
    plan = office.plan()

    printed = office.batches.proof(plan, office.batches.choose(plan), ACTOR).decode()

    assert sorted(printed.split("\n")) == sorted(set(printed.split("\n")))
    assert printed.count("Person Nummer") == 2


def test_whose_address_has_too_many_lines_is_told_by_case_and_nobody_else():
    nine = Address(tuple(f"Linje {number}" for number in range(9)), "0000", "BY")
    office = Office(person(1), person(2, address=nine), person(3, address=None))

    told = list(chosen_lines(office.batches.choose(office.plan()), make.words()))

    assert [line.partition(" (")[2] for line in told] == ["", "", "2026/000002)"]
