"""Writes down what a public machine and its staff do, each with its time of day to the minute."""

from dataclasses import dataclass

from kiosk.app.ports.machine import Clock
from kiosk.app.ports.machine_log import MachineLog
from kiosk.domain.fault_place import FaultPlace
from kiosk.domain.machine_end import MachineEnd
from kiosk.domain.machine_event import (
    CodeOutcome,
    MachineEvent,
    MachineEventId,
    TestEnd,
    TestName,
    Value,
    end_word,
)

_GAVE_UP = "gave_up"


@dataclass(frozen=True, slots=True)
class MachineNotes:
    """One method for each thing that can be told; all of them raise ``StorageError``."""

    log: MachineLog
    clock: Clock

    def watched(self, happening: str | None) -> None:
        """What a watch did.

        Args:
            happening: Why the program was started again; ``gave_up`` where it was not; None for its
                first start.
        """
        if happening is None:
            self._note(MachineEventId.PROGRAM_STARTED)
        elif happening == _GAVE_UP:
            self._note(MachineEventId.OUT_OF_ORDER)
        else:
            self._note(MachineEventId.PROGRAM_RESTARTED, why=happening)

    def fault(self, fault: FaultPlace) -> None:
        """Something unforeseen failed."""
        self._note(MachineEventId.FAULT_CAUGHT, fault=fault.kind, place=fault.place)

    def code_given(self, outcome: CodeOutcome) -> None:
        """Somebody gave a staff code."""
        self._note(MachineEventId.STAFF_CODE_GIVEN, outcome=outcome.value)

    def passphrase_given(self, outcome: CodeOutcome) -> None:
        """Somebody gave a passphrase."""
        self._note(MachineEventId.RECORD_KEY_GIVEN, outcome=outcome.value)

    def cleaning_locked(self) -> None:
        """The screen takes no touch for a while."""
        self._note(MachineEventId.CLEANING_LOCKED)

    def maintenance_exit(self, end: MachineEnd) -> None:
        """A staff member ends the program."""
        self._note(MachineEventId.MAINTENANCE_EXIT, end=end_word(end))

    def self_tested(self, test: TestName, end: TestEnd) -> None:
        """A part of the self-test ran."""
        self._note(MachineEventId.SELF_TESTED, test=test.value, outcome=end.value)

    def day_opened(self) -> None:
        """A staff member opens the machine."""
        self._note(MachineEventId.DAY_OPENED)

    def day_closed(self) -> None:
        """A staff member closes the machine."""
        self._note(MachineEventId.DAY_CLOSED)

    def _note(self, kind: MachineEventId, **fields: Value) -> None:
        now = self.clock.now()
        at = now.time().replace(second=0, microsecond=0)
        self.log.append([MachineEvent(kind, now.date(), fields, at)])
