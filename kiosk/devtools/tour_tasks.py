"""The way of a tour through what is done about many cases at once."""

from collections.abc import Callable, Mapping

from kiosk.devtools.accessible import Role
from kiosk.devtools.staff_reader import StaffReader
from kiosk.ui.office_task import OfficeTask


class TaskTour:
    """Opens every task that is listed, and goes on there as far as nothing is lost by it."""

    def __init__(self, reader: StaffReader) -> None:
        self._reader = reader
        self._further: Mapping[str, Callable[[], None]] = {
            OfficeTask.ALLOCATE.value: self._allocate,
            OfficeTask.MAIL_OUT.value: self._mail_out,
            OfficeTask.OFFER_PLACES.value: self._pick_first,
            OfficeTask.EXITS.value: self._exits,
            OfficeTask.TRY_RULES.value: self._try,
            OfficeTask.DELIVER.value: self._deliver,
            OfficeTask.BACK_UP.value: self._back_up,
            OfficeTask.DISPOSE.value: self._dispose,
        }

    def play(self) -> None:
        """Look at the list of tasks, and at every one of them."""
        reader, office = self._reader, self._reader.desk.office
        reader.open_tab("Tasks")
        reader.keep()
        tasks = [
            row
            for group in office.groups.rows()
            for row in office.tasksOf(str(group["key"])).rows()
        ]
        for task in tasks:
            reader.open_tab("Tasks")
            reader.press_named(str(task["name"]))
            reader.keep_whole()
            self._further.get(str(task["key"]), lambda: None)()

    def _allocate(self) -> None:
        reader = self._reader
        tasks = reader.desk.allocation.work.tasks.rows()
        busy = next((each for each in tasks if each["count"]), None)
        if busy is not None and reader.press_starting(str(busy["name"]), Role.RadioButton):
            reader.keep()
        if reader.press_if_there("Make proposals"):
            reader.press_starting("1. ")
            reader.keep_whole()
            if reader.press_if_there("Set aside"):
                reader.keep()
                reader.press("Cancel")
            reader.press("Confirm this one")
            reader.keep()
            reader.press("All tasks")
            reader.keep()
            reader.press_if_there("Leave without confirming")

    def _mail_out(self) -> None:
        reader = self._reader
        reader.press("See who gets a letter")
        reader.keep()
        if reader.press_if_there("Make the letters"):
            reader.keep_whole()

    def _pick_first(self) -> None:
        if self._reader.press_starting("1. ", Role.RadioButton):
            self._reader.keep()

    def _exits(self) -> None:
        reader = self._reader
        reader.press("Announce that a provider stops")
        providers = reader.desk.exits.form.providers.rows()
        reader.press_named(str(providers[0]["name"]), Role.RadioButton)
        reader.keep_whole()
        reader.press("Back to the list")

    def _try(self) -> None:
        """The rules of the pack, on the people in the record."""
        reader = self._reader
        source = str(reader.desk.trial.form.sources.rows()[-1]["name"])
        reader.press_named(source, Role.RadioButton)
        reader.press("Try the rule")
        reader.keep_whole()

    def _deliver(self) -> None:
        if self._reader.press_if_there("Deliver", "button"):
            self._reader.keep()

    def _back_up(self) -> None:
        self._reader.press("Back up the record")
        self._reader.press("Back up the keys")
        self._reader.keep()

    def _dispose(self) -> None:
        work = self._reader.desk.disposal
        if self._reader.press_starting(str(work.choice.goOnText)):
            self._reader.keep_whole()
            self._reader.press("Cancel")
