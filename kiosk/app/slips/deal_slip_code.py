"""Deals each case the code that its reply slips bear; one for as long as the case lives."""

from dataclasses import dataclass, field
from threading import Lock

from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import NotFoundError
from kiosk.domain.event import Event, SlipCodeDealt
from kiosk.domain.slip_code import SlipCode, drawn_code


@dataclass(frozen=True, slots=True)
class DealSlipCode:
    """Safe to call from any thread: a case that is asked for on two of them gets one code."""

    record: Record
    clock: Clock
    ids: IdSource
    _one_at_a_time: Lock = field(default_factory=Lock, repr=False, compare=False)

    def for_case(self, case: CaseRef, actor: str) -> SlipCode:
        """The code of a case, dealt and stored now where it has none.

        Raises:
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        with self._one_at_a_time:
            known = self.record.case_file(case).slip_code
            if known is not None:
                return known
            code = self._free()
            body = SlipCodeDealt(code)
            self.record.append([Event(self.ids.event_id(), self.clock.now(), actor, case, body)])
            return code

    def _free(self) -> SlipCode:
        """A code that no case has."""
        while True:
            code = drawn_code(self.ids.seed())
            try:
                self.record.case_of_slip(code)
            except NotFoundError:
                return code
