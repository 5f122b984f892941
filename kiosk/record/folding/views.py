"""Cases as domain values, read from their events; every value is built anew."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from kiosk.app.ports.case_file import CaseFile, ServiceState
from kiosk.domain.case import Case
from kiosk.domain.case_events import CaseChanged, CaseClosed, CaseImported
from kiosk.domain.delivery import Delivery
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.helping import Help, Listed, TakeOver
from kiosk.domain.nonchoice.silence import Letter, LetterKind
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.outcome import EventId
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.domain.slip_code import SlipCode
from kiosk.record.folding.case_state import CaseState, Granted, Told, held_of
from kiosk.record.folding.codec import decode
from kiosk.record.ledger.row import Row

if TYPE_CHECKING:
    from kiosk.domain.exits.exit_told import ExitTold
    from kiosk.domain.nonchoice.told import RuleTold

RowsAt = Callable[[Iterable[int]], tuple[Row, ...]]
TakenIn = Callable[[str], Mapping[str, Taken]]


def case_file_of(state: CaseState, rows_at: RowsAt, taken: TakenIn) -> CaseFile:
    """A case as the file that the program works with.

    Args:
        state: Of a case that was imported.
        rows_at: Reads rows of the ledger by their positions.
        taken: What others have of the providers' room, by service.

    Raises:
        StorageError: The ledger could not be read, or is another one than the state was made of.
    """
    answers = {state.order_at, state.choice_at, *state.wishes.values()}
    standing = (state.standing(granted.service) for granted in state.services)
    answers |= {answer.position for answer in standing if answer is not None}
    wanted = answers | {state.case_at, state.closed_at}
    rows = {row.position: row for row in rows_at(sorted(wanted - {0}))}
    file = _imported(state, rows, taken)
    if answers == {0}:
        return file
    from kiosk.record.folding.told import with_answers  # noqa: PLC0415  slow; a new case has none

    return with_answers(file, state, rows)


def _imported(state: CaseState, rows: Mapping[int, Row], taken: TakenIn) -> CaseFile:
    case = _case(state, rows)
    return CaseFile(
        case=case,
        states=tuple(ServiceState(item.service) for item in case.services),
        note_pending_for=EventId(state.notes[0]) if state.notes else None,
        helps={ServiceId(item.service): help_of(item, state) for item in state.services},
        letters=letters_of(state),
        asked_again=tuple(map(date.fromisoformat, state.asked)),
        taken={
            (item.service, case.zone): taken_by(here)
            for item in case.services
            for here in [taken(item.service)]
            if here
        },
        delivery=Delivery(
            waiting=tuple(map(EventId, state.undelivered)),
            is_tried=state.is_delivery_tried,
            fault=state.delivery_fault,
        ),
        slip_code=SlipCode(state.slip_code) if state.slip_code else None,
        unclear={
            ServiceId(service): date.fromisoformat(day) for service, day in state.unclear.items()
        },
    )


def _case(state: CaseState, rows: Mapping[int, Row]) -> Case:
    told = decode(rows[state.case_at]).body
    if not isinstance(told, CaseImported | CaseChanged):
        raise StorageError(StorageFault.DAMAGED)
    closed = decode(rows[state.closed_at]).body if state.closed_at else None
    if not isinstance(closed, CaseClosed):
        return told.case
    return replace(told.case, closing=closed.closing)


def help_of(granted: Granted, state: CaseState) -> Help:
    """What is stored about who helps with a granted service."""
    present = None if granted.present is None else ProviderId(granted.present)
    listed = Listed(present, date.fromisoformat(granted.listed_on))
    answers = tuple(map(held_of, state.answers.get(granted.service, ())))
    taken = state.take_overs.get(granted.service, ())
    instead = (msgspec.convert(each, TakeOver, from_attributes=True) for each in taken)
    return Help(listed, answers, tuple(instead))


def letters_of(state: CaseState) -> tuple[Letter, ...]:
    """Letters that were posted to the person, oldest first; may be empty."""
    return tuple(
        Letter(
            LetterKind(each.kind),
            date.fromisoformat(each.posted_on),
            None if each.returned_on is None else date.fromisoformat(each.returned_on),
            None if each.told is None else _rules_told(each.told),
            None if each.exits is None else _exits_told(each.exits),
            None if each.reply_by is None else date.fromisoformat(each.reply_by),
            None if each.services is None else tuple(map(ServiceId, each.services)),
            each.is_copy_only,
        )
        for each in state.letters
    )


def _rules_told(told: Iterable[Told]) -> "tuple[RuleTold, ...]":
    # Slow to import; the first page shows a list of cases, and no letters.
    from kiosk.domain.nonchoice.parts import NonchoiceState  # noqa: PLC0415
    from kiosk.domain.nonchoice.told import RuleTold  # noqa: PLC0415

    return tuple(
        RuleTold(
            ServiceId(service),
            rule,
            tuple(map(NonchoiceState, states)),
            mark,
            date.fromisoformat(on),
        )
        for service, rule, states, mark, on in told
    )


def _exits_told(told: Iterable[tuple[str, str]]) -> "tuple[ExitTold, ...]":
    # Slow to import; few letters are about exits.
    from kiosk.domain.exits.exit_told import ExitTold  # noqa: PLC0415

    return tuple(ExitTold(exit_, date.fromisoformat(reply_by)) for exit_, reply_by in told)


def taken_by(taken: Mapping[str, Taken]) -> dict[ProviderId, Taken]:
    """What is spoken for, by provider."""
    return {ProviderId(provider): each for provider, each in taken.items()}
