"""What of a case staff open; every opening is stored."""

from enum import Enum


class Reading(Enum):
    """What of a case was opened."""

    CASE_PAGE = "case_page"
    NOTE_PAGE = "note_page"
    RECEIPT = "receipt"
    BROCHURE = "brochure"
    LETTER = "letter"
