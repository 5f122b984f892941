"""Every refusal as a sentence that explains it and says what to do instead."""

from collections.abc import Mapping
from datetime import date

from kiosk.app.exits.refusal_texts import exit_refusal_texts
from kiosk.app.key_faults import key_refusal_texts
from kiosk.app.later_refusals import later_refusal_texts
from kiosk.app.mailout.refusal_texts import mailout_refusal_texts
from kiosk.app.nonchoice.refusal_texts import nonchoice_refusal_texts
from kiosk.app.nonchoice.simulation_faults import simulation_refusal_texts
from kiosk.app.ports.words import Words
from kiosk.app.retention_faults import retention_refusal_texts
from kiosk.app.slips.refusal_texts import slip_refusal_texts
from kiosk.app.staff_refusals import door_refusal_texts, staff_refusal_texts
from kiosk.app.visit_refusals import decider_refusal_texts, visit_refusal_texts
from kiosk.app.waiting_refusals import waiting_refusal_texts
from kiosk.app.wording import question_text
from kiosk.domain.decider import Question
from kiosk.domain.errors import Refusal


def refusal_text(refusal: Refusal, words: Words) -> str:
    """Why something is not accepted and what to do; a general sentence for unknown codes."""
    if refusal.code == "decider.unanswered":
        question = question_text(Question(refusal.values["question"]), words)
        return words.gettext("Answer this question first: {question}").format(question=question)
    texts = {
        **decider_refusal_texts(words),
        **visit_refusal_texts(words),
        **later_refusal_texts(words),
        **staff_refusal_texts(words),
        **door_refusal_texts(words),
        **key_refusal_texts(words),
        **retention_refusal_texts(words),
        **exit_refusal_texts(words),
        **nonchoice_refusal_texts(words),
        **waiting_refusal_texts(words),
        **simulation_refusal_texts(words),
        **mailout_refusal_texts(words),
        **slip_refusal_texts(words),
    }
    text = texts.get(refusal.code)
    if text is None:
        return words.gettext("This is not possible here. Ask the case officer.")
    return text.format(**_told(refusal, words))


def _told(refusal: Refusal, words: Words) -> Mapping[str, str]:
    """Values for a sentence: days in words, and of texts in several languages the reader's."""
    ending = f"_{words.language.value}"
    values = {key.removesuffix(ending): value for key, value in refusal.values.items()}
    if "date" in values:
        values["date"] = words.full_date(date.fromisoformat(values["date"]))
    return values
