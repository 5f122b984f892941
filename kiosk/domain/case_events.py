"""What case lists tell of cases, as events."""

from dataclasses import dataclass

from kiosk.domain.case import Case, Closing


@dataclass(frozen=True, slots=True)
class CaseImported:
    """A case list named this case for the first time."""

    case: Case


@dataclass(frozen=True, slots=True)
class CaseChanged:
    """A later list says something else; the old values stay in the events before this one.

    Attributes:
        case: The whole case as it is now.
        fields: Names of the fields of ``Case`` that differ, in the order of the class.
    """

    case: Case
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseClosed:
    """A known case is missing from a list, and staff decided to close it."""

    closing: Closing
