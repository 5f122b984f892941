"""What people answer and take back, and what follows from a visit, as events."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from kiosk.domain.choice import Agreement, Correction, EventId, RecordedChoice, Withdrawal
from kiosk.domain.receipt_number import Stored, receipt_number


class Understood(Enum):
    """Whether the information was understood (pbrl § 3-5); "unsure" offers a new talk."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ChoiceRecorded:
    """A person's answers.

    Attributes:
        choice: Its ``id`` is the event's; its receipt number is empty here, the record makes it.
        receipt_prefix: Capitals that the receipt number begins with.
        correction: What it corrects; None for an answer that was given now.
    """

    choice: RecordedChoice
    receipt_prefix: str
    correction: Correction | None = None

    @property
    def received(self) -> date:
        """Day on which the municipality received the answers."""
        if self.correction is not None:
            return self.correction.received
        return self.choice.received_on or self.choice.at.date()

    def numbered(self, stored: Stored) -> RecordedChoice:
        """The choice with the receipt number that its place in the record gives it."""
        number = receipt_number(self.receipt_prefix, self.choice.at, stored)
        return replace(self.choice, receipt_number=number)


@dataclass(frozen=True, slots=True)
class ChoiceWithdrawn:
    """A person took answers back.

    Attributes:
        withdrawal: Its ``id`` is the event's; its receipt number is empty here.
        receipt_prefix: Capitals that the receipt number begins with.
    """

    withdrawal: Withdrawal
    receipt_prefix: str

    def numbered(self, stored: Stored) -> Withdrawal:
        """The withdrawal with the receipt number that its place in the record gives it."""
        number = receipt_number(self.receipt_prefix, self.withdrawal.at, stored)
        return replace(self.withdrawal, receipt_number=number)


@dataclass(frozen=True, slots=True)
class StartAgreed:
    """The municipality agreed with a person on the day of a start (domain 6.5)."""

    agreement: Agreement


@dataclass(frozen=True, slots=True)
class InformationNoted:
    """The note that information was given (pbrl § 3-5); it finishes a home visit.

    Attributes:
        choice_id: The choice that the conversation led to.
        how: How the officer made sure; short, no health details.
        interpreter: Language of the interpreter who took part; empty for none.
    """

    choice_id: EventId
    understood: Understood
    how: str
    interpreter: str = ""
