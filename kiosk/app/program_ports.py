"""The adapters that the program is made with."""

from __future__ import annotations  # every name below is needed by types alone

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.app.ports.tries import ShortTryBook

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.app.ports.intake import CaseListReader
    from kiosk.app.ports.machine import Clock, CodeHasher, IdSource
    from kiosk.app.ports.outbox import Outbox
    from kiosk.app.ports.paper import DocumentMaker
    from kiosk.app.ports.press import MailFolder, Press
    from kiosk.app.ports.printer import Printer
    from kiosk.app.ports.record import Record
    from kiosk.app.ports.record_copies import RecordCopies
    from kiosk.app.ports.record_door import RecordDoor
    from kiosk.app.ports.rules import RulesSource
    from kiosk.app.ports.tries import TryBook
    from kiosk.app.ports.words import Words
    from kiosk.domain.language import Language
    from kiosk.domain.notice import WorkingCalendar


@dataclass(frozen=True)
class Ports:
    """The adapters behind the use cases.

    Attributes:
        words_for: Texts in a language; cheap to call again.
        outbox_in: Where deliveries go, in a folder that is named.
        mail_folder_in: Where the files of a mail-out go, in a folder and by the key of its batch.
        is_trial: Whether the record's key lies in the open beside it.
        is_public: Whether strangers use the machine alone.
        door: What opens the record behind the first page; None where it is open already.
        door_tries: Wrong passphrases at that door.
        copies: What backs the record up while it is open; None for a trial record.
        rules: Other rules for the same pack; None where its folder is not known.
    """

    record: Record
    clock: Clock
    ids: IdSource
    working: WorkingCalendar
    words_for: Callable[[Language], Words]
    hasher: CodeHasher
    reader: CaseListReader
    documents: DocumentMaker
    printer: Printer
    outbox_in: Callable[[str], Outbox]
    press: Press
    mail_folder_in: Callable[[str, str], MailFolder]
    is_trial: bool = False
    is_public: bool = False
    door: RecordDoor | None = None
    door_tries: TryBook = field(default_factory=ShortTryBook)
    copies: RecordCopies | None = None
    rules: RulesSource | None = None
