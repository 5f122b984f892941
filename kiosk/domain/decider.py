"""Who decides, in what capacity and on what basis (pbrl, fvl § 12, vergemålsloven)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from kiosk.domain.errors import Refusal
from kiosk.domain.free_text import LONGEST_NAME, objections


class DeciderRole(Enum):
    """In what capacity somebody decides. Next of kin take part, but do not decide."""

    SELF = "self"
    SELF_WITH_SUPPORT = "self_with_support"
    REPRESENTATIVE = "representative"
    LASTING_REPRESENTATIVE = "lasting_representative"
    GUARDIAN = "guardian"
    PARENT = "parent"
    CHILD_WELFARE = "child_welfare"


class Reply(Enum):
    """Answer to a question about the basis."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Question(Enum):
    """What is asked about the basis of somebody who decides for another."""

    IS_LAWYER = "is_lawyer"
    DOCUMENT_SEEN = "document_seen"
    COVERS_CHOICE = "covers_choice"
    VALID_TODAY = "valid_today"
    IS_ADULT = "is_adult"
    WORKS_IN_FIELD = "works_in_field"
    MANDATE_PERSONAL = "mandate_personal"
    PERSON_HEARD = "person_heard"
    PERSON_OBJECTS = "person_objects"
    IN_FORCE = "in_force"
    ATTEST_SEEN = "attest_seen"


OWN_ROLES = frozenset({DeciderRole.SELF, DeciderRole.SELF_WITH_SUPPORT})
CHILD_ROLES = frozenset({DeciderRole.PARENT, DeciderRole.CHILD_WELFARE})

ROLES_FOR_ADULTS = tuple(role for role in DeciderRole if role is not DeciderRole.CHILD_WELFARE)
"""Roles to ask about for an adult; "parent" is there so that the refusal can be explained."""

ROLES_FOR_CHILDREN = tuple(
    role for role in DeciderRole if role is not DeciderRole.LASTING_REPRESENTATIVE
)
"""Roles to ask about for a child, who can give no lasting power of attorney (vgml § 78)."""

QUESTIONS: Mapping[DeciderRole, tuple[Question, ...]] = MappingProxyType(
    {
        DeciderRole.SELF: (),
        DeciderRole.SELF_WITH_SUPPORT: (),
        # fvl § 12: written power, not asked of lawyers; not staff of the same field; adult.
        DeciderRole.REPRESENTATIVE: (
            Question.IS_LAWYER,
            Question.DOCUMENT_SEEN,
            Question.COVERS_CHOICE,
            Question.VALID_TODAY,
            Question.IS_ADULT,
            Question.WORKS_IN_FIELD,
        ),
        # vgml §§ 78-84: in force; the county governor's attest is optional.
        DeciderRole.LASTING_REPRESENTATIVE: (
            Question.DOCUMENT_SEEN,
            Question.IN_FORCE,
            Question.ATTEST_SEEN,
            Question.COVERS_CHOICE,
            Question.PERSON_OBJECTS,
        ),
        # vgml §§ 21, 31-33: mandate for personal matters, the person heard, never against the will.
        DeciderRole.GUARDIAN: (
            Question.DOCUMENT_SEEN,
            Question.MANDATE_PERSONAL,
            Question.PERSON_HEARD,
            Question.PERSON_OBJECTS,
        ),
        # pbrl § 4-4: parents, or the child welfare service instead of them.
        DeciderRole.PARENT: (Question.DOCUMENT_SEEN,),
        DeciderRole.CHILD_WELFARE: (Question.DOCUMENT_SEEN,),
    }
)

_ANY = frozenset(Reply)
_YES = frozenset({Reply.YES})
_NO = frozenset({Reply.NO})
_KNOWN = frozenset({Reply.YES, Reply.NO})

_NOT_REFUSED: Mapping[Question, frozenset[Reply]] = MappingProxyType(
    {
        Question.IS_LAWYER: _KNOWN,
        Question.DOCUMENT_SEEN: _KNOWN,
        Question.COVERS_CHOICE: _YES,
        Question.VALID_TODAY: _YES,
        Question.IS_ADULT: _YES,
        Question.WORKS_IN_FIELD: _NO,
        Question.MANDATE_PERSONAL: _YES,
        Question.PERSON_HEARD: _YES,
        Question.PERSON_OBJECTS: _NO,
        Question.IN_FORCE: _YES,
        Question.ATTEST_SEEN: _ANY,
    }
)


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides.

    Attributes:
        role: In what capacity.
        name: Own name of who decides; empty exactly when the person decides.
        replies: Answers to ``QUESTIONS`` of the role; empty for the person.
    """

    role: DeciderRole
    name: str = ""
    replies: Mapping[Question, Reply] = field(default_factory=dict)


def refusals_of(decider: Decider, age_years: int, child_age_years: int) -> tuple[Refusal, ...]:
    """Why this person may not decide; empty when nothing stands in the way.

    Decision-making capacity is never judged here (pbrl § 4-3: the one who gives the care does).

    Args:
        decider: Role, name and answers.
        age_years: Age of the person whom the choice is for.
        child_age_years: Below this age a parent or the child welfare service decides.
    """
    reasons = [*_age_refusals(decider.role, age_years, child_age_years)]
    if decider.role in OWN_ROLES:
        return tuple(reasons)
    reasons += objections(decider.name, LONGEST_NAME, "decider.name_missing")
    reasons += [
        _objection(decider, question)
        for question in QUESTIONS[decider.role]
        if not _accepts(decider, question)
    ]
    return tuple(reasons)


def _objection(decider: Decider, question: Question) -> Refusal:
    if question not in decider.replies:
        return Refusal("decider.unanswered", {"question": question.value})
    return Refusal(f"decider.{question.value}")


def _age_refusals(role: DeciderRole, age_years: int, child_age_years: int) -> list[Refusal]:
    limit = {"age": str(child_age_years)}
    is_child = age_years < child_age_years
    if role in CHILD_ROLES and not is_child:
        return [Refusal("decider.not_a_child", limit)]
    if role not in CHILD_ROLES and is_child:
        return [Refusal("decider.is_a_child", limit)]
    return []


def _accepts(decider: Decider, question: Question) -> bool:
    reply = decider.replies.get(question)
    if reply is None or reply not in _NOT_REFUSED[question]:
        return False
    if question is Question.DOCUMENT_SEEN and _needs_document(decider):
        return reply is Reply.YES
    return True


def _needs_document(decider: Decider) -> bool:
    if decider.role is DeciderRole.LASTING_REPRESENTATIVE:
        return True
    is_lawyer = decider.replies.get(Question.IS_LAWYER) is Reply.YES
    return decider.role is DeciderRole.REPRESENTATIVE and not is_lawyer
