"""Makes a batch of letters, file by file; what is finished stays, whatever happens next.

A file is durable before its letters count as made. A batch that was stopped, by somebody or by a
full disk, goes on where it stopped: letters that count are not made again, and no file is torn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from kiosk.app.mailout.batch import (
    BatchPlan,
    LaidCase,
    Made,
    Unmade,
    lacking_texts,
    objections_to,
    objections_to_making,
    objections_to_what,
)
from kiosk.app.mailout.batch_files import BatchFiles, Noted, tidy
from kiosk.app.mailout.choose_recipients import ChooseRecipients, Chosen, ChosenCase
from kiosk.app.mailout.known_batch import KnownBatch, known_batch
from kiosk.app.mailout.lay_out_case import LayOutCase
from kiosk.app.mailout.make_kits import MakeKits
from kiosk.app.mailout.sample_letters import sample_letters
from kiosk.app.mailout.sheet_count import SheetCount
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.press import MailFolder, Press, SetKit
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.app.watch import Watch
from kiosk.domain.case import CaseRef
from kiosk.domain.edition import Edition
from kiosk.domain.errors import NotFoundError, RefusedError, Thing
from kiosk.domain.event import BatchBegun, Event, LetterNotMade
from kiosk.domain.staff import StaffRight

_CODE_LETTERS = 6
_TOGETHER = 100
"""Letters whose making is noted at once, where there are no print-shop files."""


@dataclass(frozen=True, slots=True)
class MakeBatch:
    """Everything is stored on behalf of who is signed in."""

    record: Record
    clock: Clock
    ids: IdSource
    choosing: ChooseRecipients
    kits: MakeKits
    press: Press

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Those that can be made, the standard one first."""
        return tuple(each for each in Edition if each in self.press.editions)

    def choose(self, plan: BatchPlan, watch: Watch | None = None, batch: str = "") -> Chosen:
        """Who would get a letter, and who would not; stores nothing.

        Args:
            plan: What the batch shall be.
            watch: Who looks on; None for nobody.
            batch: Key of the one that goes on; empty for a new one.

        Raises:
            CancelledError: Somebody stopped it.
            StorageError: The record could not be read.
        """
        return self.choosing.choose(plan.filter, watch, batch)

    def proof(self, plan: BatchPlan, chosen: Chosen, actor: str, count: int = 10) -> bytes:
        """Some letters as a print-shop file, to look at before a batch is begun.

        The longest name and the longest address are among them. Letters that cannot be made are
        passed over here.

        Args:
            plan: What the batch shall be.
            chosen: Who gets a letter; at least one.
            actor: Who looks.
            count: How many letters, at most.

        Raises:
            RefusedError: The actor may not, the day of posting has passed, or none of them can be
                made.
            StorageError: Order or code of a case could not be stored.
        """
        file = BytesIO()
        self.press.print_file(self._some(plan, chosen, actor, count), self.clock.now(), file)
        return file.getvalue()

    def sheets(self, plan: BatchPlan, chosen: Chosen, actor: str, count: int = 10) -> SheetCount:
        """How many sheets lie in the envelopes, by the letters of a proof.

        Raises:
            RefusedError: None of them can be made.
            StorageError: Order or code of a case could not be stored.
        """
        some = self._some(plan, chosen, actor, count)
        return SheetCount.of_pages(*(each.pages for each in some))

    def _some(self, plan: BatchPlan, chosen: Chosen, actor: str, count: int) -> list[SetKit]:
        """Envelopes that are worth a look; those that cannot be made are passed over."""
        refusals = rights_objections(self.record, actor, StaffRight.MAIL_OUT)
        today = self.clock.now().date()
        refusals += objections_to_what(plan, chosen, today, self.press.editions)
        refusals = refusals or lacking_texts(plan, self.kits.municipality)
        refusals = refusals or self._laying.faults_of_all(chosen.cases, plan, actor)
        if refusals:
            raise RefusedError(refusals)
        lying = self.choosing.lying(plan.filter)
        return sample_letters(self._laying, chosen.cases, plan, actor, lying, count)

    def begin(self, plan: BatchPlan, chosen: Chosen, actor: str, place: str = "") -> str:
        """Note that a batch is going to be made.

        Args:
            plan: What it shall be.
            chosen: Who gets a letter.
            actor: Who begins it.
            place: Where its folder is made, whoever looks from where; empty for none.

        Returns:
            Its key.

        Raises:
            RefusedError: The actor may not, nobody gets a letter, the day of posting has passed,
                no files at all shall be made, there is no such edition, the pack lacks its texts,
                or a text that stands in every letter has no room.
            StorageError: It could not be stored.
        """
        now = self.clock.now()
        refusals = rights_objections(self.record, actor, StaffRight.MAIL_OUT)
        refusals += objections_to(plan, chosen, now.date(), self.press.editions)
        refusals = refusals or lacking_texts(plan, self.kits.municipality)
        refusals = refusals or self._laying.faults_of_all(chosen.cases, plan, actor)
        if refusals:
            raise RefusedError(refusals)
        code = self.ids.event_id()[-_CODE_LETTERS:]
        batch = f"utsending-{self.record.device}-{now:%Y%m%d-%H%M%S}-{code}"
        begun = BatchBegun(
            batch=batch,
            filter=plan.filter,
            edition=plan.edition,
            making=plan.making,
            content_version=self.kits.municipality.version,
            posting_on=plan.posting_on,
            cases=len(chosen.cases),
            left_out=chosen.counts,
            place=place,
        )
        self._store([(None, begun)], actor)
        return batch

    def plan_of(self, batch: str) -> BatchPlan:
        """What a batch was begun with.

        Raises:
            NotFoundError: There is no such batch.
        """
        for event in self.record.batch(batch):
            if isinstance(event.body, BatchBegun):
                begun = event.body
                return BatchPlan(begun.filter, begun.edition, begun.posting_on, begun.making)
        raise NotFoundError(Thing.BATCH)

    def make(
        self,
        batch: str,
        chosen: Chosen,
        folder: MailFolder,
        actor: str,
        watch: Watch | None = None,
    ) -> Made:
        """Make what is left of a batch.

        Args:
            batch: One that was begun, and perhaps stopped.
            chosen: As chosen now; whoever has a letter of this batch gets no second one.
            folder: Of the batch.
            actor: Who is signed in.
            watch: Who looks on; None for nobody.

        Raises:
            RefusedError: The actor may not, the batch was posted or discarded, the day that its
                letters bear has passed, the pack is another, or files of it are gone.
            NotFoundError: There is no such batch.
            CancelledError: Somebody stopped it; what was finished stays and counts.
            PrintError: A file could not be written; the same.
            StorageError: The record could not be read or written; the same.
        """
        now, known = self.clock.now(), known_batch(self.record, batch)
        refusals = rights_objections(self.record, actor, StaffRight.MAIL_OUT)
        refusals += objections_to_making(known, now.date(), self.kits.municipality.version)
        if refusals:
            raise RefusedError(refusals)
        tidy(folder, known)
        files = BatchFiles(batch, self.plan_of(batch), self.press, folder, now)
        return self._make(known, files, chosen, actor, watch or Watch())

    def _make(
        self, known: KnownBatch, files: BatchFiles, chosen: Chosen, actor: str, watch: Watch
    ) -> Made:
        lying = self.choosing.lying(files.plan.filter, known.key)
        left = [each for each in chosen.cases if each.case not in known.made]
        number, unmade = known.last_number, dict[CaseRef, Unmade]()
        for done, chunk in _chunks(left, files.plan.making.letters_per_file or _TOGETHER):
            laid, noted = list[LaidCase](), list[Noted]()
            self._laying.deal_ahead(chunk, files.plan, actor)
            for at, each in enumerate(chunk, start=done + 1):
                watch.heed()
                found = self._laying.lay_out(each, files.plan, actor, lying)
                if isinstance(found, LaidCase):
                    laid.append(found)
                else:
                    unmade[each.case] = found
                    noted += _not_made(known, each.case, found)
                watch.progress(at, len(left))
            self._store([*files.write(laid, number + 1), *noted], actor)
            number += len(laid)
        return Made(known.key, number - known.last_number, unmade)

    @property
    def _laying(self) -> LayOutCase:
        return LayOutCase(self.record, self.choosing, self.kits, self.press)

    def _store(self, bodies: Sequence[Noted], actor: str) -> None:
        if not bodies:
            return
        now = self.clock.now()
        events = (Event(self.ids.event_id(), now, actor, case, body) for case, body in bodies)
        self.record.append(list(events))


def _not_made(known: KnownBatch, case: CaseRef, why: Unmade) -> Iterator[Noted]:
    """What is to be noted of a letter that was not made, unless that is known already."""
    body = LetterNotMade(known.key, why.codes, why.field, why.character, why.characters_over)
    if known.unmade.get(case) != body:
        yield case, body


def _chunks(cases: Sequence[ChosenCase], size: int) -> Iterator[tuple[int, Sequence[ChosenCase]]]:
    """So many at a time, each time with how many came before."""
    for start in range(0, len(cases), size):
        yield start, cases[start : start + size]
