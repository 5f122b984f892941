"""Enters that a batch was posted; only then do the deadlines of its letters run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from kiosk.app.exits.exits_told import exits_told
from kiosk.app.mailout.known_batch import KnownBatch, known_batch
from kiosk.app.mailout.letter_numbers import numbers_text
from kiosk.app.mailout.since_made import Changed, since_made
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import BatchPosted, Event, LetterProduced
from kiosk.domain.mail_events import NotPosted, NotPostedCount
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class Posting:
    """What is posted of a batch, or would be; letters are told by their numbers.

    Attributes:
        cases: Those that get a letter by it.
        not_posted: Letters that are not posted, by reason; no deadline runs for them.
        changed: Letters of other people for whom something has changed since they were made; they
            count as posted.
        papers_in: The folder that its list and totals were written to, where files with letters no
            longer lie there as they were made; else empty.
    """

    cases: tuple[CaseRef, ...]
    not_posted: Mapping[NotPosted, frozenset[int]] = field(default_factory=dict)
    changed: Mapping[Changed, frozenset[int]] = field(default_factory=dict)
    papers_in: str = ""

    @property
    def counts(self) -> tuple[NotPostedCount, ...]:
        """How many are not posted, by reason."""
        return tuple(NotPostedCount(why, len(which)) for why, which in self.not_posted.items())


@dataclass(frozen=True, slots=True)
class PostBatch:
    """Entered by whoever carried the letters away, or had them carried."""

    record: Record
    clock: Clock
    ids: IdSource

    def look(self, batch: str, apart: frozenset[int] = frozenset()) -> Posting:
        """What would be posted now; stores nothing.

        Args:
            batch: Key of the batch.
            apart: Numbers of letters that somebody has pulled out.

        Raises:
            NotFoundError: There is no such batch.
            StorageError: The record could not be read.
        """
        return self._posting(known_batch(self.record, batch), apart)

    def post(
        self, batch: str, day: date, actor: str, apart: frozenset[int] = frozenset()
    ) -> Posting:
        """Enter that the letters of a batch were posted.

        Those whose case was closed, whose address was protected or whose letter came back since
        are passed over.

        Args:
            batch: Key of the batch.
            day: Day of posting.
            actor: Who enters it.
            apart: Numbers of letters that somebody has pulled out.

        Raises:
            RefusedError: The actor may not, the day is ahead, before the last letter was made or
                before the day that its letters bear, a number is none of the batch, nothing is
                left to be posted, or the batch was posted or discarded before.
            NotFoundError: There is no such batch.
            StorageError: Nothing was stored.
        """
        known, posting = self._allowed(batch, day, actor, apart)
        now = self.clock.now()
        events = [
            Event(self.ids.event_id(), now, actor, case, self._posted(known, case, day))
            for case in posting.cases
        ]
        whole = BatchPosted(batch, day, posting.counts)
        self.record.append([*events, Event(self.ids.event_id(), now, actor, None, whole)])
        return posting

    def require(self, batch: str, day: date, actor: str, apart: frozenset[int]) -> None:
        """Refuse what ``post`` would refuse; stores nothing.

        Raises:
            RefusedError, NotFoundError, StorageError: As ``post``.
        """
        self._allowed(batch, day, actor, apart)

    def _allowed(
        self, batch: str, day: date, actor: str, apart: frozenset[int]
    ) -> tuple[KnownBatch, Posting]:
        refusals = rights_objections(self.record, actor, StaffRight.MAIL_OUT)
        known = known_batch(self.record, batch)
        refusals += list(self._objections(known, day, apart))
        if refusals:
            raise RefusedError(refusals)
        posting = self._posting(known, apart)
        if not posting.cases:
            raise RefusedError([Refusal("mailout.nothing_to_post")])
        return known, posting

    def _posting(self, known: KnownBatch, apart: frozenset[int]) -> Posting:
        since = since_made(self.record, known)
        cases: list[CaseRef] = []
        not_posted: dict[NotPosted, set[int]] = {why: set() for why in NotPosted}
        for case, letter in known.made.items():
            why = NotPosted.PULLED_OUT if letter.number in apart else since.barred.get(case)
            if why is None:
                cases.append(case)
            else:
                not_posted[why].add(letter.number)
        return Posting(
            tuple(cases),
            {why: frozenset(which) for why, which in not_posted.items() if which},
            {
                what: frozenset(left)
                for what, which in since.changed.items()
                if (left := which - apart)
            },
        )

    def _objections(self, known: KnownBatch, day: date, apart: frozenset[int]) -> Iterator[Refusal]:
        yield from known.why_closed()
        if known.made_on is None:
            yield Refusal("mailout.nothing_made")
            return
        if day > self.clock.now().date():
            yield Refusal("letters.day_ahead")
        if day < known.made_on:
            yield Refusal("mailout.posted_before_made")
        elif known.begun is not None and day < known.begun.posting_on:
            # The last day that the letters tell is counted from the day that they bear.
            yield Refusal("mailout.posted_before_planned")
        unknown = apart - {each.number for each in known.made.values()}
        if unknown:
            yield Refusal("mailout.no_such_number", {"numbers": numbers_text(unknown)})

    def _posted(self, known: KnownBatch, case: CaseRef, day: date) -> LetterPosted:
        """It told of the rules, and of the exits, as they were when it was made."""
        letter = known.made[case]
        posted = LetterPosted(
            letter.letter,
            day,
            letter.told,
            reply_by=letter.reply_by,
            services=letter.services,
            is_copy_only=letter.is_copy_only,
        )
        if letter.letter is not LetterKind.EXIT:
            return posted
        return self._of_exits(posted, letter, case, known.made_at[case])

    def _of_exits(
        self, posted: LetterPosted, letter: LetterProduced, case: CaseRef, made_at: datetime
    ) -> LetterPosted:
        file, told = self.record.case_file(case), letter.reply_by
        exits = exits_told(
            self.record, file, posted.posted_on, lambda each: told or each.answer_by, made_at
        )
        return replace(posted, exits=exits)
