"""One line of the ledger in the clear."""

from typing import NamedTuple

from kiosk.domain.receipt_number import Stored


class Row(NamedTuple):
    """A stored event.

    Attributes:
        position: Order in this store, from 1; another store may hold the same event elsewhere.
        place: Device and gapless number on that device.
        id: Id of the event.
        kind: Kind of the event, also one that this version does not know.
        schema: Version of the payload's form.
        payload: Canonical JSON: sorted keys, UTF-8, no spaces; None once the case was disposed of.
    """

    position: int
    place: Stored
    id: str
    kind: str
    schema: int
    payload: bytes | None
