"""Receipts after the first: taken back, corrected, and what the first one says from then on."""

import pytest

from kiosk.app.compose_receipt import ReceiptPlan, compose_receipt
from kiosk.app.compose_withdrawal import WithdrawalPlan, compose_withdrawal
from kiosk.app.receipt_story import story_of
from kiosk.domain.choice import Chooses, DoesNotWish, RecordedChoice, Withdrawal
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.language import Language
from tests.unit.app import factory as make
from tests.unit.app.factory import CASE, FJORDHEIM, LIND, NURSING, PRACTICAL, TODAY, plain
from tests.unit.app.test_life_of_a_choice import Desk


@pytest.fixture
def desk():
    return Desk()


def receipt(desk, kept, language=Language.BOKMAL, on=TODAY):
    told = desk.record.receipt_by_number(kept.receipt_number)
    case = desk.record.case_file(CASE).case
    story = story_of(desk.record.history(CASE), told.id)
    mark = desk.record.receipt_mark(told.receipt_number)
    words = make.words(language)
    if isinstance(told, Withdrawal):
        return compose_withdrawal(
            WithdrawalPlan(desk.municipality, case, told, mark, story), on, words
        )
    assert isinstance(told, RecordedChoice)
    return compose_receipt(ReceiptPlan(desk.municipality, case, told, mark, story), on, words)


def pairs(lines):
    return [(line.label, plain(line.value)) for line in lines]


def notes(made):
    return [plain(note) for note in made.notes]


def test_a_withdrawal_tells_what_was_taken_back_and_who_helps(desk):
    choice = desk.answer(nursing=Chooses(FJORDHEIM), practical=DoesNotWish())

    made = receipt(desk, desk.withdraw(choice))

    assert plain(made.stored) == (
        "Kommunen lagret 23. november 2026 kl. 10.42 at dette svaret er trukket tilbake."
    )
    assert [service.name for service in made.services] == ["Hjemmesykepleie"]
    assert pairs(made.services[0].lines) == [
        ("Trukket tilbake", "Har valgt leverandør: Stiftelsen Fjordheim"),
        ("Nå", "Tjenesten er åpen igjen. Lind AS hjelper videre."),
    ]
    assert notes(made) == [
        f"Svarene står på kvittering {choice.receipt_number} av 23. november 2026."
    ]


def test_a_service_that_nobody_helps_with_says_so(desk):
    choice = desk.answer(practical=DoesNotWish())
    taken = desk.withdraw(choice, PRACTICAL)

    helps = dict(pairs(receipt(desk, taken).services[0].lines))["Nå"]

    who = desk.helper(PRACTICAL)
    assert helps == (
        "Tjenesten er åpen igjen. Ingen hjelper med den ennå."
        if who is None
        else "Tjenesten er åpen igjen. Ås AS hjelper videre."
    )


def test_a_plan_that_is_taken_back_lets_the_answer_before_it_hold_again(desk):
    desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(60)
    plan = desk.answer(nursing=Chooses(LIND))

    made = receipt(desk, desk.withdraw(plan))

    assert dict(pairs(made.services[0].lines))["Nå"] == (
        "Svaret fra før gjelder igjen. Stiftelsen Fjordheim hjelper videre."
    )


def test_a_withdrawal_has_a_number_and_a_mark_of_its_own(desk):
    choice = desk.answer(nursing=Chooses(FJORDHEIM))
    taken = desk.withdraw(choice)

    frame = dict(pairs(receipt(desk, taken).frame))

    assert frame["Kvittering"] == taken.receipt_number != choice.receipt_number
    assert frame["Kontrollmerke"] == plain(desk.record.receipt_mark(taken.receipt_number))


@pytest.mark.parametrize(
    ("decider", "who"),
    [
        (make.SELF, "Kari Prøve Eksempelsen selv"),
        (Decider(DeciderRole.SELF_WITH_SUPPORT), "Kari Prøve Eksempelsen, med støtte"),
    ],
)
def test_a_withdrawal_tells_who_took_it_back(desk, decider, who):
    choice = desk.answer(nursing=Chooses(FJORDHEIM))

    made = receipt(desk, desk.withdraw(choice, decider=decider))

    assert dict(pairs(made.about))["Hvem trakk det tilbake"] == who


def test_a_withdrawal_printed_again_says_the_same_whatever_came_after_it(desk):
    choice = desk.answer(nursing=Chooses(FJORDHEIM))
    taken = desk.withdraw(choice)
    first = receipt(desk, taken)
    desk.wait(3)
    desk.answer(nursing=Chooses(LIND))

    assert receipt(desk, taken) == first


def test_a_receipt_whose_answer_was_taken_back_says_so(desk):
    choice = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(1)
    taken = desk.withdraw(choice)

    assert notes(receipt(desk, choice)) == [
        f"Trukket tilbake 24. november 2026: Hjemmesykepleie. Se kvittering {taken.receipt_number}."
    ]


def test_a_corrected_receipt_and_the_one_that_corrects_it_name_each_other(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(1)
    right = desk.correct(wrong, {NURSING: Chooses(LIND)})

    assert notes(receipt(desk, wrong)) == [
        f"Rettet 24. november 2026. Kvittering {right.receipt_number} gjelder i stedet."
    ]
    assert notes(receipt(desk, right)) == [
        f"Retter kvittering {wrong.receipt_number} av 23. november 2026."
    ]


def test_nynorsk_says_it_in_its_own_words(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(1)
    right = desk.correct(wrong, {NURSING: Chooses(LIND)})

    assert notes(receipt(desk, wrong, Language.NYNORSK))[0].startswith("Retta 24. november 2026.")
    assert notes(receipt(desk, right, Language.NYNORSK))[0].startswith("Rettar kvittering")


def test_what_should_not_have_been_stored_is_told_as_not_answered(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(1)

    made = receipt(desk, desk.correct(wrong, {}))

    assert plain(made.stored).endswith("at ingen har svart.")
    assert pairs(made.services[0].lines) == [("Svar", "Ikke valgt ennå")]


def test_where_nothing_is_answered_nobody_stands_as_having_answered(desk):
    made = receipt(desk, desk.correct(desk.answer(nursing=Chooses(FJORDHEIM)), {}))

    assert made.about_title == "Hvem dette gjelder"
    assert [line.label for line in made.about] == ["Navn"]
    assert made.next_title == "Hvis du vil velge, rette eller klage"
    assert plain(made.next_text[0]).startswith("Du kan velge når du vil. Ring ")


def test_an_answer_that_nothing_happened_to_names_no_other_receipt(desk):
    assert notes(receipt(desk, desk.answer(nursing=Chooses(FJORDHEIM)))) == []
