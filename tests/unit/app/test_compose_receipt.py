import re
from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.compose_receipt import ReceiptPlan, compose_receipt
from kiosk.domain.case import Address
from kiosk.domain.choice import Chooses, DoesNotWish, Keeps, Postpones
from kiosk.domain.decider import QUESTIONS, Decider, DeciderRole, Question, Reply
from kiosk.domain.language import Language, LocalText
from tests.unit.app import factory as make
from tests.unit.app.factory import FJORDHEIM, FULL, LIND, NURSING, PRACTICAL, TODAY, plain
from tests.unit.app.flow import choice_of

BOTH = {NURSING: Chooses(FULL), PRACTICAL: DoesNotWish()}
_NO = {Question.IS_LAWYER, Question.WORKS_IN_FIELD}
REPRESENTATIVE = Decider(
    DeciderRole.REPRESENTATIVE,
    "Ola Prøve",
    {
        question: Reply.NO if question in _NO else Reply.YES
        for question in QUESTIONS[DeciderRole.REPRESENTATIVE]
    },
)


def receipt(answers=BOTH, language=Language.BOKMAL, case=None, **changes):
    case = case or make.case()
    choice = choice_of(answers, case=case, **changes)
    plan = ReceiptPlan(make.municipality(), case, choice)
    return compose_receipt(plan, TODAY, make.words(language))


def pairs(lines):
    return [(line.label, plain(line.value)) for line in lines]


def about(**changes):
    return dict(pairs(receipt(**changes).about))


def test_it_says_when_it_was_stored():
    assert plain(receipt().stored) == ("Kommunen lagret dette svaret 23. november 2026 kl. 10.42.")


def test_a_waiting_list_is_told_with_who_helps_meanwhile():
    assert pairs(receipt().services[0].lines) == [
        ("Svar", "Har valgt leverandør"),
        ("Leverandør", "Nordvik omsorg AS"),
        ("Gjelder fra", "Venteliste. Du får tilbud om plassen når det er din tur."),
        ("Hjelper til da", "Lind AS"),
    ]


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        (
            Chooses(FJORDHEIM),
            [
                ("Svar", "Har valgt leverandør"),
                ("Leverandør", "Stiftelsen Fjordheim"),
                ("Gjelder fra", "Mandag 7. desember 2026"),
                ("Hjelper til da", "Lind AS"),
                ("Vi gir beskjed til", "Lind AS og Stiftelsen Fjordheim"),
            ],
        ),
        (
            Keeps(),
            [
                ("Svar", "Beholder leverandøren"),
                ("Leverandør", "Lind AS"),
                ("Gjelder fra", "Som nå"),
            ],
        ),
        (
            DoesNotWish(),
            [("Svar", "Vil ikke velge"), ("Leverandør", "Lind AS"), ("Gjelder fra", "Som nå")],
        ),
        (
            Postpones(date(2026, 12, 4)),
            [
                ("Svar", "Vil tenke på det"),
                ("Svar innen", "Fredag 4. desember 2026"),
                ("Hjelper til da", "Lind AS"),
            ],
        ),
    ],
)
def test_every_answer_is_told_for_what_it_is(answer, lines):
    assert pairs(receipt({NURSING: answer}).services[0].lines) == lines


def test_choosing_first_is_told_without_a_provider():
    assert pairs(receipt().services[1].lines) == [
        ("Svar", "Vil ikke velge"),
        ("Gjelder fra", "Når det er avgjort hvem som hjelper deg"),
        ("Hjelper til da", "Ås AS"),
    ]


def test_the_rule_holds_at_once_where_nobody_helps_now():
    new_help = make.case(make.granted(NURSING))

    assert pairs(receipt({NURSING: DoesNotWish()}, case=new_help).services[0].lines)[2] == (
        "Gjelder fra",
        "Med en gang",
    )


def test_an_open_service_is_told_as_open():
    found = receipt({NURSING: Keeps()}).services[1]

    assert (found.name, pairs(found.lines)) == ("Praktisk bistand", [("Svar", "Ikke valgt ennå")])


def test_the_person_answered():
    assert about()["Hvem svarte"] == "Kari Prøve Eksempelsen svarte selv"


def test_the_person_answered_with_support():
    supported = Decider(DeciderRole.SELF_WITH_SUPPORT)

    assert about(decider=supported)["Hvem svarte"] == (
        "Kari Prøve Eksempelsen svarte selv, med støtte"
    )


def test_somebody_else_answered_on_behalf_of_the_person():
    found = about(decider=REPRESENTATIVE)

    assert found["Hvem svarte"] == (
        "Valgt av Ola Prøve (fullmektig) på vegne av Kari Prøve Eksempelsen"
    )
    assert found["Grunnlag"] == "Skriftlig fullmakt. Dokumentet er sett."


def test_who_took_part_stands_there_by_role():
    assert about(participants=("datter", "nabo"))["Med i samtalen"] == "Datter og nabo"


def test_the_version_and_language_that_were_shown_stand_there():
    assert about()["Informasjon"] == "Versjon 3+ab12, bokmål"


def test_it_says_how_to_switch_correct_and_complain():
    assert [plain(text) for text in receipt().next_text] == [
        "Du kan bytte når du vil, og du trenger ikke å si hvorfor. "
        "Ring tildelingskontoret, telefon 00 00 12 00.",
        "Er noe feil på kvitteringen, retter vi det, og du får en ny. "
        "Vil du klage på vedtaket, skriver du til kommunen innen 4 uker etter at du fikk det. "
        "Adressen er Storgata 1, 0000 Eksempelvik.",
    ]


def test_the_numbers_stand_in_the_frame():
    assert pairs(receipt().frame) == [
        ("Kvittering", "EV-2026-7F3K-000002"),
        ("Saksnummer", "2026/000417"),
    ]


@pytest.mark.parametrize("is_protected", [True, False])
def test_neither_birth_date_nor_address_is_ever_part_of_it(is_protected):
    hidden = Address(("Hemmeligveien 9",), "0000", "Gjemt")
    case = make.case(address=hidden, is_address_protected=is_protected, phone="99887766")

    everything = repr(receipt(case=case))

    assert not re.search(r"1942|Hemmelig|Gjemt|99\W?88\W?77\W?66|99887766", everything)


def test_it_exists_in_nynorsk():
    found = receipt(language=Language.NYNORSK)

    assert pairs(found.services[0].lines)[2] == (
        "Gjeld frå",
        "Venteliste. Du får tilbod om plassen når det er din tur.",
    )
    assert found.next_title == "Dersom du vil byte, rette eller klage"


def test_the_name_of_the_day_stays_when_the_provider_is_renamed():
    case = make.case()
    choice = choice_of({NURSING: Chooses(FJORDHEIM)}, case=case)
    renamed = make.municipality()
    providers = tuple(
        replace(each, name=LocalText.same("Nytt Navn AS")) if each.id == FJORDHEIM else each
        for each in renamed.providers
    )
    plan = ReceiptPlan(replace(renamed, providers=providers), case, choice)

    found = compose_receipt(plan, TODAY, make.words())

    assert ("Leverandør", "Stiftelsen Fjordheim") in pairs(found.services[0].lines)


def test_the_municipality_and_the_office_keep_their_names_of_the_day():
    changed = make.municipality(name="Nykommune")
    office = replace(changed.office, name=LocalText.same("Nytt kontor"))

    first, again = printed_again(BOTH, replace(changed, office=office))

    assert (again.municipality, again.office) == (first.municipality, first.office)
    assert again.municipality == "Eksempelvik kommune"


def test_a_choice_that_was_stored_without_these_names_gets_todays():
    case = make.case()
    choice = replace(choice_of({NURSING: Keeps()}, case=case), municipality="", office=None)

    found = compose_receipt(ReceiptPlan(make.municipality(), case, choice), TODAY, make.words())

    assert (found.municipality, found.office) == ("Eksempelvik kommune", "Tildelingskontoret")


def test_an_answer_entered_by_staff_names_nobody_as_decider():
    case = make.case()
    choice = replace(choice_of({NURSING: Keeps()}, case=case), decider=None)

    found = compose_receipt(ReceiptPlan(make.municipality(), case, choice), TODAY, make.words())

    assert ("Hvem svarte", "Ført inn av kommunen") in pairs(found.about)


def test_the_present_provider_is_not_mentioned_by_mistake_for_a_new_service():
    found = receipt({PRACTICAL: Chooses(LIND)}).services[1]

    assert pairs(found.lines)[1:] == [
        ("Leverandør", "Lind AS"),
        ("Gjelder fra", "Mandag 7. desember 2026"),
        ("Hjelper til da", "Ås AS"),
        ("Vi gir beskjed til", "Ås AS og Lind AS"),
    ]


def printed_again(answers, municipality=None, case=None):
    """The receipt of a stored choice on its day, and the one printed from a later state."""
    then = make.case()
    choice = choice_of(answers, case=then)
    first = ReceiptPlan(make.municipality(), then, choice)
    later = ReceiptPlan(municipality or make.municipality(), case or then, choice)
    return tuple(compose_receipt(plan, TODAY, make.words()) for plan in (first, later))


@pytest.mark.parametrize("answers", [BOTH, {NURSING: Keeps()}, {PRACTICAL: DoesNotWish()}])
def test_it_is_printed_alike_after_services_and_providers_have_left(answers):
    base = make.municipality()
    emptied = replace(base, services=(), providers=base.providers[:1], rules={})

    first, again = printed_again(answers, municipality=emptied)

    assert again == first


def test_it_is_printed_alike_after_an_import_without_the_service_and_with_another_name():
    changed = make.case(make.granted(PRACTICAL), family_name="Nygift")

    first, again = printed_again(BOTH, case=changed)

    assert again == first


def test_an_answer_without_stored_names_takes_those_of_the_content():
    choice = choice_of({NURSING: Chooses(FULL)})
    (answer,) = choice.answers
    nameless = replace(answer, service_name=None, interim_name=None)
    old = replace(choice, person="", services=(), answers=(nameless,))
    told = [
        compose_receipt(ReceiptPlan(make.municipality(), make.case(), each), TODAY, make.words())
        for each in (choice, old)
    ]

    assert told[0] == told[1]
