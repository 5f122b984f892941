"""The page on which staff test a public machine (access O16)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.machine_test_page import is_test_code
from kiosk.app.self_test import HAND_TESTS, Tested, is_fit
from kiosk.app.self_test_texts import found_lines, found_text
from kiosk.domain.errors import FontFileError, KioskError, PrintError
from kiosk.domain.key_try import KeyTry
from kiosk.domain.machine_event import TestEnd, TestName
from kiosk.ui.latest_tasks import LatestTasks
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.printed_job import PrintedJob
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from kiosk.app.machine_care import MachineCare
    from kiosk.app.ports.print_jobs import JobId

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_NO_PRINTER = frozenset({"printing.no_printer", "printing.no_cups"})
_MARKS = {
    TestEnd.PASSED: "checkmark",
    TestEnd.FAILED: "warning",
    TestEnd.LEFT_OUT: "circle",
}


@QmlElement
@QmlUncreatable("made by the application")
class SelfTestWork(QObject):
    """What the machine finds itself, and what a person tries: paper, touch, keys and scanner.

    Signals:
        changed: Something was found, or is being looked for.
        touchAsked, left: A button was used.
    """

    changed = Signal()
    touchAsked = Signal()
    left = Signal()

    def __init__(
        self, care: "MachineCare", shell: AppShell, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._care = care
        self._shell = shell
        self._tasks = LatestTasks(tasks, Lane.PAPER)
        self._found: dict[TestName, Tested] = {}
        self._keys = KeyTry()
        self._is_busy = self._is_printed = False
        self._message = self._arrived = ""
        self._rows = RowsModel(("mark", "text"), self)
        self._printed = PrintedJob(care.printer, care.clock, shell, tasks, self)
        self._printed.changed.connect(self.changed)
        shell.spoken.connect(self._refresh)

    def show(self) -> None:
        """Begin anew, with nothing tried, and let the machine look at itself."""
        self._tasks.begin_anew()
        self._printed.forget()
        self._found = {test: Tested(test, TestEnd.LEFT_OUT, "by_hand") for test in HAND_TESTS}
        self._keys = KeyTry()
        self._is_busy = self._is_printed = False
        self._message = self._arrived = ""
        self.run()

    def take(self, found: Tested) -> None:
        """A person found something; it is written down at once."""
        self._care.note(found)
        self._found[found.test] = found
        self._refresh()

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """What was found, in the order of the tests."""
        return self._rows

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        """Whether the machine still looks at itself."""
        return self._is_busy

    @Property(bool, notify=changed)
    def isFit(self) -> bool:
        """Whether nothing has failed."""
        return is_fit(tuple(self._found.values()))

    @Property(str, notify=changed)
    def verdict(self) -> str:
        """All of it in one sentence; empty while the machine looks."""
        words = self._shell.words
        if self._is_busy:
            return ""
        if not self.isFit:
            return words.gettext("Something failed. Mend it before people use the machine.")
        if any(each.end is TestEnd.LEFT_OUT for each in self._found.values()):
            return words.gettext("Nothing failed so far. Try the rest by hand.")
        return words.gettext("Everything is in order.")

    @Property(str, notify=changed)
    def keysLeft(self) -> str:
        """Which keys are still to be pressed; empty when all were heard."""
        missing = self._key_names()
        if not missing:
            return ""
        text = self._shell.words.gettext("Not heard yet: {keys}")
        return text.format(keys=missing)

    @Property(bool, notify=changed)
    def isPrinted(self) -> bool:
        """Whether a page was handed over that somebody can look at."""
        return self._is_printed

    @Property(str, notify=changed)
    def printedText(self) -> str:
        """What becomes of the test page; empty before it is printed."""
        return self._printed.text

    @Property(bool, notify=changed)
    def isPrintTrouble(self) -> bool:
        """Whether somebody has to do something at the printer."""
        return self._printed.is_trouble

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why the page was not printed; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def arrived(self) -> str:
        """What the scanner typed last; empty before."""
        if not self._arrived:
            return ""
        return self._shell.words.gettext("This arrived: {text}").format(text=self._arrived)

    @Slot()
    def run(self) -> None:
        """Let the machine look at itself."""
        if self._is_busy:
            return
        self._is_busy = True
        self._refresh()
        self._tasks.run(self._care.test, self._on_tested, self._on_failed)

    @Slot()
    def tryTouch(self) -> None:
        """To the page with the cells."""
        self.touchAsked.emit()

    @Slot(str)
    def write(self, text: str) -> None:
        """What stands in the field of the keys."""
        self._hear(self._keys.with_text(text))

    @Slot(str)
    def press(self, key: str) -> None:
        """A key that writes nothing: ``Enter`` or ``Tab``."""
        self._hear(self._keys.with_key(key))

    @Slot()
    def endKeys(self) -> None:
        """Tell which keys were not heard."""
        if self._keys.missing:
            values = {"keys": self._key_names()}
            self.take(Tested(TestName.KEYS, TestEnd.FAILED, "keys.missing", values))

    @Slot()
    def printPage(self) -> None:
        """Print the test page."""
        words, care = self._shell.words, self._care
        self._message = ""
        self._tasks.run(lambda: care.print_test_page(words), self._on_printed, self._on_refused)

    @Slot(bool)
    def judgePage(self, is_right: bool) -> None:
        """Somebody looked at the page on paper."""
        if is_right:
            self.take(Tested(TestName.PAPER, TestEnd.PASSED, "paper.right"))
        else:
            self.take(Tested(TestName.PAPER, TestEnd.FAILED, "paper.wrong"))

    @Slot(str)
    def scan(self, text: str) -> None:
        """Something came from the scanner; nothing came where it is empty."""
        self._arrived = text.strip()
        if not self._arrived:
            self.take(Tested(TestName.SCANNER, TestEnd.FAILED, "scanner.silent"))
        elif is_test_code(text):
            self.take(Tested(TestName.SCANNER, TestEnd.PASSED, "scanner.right"))
        else:
            self.take(Tested(TestName.SCANNER, TestEnd.FAILED, "scanner.wrong"))

    @Slot()
    def leave(self) -> None:
        """Back to the page of the machine; what nobody tried is written down as left out."""
        for test in HAND_TESTS:
            if self._found[test].end is TestEnd.LEFT_OUT:
                self._care.note(self._found[test])
        self._printed.forget()
        self.left.emit()

    def _hear(self, keys: KeyTry) -> None:
        if keys == self._keys:
            return
        self._keys = keys
        if keys.missing:
            self.changed.emit()
        else:
            self.take(Tested(TestName.KEYS, TestEnd.PASSED, "keys.all"))

    def _key_names(self) -> str:
        words = self._shell.words
        names = {"Space": words.pgettext("key", "Space")}
        return words.and_list(names.get(key, key) for key in self._keys.missing)

    def _on_tested(self, found: Sequence[Tested]) -> None:
        self._is_busy = False
        self._found |= {each.test: each for each in found}
        self._refresh()

    def _on_printed(self, job: "JobId") -> None:
        self._is_printed = True
        self._printed.follow(job)
        self.changed.emit()

    def _on_refused(self, error: KioskError) -> None:
        """Here is no other printer to pick, and no file to save."""
        refused = Tested(TestName.PAPER, TestEnd.FAILED, _why_not_printed(error))
        self._message = found_text(refused, self._shell.words)
        if isinstance(error, FontFileError):
            self._message = fault_text(error, self._shell.words)
        self.take(refused)

    def _on_failed(self, error: KioskError) -> None:
        self._is_busy = False
        self._message = fault_text(error, self._shell.words)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        words = self._shell.words
        there = [self._found[test] for test in TestName if test in self._found]
        lines = zip(there, found_lines(there, words), strict=True)
        self._rows.show([{"mark": _MARKS[each.end], "text": line} for each, line in lines])
        self.changed.emit()


def _why_not_printed(error: KioskError) -> str:
    is_gone = isinstance(error, PrintError) and error.code in _NO_PRINTER
    return "printer.none" if is_gone else "paper.not_printed"
