"""Deals each case the code that its reply slips bear; one for as long as the case lives."""

from collections.abc import Collection, Sequence
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
            return self._deal([case], actor)[0]

    def for_cases(self, cases: Sequence[CaseRef], actor: str) -> None:
        """Deal a code to each case that has none yet, and store all of them at once.

        Raises:
            NotFoundError: There is no such case.
            StorageError: Nothing was stored.
        """
        with self._one_at_a_time:
            known = ((each, self.record.case_file(each).slip_code) for each in dict.fromkeys(cases))
            without = [case for case, code in known if code is None]
            if without:
                self._deal(without, actor)

    def _deal(self, cases: Sequence[CaseRef], actor: str) -> list[SlipCode]:
        codes: dict[SlipCode, CaseRef] = {}
        for case in cases:
            codes[self._free(codes)] = case
        now = self.clock.now()
        self.record.append(
            [
                Event(self.ids.event_id(), now, actor, case, SlipCodeDealt(code))
                for code, case in codes.items()
            ]
        )
        return list(codes)

    def _free(self, taken: Collection[SlipCode]) -> SlipCode:
        """A code that no case has, and that is not taken here."""
        while True:
            code = drawn_code(self.ids.seed())
            if code in taken:
                continue
            try:
                self.record.case_of_slip(code)
            except NotFoundError:
                return code
