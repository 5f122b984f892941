"""Which exits a letter that was posted has told of; it is stored with the letter."""

from collections.abc import Callable
from datetime import date, datetime

from kiosk.app.exits.standing_exits import helped_of, known_exits
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.record import Record
from kiosk.domain.event import DocumentIssued, DocumentKind
from kiosk.domain.exits.affected import touched
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.exits.exit_told import ExitTold


def exits_told(
    record: Record,
    file: CaseFile,
    posted_on: date,
    reply_by: Callable[[ProviderExit], date],
    made_at: datetime | None = None,
) -> tuple[ExitTold, ...]:
    """Exits that concern a person and were announced when the letter was made; may be empty.

    Args:
        record: Knows the exits.
        file: Whose letter.
        posted_on: Day of posting.
        reply_by: The last day for an answer that the letter told because of an exit.
        made_at: When the letter was made; None to find the newest one that was issued, and where
            there is none, all exits count that were announced by the day of posting.

    Raises:
        StorageError: The record could not be read.
    """
    made_at = made_at or _issued_at(record, file, posted_on)
    helps = tuple(helped_of(file, posted_on))
    return tuple(
        ExitTold(each.exit.id, reply_by(each.exit))
        for each in known_exits(record)
        if each.called_off_at is None
        and each.exit.announced_on <= posted_on
        and (made_at is None or each.announced_at <= made_at)
        and any(touched(helped, each.exit) for helped in helps)
    )


def _issued_at(record: Record, file: CaseFile, posted_on: date) -> datetime | None:
    issued = [
        event.at
        for _, event in record.history(file.case.reference)
        if isinstance(event.body, DocumentIssued)
        and event.body.kind is DocumentKind.EXIT
        and event.at.date() <= posted_on
    ]
    return issued[-1] if issued else None
