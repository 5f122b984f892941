"""What shall be tried: which rules, on whom, and why none of them chooses."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.nonchoice.simulation_texts import state_name
from kiosk.app.nonchoice.trial_people import Tryout
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class TrialForm(QObject):
    """Paths are written or pasted; nothing is opened before it is tried.

    Signals:
        changed: Something was picked or written, or the language is another.
    """

    changed = Signal()

    def __init__(self, shell: AppShell, files: StaffFiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._files = files
        self._rules = self._list = ""
        self._tryout = Tryout.LIST
        self._state = NonchoiceState.NO_REPLY
        self._sources = RowsModel(("key", "name", "picked"), self)
        self._states = RowsModel(("key", "name", "picked"), self)
        shell.spoken.connect(self._speak)

    def show(self) -> None:
        """Keep what was written; offer the likeliest folder at first."""
        words, folder = self._shell.words, self._files.folders()[0]
        self._rules = self._rules or str(folder / "rules.toml")
        name = words.pgettext("file name of a case list", "cases")
        self._list = self._list or str(folder / f"{name}.csv")
        self._speak()

    @property
    def state(self) -> NonchoiceState:
        """Why nobody chooses."""
        return self._state

    @property
    def tryout(self) -> Tryout:
        """On whom the rule is tried."""
        return self._tryout

    @Property(str, notify=changed)
    def rules(self) -> str:
        """Path of the rules, as written."""
        return self._rules

    @Property(str, notify=changed)
    def caseList(self) -> str:
        """Path of the case list, as written."""
        return self._list

    @Property(bool, notify=changed)
    def isList(self) -> bool:
        """Whether the rule is tried on a list, and not on the cases of the record."""
        return self._tryout is Tryout.LIST

    @Property(RowsModel, constant=True)
    def sources(self) -> RowsModel:
        """Whom the rule is tried on; one is picked."""
        return self._sources

    @Property(RowsModel, constant=True)
    def states(self) -> RowsModel:
        """Why nobody chooses; one is picked."""
        return self._states

    @Slot(str)
    def writeRules(self, text: str) -> None:
        """Keep the path while it is written."""
        self._rules = text

    @Slot(str)
    def writeList(self, text: str) -> None:
        """Keep the path while it is written."""
        self._list = text

    @Slot(str)
    def pickSource(self, key: str) -> None:
        """Try it on a list, or on the cases of the record: those without an answer, or all."""
        self._tryout = Tryout(key)
        self._speak()

    @Slot(str)
    def pickState(self, key: str) -> None:
        """Say why nobody chooses."""
        self._state = NonchoiceState(key)
        self._speak()

    @Slot()
    def _speak(self) -> None:
        words = self._shell.words
        names = {
            Tryout.LIST: words.gettext("A case list in a file"),
            Tryout.UNANSWERED: words.gettext("Open cases here without an answer"),
            Tryout.EVERYBODY: words.gettext("All open cases here, as if everybody were new"),
        }
        self._sources.show(
            [
                {"key": each.value, "name": name, "picked": each is self._tryout}
                for each, name in names.items()
            ]
        )
        self._states.show(
            [
                {"key": each.value, "name": state_name(each, words), "picked": each is self._state}
                for each in NonchoiceState
            ]
        )
        self.changed.emit()
