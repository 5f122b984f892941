"""The letter that asks, and the one that reminds."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.mailout.compose_letter import LetterPlan, compose_letter
from kiosk.domain.document.nonchoice_block import NonchoiceKey
from kiosk.domain.language import Language
from kiosk.domain.mailing import Recipient
from kiosk.domain.provider import Contact
from tests.unit.app import factory as make
from tests.unit.app.factory import NURSING, PRACTICAL, TODAY, plain

PAPER = [Language.BOKMAL, Language.NYNORSK]
KARI = Recipient(("Kari Prøve", "Prøvegata 1", "0000 EKSEMPELVIK"))
VERGE = Recipient(("Per Verge", "Vergeveien 2", "0001 ANNENSTAD"), is_other=True)
DEADLINE = date(2026, 12, 18)


def plan_of(language, *services, municipality=None, **changes):
    municipality = municipality or make.municipality()
    case = make.case(*(make.granted(each) for each in services))
    block = ExplainNonchoice(municipality, make.FixedClock()).for_case(case, make.words(language))
    plan = LetterPlan(municipality, case, tuple(services), block, KARI, DEADLINE)
    return replace(plan, **changes)


def letter_of(language=Language.BOKMAL, *services, **changes):
    plan = plan_of(language, *(services or (NURSING,)), **changes)
    return compose_letter(plan, TODAY, make.words(language)), plan


def text_of(letter):
    return plain("\n".join(each.text for part in letter.parts for each in part))


@pytest.mark.parametrize("language", PAPER)
def test_everything_that_the_screen_says_of_not_choosing_stands_in_the_letter(language):
    letter, plan = letter_of(language, NURSING, PRACTICAL)

    told = [row for row in plan.nonchoice.rows if row.key is not NonchoiceKey.ASK]
    assert len(told) < len(plan.nonchoice.rows)
    for row in told:
        assert plain(row.text) in text_of(letter)
    contact = make.municipality().office.contact
    assert plain(make.words(language).phone(contact.phone or "")) in text_of(letter)


def said_of(*texts):
    """What a letter says of who comes, where each of so many services is told one of these."""
    plan = plan_of(Language.BOKMAL, NURSING)
    who, *rest = plan.nonchoice.rows
    told = [
        replace(who, text=text, service_name=f"Tjeneste {number}")
        for number, text in enumerate(texts, start=1)
    ]
    plan = replace(plan, nonchoice=replace(plan.nonchoice, rows=(*told, *rest)))
    letter = compose_letter(plan, TODAY, make.words(Language.BOKMAL))
    return [each for each in text_of(letter).splitlines() if "hjelper her." in each]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ("AA", ["A hjelper her."]),
        ("AB", ["Tjeneste 1: A hjelper her.", "Tjeneste 2: B hjelper her."]),
        ("ABA", ["Tjeneste 1, Tjeneste 3: A hjelper her.", "Tjeneste 2: B hjelper her."]),
    ],
)
def test_what_holds_for_several_services_is_said_once(texts, told):
    assert said_of(*(f"{each} hjelper her." for each in texts)) == told


def test_each_service_says_who_comes_then():
    letter, plan = letter_of(Language.BOKMAL, NURSING, PRACTICAL)

    who = [row for row in plan.nonchoice.rows if row.key.value == "who"]
    assert len(who) == 2
    for row in who:
        assert plain(f"{row.service_name}: {row.text}") in text_of(letter)


@pytest.mark.parametrize("language", PAPER)
@pytest.mark.parametrize("asked_on", [None, date(2026, 11, 2)])
def test_the_last_day_stands_out_and_is_told_with_its_weekday(language, asked_on):
    letter, _ = letter_of(language, asked_on=asked_on)

    (strong,) = letter.strong
    assert "18" in strong
    assert plain(strong) in text_of(letter)


def test_the_reminder_says_when_we_asked():
    letter, _ = letter_of(asked_on=date(2026, 11, 2))

    assert "2. november" in text_of(letter)
    assert letter.title == "Vi har ikke fått svar fra deg"


def test_a_reminder_without_a_brochure_promises_none():
    letter, _ = letter_of(asked_on=date(2026, 11, 2), has_brochure=False)

    assert "brosjyre" not in text_of(letter).lower()


def test_an_office_without_telephone_asks_nobody_to_call():
    place = make.municipality()
    place = replace(place, office=replace(place.office, contact=Contact()))
    letter, _ = letter_of(municipality=place)

    assert "Ring" not in text_of(letter)
    assert "None" not in text_of(letter)


def test_the_window_shows_the_address_and_nothing_else():
    letter, plan = letter_of()

    assert letter.post.lines == KARI.lines
    assert plan.case.reference not in letter.post.back_to


def test_a_letter_that_is_handed_over_has_an_empty_window():
    letter, _ = letter_of(recipient=None)

    assert letter.post.lines == ()
    assert letter.post.back_to == ""


@pytest.mark.parametrize(
    ("language", "label", "said"),
    [
        (
            Language.BOKMAL,
            "Gjelder",
            "Du får brevet fordi du får posten til en annen. Navnet står ved «Gjelder». "
            "Når det står «du» i resten av brevet, mener vi den personen.",
        ),
        (
            Language.NYNORSK,
            "Gjeld",
            "Du får brevet fordi du får posten til ein annan. Namnet står ved «Gjeld». "
            "Når det står «du» i resten av brevet, meiner vi den personen.",
        ),
    ],
)
def test_who_gets_the_post_of_somebody_reads_whom_it_is_about(language, label, said):
    letter, plan = letter_of(language, recipient=VERGE)

    assert (letter.references[-1].label, letter.references[-1].value) == (label, plan.case.name)
    assert plain(letter.parts[0][0].text) == said
    assert plan.case.family_name not in " ".join(letter.post.lines)
    assert plan.case.family_name not in text_of(letter)


def test_the_person_is_not_told_whom_the_letter_is_about():
    letter, _ = letter_of()

    assert "Gjelder" not in str(letter)


def test_a_letter_that_is_handed_over_says_for_whom_it_is_and_speaks_to_that_person():
    letter, plan = letter_of(recipient=None)

    assert letter.references[-1].value == plan.case.name
    assert "posten til en annen" not in text_of(letter)


def test_the_title_names_nobody():
    letter, plan = letter_of()

    assert plan.case.family_name not in letter.title
