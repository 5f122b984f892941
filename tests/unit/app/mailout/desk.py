"""A record with people to write to, and what composes their envelopes."""

from datetime import date
from typing import Any

from kiosk.app.exits.issue_exit_letter import IssueExitLetter
from kiosk.app.issue_documents import IssueDocuments
from kiosk.app.mailout.make_kits import KitPlan, MakeKits, Writers
from kiosk.app.nonchoice.issue_letters import IssueLetters
from kiosk.app.present_providers import PresentProviders
from kiosk.app.slips.deal_slip_code import DealSlipCode
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import Event
from kiosk.domain.mailing import Recipient
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, NURSING, PRACTICAL

KARI = Recipient(("Kari Prøve", "Prøvegata 1", "0000 EKSEMPELVIK"))
VERGE = Recipient(("Per Verge", "Vergeveien 2", "0001 ANNENSTAD"), is_other=True)
POSTING = date(2026, 11, 25)


class Desk:
    """What composes envelopes, over one record."""

    def __init__(self, record: MemoryRecord, municipality: Any = None, ids: Any = None) -> None:
        self.record = record
        self.municipality = municipality or make.municipality()
        self.clock, self.ids = make.FixedClock(), ids or make.CountingIds()
        no_maker: Any = None
        place = self.municipality
        present = PresentProviders(place, record, self.clock, self.ids, make.WORKING)
        self.papers = IssueDocuments(
            place, record, self.clock, self.ids, no_maker, make.words, present
        )
        writers = Writers(
            present=present,
            papers=self.papers,
            exits=IssueExitLetter(
                place, record, self.clock, no_maker, make.words, present, make.WORKING
            ),
            results=IssueLetters(place, record, self.clock, no_maker, make.words),
            codes=DealSlipCode(record, self.clock, self.ids),
            words_for=make.words,
        )
        self.kits = MakeKits(place, record, self.clock, writers)

    def make(
        self,
        case: CaseRef,
        letter: LetterKind = LetterKind.INVITATION,
        services: tuple[Any, ...] = (NURSING, PRACTICAL),
        **changes: Any,
    ) -> Any:
        """The envelopes of a case."""
        values = {"recipients": (KARI,), "posting_on": POSTING, **changes}
        plan = KitPlan(letter, services, **values)
        return self.kits.for_case(self.record.case_file(case), plan, ACTOR)

    def refused(self, *args: Any, **changes: Any) -> list[str]:
        """Why a case gets none."""
        try:
            self.make(*args, **changes)
        except RefusedError as error:
            return [each.code for each in error.refusals]
        return []

    def posted(self, case: CaseRef, letter: LetterKind, day: date) -> None:
        """A letter was posted."""
        body = LetterPosted(letter, day)
        self.record.append([Event(self.ids.event_id(), self.clock.now(), ACTOR, case, body)])
