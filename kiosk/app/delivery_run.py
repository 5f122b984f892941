"""One run of deliveries, from the first file to the last mark."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.app.delivery_due import Due, due_of
from kiosk.app.delivery_files import DeliveryFiles
from kiosk.app.ports.machine import IdSource
from kiosk.app.ports.outbox import Parcel
from kiosk.app.ports.record import Record
from kiosk.app.provider_lists import ListEntry, ProviderLists
from kiosk.app.watch import Watch
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.delivery_events import CaseDelivered, DeliveryBegun, DeliveryFailed
from kiosk.domain.errors import (
    DoesNotFitError,
    KioskError,
    MissingGlyphError,
    NotFoundError,
    RefusedError,
    StorageError,
)
from kiosk.domain.event import ChoiceRecorded, Event, EventBody
from kiosk.domain.language import LocalText
from kiosk.domain.service import ProviderId
from kiosk.domain.start_stop import Change, heard

DOES_NOT_FIT = "delivery.does_not_fit"
MISSING_LETTER = "delivery.missing_letter"
INCOMPLETE = "delivery.incomplete"

Covers = tuple[EventId, ...]


class NothingWrittenError(KioskError):
    """No case could be written."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a run works with.

    Attributes:
        name: Of the run's folder.
        actor: Who is signed in.
        now: When the run was begun; dates of its papers.
        again: Whether the last delivery of the cases is repeated.
    """

    record: Record
    ids: IdSource
    files: DeliveryFiles
    name: str
    actor: str
    now: datetime
    again: bool = False


class DeliveryRun:
    """Writes cases and keeps account of them.

    Attributes:
        written: Events per case whose files are in the parcel, by number.
        failed: Reason code per case that is not.
    """

    def __init__(self, work: Work) -> None:
        self.written: dict[CaseRef, Covers] = {}
        self.failed: dict[CaseRef, str] = {}
        self._work = work
        self._entries: list[ListEntry] = []
        self._names: dict[ProviderId, LocalText] = {}

    def write(self, cases: Sequence[CaseRef], parcel: Parcel, watch: Watch) -> None:
        """Write all files, and note that they are about to appear.

        Raises:
            CancelledError: Somebody stopped it.
            NothingWrittenError: Every case has failed.
            PrintError: The files could not be written.
            StorageError: It could not be noted that they appear.
        """
        for number, case in enumerate(cases, start=1):
            watch.heed()
            self._try(case, f"saker/{number:04}", parcel)
            watch.progress(number, len(cases))
        watch.heed()
        if not self.written:
            raise NothingWrittenError
        for path, content in self._lists(self._entries):
            parcel.put(path, content)
        name = self._work.name
        self._note({case: DeliveryBegun(name, ids) for case, ids in self.written.items()})

    def fail(self, cases: Iterable[CaseRef], reason: str) -> None:
        """No file is left of any case."""
        self.failed |= {case: self.failed.get(case, reason) for case in cases}
        self.written.clear()

    def note_end(self) -> None:
        """Note what became of every case; the files are durable.

        Raises:
            StorageError: It could not be noted.
        """
        name = self._work.name
        good: dict[CaseRef, EventBody] = {
            case: CaseDelivered(name, covers) for case, covers in self.written.items()
        }
        bad: dict[CaseRef, EventBody] = {
            case: DeliveryFailed(name, covers, self.failed[case])
            for case in self.failed
            if (covers := self._waiting(case))
        }
        self._note(good | bad)

    def _try(self, case: CaseRef, folder: str, parcel: Parcel) -> None:
        """Write a case whole, or keep the reason why it cannot be."""
        work = self._work
        try:
            due = due_of(work.record, case, again=work.again)
            files = work.files.of(due, work.name, work.now)
            entries = [ListEntry(due.case, change) for change in self._heard(due)]
            names = dict(_names_in(due))
            # What has no room in a list must not keep the other cases of that list back.
            tuple(self._lists(entries))
        except (DoesNotFitError, MissingGlyphError, NotFoundError, RefusedError) as error:
            self.failed[case] = _reason(error)
            return
        except StorageError as error:
            self.failed[case] = error.code
            return
        for name, content in files:
            parcel.put(f"{folder}/{name}", content)
        self.written[case] = due.covers
        self._entries += entries
        self._names |= names

    def _heard(self, due: Due) -> tuple[Change, ...]:
        rule_of = self._work.files.municipality.notice_of
        return heard(due.changes, due.turns, lambda service: rule_of(service).notifies)

    def _lists(self, entries: Iterable[ListEntry]) -> Iterator[tuple[str, bytes]]:
        """Paths and contents of the lists that these entries make."""
        files, work = self._work.files, self._work
        lists = ProviderLists(files.municipality, files.words, self._names)
        of_provider: defaultdict[ProviderId, list[ListEntry]] = defaultdict(list)
        for entry in entries:
            of_provider[entry.provider].append(entry)
        for provider, each in sorted(of_provider.items()):
            sheet = lists.sheet(each, work.name, work.now.date())
            yield f"leverandorer/{provider}.csv", lists.table(each)
            yield f"leverandorer/{provider}.pdf", files.maker.sheet(sheet, work.now)

    def _waiting(self, case: CaseRef) -> Covers:
        """What a failed case waits with; nothing where the record cannot be read."""
        try:
            return due_of(self._work.record, case, again=self._work.again).covers
        except KioskError:
            return ()

    def _note(self, bodies: "dict[CaseRef, EventBody]") -> None:
        work = self._work
        work.record.append(
            [
                Event(work.ids.event_id(), work.now, work.actor, case, body)
                for case, body in bodies.items()
            ]
        )


def _reason(error: KioskError) -> str:
    if isinstance(error, DoesNotFitError):
        return DOES_NOT_FIT
    return MISSING_LETTER if isinstance(error, MissingGlyphError) else INCOMPLETE


def _names_in(due: Due) -> Iterator[tuple[ProviderId, LocalText]]:
    """Names that providers had with the answers."""
    for _, event in due.history:
        answers = event.body.choice.answers if isinstance(event.body, ChoiceRecorded) else ()
        for answer in answers:
            named = (
                (answer.provider, answer.provider_name),
                (answer.previous_provider, answer.previous_name),
                (answer.interim, answer.interim_name),
            )
            for provider, name in named:
                if provider is not None and name is not None:
                    yield provider, name
