"""What follows for a person once an answer is stored, changed or taken back."""

from collections.abc import Callable

from kiosk.domain.case import CaseRef

AfterAnswer = Callable[[CaseRef, str], object]
"""Called with the case and who did it, after that is durable; raises nothing."""


def nothing(case: CaseRef, actor: str) -> None:
    """Nothing follows."""
