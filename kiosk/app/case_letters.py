"""Which letters can be printed for a case now; making one may refuse all the same."""

from collections.abc import Iterator
from datetime import date

from kiosk.app.exits.standing_exits import helped_of, standing_exits
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.record import Record
from kiosk.app.switch_limit import limit_reached
from kiosk.domain.allocation_events import ServiceAllocated
from kiosk.domain.eligibility import offered_services
from kiosk.domain.event import DocumentKind
from kiosk.domain.exits.affected import touched
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.waiting import offers_to


def printable_letters(
    file: CaseFile, municipality: Municipality, record: Record, today: date
) -> Iterator[DocumentKind]:
    """Kinds of letters that tell this person something now, each once; nothing of a closed case.

    Raises:
        StorageError: The record could not be read.
    """
    if not file.case.is_open:
        return
    exits, case = standing_exits(record), file.case.reference
    if any(touched(helped, exit_) for helped in helped_of(file, today) for exit_ in exits):
        yield DocumentKind.EXIT
    if any(offers_to(case, record.waiting(), municipality, today)):
        yield DocumentKind.PLACE
    if any(isinstance(event.body, ServiceAllocated) for _, event in record.history(case)):
        yield DocumentKind.ALLOCATION
    yield from _asking(file, municipality, today)
    if _can_switch(file, municipality, today):
        yield DocumentKind.SWITCH


def _can_switch(file: CaseFile, municipality: Municipality, today: date) -> bool:
    """Whether somebody helps with a service for which another can be chosen now."""
    return any(
        granted.present_provider is not None
        and limit_reached(municipality, file, granted, today) is None
        and set(municipality.offered(granted.service, file.case.zone, today))
        - {granted.present_provider}
        for granted in offered_services(municipality, file.case_on(today), today)
    )


def _asking(file: CaseFile, municipality: Municipality, today: date) -> Iterator[DocumentKind]:
    """Letters that ask for a choice, as long as one is missing."""
    offered = {each.service for each in offered_services(municipality, file.case_on(today), today)}
    if any(each.outcome is None and each.service in offered for each in file.states):
        yield DocumentKind.INVITATION
        if any(each.kind is LetterKind.INVITATION for each in file.letters):
            yield DocumentKind.REMINDER
