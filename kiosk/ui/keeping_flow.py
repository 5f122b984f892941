"""The way to the pages about all cases: copies, deliveries, disposal, rules that are tried."""

from collections.abc import Callable, Mapping

from kiosk.app.program import Program
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.errors import RefusedError
from kiosk.domain.staff import StaffRight
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_pages import StaffPages
from kiosk.ui.staff_session import StaffSession

Slots = Mapping[str, Mapping[str, Callable[..., None]]]


class KeepingFlow:
    """From the page with the cases and back.

    Args:
        back: To the cases, read anew.

    Attributes:
        slots: What the pages ask for, by the names of page and signal.
    """

    def __init__(
        self,
        program: Program,
        pages: StaffPages,
        shell: AppShell,
        session: StaffSession,
        back: Callable[[], None],
    ) -> None:
        self._record = program.record
        self._pages = pages
        self._shell = shell
        self._session = session
        leaving: Mapping[str, Callable[..., None]] = {"left": back}
        self.slots: Slots = {
            "cases": {
                "backupAsked": self._open_backup,
                "deliveryAsked": self._open_delivery,
                "disposalAsked": self._open_disposal,
                "trialAsked": self._open_trial,
                "allocationAsked": self._open_allocation,
                "waitingAsked": self._open_waiting,
            },
            "allocation": leaving,
            "waiting": leaving,
            "backup": leaving,
            "delivery": leaving,
            "disposal": leaving,
            "trial": leaving,
        }

    def _open_backup(self) -> None:
        self._pages.backup.show()
        self._shell.show(Page.BACKUP)

    def _open_delivery(self) -> None:
        self._require(StaffRight.DELIVER)
        self._pages.delivery.show()
        self._shell.show(Page.DELIVERY)

    def _open_allocation(self) -> None:
        self._require(StaffRight.ALLOCATE)
        self._pages.allocation.show()
        self._shell.show(Page.ALLOCATION)

    def _open_waiting(self) -> None:
        self._require(StaffRight.OFFER_PLACE)
        self._pages.waiting.show()
        self._shell.show(Page.WAITING)

    def _open_disposal(self) -> None:
        self._require(StaffRight.DISPOSE)
        self._pages.disposal.show()
        self._shell.show(Page.DISPOSAL)

    def _open_trial(self) -> None:
        self._require(StaffRight.TRY_RULES)
        self._pages.trial.show()
        self._shell.show(Page.TRY_RULE)

    def _require(self, right: StaffRight) -> None:
        refusals = rights_objections(self._record, self._session.name, right)
        if refusals:
            raise RefusedError(refusals)
