from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.stored_page import stored_page
from kiosk.domain.choice import Chooses, DoesNotWish, Keeps, Postpones
from kiosk.domain.language import Language
from kiosk.domain.review import StoredLineKey
from tests.unit.app import factory as make
from tests.unit.app.factory import FJORDHEIM, FULL, LIND, NURSING, PRACTICAL, plain
from tests.unit.app.flow import choice_of

BOTH = {NURSING: Chooses(FJORDHEIM), PRACTICAL: Chooses(LIND)}


def page(answers, language=Language.BOKMAL, **changes):
    choice = choice_of(answers, **changes)
    case = changes.get("case", make.case())
    return stored_page(make.municipality(), case, choice, make.words(language))


def lines(answers, key=StoredLineKey.SERVICE, **changes):
    return [plain(line.text) for line in page(answers, **changes).lines if line.key is key]


def test_it_says_that_the_answers_are_stored():
    assert page(BOTH).title == "Svarene dine er lagret"
    assert page(BOTH, Language.NYNORSK).title == "Svara dine er lagra"


def test_it_says_who_begins_when():
    only = make.case(make.granted(NURSING))

    assert lines({NURSING: Chooses(FJORDHEIM)}, case=only) == [
        "Fra mandag 7. desember 2026 får du hjelp fra Stiftelsen Fjordheim. "
        "Til da får du hjelp fra Eksempelvik kommune, hjemmetjenesten."
    ]


def test_several_services_are_named():
    assert lines(BOTH) == [
        "Hjemmesykepleie: Fra mandag 7. desember 2026 får du hjelp fra Stiftelsen Fjordheim. "
        "Til da får du hjelp fra Lind AS.",
        "Praktisk bistand: Fra mandag 7. desember 2026 får du hjelp fra Lind AS. "
        "Til da får du hjelp fra Ås AS.",
    ]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Keeps(), "Du får fortsatt hjelp fra Lind AS."),
        (DoesNotWish(), "Du får fortsatt hjelp fra Lind AS."),
        (
            Chooses(FULL),
            "Når det blir ledig plass, får du hjelp fra Nordvik omsorg AS. "
            "Du får tilbud om plassen når det er din tur. "
            "Du kan gå ut av ventelisten når som helst. "
            "Til da får du hjelp fra Lind AS.",
        ),
        (
            Postpones(date(2026, 12, 4)),
            "Svar innen fredag 4. desember 2026. Til da får du hjelp fra Lind AS.",
        ),
    ],
)
def test_it_says_what_happens_for_every_answer(answer, told):
    assert lines({NURSING: answer}) == [told]


def test_it_says_how_to_switch_and_complain():
    assert lines(BOTH, StoredLineKey.SWITCH) == [
        "Vil du bytte? Ring 00 00 12 00. Det tar 14 dager før den nye leverandøren begynner."
    ]
    assert lines(BOTH, StoredLineKey.COMPLAIN) == ["Vil du klage? Se kvitteringen."]


@pytest.mark.parametrize(
    ("answers", "lead"),
    [
        (BOTH, "Du trenger ikke å gjøre noe mer nå."),
        ({NURSING: Keeps()}, "Du kan svare på resten senere."),
        ({**BOTH, PRACTICAL: Postpones(date(2026, 12, 4))}, "Du kan svare på resten senere."),
        ({PRACTICAL: Postpones(date(2026, 12, 4))}, "Du kan svare senere."),
    ],
)
def test_it_says_whether_something_is_left(answers, lead):
    assert page(answers).lead == lead


def test_the_panel_holds_the_receipt():
    panel = page({NURSING: Chooses(FJORDHEIM)}).receipt

    assert [(line.label, plain(line.value)) for line in panel] == [
        ("Nummer", "EV-2026-7F3K-000002"),
        ("Navn", "Kari Prøve Eksempelsen"),
        ("Lagret", "23. november 2026 kl. 10.42"),
        ("Hjemmesykepleie", "Stiftelsen Fjordheim"),
        ("Praktisk bistand", "Ikke valgt ennå"),
    ]


def test_the_panel_stays_alike_after_services_have_left_the_content():
    choice = choice_of(BOTH)
    emptied = replace(make.municipality(), services=(), providers=())
    packs = (make.municipality(), emptied)

    told = [stored_page(pack, make.case(), choice, make.words()) for pack in packs]

    assert told[0] == told[1]
