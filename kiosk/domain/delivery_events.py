"""What became of deliveries of a case, as events."""

from dataclasses import dataclass

from kiosk.domain.outcome import EventId


@dataclass(frozen=True, slots=True)
class DeliveryBegun:
    """Files of a case are about to appear; stored before, so that no later run forgets them.

    A provider that read such a list must hear when its start is cancelled, even where the
    program was stopped before it could mark the case as delivered.

    Attributes:
        run: Name of the run's folder.
        covers: Events of the case that the files tell of, oldest first; at least one.
    """

    run: str
    covers: tuple[EventId, ...]


@dataclass(frozen=True, slots=True)
class CaseDelivered:
    """The files of a case are durable; attributes as in ``DeliveryBegun``."""

    run: str
    covers: tuple[EventId, ...]


@dataclass(frozen=True, slots=True)
class DeliveryFailed:
    """A case could not be delivered, and no file of it was left; it stays on the work list.

    Attributes:
        run, covers: As in ``DeliveryBegun``.
        reason: Stable code that the catalogues put into words; never personal data.
    """

    run: str
    covers: tuple[EventId, ...]
    reason: str
