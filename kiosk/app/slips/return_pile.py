"""Letters that came back, many at once: one that is refused keeps no other back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.slips.return_letters import FoundLetter, ReturnLetters
from kiosk.domain.choice import EventId
from kiosk.domain.errors import KioskError, NotFoundError, RefusedError


@dataclass(frozen=True, slots=True)
class Envelope:
    """One of a pile.

    Attributes:
        event_id: The same one however often it is tried.
        refused: Why it could not be entered; None before that is tried.
    """

    found: FoundLetter
    event_id: EventId
    refused: KioskError | None = None


@dataclass(frozen=True, slots=True)
class EnteredPile:
    """What became of a pile.

    Attributes:
        done: Those that were entered.
        refused: Those that could not be.
        fault: Why it stopped on the way; None where it came to the end.
    """

    done: tuple[Envelope, ...]
    refused: tuple[Envelope, ...]
    fault: KioskError | None = None

    def left_of(self, pile: Sequence[Envelope]) -> tuple[Envelope, ...]:
        """What of a pile is still to be entered, in its order; more may lie there by now."""
        done = {each.event_id for each in self.done}
        refused = {each.event_id: each for each in self.refused}
        return tuple(refused.get(each.event_id, each) for each in pile if each.event_id not in done)


def enter_pile(
    returning: ReturnLetters, pile: Sequence[Envelope], day: date, actor: str
) -> EnteredPile:
    """Enter that all of them came back on a day, one after another."""
    done, refused = list[Envelope](), list[Envelope]()
    for each in pile:
        try:
            returning.store(each.found.case, day, each.event_id, actor)
        except (RefusedError, NotFoundError) as error:
            refused.append(replace(each, refused=error))
        except KioskError as error:
            return EnteredPile(tuple(done), tuple(refused), error)
        else:
            done.append(each)
    return EnteredPile(tuple(done), tuple(refused))
