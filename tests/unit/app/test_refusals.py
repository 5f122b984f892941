import pytest

from kiosk.app.refusals import refusal_text
from kiosk.app.wording import (
    basis_text,
    decider_answer,
    question_text,
    reply_label,
    role_label,
    role_noun,
    role_support,
)
from kiosk.domain.decider import QUESTIONS, Decider, DeciderRole, Question, Reply
from kiosk.domain.errors import Refusal
from kiosk.domain.language import Language
from tests.unit.app import factory as make
from tests.unit.app.codes import refusals, uttered_codes, written_codes
from tests.unit.app.factory import plain

GENERAL = Refusal("unknown.code")


def test_the_source_utters_refusals():
    assert {"decider.covers_choice", "choice.case_closed", "document.case_closed"} <= (
        written_codes()
    )


def test_no_refusal_is_overlooked():
    assert "pack.not_example" in uttered_codes()
    assert uttered_codes() <= written_codes()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("refusal", refusals(), ids=lambda each: each.code)
def test_every_refusal_has_a_sentence_of_its_own(refusal, language):
    words = make.words(language)

    text = refusal_text(refusal, words)

    assert text != refusal_text(GENERAL, words)
    assert text[-1] in ".?"


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_refusals_are_told_apart(language):
    texts = [refusal_text(each, make.words(language)) for each in refusals()]

    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("language", Language)
def test_an_unknown_refusal_still_says_what_to_do(language):
    assert refusal_text(GENERAL, make.words(language))


def test_the_age_is_part_of_the_sentence():
    refusal = Refusal("decider.is_a_child", {"age": "16"})

    assert "under 16 år" in plain(refusal_text(refusal, make.words()))


def test_an_unanswered_question_is_repeated():
    refusal = Refusal("decider.unanswered", {"question": "in_force"})

    assert refusal_text(refusal, make.words()) == (
        "Svar på dette først: Har fremtidsfullmakten begynt å gjelde?"
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("role", DeciderRole)
def test_every_role_has_its_words(role, language):
    words = make.words(language)

    assert role_label(role, words)
    assert role_support(role, words, 18)
    assert role_noun(role, words)
    assert decider_answer(Decider(role, "Ola Prøve"), words)


@pytest.mark.parametrize("language", Language)
def test_every_question_and_answer_has_its_words(language):
    words = make.words(language)

    assert all(question_text(each, words).count("?") == 1 for each in Question)
    assert len({reply_label(each, words) for each in Reply}) == 3


@pytest.mark.parametrize(
    ("role", "label", "support"),
    [
        (DeciderRole.SELF, "Jeg bestemmer selv", "Andre kan være med i samtalen"),
        (DeciderRole.SELF_WITH_SUPPORT, "Jeg bestemmer med støtte", "Noen hjelper meg å bestemme"),
        (DeciderRole.REPRESENTATIVE, "Fullmektig bestemmer", "Vis fullmakten"),
        (
            DeciderRole.LASTING_REPRESENTATIVE,
            "Fremtidsfullmektig bestemmer",
            "Vis fremtidsfullmakten",
        ),
        (DeciderRole.GUARDIAN, "Verge bestemmer", "Vis vergefullmakten"),
        (DeciderRole.PARENT, "Forelder bestemmer", "For barn under 16 år"),
        (DeciderRole.CHILD_WELFARE, "Barnevernet bestemmer", "I stedet for foreldrene"),
    ],
)
def test_the_cards_carry_the_words_of_the_design(role, label, support):
    assert role_label(role, make.words()) == label
    assert plain(role_support(role, make.words(), 16)) == support


def test_the_optional_certificate_is_told_as_seen_or_not():
    replies = dict.fromkeys(QUESTIONS[DeciderRole.LASTING_REPRESENTATIVE], Reply.YES)
    seen = Decider(DeciderRole.LASTING_REPRESENTATIVE, "Ola Prøve", replies)
    unseen = Decider(
        DeciderRole.LASTING_REPRESENTATIVE,
        "Ola Prøve",
        {**replies, Question.ATTEST_SEEN: Reply.NO},
    )

    assert basis_text(seen, make.words()).endswith("Attesten er sett.")
    assert basis_text(unseen, make.words()).endswith("Attesten er ikke sett.")


@pytest.mark.parametrize("role", [DeciderRole.SELF, DeciderRole.SELF_WITH_SUPPORT])
def test_the_person_needs_no_basis(role):
    assert basis_text(Decider(role), make.words()) == ""
