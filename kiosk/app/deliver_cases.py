"""Delivers cases to the case system, which is the master; at least once, never lost.

Each run is one folder, ``levering-DEVICE-DATE-TIME-CODE``:

- ``saker/0001/`` and so on, one per case, numbered anew in each run; which case it is stands in
  ``sak.json`` inside, beside the receipts and the dated notes as PDF.
- ``leverandorer/KEY.csv`` and ``.pdf``, one pair per provider that has to hear something.

In this order: all files are written aside; the record notes that they are about to appear; they
appear whole and durable; the record notes that the cases are delivered. Wherever that stops, what
was not noted as delivered comes again in the next run.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kiosk.app.delivery_due import due_of
from kiosk.app.delivery_files import DeliveryFiles
from kiosk.app.delivery_run import DeliveryRun, NothingWrittenError, Work
from kiosk.app.ports.case_file import CaseFilter
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.outbox import Outbox
from kiosk.app.ports.record import Record
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.case import CaseRef
from kiosk.domain.delivery import Delivery
from kiosk.domain.errors import PrintError, StorageError

_CODE_LETTERS = 6


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A case on the work list.

    Attributes:
        name: Of the person; empty where the case cannot be read.
    """

    case: CaseRef
    name: str
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of a run.

    Attributes:
        run: Name of its folder; empty where none was made.
        cases: Delivered ones, in the order of their folders.
        failed: Reason code per case that was not delivered.
        is_cancelled: Somebody stopped it; nothing was delivered and nothing has failed.
    """

    run: str = ""
    cases: tuple[CaseRef, ...] = ()
    failed: dict[CaseRef, str] = field(default_factory=dict)
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class DeliverCases:
    """Whoever calls it sees to it that the one who is signed in may."""

    record: Record
    clock: Clock
    ids: IdSource
    files: DeliveryFiles

    def work_list(self, most: int | None = None) -> tuple[Undelivered, ...]:
        """What is not delivered, by case number; closed cases too.

        Args:
            most: How many are wanted; None for all.
        """
        return tuple(map(self._undelivered, self._waiting()[:most]))

    def count(self) -> int:
        """How many cases are not delivered."""
        return self.record.count_cases(CaseFilter.UNDELIVERED, self.clock.now().date())

    def deliver(self, outbox: Outbox, actor: str, watch: Watch | None = None) -> Delivered:
        """Deliver what is not delivered.

        Args:
            outbox: Where to.
            actor: Who is signed in.
            watch: Who looks on; None for nobody.

        Raises:
            StorageError: The record could not note it; what was not noted comes again.
        """
        return self._run(self._waiting(), outbox, self._work(actor), watch or Watch())

    def deliver_again(self, case: CaseRef, outbox: Outbox, actor: str) -> Delivered:
        """Repeat the last delivery of one case, with what came after it.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: Nothing of the case can be delivered.
            StorageError: The record could not be read, or could not note it.
        """
        due_of(self.record, case, again=True)
        return self._run([case], outbox, self._work(actor, again=True), Watch())

    def _run(self, cases: Sequence[CaseRef], outbox: Outbox, work: Work, watch: Watch) -> Delivered:
        if not cases:
            return Delivered()
        run = DeliveryRun(work)
        try:
            with outbox.parcel(work.name, self._kin) as parcel:
                run.write(cases, parcel, watch)
        except CancelledError:
            return Delivered(is_cancelled=True)
        except NothingWrittenError:
            # Each case has its own reason.
            pass
        except PrintError as error:
            run.fail(cases, error.code)
        run.note_end()
        return Delivered(work.name if run.written else "", tuple(run.written), run.failed)

    def _waiting(self) -> list[CaseRef]:
        today = self.clock.now().date()
        return sorted(self.record.find_cases("", CaseFilter.UNDELIVERED, today))

    def _undelivered(self, case: CaseRef) -> Undelivered:
        try:
            file = self.record.case_file(case)
        except StorageError as error:
            return Undelivered(case, "", Delivery(is_tried=True, fault=error.code))
        return Undelivered(case, file.case.name, file.delivery)

    def _work(self, actor: str, *, again: bool = False) -> Work:
        now, code = self.clock.now(), self.ids.event_id()[-_CODE_LETTERS:]
        name = f"{self._kin}{now:%Y%m%d-%H%M%S}-{code}"
        return Work(self.record, self.ids, self.files, name, actor, now, again)

    @property
    def _kin(self) -> str:
        return f"levering-{self.record.device}-"
