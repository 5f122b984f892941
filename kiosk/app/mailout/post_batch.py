"""Enters that a batch was posted; only then do the deadlines of its letters run."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from kiosk.app.exits.exits_told import exits_told
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import NotFoundError, Refusal, RefusedError
from kiosk.domain.event import BatchBegun, BatchPosted, Event, LetterProduced
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class KnownBatch:
    """A batch of the record.

    Attributes:
        begun: What it was begun with; None where that cannot be read any more.
        made: Letters that count, by case; those of cases that were disposed of are gone.
        posted_on: None while it has not been posted.
    """

    key: str
    begun: BatchBegun | None
    made: dict[CaseRef, LetterProduced]
    posted_on: date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every letter that was meant has been made."""
        return self.begun is not None and len(self.made) >= self.begun.cases


def known_batch(record: Record, batch: str) -> KnownBatch:
    """A batch as it stands.

    Raises:
        NotFoundError: There is no such batch.
        StorageError: The record could not be read.
    """
    begun, made, posted_on = None, dict[CaseRef, LetterProduced](), None
    for event in record.batch(batch):
        match event.body:
            case BatchBegun():
                begun = event.body
            case LetterProduced() if event.case is not None:
                made[event.case] = event.body
            case BatchPosted(posted_on=day):
                posted_on = day
            case _:
                pass
    return KnownBatch(batch, begun, made, posted_on)


@dataclass(frozen=True, slots=True)
class PostBatch:
    """Entered by whoever carried the letters away, or had them carried."""

    record: Record
    clock: Clock
    ids: IdSource

    def post(self, batch: str, day: date, actor: str) -> int:
        """Enter that all letters of a batch were posted.

        Returns:
            How many cases have got a letter by it; those that were closed since are passed over.

        Raises:
            RefusedError: The actor may not, the day is ahead, before the batch was made or before
                the day that its letters bear, nothing was made, or the batch was posted before.
            NotFoundError: There is no such batch.
            StorageError: Nothing was stored.
        """
        refusals = rights_objections(self.record, actor, StaffRight.MAIL_OUT)
        known = known_batch(self.record, batch)
        refusals += list(self._objections(known, day))
        if refusals:
            raise RefusedError(refusals)
        now, made_at = self.clock.now(), self._made_at(batch)
        posted = [
            Event(self.ids.event_id(), now, actor, case, self._posted(case, letter, day, made_at))
            for case, letter in known.made.items()
            if self._is_open(case)
        ]
        whole = Event(self.ids.event_id(), now, actor, None, BatchPosted(batch, day))
        self.record.append([*posted, whole])
        return len(posted)

    def _objections(self, known: KnownBatch, day: date) -> Iterator[Refusal]:
        if known.posted_on is not None:
            yield Refusal("mailout.posted_before")
        if not known.made:
            yield Refusal("mailout.nothing_made")
        if day > self.clock.now().date():
            yield Refusal("letters.day_ahead")
        made_on = min((event.at.date() for event in self.record.batch(known.key)), default=date.min)
        if day < made_on:
            yield Refusal("mailout.posted_before_made")
        elif known.begun is not None and day < known.begun.posting_on:
            # The last day that the letters tell is counted from the day that they bear.
            yield Refusal("mailout.posted_before_planned")

    def _is_open(self, case: CaseRef) -> bool:
        try:
            return self.record.case_file(case).case.is_open
        except NotFoundError:
            return False

    def _made_at(self, batch: str) -> dict[CaseRef, datetime]:
        events = self.record.batch(batch)
        made = (event for event in events if isinstance(event.body, LetterProduced))
        return {event.case: event.at for event in made if event.case is not None}

    def _posted(
        self, case: CaseRef, letter: LetterProduced, day: date, made_at: dict[CaseRef, datetime]
    ) -> LetterPosted:
        """It told of the rules, and of the exits, as they were when it was made."""
        posted = LetterPosted(letter.letter, day, letter.told)
        if letter.letter is not LetterKind.EXIT:
            return posted
        file, told = self.record.case_file(case), letter.reply_by
        exits = exits_told(
            self.record, file, day, lambda each: told or each.answer_by, made_at[case]
        )
        return replace(posted, exits=exits)
