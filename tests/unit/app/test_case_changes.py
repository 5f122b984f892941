"""Old and new values of a case that a list changes."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest

from kiosk.app.case_changes import CaseChange, ChangeTexts
from kiosk.domain.case import Address, Case, CaseRef, Closing, GrantedService, PostRecipient
from kiosk.domain.language import Language
from kiosk.domain.service import DayPart, ProviderId, ServiceId, ZoneId
from kiosk.i18n import GettextWords
from tests.intake_samples import NURSING, PRACTICAL, municipality

GRANTED = GrantedService(NURSING, date(2026, 11, 16))
HELP = GrantedService(PRACTICAL, date(2026, 11, 16))
CASE = Case(
    CaseRef("EV-1"), "Solveig", "Strand", date(1941, 4, 12), ZoneId("nord"), (GRANTED, HELP)
)
HOME = Address(("Prøveveien 4",), "0000", "Eksempelvik")
POST = PostRecipient("Nils Strand", "verge", HOME, instead=True)


@pytest.fixture
def texts(locales):
    return ChangeTexts(municipality(), GettextWords(Language.ENGLISH, locales))


@pytest.fixture(params=Language)
def any_texts(request, locales):
    return ChangeTexts(municipality(), GettextWords(request.param, locales))


def told(texts: ChangeTexts, known: Case, case: Case) -> list[tuple[str, str]]:
    return [(change.label, change.text) for change in texts.changes(known, case)]


def to(texts: ChangeTexts, **changes) -> list[tuple[str, str]]:
    return told(texts, CASE, replace(CASE, **changes))


def service_to(texts: ChangeTexts, **changes) -> list[tuple[str, str]]:
    return to(texts, services=(replace(GRANTED, **changes), HELP))


def test_two_equal_cases_have_no_changes(texts):
    assert texts.changes(CASE, CASE) == ()


def test_names_the_field_with_its_old_and_new_value(texts):
    assert to(texts, zone=ZoneId("sor")) == [("Sone", "Nord → Sørbyen")]


def test_a_zone_that_the_content_no_longer_has_is_told_by_its_key(texts):
    known = replace(CASE, zone=ZoneId("vest"))

    assert told(texts, known, CASE) == [("Sone", "vest → Nord")]


def test_a_value_that_was_missing_or_goes_missing_is_told(texts):
    with_phone = replace(CASE, phone="12 34 57 42")

    assert told(texts, CASE, with_phone) == [("Telephone", "not stated → 12 34 57 42")]
    assert told(texts, with_phone, CASE) == [("Telephone", "12 34 57 42 → not stated")]


def test_an_address_is_told_on_one_line(texts):
    assert to(texts, address=HOME) == [("Address", "not stated → Prøveveien 4, 0000 Eksempelvik")]


@pytest.mark.parametrize("was_protected", [False, True])
@pytest.mark.parametrize("is_protected", [False, True])
def test_no_address_of_a_protected_case_is_told(any_texts, was_protected, is_protected):
    known = replace(CASE, address=HOME, post=POST, is_address_protected=was_protected)
    other = Address(("Øvingsbakken 2",), "0001", "Prøvevik")
    case = replace(
        known,
        address=other,
        post=replace(POST, address=other),
        is_address_protected=is_protected,
    )

    said = repr(any_texts.changes(known, case))

    is_shown = not (was_protected or is_protected)
    for part in ("Prøveveien", "0000", "Eksempelvik", "Øvingsbakken", "0001", "Prøvevik"):
        assert (part in said) is is_shown


def test_a_protection_is_told_with_yes_and_no(texts):
    assert to(texts, is_address_protected=True) == [("Protected address", "no → yes")]


def test_a_hidden_change_is_told_as_one(texts):
    known = replace(CASE, post=POST, is_address_protected=True)

    assert told(texts, known, replace(known, post=replace(POST, address=None))) == [
        ("Who receives the post", "changed")
    ]


def test_a_closed_case_that_is_open_in_the_list_is_opened_again(texts):
    known = replace(CASE, closing=Closing(date(2026, 11, 2), "flyttet"))

    assert told(texts, known, CASE) == [
        ("", "The case was closed (2\u00a0November 2026, flyttet) and is opened again.")
    ]


def test_an_open_case_that_ends_in_the_list_is_closed(texts):
    assert to(texts, closing=Closing(date(2026, 11, 2), "")) == [
        ("", "The case is closed: 2\u00a0November 2026.")
    ]


def test_another_end_is_told_with_both(texts):
    known = replace(CASE, closing=Closing(date(2026, 11, 2), ""))

    assert told(texts, known, replace(CASE, closing=Closing(date(2026, 11, 2), "død"))) == [
        ("Closed", "2\u00a0November 2026 → 2\u00a0November 2026, død")
    ]


@pytest.mark.parametrize(
    ("changes", "told_as"),
    [
        ({"hours_per_week": Decimal("3.5")}, ("hours a week", "not stated → 3.5")),
        ({"decision_reference": "2026/1"}, ("reference of the decision", "not stated → 2026/1")),
        (
            {"needs": frozenset({DayPart.NIGHT, DayPart.DAY})},
            ("when help is needed", "day and night"),
        ),
        (
            {"present_provider": ProviderId("fjord")},
            ("present provider", "→ Fjord Omsorg\u00a0AS"),
        ),
        ({"present_provider": ProviderId("borte")}, ("present provider", "borte")),
        ({"present_since": date(2024, 9, 1)}, ("provider since", "1\u00a0September 2024")),
        ({"reply_by": date(2026, 11, 30)}, ("reply deadline", "30\u00a0November 2026")),
        ({"decided_on": date(2026, 11, 17)}, ("date of the decision", "17\u00a0November 2026")),
    ],
)
def test_names_the_service_and_its_field(texts, changes, told_as):
    ((label, text),) = service_to(texts, **changes)

    assert label == f"Hjemmesykepleie, {told_as[0]}"
    assert text.endswith(told_as[1])


def test_services_that_come_and_go_are_told(texts):
    assert to(texts, services=(GRANTED,)) == [
        ("Praktisk bistand", "The list no longer has this service.")
    ]
    assert told(texts, replace(CASE, services=(GRANTED,)), CASE) == [
        ("Praktisk bistand", "This service is new in the case.")
    ]


def test_services_in_another_order_are_told(texts):
    assert to(texts, services=(HELP, GRANTED)) == [
        (
            "Order of the services",
            "Hjemmesykepleie and Praktisk bistand → Praktisk bistand and Hjemmesykepleie",
        )
    ]


OTHER = replace(
    CASE,
    given_name="Anne",
    family_name="Vik",
    birth_date=date(1941, 4, 13),
    zone=ZoneId("sor"),
    services=(GrantedService(ServiceId("bpa"), date(2026, 11, 16)),),
    address=HOME,
    is_address_protected=True,
    phone="12 34 57 42",
    written_language=Language.NYNORSK,
    interpreter="polsk",
    post=POST,
    closing=Closing(date(2026, 11, 2), ""),
)


@pytest.mark.parametrize("field", [field.name for field in fields(Case)][1:])
def test_every_field_that_can_change_has_words_in_every_language(any_texts, field):
    changes = any_texts.changes(CASE, replace(CASE, **{field: getattr(OTHER, field)}))

    assert changes
    assert all(isinstance(change, CaseChange) and change.text for change in changes)
