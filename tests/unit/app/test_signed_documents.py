"""Where a signature shows: on the receipt, on the stored page, in the history, and in access."""

import json
from dataclasses import replace

import pytest

from kiosk.app.access_json import access_json
from kiosk.app.compose_access import AccessPlan, compose_access
from kiosk.app.compose_receipt import ReceiptPlan, compose_receipt
from kiosk.app.stored_page import stored_page
from kiosk.domain.choice import DoesNotWish
from kiosk.domain.decider import QUESTIONS, Decider, DeciderRole, Question, Reply
from kiosk.domain.document.receipt import ReceiptLine, SignatureBlock
from kiosk.domain.language import Language
from kiosk.domain.signature import Signature
from tests.unit.app import factory as make
from tests.unit.app.factory import NURSING, TODAY, plain
from tests.unit.app.flow import choice_of

INK = Signature((((0, 500), (3000, 0), (6000, 900)), ((3100, 200),)))
GUARDIAN = Decider(
    DeciderRole.GUARDIAN,
    " Ola Prøve ",
    {
        question: Reply.NO if question is Question.PERSON_OBJECTS else Reply.YES
        for question in QUESTIONS[DeciderRole.GUARDIAN]
    },
)


def chosen(record=None, **changes):
    return choice_of({NURSING: DoesNotWish()}, record=record, **changes)


def receipt_of(choice, language=Language.BOKMAL):
    plan = ReceiptPlan(make.municipality(), make.case(), choice)
    return compose_receipt(plan, TODAY, make.words(language))


def access_plan(signature):
    record = make.record_with(make.case())
    chosen(record, signature=signature)
    events = [event for _place, event in record.history(make.CASE)]
    return AccessPlan(make.municipality(), make.case(), events, make.NOW)


def test_the_receipt_shows_what_was_drawn_and_the_name_in_clear():
    receipt = receipt_of(chosen(signature=INK))

    assert receipt.signature == SignatureBlock("Underskrift", INK, "Kari Prøve Eksempelsen")


def test_who_signed_is_who_decided():
    receipt = receipt_of(chosen(signature=INK, decider=GUARDIAN))

    assert receipt.signature is not None
    assert receipt.signature.name == "Ola Prøve"


def test_without_a_signature_the_receipt_says_nothing_of_one():
    signed, unsigned = receipt_of(chosen(signature=INK)), receipt_of(chosen())

    assert unsigned == replace(signed, signature=None)


def test_the_stored_page_says_that_it_was_signed_on_the_screen():
    def fields(choice):
        return stored_page(make.municipality(), make.case(), choice, make.words()).receipt

    assert fields(chosen(signature=INK)) == (
        *fields(chosen()),
        ReceiptLine("Underskrift", "Skrevet på skjermen"),
    )


@pytest.mark.parametrize(("signature", "told"), [(INK, True), (None, False)])
def test_the_history_says_that_it_was_signed_on_the_screen(signature, told):
    sheet = compose_access(access_plan(signature), make.words())

    texts = " ".join(plain(line.value) for section in sheet.sections for line in section.lines)
    assert ("Skrev under på skjermen." in texts) is told


def test_access_on_paper_shows_every_signature_under_its_day():
    sheet = compose_access(access_plan(INK), make.words(Language.NYNORSK))

    blocks = [block for section in sheet.sections for block in section.signatures]
    (block,) = blocks
    assert plain(block.label) == "Underskrift frå 23. november 2026"
    assert (block.signature, block.name) == (INK, "Kari Prøve Eksempelsen")


def test_access_on_paper_shows_none_where_nobody_signed():
    sheet = compose_access(access_plan(None), make.words())

    assert not any(section.signatures for section in sheet.sections)


def test_access_as_data_holds_the_strokes():
    told = json.loads(access_json(access_plan(INK)))

    (choice,) = (each["body"]["choice"] for each in told["events"] if "choice" in each["body"])
    assert choice["signature"] == {"strokes": [[[0, 500], [3000, 0], [6000, 900]], [[3100, 200]]]}
