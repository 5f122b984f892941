"""By when a letter asks for an answer, and whether a reminder comes in time (domain 6.3)."""

from dataclasses import dataclass
from datetime import date

from kiosk.app.exits.standing_exits import helped_of, leaving, standing_exits
from kiosk.app.nonchoice.letters_about import letters_about
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.domain.case import Case, GrantedService
from kiosk.domain.choice import Outcome
from kiosk.domain.eligibility import reply_deadline
from kiosk.domain.exits.asking import reached_after, reminded_until
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.silence import (
    Letter,
    LetterKind,
    Reach,
    asking_about,
    last_day,
    reached,
)


@dataclass(frozen=True, slots=True)
class AskedUntil:
    """Judges by the letters that were posted."""

    municipality: Municipality
    record: Record
    clock: Clock

    def last_day(self, file: CaseFile, granted: GrantedService, letter: Letter) -> date | None:
        """The last day that a letter gives; None for a reminder without a letter before it.

        Raises:
            StorageError: The history of the case could not be read.
        """
        patience, exit_ = self.municipality.patience, self._exit(file, granted)
        if exit_ is not None:
            asking = asking_about(file.letters, granted.service)
            return reminded_until(asking, letter, exit_, patience)
        letters = letters_about(self.record, file, granted)
        return last_day(letters, letter, reply_deadline(self.municipality, granted), patience)

    def is_early(self, file: CaseFile, granted: GrantedService, letter: Letter) -> bool:
        """Whether a reminder comes before the last day of the letter that it reminds of is over.

        Raises:
            StorageError: The history of the case could not be read.
        """
        if letter.kind is not LetterKind.REMINDER:
            return False
        patience, exit_ = self.municipality.patience, self._exit(file, granted)
        if exit_ is None:
            letters = letters_about(self.record, file, granted)
            deadline = reply_deadline(self.municipality, granted)
            found = reached(letters, deadline, patience, letter.posted_on)
        else:
            letters = asking_about(file.letters, granted.service)
            found = reached_after(letters, exit_, patience, letter.posted_on)
        return found.reach is Reach.WAITING

    def _exit(self, file: CaseFile, granted: GrantedService) -> ProviderExit | None:
        """Of whoever helps with a service now."""
        exits, today = standing_exits(self.record), self.clock.now().date()
        helps = (each for each in helped_of(file, today) if each.service == granted.service)
        return next((found for each in helps if (found := leaving(each, exits))), None)


def unanswered(file: CaseFile, case: Case) -> tuple[GrantedService, ...]:
    """The services that somebody can be reminded of; an answer that was put off is still to come.

    What the rule gave is settled, too: no answer is missed any more.
    """
    open_ = {each.service for each in file.states if each.outcome in {None, Outcome.POSTPONED}}
    return tuple(each for each in case.services if each.service in open_)
