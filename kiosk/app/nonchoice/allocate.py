"""Proposing and confirming what the rules give, by those who may; nobody is assigned by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.app.nonchoice.allocation_run import AllocationRun, open_run
from kiosk.app.nonchoice.fresh_look import content_now
from kiosk.app.nonchoice.proposing import Desk
from kiosk.app.nonchoice.survey import Surveyed, survey
from kiosk.app.staff_rights import rights_objections
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.errors import RefusedError
from kiosk.domain.free_text import LONGEST_NOTE, objections
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class Allocate:
    """Domain 6.1: a person confirms each assignment."""

    desk: Desk

    def look(self, actor: str, watch: Watch) -> Surveyed:
        """Find out what is to be done about whom; nothing is stored.

        Raises:
            RefusedError: The actor may not do that.
            CancelledError: It was stopped.
            StorageError: The record could not be read.
        """
        self._require(actor)

        def go_on(read: int, total: int) -> bool:
            watch.progress(read, total)
            return not watch.is_cancelled()

        desk, today = self.desk, self.desk.clock.now().date()
        found = survey(content_now(desk), desk.record, today, go_on, desk.language_code)
        if not found.is_whole:
            raise CancelledError
        return found

    def propose(self, actor: str, watch: Watch) -> tuple[Surveyed, AllocationRun]:
        """Look, and propose for all who are due; nothing is stored.

        Raises:
            As ``look``.
        """
        found = self.look(actor, watch)
        return found, open_run(
            replace(self.desk, municipality=content_now(self.desk)), found, actor
        )

    def confirm(self, run: AllocationRun, actor: str, last_position: int | None = None) -> int:
        """Confirm as ``AllocationRun.confirm`` does.

        Raises:
            RefusedError: The actor may not do that; nothing was stored.
            StorageError: What was stored before it holds.
        """
        self._require(actor)
        run.actor = actor
        return run.confirm(last_position)

    def confirm_in_portions(
        self, run: AllocationRun, actor: str, ends: Sequence[int], watch: Watch
    ) -> None:
        """Confirm as ``confirm`` does, up to one position after the other.

        Args:
            run: Changed on the way.
            actor: Who confirms.
            ends: Last position of each portion, in order; at least one.
            watch: Is told how many are stored; can stop it between two portions.

        Raises:
            As ``confirm``.
        """
        ready, wanted = 0, len(confirmable(run, ends[-1]))
        for end in ends:
            expected = len(confirmable(run, end))
            stored = self.confirm(run, actor, end)
            ready += stored
            watch.progress(ready, wanted)
            if stored < expected or watch.is_cancelled():
                break

    def set_aside(self, run: AllocationRun, actor: str, position: int, reason: str) -> None:
        """Take somebody out of a run as ``AllocationRun.set_aside`` does.

        Raises:
            RefusedError: The actor may not do that, no reason, one that may not be stored, or
                nobody is proposed in that place.
            StorageError: Nothing was stored.
        """
        self._require(actor)
        refusals = objections(reason, LONGEST_NOTE, "allocation.reason_missing")
        if refusals:
            raise RefusedError(refusals)
        run.actor = actor
        run.set_aside(position, reason)

    def _require(self, actor: str) -> None:
        refusals = rights_objections(self.desk.record, actor, StaffRight.ALLOCATE)
        if refusals:
            raise RefusedError(refusals)


def confirmable(run: AllocationRun, last_position: int) -> tuple[int, ...]:
    """Positions, up to one, of open proposals that give somebody a provider."""
    return tuple(
        each.position
        for each in run.open
        if each.proposal.provider is not None and each.position <= last_position
    )
