"""Which letters count for an open service: those that the person got, and did not answer yet."""

from datetime import date

from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.record import Record
from kiosk.domain.case import GrantedService
from kiosk.domain.last_word import last_word
from kiosk.domain.nonchoice.silence import Letter, asking_about
from kiosk.domain.service import ServiceId


def letters_about(record: Record, file: CaseFile, granted: GrantedService) -> list[Letter]:
    """The letters that may have asked about a service, in the order of posting; may be empty.

    A letter from before the decision told nothing of it. Whoever takes an answer back, or says no
    to a place, has answered the letters of before; only a new one asks what the person wants now.

    Raises:
        StorageError: The history of the case could not be read.
    """
    heard = None if _is_answered(file, granted.service) else heard_on(record, file, granted.service)
    since = granted.decided_on if heard is None else max(heard, granted.decided_on)
    asking = asking_about(file.letters, granted.service)
    return [each for each in asking if each.posted_on >= since]


def heard_on(record: Record, file: CaseFile, service: ServiceId) -> date | None:
    """The last day on which the person was heard about a service; None for nobody heard yet.

    The history is read only for those who have ever answered, so that many cases are judged fast.

    Raises:
        StorageError: The history of the case could not be read.
    """
    help_ = file.helps.get(service)
    if help_ is None or not help_.answers:
        return None
    history = record.history(file.case.reference)
    return last_word((event.body for _, event in history), service)


def _is_answered(file: CaseFile, service: ServiceId) -> bool:
    return any(each.outcome is not None for each in file.states if each.service == service)
