"""Who decides, in words: cards, questions about the basis, and what stands on paper."""

from collections.abc import Iterable

from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.decider import Decider, DeciderRole, Question, Reply


def role_label(role: DeciderRole, words: Words) -> str:
    """The name of a card, as said by the person."""
    return {
        DeciderRole.SELF: words.gettext("I decide myself"),
        DeciderRole.SELF_WITH_SUPPORT: words.gettext("I decide with support"),
        DeciderRole.REPRESENTATIVE: words.gettext("A representative decides"),
        DeciderRole.LASTING_REPRESENTATIVE: words.gettext("A lasting representative decides"),
        DeciderRole.GUARDIAN: words.gettext("A guardian decides"),
        DeciderRole.PARENT: words.gettext("A parent decides"),
        DeciderRole.CHILD_WELFARE: words.gettext("The child welfare service decides"),
    }[role]


def role_support(role: DeciderRole, words: Words, child_age_years: int) -> str:
    """The support line of a card.

    Args:
        role: Whose card.
        words: The page's language.
        child_age_years: The age below which a parent or the child welfare service decides.
    """
    return {
        DeciderRole.SELF: words.gettext("Others can take part in the conversation"),
        DeciderRole.SELF_WITH_SUPPORT: words.gettext("Somebody helps me to decide"),
        DeciderRole.REPRESENTATIVE: words.gettext("Show the power of attorney"),
        DeciderRole.LASTING_REPRESENTATIVE: words.gettext("Show the lasting power of attorney"),
        DeciderRole.GUARDIAN: words.gettext("Show the guardian's mandate"),
        DeciderRole.PARENT: words.gettext("For children under {age}").format(age=child_age_years),
        DeciderRole.CHILD_WELFARE: words.gettext("In place of the parents"),
    }[role]


def question_text(question: Question, words: Words) -> str:
    """A question about the basis; "yes" and "no" answer it."""
    return {
        Question.IS_LAWYER: words.gettext("Is the representative a lawyer?"),
        # A parent has no document of a certain name, and at a desk no case officer looks at it.
        Question.DOCUMENT_SEEN: words.gettext(
            "Has a member of staff seen a document that shows this?"
        ),
        Question.COVERS_CHOICE: words.gettext(
            "Does the power of attorney cover the choice of provider?"
        ),
        Question.VALID_TODAY: words.gettext("Is the power of attorney valid today?"),
        Question.IS_ADULT: words.gettext("Is the representative 18 or older?"),
        Question.WORKS_IN_FIELD: words.gettext(
            "Does the representative work with home care, in the municipality or for a provider?"
        ),
        Question.MANDATE_PERSONAL: words.gettext("Does the mandate cover personal matters?"),
        Question.PERSON_HEARD: words.gettext("Has the person been heard?"),
        Question.PERSON_OBJECTS: words.gettext("Does the person object to this?"),
        Question.IN_FORCE: words.gettext("Has the lasting power of attorney come into force?"),
        Question.ATTEST_SEEN: words.gettext(
            "Has a member of staff seen the certificate? It is optional."
        ),
    }[question]


def reply_label(reply: Reply, words: Words) -> str:
    """The words of an answer to such a question."""
    return {
        Reply.YES: words.pgettext("answer to a question", "Yes"),
        Reply.NO: words.pgettext("answer to a question", "No"),
        Reply.UNKNOWN: words.pgettext("answer to a question", "Do not know"),
    }[reply]


def decider_answer(decider: Decider, words: Words) -> str:
    """Who decides, as said to the person on the review page."""
    if decider.role is DeciderRole.SELF:
        return words.gettext("You decide yourself")
    if decider.role is DeciderRole.SELF_WITH_SUPPORT:
        return words.gettext("You decide with support")
    return words.gettext("{name} decides, {role}").format(
        name=decider.name.strip(), role=role_noun(decider.role, words)
    )


def role_noun(role: DeciderRole, words: Words) -> str:
    """The role beside a name, for example ``verge``."""
    return {
        DeciderRole.SELF: words.pgettext("role", "the person"),
        DeciderRole.SELF_WITH_SUPPORT: words.pgettext("role", "the person, with support"),
        DeciderRole.REPRESENTATIVE: words.pgettext("role", "representative"),
        DeciderRole.LASTING_REPRESENTATIVE: words.pgettext("role", "lasting representative"),
        DeciderRole.GUARDIAN: words.pgettext("role", "guardian"),
        DeciderRole.PARENT: words.pgettext("role", "parent"),
        DeciderRole.CHILD_WELFARE: words.pgettext("role", "child welfare service"),
    }[role]


def participants_list(roles: Iterable[str], words: Words) -> str:
    """Roles of those who take part, as a list; a role that is none of ours stands as it is."""
    names = {
        "next_of_kin": words.pgettext("participant, in a list", "next of kin"),
        "support": words.pgettext("participant, in a list", "a support person"),
        "interpreter": words.pgettext("participant, in a list", "an interpreter"),
        "other": words.pgettext("participant, in a list", "somebody else"),
    }
    return words.and_list(names.get(role, role) for role in roles)


def basis_text(decider: Decider, words: Words) -> str:
    """What gives somebody the right to decide for another; empty for the person."""
    if decider.replies.get(Question.IS_LAWYER) is Reply.YES:
        return words.gettext("Lawyer. A written power of attorney is not asked for.")
    return {
        DeciderRole.SELF: "",
        DeciderRole.SELF_WITH_SUPPORT: "",
        DeciderRole.REPRESENTATIVE: _seen(
            words.pgettext("basis", "Written power of attorney"), decider, words
        ),
        DeciderRole.LASTING_REPRESENTATIVE: _lasting_basis(decider, words),
        DeciderRole.GUARDIAN: _seen(words.pgettext("basis", "Guardianship"), decider, words),
        DeciderRole.PARENT: _seen(
            words.pgettext("basis", "Parental responsibility"), decider, words
        ),
        DeciderRole.CHILD_WELFARE: _seen(
            words.pgettext("basis", "Child welfare decision"), decider, words
        ),
    }[decider.role]


def _lasting_basis(decider: Decider, words: Words) -> str:
    # vgml § 84: the certificate is optional, but whether it was seen is part of the proof.
    basis = _seen(words.pgettext("basis", "Lasting power of attorney"), decider, words)
    if decider.replies.get(Question.ATTEST_SEEN) is Reply.YES:
        return sentences(basis, words.gettext("Certificate seen."))
    return sentences(basis, words.gettext("Certificate not seen."))


def _seen(basis: str, decider: Decider, words: Words) -> str:
    if decider.replies.get(Question.DOCUMENT_SEEN) is Reply.YES:
        return words.gettext("{basis}. Document seen.").format(basis=basis)
    return words.gettext("{basis}. Document not seen.").format(basis=basis)
