"""Questions about the right to decide for another, as rows of both sides of the screen."""

from kiosk.app.ports.words import Words
from kiosk.app.wording import question_text, reply_label
from kiosk.domain.decider import (
    ROLES_FOR_ADULTS,
    ROLES_FOR_CHILDREN,
    DeciderRole,
    Question,
    Reply,
)

QUESTION_FIELDS = ("key", "text", "reply", "yes", "no", "unknown", "hasUnknown")


def roles_to_ask(age_years: int, child_age_years: int) -> tuple[DeciderRole, ...]:
    """The roles that make sense at the person's age, the person first."""
    return ROLES_FOR_CHILDREN if age_years < child_age_years else ROLES_FOR_ADULTS


def question_row(question: Question, reply: Reply | None, words: Words) -> dict[str, str | bool]:
    """One question and the answer so far."""
    return {
        "key": question.value,
        "text": question_text(question, words),
        "reply": reply.value if reply is not None else "",
        "yes": reply_label(Reply.YES, words),
        "no": reply_label(Reply.NO, words),
        "unknown": reply_label(Reply.UNKNOWN, words),
        "hasUnknown": question in {Question.MANDATE_PERSONAL, Question.ATTEST_SEEN},
    }
