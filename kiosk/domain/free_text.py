"""What staff may write in their own words: short, and never a national identity number."""

from kiosk.domain.birth_number import holds_birth_number
from kiosk.domain.errors import Refusal

LONGEST_NAME = 80
LONGEST_REFERENCE = 60
LONGEST_NOTE = 200
LONGEST_LANGUAGE = 60


def objections(text: str, longest: int, missing: str) -> list[Refusal]:
    """Why a text that must be there is not stored; empty for a text that may be.

    Args:
        text: As written.
        longest: Most characters.
        missing: Code of the refusal for an empty text.
    """
    refusals = [] if text.strip() else [Refusal(missing)]
    return refusals + objections_to_optional(text, longest)


def objections_to_optional(text: str, longest: int) -> list[Refusal]:
    """Why a text that may be empty is not stored; the limit is in characters."""
    refusals = []
    if len(text.strip()) > longest:
        refusals.append(Refusal("text.too_long", {"limit": str(longest)}))
    if holds_birth_number(text):
        refusals.append(Refusal("text.birth_number"))
    return refusals
