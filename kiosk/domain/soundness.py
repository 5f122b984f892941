"""What can be wrong with the record as a whole, and where."""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.receipt_number import Stored


class Harm(Enum):
    """What does not fit; values are stable keys of the catalogues.

    ``REPLACED`` follows another event than the one that stands before it, or a checkpoint names
    another one. ``REMOVED`` is a payload that is gone without a signed note of it, ``RETURNED`` one
    that is back after such a note. ``GUARDS`` are the rules inside the file that refuse changes.
    ``SIGNATURE`` is a checkpoint or a note that is missing, or not the one that was signed.
    ``UNSIGNED`` is an end behind the last checkpoint that is longer than the program ever leaves.
    ``KEYS_OLDER`` is an event whose key is not here: the keys are older than the record.
    ``CUT_OFF`` is a record that ends before a checkpoint. ``OTHER_DEVICE`` is a machine that the
    last checkpoint does not name.
    """

    FILE = "file"
    GUARDS = "guards"
    MISSING = "missing"
    OUT_OF_ORDER = "out_of_order"
    CHANGED = "changed"
    REPLACED = "replaced"
    REMOVED = "removed"
    RETURNED = "returned"
    UNREADABLE = "unreadable"
    SIGNATURE = "signature"
    KEYS_OLDER = "keys_older"
    UNSIGNED = "unsigned"
    OTHER_DEVICE = "other_device"
    CUT_OFF = "cut_off"


@dataclass(frozen=True, slots=True)
class Damage:
    """The first thing that does not fit.

    Attributes:
        place: The event or checkpoint that it was noticed at; None where it is none.
    """

    harm: Harm
    place: Stored | None = None

    @classmethod
    def at(cls, harm: Harm, place: Stored) -> "Damage":
        """Something at an event; one that bears no machine any more stands nowhere."""
        return cls(harm, place if place.device else None)
