"""What is done with the data of a case: it is read, told to the person, held back, disposed of."""

from dataclasses import dataclass

from kiosk.domain.language import Language
from kiosk.domain.reading import Reading


@dataclass(frozen=True, slots=True)
class CaseRead:
    """Somebody opened a case; stored before it is shown (Normen, pasientjournalloven § 22)."""

    what: Reading


@dataclass(frozen=True, slots=True)
class AccessGiven:
    """What is stored about the person was written out for the person (GDPR article 15)."""

    language: Language


@dataclass(frozen=True, slots=True)
class CaseHeld:
    """The case must be kept, whatever the rules of retention say.

    Attributes:
        reason: In staff's words; short, no health details.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class HoldReleased:
    """The rules of retention hold for the case again."""


@dataclass(frozen=True, slots=True)
class ErasedPlaces:
    """Places in the record whose content was erased; first and last number of a row of them."""

    device: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class DisposedUnder:
    """How many cases one rule disposed of.

    Attributes:
        rule: Key of the rule.
        decision_reference: Of the municipality's decision about the rule.
        is_shed: The case system keeps what this record gives up.
        cases: At least one.
    """

    rule: str
    decision_reference: str
    is_shed: bool
    cases: int


@dataclass(frozen=True, slots=True)
class RowsDealt:
    """How far the dealing of a block of orders has come; tells nothing about whose rows they are.

    Attributes:
        block: Key of the block.
        rows: How many of its rows were dealt, from the first one on.
    """

    block: str
    rows: int


@dataclass(frozen=True, slots=True)
class CasesDisposed:
    """Cases were disposed of for good; tells nothing about whose they were.

    Stored first: from then on the erasing is finished, also after a power cut.

    Attributes:
        rules: In the order of the rules; at least one.
        approved_by: Staff member who approved the list.
        list_digest: What the approved list is known by.
        places: Everything that was erased, in order.
        blocks: How far every open block of orders had come, since what is erased told it: a row
            that is dealt twice would end the balance (neutrality 1.2).
    """

    rules: tuple[DisposedUnder, ...]
    approved_by: str
    list_digest: str
    places: tuple[ErasedPlaces, ...]
    blocks: tuple[RowsDealt, ...] = ()

    @property
    def cases(self) -> int:
        """How many cases were disposed of."""
        return sum(rule.cases for rule in self.rules)
