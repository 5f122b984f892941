"""Whether an answer on paper is the one that was entered last, typed or scanned once more."""

from collections.abc import Iterable
from datetime import date

from kiosk.app.ports.case_file import CaseFile
from kiosk.domain.choice import Outcome, RecordedChoice, ServiceAnswer
from kiosk.domain.service import ProviderId, ServiceId

_Said = dict[ServiceId, tuple[Outcome, ProviderId | None, date | None]]


def was_entered_before(file: CaseFile, made: RecordedChoice) -> bool:
    """Whether it holds already: the same answers, decided by the same, received the same day.

    Args:
        file: The case as it stands.
        made: What would be stored.
    """
    last = file.choice
    if last is None or last.received_on != made.received_on or last.decider != made.decider:
        return False
    standing = (state.answer for state in file.states if state.answer is not None)
    return _said(made.answers).items() <= (_said(last.answers).items() & _said(standing).items())


def _said(answers: Iterable[ServiceAnswer]) -> _Said:
    return {each.service: (each.outcome, each.provider, each.postponed_until) for each in answers}
