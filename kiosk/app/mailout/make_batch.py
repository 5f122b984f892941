"""Makes a batch of letters, file by file; what is finished stays, whatever happens next.

A file is durable before its letters count as made. A batch that was stopped, by somebody or by a
full disk, goes on where it stopped: letters that count are not made again, and no file is torn.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from kiosk.app.mailout.batch import BatchPlan, LaidCase, Made, Unmade, objections_to
from kiosk.app.mailout.batch_files import BatchFiles, Noted
from kiosk.app.mailout.choose_recipients import ChooseRecipients, Chosen, ChosenCase
from kiosk.app.mailout.make_kits import KitPlan, MakeKits
from kiosk.app.mailout.post_batch import known_batch
from kiosk.app.mailout.sheet_count import SheetCount
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.press import MailFolder, Press, SetKit
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.app.watch import Watch
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import (
    DoesNotFitError,
    MissingGlyphError,
    NotFoundError,
    Refusal,
    RefusedError,
    Thing,
)
from kiosk.domain.event import BatchBegun, Event, LetterProduced
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

    def choose(self, plan: BatchPlan, watch: Watch | None = None) -> Chosen:
        """Who would get a letter, and who would not; stores nothing.

        Raises:
            CancelledError: Somebody stopped it.
            StorageError: The record could not be read.
        """
        return self.choosing.choose(plan.filter, watch)

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
            RefusedError: The actor may not, or none of them can be made.
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
        if refusals:
            raise RefusedError(refusals)
        laid: list[SetKit] = []
        for each in _worth_a_look(chosen.cases, count):
            found = self._lay_out(each, plan, actor)
            if isinstance(found, LaidCase):
                laid += found.laid
        if not laid:
            raise RefusedError([Refusal("mailout.nothing_to_make")])
        return laid

    def begin(self, plan: BatchPlan, chosen: Chosen, actor: str) -> str:
        """Note that a batch is going to be made.

        Returns:
            Its key.

        Raises:
            RefusedError: The actor may not, nobody gets a letter, the day of posting has passed,
                or no files at all shall be made.
            StorageError: It could not be stored.
        """
        now = self.clock.now()
        refusals = rights_objections(self.record, actor, StaffRight.MAIL_OUT)
        refusals += objections_to(plan, chosen, now.date())
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
            RefusedError: The actor may not, or the batch was posted.
            NotFoundError: There is no such batch.
            CancelledError: Somebody stopped it; what was finished stays and counts.
            PrintError: A file could not be written; the same.
            StorageError: The record could not be read or written; the same.
        """
        refusals = rights_objections(self.record, actor, StaffRight.MAIL_OUT)
        if known_batch(self.record, batch).posted_on is not None:
            # What is made now would never be posted, and its people be written to again.
            refusals.append(Refusal("mailout.posted_before"))
        if refusals:
            raise RefusedError(refusals)
        plan, looking = self.plan_of(batch), watch or Watch()
        made = self._made_before(batch)
        left = [each for each in chosen.cases if each.case not in made]
        number, unmade = max(made.values(), default=0), dict[CaseRef, Unmade]()
        together = plan.making.letters_per_file or _TOGETHER
        files = BatchFiles(batch, plan, self.press, folder, self.clock.now())
        done = 0
        for chunk in _chunks(left, together):
            laid: list[LaidCase] = []
            for each in chunk:
                looking.heed()
                found = self._lay_out(each, plan, actor)
                if isinstance(found, LaidCase):
                    laid.append(found)
                else:
                    unmade[each.case] = found
                done += 1
                looking.progress(done, len(left))
            self._store(files.write(laid, number + 1), actor)
            number += len(laid)
        return Made(batch, number - max(made.values(), default=0), unmade)

    def _made_before(self, batch: str) -> dict[CaseRef, int]:
        """Numbers of the letters that count, by case."""
        return {
            event.case: event.body.number
            for event in self.record.batch(batch)
            if isinstance(event.body, LetterProduced) and event.case is not None
        }

    def _lay_out(self, chosen: ChosenCase, plan: BatchPlan, actor: str) -> LaidCase | Unmade:
        # A protected address, a move or an answer may have come in since the choice.
        file = self.record.case_file(chosen.case)
        now = self.choosing.judge(file, plan.filter)
        if not isinstance(now, ChosenCase):
            return Unmade(("mailout.changed_since",))
        wanted = KitPlan(
            letter=plan.filter.letter,
            services=now.services,
            recipients=now.recipients,
            posting_on=plan.posting_on,
            has_brochure=plan.making.has_brochure,
        )
        try:
            kits = self.kits.for_case(file, wanted, actor)
            laid = tuple(self.press.set(kit, plan.edition) for kit in kits.kits)
        except RefusedError as error:
            return Unmade(tuple(each.code for each in error.refusals))
        except DoesNotFitError as error:
            return Unmade(field=error.field)
        except MissingGlyphError as error:
            return Unmade(field=error.field, character=error.character)
        return LaidCase(chosen.case, kits, laid)

    def _store(self, bodies: Sequence[Noted], actor: str) -> None:
        if not bodies:
            return
        now = self.clock.now()
        events = (Event(self.ids.event_id(), now, actor, case, body) for case, body in bodies)
        self.record.append(list(events))


def _worth_a_look(cases: Sequence[ChosenCase], count: int) -> Sequence[ChosenCase]:
    """The longest name, the longest line and the most lines of an address, then the first ones."""
    if not cases:
        return ()
    extremes = (
        max(cases, key=lambda each: _longest(who.lines[:1] for who in each.recipients)),
        max(cases, key=lambda each: _longest(who.lines for who in each.recipients)),
        max(cases, key=lambda each: max(len(who.lines) for who in each.recipients)),
        max(cases, key=lambda each: len(each.services)),
    )
    wanted = dict.fromkeys([*extremes, *cases])
    return list(wanted)[:count]


def _longest(texts: Iterable[Sequence[str]]) -> int:
    return max(len(line) for lines in texts for line in lines)


def _chunks(cases: Sequence[ChosenCase], size: int) -> Iterator[Sequence[ChosenCase]]:
    for start in range(0, len(cases), size):
        yield cases[start : start + size]
