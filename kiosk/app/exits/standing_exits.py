"""Which exits hold, and what a case has to do with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from kiosk.app.ports.case_file import CaseFile, ServiceState
from kiosk.app.ports.record import Record
from kiosk.domain.case import GrantedService
from kiosk.domain.exits.affected import Helped, must_answer
from kiosk.domain.exits.events import ExitCalledOff, ProviderExitAnnounced
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.helping import Help, Listed
from kiosk.domain.language import LocalText


@dataclass(frozen=True, slots=True)
class KnownExit:
    """An exit of the record.

    Attributes:
        name: Of the provider, on the day of the announcement.
        announced_by: Who announced it.
        announced_at: With time zone.
        called_off_at: With time zone; None for one that holds.
    """

    exit: ProviderExit
    name: LocalText
    announced_by: str
    announced_at: datetime
    called_off_at: datetime | None = None


def known_exits(record: Record) -> tuple[KnownExit, ...]:
    """Every exit that was ever announced, oldest first; may be empty.

    Raises:
        StorageError: The record could not be read.
    """
    known: dict[str, KnownExit] = {}
    for event in record.exits():
        match event.body:
            case ProviderExitAnnounced(announced, name):
                known[announced.id] = KnownExit(announced, name, event.actor, event.at)
            case ExitCalledOff(exit_id) if exit_id in known:
                known[exit_id] = replace(known[exit_id], called_off_at=event.at)
            case _:
                pass
    return tuple(known.values())


def standing_exits(record: Record) -> tuple[ProviderExit, ...]:
    """Exits that were not called off, oldest first; may be empty.

    Raises:
        StorageError: The record could not be read.
    """
    return tuple(each.exit for each in known_exits(record) if each.called_off_at is None)


def helped_of(file: CaseFile, today: date) -> Iterator[Helped]:
    """Every granted service of a case as an exit is judged against it, order of the case."""
    states = {state.service: state for state in file.states}
    for granted in file.case.services:
        state = states.get(granted.service, ServiceState(granted.service))
        yield helped_with(file, granted, state, today)


def helped_with(
    file: CaseFile, granted: GrantedService, state: ServiceState, today: date
) -> Helped:
    """One granted service of a case as an exit is judged against it."""
    listed = Help(Listed(granted.present_provider, today))
    return Helped(
        service=granted.service,
        zone=file.case.zone,
        help=file.helps.get(granted.service, listed),
        answer=state.answer,
        answered_on=state.answered_on,
    )


def leaving(helped: Helped, exits: Sequence[ProviderExit]) -> ProviderExit | None:
    """The first exit because of which somebody needs a new provider; None for all others."""
    return next((each for each in exits if must_answer(helped, each)), None)
