"""What a passphrase must be to keep strangers out.

Length is what counts (NIST SP 800-63B-4, 3.1.1.2: at least 15 characters where nothing else is
asked for, and no rules about kinds of characters).
"""

import unicodedata
from collections.abc import Sequence

from kiosk.domain.errors import Refusal

SHORTEST = 15
_FEWEST_DIFFERENT = 6


def passphrase_objections(text: str) -> Sequence[Refusal]:
    """Why a new passphrase is too weak; empty when it will do."""
    counted = unicodedata.normalize("NFKC", text).strip()
    if len(counted) < SHORTEST:
        return (Refusal("passphrase.short", {"shortest": str(SHORTEST)}),)
    if len(set(counted)) < _FEWEST_DIFFERENT:
        return (Refusal("passphrase.repeats"),)
    return ()
