from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.review import ReviewAnswers
from kiosk.domain.choice import Answer, Chooses, DoesNotWish, Keeps, Postpones
from kiosk.domain.decider import Decider, DeciderRole, Question, Reply
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.parts import ChooseFirst, Distribute, MunicipalDefault, Turns
from kiosk.domain.service import ServiceId
from kiosk.domain.session import Visit
from tests.unit.app import factory as make
from tests.unit.app.factory import CASE, FJORDHEIM, FULL, LIND, MUNICIPAL, NURSING, PRACTICAL, plain
from tests.unit.app.flow import choice_of

START = date(2026, 12, 4)


def review(answers, *, municipality=None, language=Language.BOKMAL, **changes):
    visit = Visit(CASE, (NURSING, PRACTICAL), answers, **{"decider": make.SELF, **changes})
    use_case = ReviewAnswers(municipality or make.municipality(), make.FixedClock(), make.WORKING)
    return use_case.block(make.case(), visit, make.words(language))


def row(answer, **changes):
    found = review({NURSING: answer}, **changes).rows[0]
    return tuple(map(plain, (found.what, found.answer, found.consequence)))


def test_a_switch_names_both_providers_and_the_start():
    assert row(Chooses(FJORDHEIM)) == (
        "Hjemmesykepleie: bytte fra Lind AS til",
        "Stiftelsen Fjordheim",
        "Begynner mandag 7. desember 2026. Til da får du hjelp fra Lind AS.",
    )


def test_a_switch_in_nynorsk():
    assert row(Chooses(FJORDHEIM), language=Language.NYNORSK) == (
        "Heimesjukepleie: byte frå Lind AS til",
        "Stiftelsen Fjordheim",
        "Byrjar måndag 7. desember 2026. Til då får du hjelp frå Lind AS.",
    )


def test_a_new_service_has_nobody_to_leave():
    found = review({PRACTICAL: Chooses(LIND)}).rows[1]

    assert (found.what, plain(found.answer)) == ("Praktisk bistand", "Lind AS")


def test_a_new_service_tells_who_helps_until_the_chosen_one_begins():
    found = review({PRACTICAL: Chooses(LIND)}).rows[1]

    assert plain(found.consequence) == (
        "Begynner mandag 7. desember 2026. Til da får du hjelp fra Ås AS."
    )


def test_a_switch_from_one_whose_contract_has_ended_tells_who_helps_until_then():
    base = make.municipality()
    providers = tuple(
        replace(each, contract_until=date(2026, 11, 1)) if each.id == LIND else each
        for each in base.providers
    )

    _, _, consequence = row(Chooses(FJORDHEIM), municipality=replace(base, providers=providers))

    assert consequence == (
        "Begynner mandag 7. desember 2026. "
        "Til da får du hjelp fra Eksempelvik kommune, hjemmetjenesten."
    )


def test_a_full_provider_is_waited_for():
    assert row(Chooses(FULL))[1:] == (
        "Nordvik omsorg AS",
        "Venter på ledig plass der. Til da får du hjelp fra Lind AS.",
    )


def test_choosing_the_present_provider_is_told_as_a_choice():
    assert row(Chooses(LIND)) == ("Hjemmesykepleie", "Lind AS", "Som nå.")


def test_keeping_is_told_apart_from_choosing():
    assert row(Keeps()) == ("Hjemmesykepleie", "Du beholder Lind AS", "Som nå.")


def test_not_choosing_tells_who_stays():
    assert row(DoesNotWish())[1:] == (
        "Du vil ikke velge",
        "Du får fortsatt hjelp fra Lind AS.",
    )


def test_not_choosing_tells_when_the_rule_moves_somebody():
    moving = make.municipality(rules=make.rules(keeps_present=False))

    assert row(DoesNotWish(), municipality=moving)[2] == (
        "Fra mandag 7. desember 2026 får du hjelp fra Eksempelvik kommune, hjemmetjenesten. "
        "Til da får du hjelp fra Lind AS."
    )


def test_not_choosing_a_new_service_tells_who_helps():
    # The municipal provider of the example does not give this service.
    settled = make.municipality(rules=make.rules(fallback=MunicipalDefault(LIND)))

    found = review({PRACTICAL: DoesNotWish()}, municipality=settled).rows[1]

    assert plain(found.consequence) == "Du får hjelp fra Lind AS."


def test_a_rule_that_picks_later_does_not_wait_for_a_choice():
    turns = make.municipality(rules=make.rules(fallback=Distribute(Turns(), MUNICIPAL)))

    found = review({PRACTICAL: DoesNotWish()}, municipality=turns).rows[1]

    assert plain(found.consequence) == (
        "Regelen i kommunen avgjør hvem som hjelper deg. "
        "Til da får du hjelp fra Eksempelvik kommune, hjemmetjenesten."
    )


def test_choosing_first_tells_who_helps_meanwhile():
    found = review({PRACTICAL: DoesNotWish()}).rows[1]

    assert plain(found.consequence) == (
        "Hjelpen fra leverandøren starter når du har valgt. Til da får du hjelp fra Ås AS."
    )


def test_postponing_tells_the_date_and_who_helps_meanwhile():
    assert row(Postpones(START))[1:] == (
        "Du vil tenke på det",
        "Svar innen fredag 4. desember 2026. Til da får du hjelp fra Lind AS.",
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.BOKMAL, "Ikke valgt ennå"), (Language.NYNORSK, "Ikkje valt enno")],
)
def test_an_unanswered_service_stays_open(language, words):
    found = review({NURSING: Keeps()}, language=language).rows[1]

    assert (found.answer, found.is_answered) == (words, False)


def test_no_outcome_is_made_up_for_an_unanswered_service():
    visit = Visit(CASE, (NURSING, PRACTICAL), {NURSING: Keeps()})
    use_case = ReviewAnswers(make.municipality(), make.FixedClock(), make.WORKING)

    assert list(use_case.consequences(make.case(), visit)) == [NURSING]


@pytest.mark.parametrize(
    ("answers", "hint"),
    [
        ({NURSING: Chooses(FJORDHEIM), PRACTICAL: Chooses(FJORDHEIM)}, ""),
        ({NURSING: Keeps(), PRACTICAL: Chooses(LIND)}, ""),
        (
            {NURSING: Chooses(FJORDHEIM), PRACTICAL: Chooses(LIND)},
            "Du får hjelp fra to leverandører",
        ),
        # The rule sends somebody else meanwhile: that is a second helper too.
        ({NURSING: Keeps(), PRACTICAL: DoesNotWish()}, "Du får hjelp fra to leverandører"),
        ({NURSING: Chooses(FJORDHEIM), PRACTICAL: Postpones(START)}, ""),
        ({NURSING: Chooses(FJORDHEIM)}, ""),
    ],
)
def test_two_providers_are_hinted_at(answers, hint):
    assert review(answers).hint == hint


def test_one_who_helps_with_both_is_one_provider():
    same = make.municipality(rules=make.rules(fallback=ChooseFirst(LIND)))

    assert review({NURSING: Keeps(), PRACTICAL: DoesNotWish()}, municipality=same).hint == ""


def decider_row(decider, participants=()):
    found = review({}, decider=decider, participants=participants).rows[-1]
    return found.what, found.answer, found.consequence


@pytest.mark.parametrize(
    ("role", "answer"),
    [
        (DeciderRole.SELF, "Du bestemmer selv"),
        (DeciderRole.SELF_WITH_SUPPORT, "Du bestemmer med støtte"),
        (DeciderRole.GUARDIAN, "Ola Prøve bestemmer, verge"),
        (DeciderRole.REPRESENTATIVE, "Ola Prøve bestemmer, fullmektig"),
        (DeciderRole.LASTING_REPRESENTATIVE, "Ola Prøve bestemmer, fremtidsfullmektig"),
        (DeciderRole.PARENT, "Ola Prøve bestemmer, forelder"),
        (DeciderRole.CHILD_WELFARE, "Ola Prøve bestemmer, barnevernet"),
    ],
)
def test_who_decides_has_a_row_of_its_own(role, answer):
    assert decider_row(Decider(role, "Ola Prøve"))[:2] == ("Hvem bestemmer", answer)


def test_who_takes_part_is_told_without_deciding():
    assert decider_row(make.SELF, ("datter", "sønn"))[2] == "Med i samtalen: datter og sønn."


def test_the_basis_says_whether_the_document_was_seen():
    seen = Decider(DeciderRole.GUARDIAN, "Ola Prøve", {Question.DOCUMENT_SEEN: Reply.YES})
    unseen = replace(seen, replies={Question.DOCUMENT_SEEN: Reply.NO})

    assert decider_row(seen)[2] == "Vergemål. Dokumentet er sett."
    assert decider_row(unseen)[2] == "Vergemål. Dokumentet er ikke sett."


def test_a_lawyer_s_basis_is_being_a_lawyer():
    lawyer = Decider(DeciderRole.REPRESENTATIVE, "Ola Prøve", {Question.IS_LAWYER: Reply.YES})

    assert decider_row(lawyer)[2] == "Advokat. Da trengs ikke skriftlig fullmakt."


def test_a_missing_decider_reads_as_not_answered():
    found = review({}, decider=None).rows[-1]

    assert (found.answer, found.is_answered) == ("Ikke svart ennå", False)


def test_the_review_says_what_is_stored():
    answers: dict[ServiceId, Answer] = {NURSING: Chooses(FULL), PRACTICAL: DoesNotWish()}
    visit = Visit(CASE, (NURSING, PRACTICAL), answers)
    use_case = ReviewAnswers(make.municipality(), make.FixedClock(), make.WORKING)

    promised = use_case.consequences(make.case(), visit)

    assert tuple(promised.values()) == choice_of(answers).answers
