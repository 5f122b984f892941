"""Runs of the rules for those who do not choose, and how far the rules have come."""

from collections.abc import Iterable, Mapping

from kiosk.domain.event_kind import EventKind
from kiosk.record.folding.payloads import Payload, QueuePart, given

_OF_A_RUN = frozenset(
    {
        EventKind.RUN_OPENED.value,
        EventKind.STEPS_TAKEN.value,
        EventKind.SERVICE_ALLOCATED.value,
    }
)


class RunFold:
    """Runs after all events so far.

    Attributes:
        queues: Where every rule stands in every zone, by rule, service and zone.
        runs: Positions of the events of each run, oldest first.
    """

    def __init__(self) -> None:
        self.queues: dict[tuple[str, str, str], QueuePart] = {}
        self.runs: dict[str, list[int]] = {}

    def take_in(self, kind: str, position: int, payload: Payload) -> None:
        """Take in one more event; those that belong to no run change nothing.

        Raises:
            TypeError: The payload is damaged.
        """
        if kind not in _OF_A_RUN:
            return
        self.runs.setdefault(given(payload.body.run), []).append(position)
        for queue in payload.body.queues or ():
            self.queues[queue.rule, queue.service, queue.zone] = queue

    def restore(self, queues: Iterable[QueuePart], runs: Mapping[str, list[int]]) -> None:
        """Take over what was saved; only before any event."""
        self.queues.update({(each.rule, each.service, each.zone): each for each in queues})
        self.runs.update(runs)
