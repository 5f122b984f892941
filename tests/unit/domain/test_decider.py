from itertools import product

import pytest

from kiosk.domain.decider import (
    CHILD_ROLES,
    OWN_ROLES,
    QUESTIONS,
    Decider,
    DeciderRole,
    Question,
    Reply,
    refusals_of,
)

YES, NO, UNKNOWN = Reply.YES, Reply.NO, Reply.UNKNOWN
Q = Question
ADULT, CHILD, LIMIT = 84, 12, 18


def age_for(role):
    return CHILD if role in CHILD_ROLES else ADULT


def is_allowed(role, said):
    """The law in one expression per role, written apart from the rule under test."""
    match role:
        case DeciderRole.SELF | DeciderRole.SELF_WITH_SUPPORT:
            return True
        case DeciderRole.REPRESENTATIVE:  # fvl § 12
            has_power = said[Q.DOCUMENT_SEEN] is YES or (
                said[Q.IS_LAWYER] is YES and said[Q.DOCUMENT_SEEN] is NO
            )
            return (
                has_power
                and said[Q.IS_LAWYER] in {YES, NO}
                and said[Q.COVERS_CHOICE] is said[Q.VALID_TODAY] is said[Q.IS_ADULT] is YES
                and said[Q.WORKS_IN_FIELD] is NO
            )
        case DeciderRole.LASTING_REPRESENTATIVE:  # vgml §§ 78-84
            return (
                said[Q.DOCUMENT_SEEN] is said[Q.IN_FORCE] is said[Q.COVERS_CHOICE] is YES
                and said[Q.ATTEST_SEEN] is not None
                and said[Q.PERSON_OBJECTS] is NO
            )
        case DeciderRole.GUARDIAN:  # vgml §§ 21, 31-33
            return (
                said[Q.DOCUMENT_SEEN] in {YES, NO}
                and said[Q.MANDATE_PERSONAL] is said[Q.PERSON_HEARD] is YES
                and said[Q.PERSON_OBJECTS] is NO
            )
        case _:  # a parent or the child welfare service, pbrl § 4-4
            return said[Q.DOCUMENT_SEEN] in {YES, NO}


@pytest.mark.parametrize("role", DeciderRole)
def test_every_combination_of_answers_is_judged_as_the_law_says(role):
    questions = QUESTIONS[role]
    for said in product((YES, NO, UNKNOWN, None), repeat=len(questions)):
        replies = dict(zip(questions, said, strict=True))
        given = {question: reply for question, reply in replies.items() if reply is not None}

        refused = refusals_of(Decider(role, "Ola Prøve", given), age_for(role), LIMIT)

        assert (refused == ()) is is_allowed(role, replies), replies


@pytest.mark.parametrize("role", DeciderRole)
def test_a_role_that_does_not_fit_the_age_is_refused_with_the_age(role):
    wrong_age = ADULT if role in CHILD_ROLES else CHILD

    refused = refusals_of(Decider(role, "Ola Prøve"), wrong_age, LIMIT)

    expected = "decider.not_a_child" if role in CHILD_ROLES else "decider.is_a_child"
    assert (expected, {"age": "18"}) in [(each.code, each.values) for each in refused]


@pytest.mark.parametrize("age", [17, 18])
def test_the_limit_itself_is_grown_up(age):
    assert (refusals_of(Decider(DeciderRole.SELF), age, LIMIT) == ()) is (age == 18)


@pytest.mark.parametrize("role", [role for role in DeciderRole if role not in OWN_ROLES])
@pytest.mark.parametrize("name", ["", "  "])
def test_somebody_else_needs_a_name(role, name):
    codes = [each.code for each in refusals_of(Decider(role, name), age_for(role), LIMIT)]

    assert "decider.name_missing" in codes


@pytest.mark.parametrize(
    ("name", "code"), [("Ola 010190-10046", "text.birth_number"), ("x" * 81, "text.too_long")]
)
def test_a_name_that_may_not_be_stored_is_refused(name, code):
    replies = {Q.DOCUMENT_SEEN: YES}

    refused = refusals_of(Decider(DeciderRole.PARENT, name, replies), LIMIT - 1, LIMIT)

    assert [each.code for each in refused] == [code]


def test_an_unanswered_question_is_told_apart_from_a_wrong_answer():
    guardian = Decider(DeciderRole.GUARDIAN, "Ola Prøve", {Q.PERSON_OBJECTS: YES})

    refused = refusals_of(guardian, ADULT, LIMIT)

    assert [(each.code, each.values.get("question")) for each in refused] == [
        ("decider.unanswered", "document_seen"),
        ("decider.unanswered", "mandate_personal"),
        ("decider.unanswered", "person_heard"),
        ("decider.person_objects", None),
    ]
