"""Finds the case of a reply slip by what a scanner read or somebody typed."""

from dataclasses import dataclass

from kiosk.app.ports.record import Record
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import NotFoundError, Refusal, RefusedError
from kiosk.domain.municipality import Municipality
from kiosk.domain.slip_code import read_slip, slip_edition


@dataclass(frozen=True, slots=True)
class FoundSlip:
    """Whom a slip is about.

    Attributes:
        is_of_another_brochure: It came with a brochure of another version than today's, whose
            words and providers may have been others; False where only the code was typed.
    """

    case: CaseRef
    is_of_another_brochure: bool


@dataclass(frozen=True, slots=True)
class FindSlip:
    """Reads codes; which answers are ticked is for people to see."""

    municipality: Municipality
    record: Record

    def find(self, text: str) -> FoundSlip:
        """The case behind a code.

        Args:
            text: As scanned, with what stands before and after it, or as typed.

        Raises:
            RefusedError: It is no code, or one with a mistake in it; or no case has it.
        """
        mark = read_slip(text)
        if mark is None:
            raise RefusedError([Refusal("slip.not_a_code")])
        try:
            case = self.record.case_of_slip(mark.code)
        except NotFoundError:
            raise RefusedError([Refusal("slip.unknown_code")]) from None
        today = slip_edition(self.municipality.version)
        return FoundSlip(case, mark.edition not in {"", today})
