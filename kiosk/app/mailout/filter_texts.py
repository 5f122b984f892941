"""Whom a mail-out is for, in words."""

from kiosk.app.compose_receipt import outcome_text
from kiosk.app.ports.words import Words
from kiosk.domain.choice import Outcome
from kiosk.domain.mail_events import MailState


def mail_state_text(state: MailState, words: Words) -> str:
    """A state as the label of an alternative."""
    match state:
        case MailState.DUE:
            return words.gettext("Those who are to have it now")
        case MailState.OPEN:
            return words.gettext("All without an answer")
        case MailState.ANY:
            return words.gettext("All, whatever they have answered")
        case _:
            return outcome_text(Outcome(state.value), words)
