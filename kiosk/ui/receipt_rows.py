"""Stored choices as alternatives of a staff page, told apart by their receipts."""

from kiosk.app.ports.words import Words
from kiosk.app.stored_page import stored_at
from kiosk.domain.choice import RecordedChoice


def receipt_row(
    choice: RecordedChoice, picked: RecordedChoice | None, words: Words
) -> dict[str, str | bool]:
    """One choice, for example ``EV-2026-7F3K-000012, 23. november 2026 kl. 10.42``."""
    text = words.gettext("{number}, {when}")
    return {
        "key": choice.id,
        "name": text.format(number=choice.receipt_number, when=stored_at(choice, words)),
        "picked": picked is not None and choice.id == picked.id,
    }
