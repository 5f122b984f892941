"""A batch of letters as it stands in the record."""

from dataclasses import dataclass, field
from datetime import date, datetime

from kiosk.app.ports.record import Record
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import Refusal
from kiosk.domain.event import (
    BatchBegun,
    BatchDiscarded,
    BatchFileMade,
    BatchPosted,
    Event,
    LetterNotMade,
    LetterProduced,
)
from kiosk.domain.mail_events import NotPostedCount


@dataclass(slots=True)
class KnownBatch:
    """A batch of the record.

    Attributes:
        begun: What it was begun with; None where that cannot be read any more.
        made: Letters that count, by case; those of cases that were disposed of are gone.
        made_at: When each of them was noted.
        unmade: Why others could not be made when that was tried last.
        files: SHA-256 of each durable file by its name inside the folder; those of single letters
            of cases that were disposed of are gone.
        posted_on: None while it has not been posted.
        not_posted: How many of its letters were not, by reason; empty while it was not posted.
        is_discarded: Whether it will never be posted.
    """

    key: str
    begun: BatchBegun | None = None
    made: dict[CaseRef, LetterProduced] = field(default_factory=dict)
    made_at: dict[CaseRef, datetime] = field(default_factory=dict)
    unmade: dict[CaseRef, LetterNotMade] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    posted_on: date | None = None
    not_posted: tuple[NotPostedCount, ...] = ()
    is_discarded: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it can still be posted."""
        return self.posted_on is None and not self.is_discarded

    @property
    def is_whole(self) -> bool:
        """Whether every letter that was meant has been made."""
        return self.begun is not None and len(self.made) >= self.begun.cases

    @property
    def untried(self) -> int:
        """How many of those whom it was for have neither a letter nor a reason for none."""
        tried = len(self.made) + len(self.unmade)
        return 0 if self.begun is None else max(0, self.begun.cases - tried)

    @property
    def last_number(self) -> int:
        """Number of the last letter; 0 without one."""
        return max((each.number for each in self.made.values()), default=0)

    @property
    def made_on(self) -> date | None:
        """Day on which its last letter was made; None without one."""
        return max((at.date() for at in self.made_at.values()), default=None)

    def why_closed(self) -> list[Refusal]:
        """Why nothing more can come of it; empty where it can still be posted."""
        if self.posted_on is not None:
            return [Refusal("mailout.posted_before")]
        return [Refusal("mailout.discarded")] if self.is_discarded else []

    def take_in(self, event: Event) -> None:
        """Add what happened next."""
        match event.body:
            case BatchBegun():
                self.begun = event.body
            case BatchFileMade(name=name, digest=digest):
                self.files[name] = digest
            case BatchPosted(posted_on=day, not_posted=counts):
                self.posted_on, self.not_posted = day, counts
            case BatchDiscarded():
                self.is_discarded = True
            case _:
                if event.case is not None:
                    self._about(event.case, event)

    def _about(self, case: CaseRef, event: Event) -> None:
        match event.body:
            case LetterProduced(own_files=files):
                self.made[case], self.made_at[case] = event.body, event.at
                self.files |= {each.name: each.digest for each in files}
                self.unmade.pop(case, None)
            case LetterNotMade():
                self.unmade[case] = event.body
            case _:
                pass


def known_batch(record: Record, batch: str) -> KnownBatch:
    """A batch as it stands.

    Raises:
        NotFoundError: There is no such batch.
        StorageError: The record could not be read.
    """
    known = KnownBatch(batch)
    for event in record.batch(batch):
        known.take_in(event)
    return known
