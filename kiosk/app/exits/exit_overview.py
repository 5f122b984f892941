"""Every exit as staff look at it, and one before it is announced; nothing is stored."""

from dataclasses import dataclass

from kiosk.app.exits.exit_status import ExitStatus, look_at_exits
from kiosk.app.exits.provider_exits import Planned, ProviderExits
from kiosk.app.exits.standing_exits import KnownExit, known_exits
from kiosk.app.staff_rights import rights_objections
from kiosk.app.watch import ALONE, Watch
from kiosk.domain.errors import RefusedError
from kiosk.domain.staff import StaffRight


@dataclass(frozen=True, slots=True)
class SeenExit:
    """An exit of the record.

    Attributes:
        status: None for one that was called off.
    """

    known: KnownExit
    status: ExitStatus | None


@dataclass(frozen=True, slots=True)
class ExitOverview:
    """Looks from case to case, for those who may announce."""

    exits: ProviderExits

    def look(self, actor: str, watch: Watch = ALONE) -> tuple[SeenExit, ...]:
        """Every exit that was ever announced: those that hold first, the newest of each first.

        Raises:
            RefusedError: The actor may not announce exits.
            CancelledError: It was stopped.
            StorageError: The record could not be read.
        """
        self._require(actor)
        use, today = self.exits, self.exits.clock.now().date()
        known = known_exits(use.record)[::-1]
        standing = [each.exit for each in known if each.called_off_at is None]
        found = look_at_exits(use.content(), use.record, standing, today, watch)
        status = {each.exit.id: each for each in found}
        seen = [SeenExit(each, status.get(each.exit.id)) for each in known]
        return tuple(sorted(seen, key=lambda each: each.status is None))

    def preview(self, wanted: Planned, actor: str, watch: Watch = ALONE) -> ExitStatus:
        """Whom an exit would concern, were it announced now.

        Raises:
            NotFoundError: There is no such provider, service or zone.
            RefusedError: The actor may not announce exits, or it cannot be so.
            CancelledError: It was stopped.
            StorageError: The record could not be read.
        """
        self._require(actor)
        use, today = self.exits, self.exits.clock.now().date()
        planned = use.plan(wanted)
        (status,) = look_at_exits(use.content(), use.record, [planned], today, watch)
        return status

    def _require(self, actor: str) -> None:
        refusals = rights_objections(self.exits.record, actor, StaffRight.ANNOUNCE_EXIT)
        if refusals:
            raise RefusedError(refusals)
