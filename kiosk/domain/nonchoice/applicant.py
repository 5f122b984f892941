"""Somebody for whom a rule is applied."""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.case import CaseRef
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.service import DayPart, ProviderId, ServiceId, ZoneId


@dataclass(frozen=True, slots=True)
class Known:
    """Who knows a person already; flags that an officer sets, never data about a household.

    Attributes:
        former: A provider that helped before.
        former_until: Last day with it; None where that is unknown.
        household: The provider of somebody in the same home.
    """

    former: ProviderId | None = None
    former_until: date | None = None
    household: ProviderId | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """Whose place somebody has in the counts until the rule has been applied.

    Attributes:
        provider: None for nobody's.
        is_new: Whether the person counts as new there this year.
    """

    provider: ProviderId | None
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Applicant:
    """One service of one case without a choice.

    Attributes:
        due: Day from which the rule may be applied: after the reply deadline, or the day on which
            the person said so.
        decided_on: Date of the decision that grants the service.
        present: Who helps now; None for a new person.
        minutes_per_week: Of the decision; 0 where unknown.
        needs: Parts of the week; empty where unknown.
        language: ISO 639 code of the language that an interpreter is needed for; empty for none.
        objects_to: Providers that the person expressly does not want.
        counted: None for the place of ``present``, and not as a new person.
    """

    case: CaseRef
    service: ServiceId
    zone: ZoneId
    state: NonchoiceState
    due: date
    decided_on: date
    present: ProviderId | None = None
    known: Known = Known()
    minutes_per_week: int = 0
    needs: frozenset[DayPart] = frozenset()
    language: str = ""
    objects_to: frozenset[ProviderId] = frozenset()
    counted: Counted | None = None

    @property
    def place(self) -> tuple[date, date, str, str]:
        """Where it stands in a run: longest due first, then the oldest decision, then by number."""
        return (self.due, self.decided_on, self.case, self.service)
