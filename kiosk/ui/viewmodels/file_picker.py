"""Finding a case list on this machine: our own page, since stock dialogs speak another language."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.ports.words import Words
from kiosk.ui.models.rows import Row, RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_LISTS = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".ods"})
_MOST_ENTRIES = 200


@QmlElement
@QmlUncreatable("made by the application")
class FilePicker(QObject):
    """A folder, the folders in it and the files that may be case lists.

    Signals:
        changed: Another folder, or a message.
        picked: A file was picked; carries its path.
    """

    changed = Signal()
    picked = Signal(str)

    def __init__(self, shell: AppShell, files: StaffFiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._files = files
        self._folder = files.home
        self._message = ""
        self._places = RowsModel(("key", "name", "picked"), self)
        self._entries = RowsModel(("key", "name", "mark"), self)

    def show(self) -> None:
        """Begin in the likeliest folder that holds a list, else in the first one."""
        folders = self._files.folders()
        with_lists = (folder for folder in folders if _lists_in(folder))
        self._open(next(with_lists, folders[0]))

    @Property(RowsModel, constant=True)
    def places(self) -> RowsModel:
        """Folders to begin in."""
        return self._places

    @Property(RowsModel, constant=True)
    def entries(self) -> RowsModel:
        """The folder above, folders, then files; by name."""
        return self._entries

    @Property(str, notify=changed)
    def folder(self) -> str:
        """The folder that is shown."""
        return str(self._folder)

    @Property(str, notify=changed)
    def message(self) -> str:
        """What is wrong with the path, or that the folder holds no list."""
        return self._message

    @Slot(str)
    def choose(self, text: str) -> None:
        """Open a folder, or pick a file; a path may be typed or pasted."""
        path = Path(text.strip().strip('"').removeprefix("file://")).expanduser()
        if not text.strip():
            return
        if _is_file(path):
            self.picked.emit(str(path))
        elif _is_folder(path):
            self._open(path)
        else:
            self._message = self._shell.words.gettext("There is no such file or folder.")
            self.changed.emit()

    def _open(self, folder: Path) -> None:
        words = self._shell.words
        self._folder = folder
        try:
            rows = _rows(folder, words)
            self._message = ""
        except OSError:
            rows = []
            self._message = words.gettext("The folder cannot be read.")
        if not self._message and not any(row["mark"] == "file-text" for row in rows):
            self._message = words.gettext("There is no case list in this folder.")
        self._entries.show(rows)
        self._places.show(
            [
                {"key": str(place), "name": self._name_of(place), "picked": place == folder}
                for place in self._files.folders()
            ]
        )
        self.changed.emit()

    def _name_of(self, place: Path) -> str:
        # The home folder bears the name of whoever works here.
        is_home = place == self._files.home
        return self._shell.words.gettext("Home folder") if is_home else place.name


def _rows(folder: Path, words: Words) -> list[Row]:
    inside = sorted(
        (path for path in folder.iterdir() if not path.name.startswith(".")),
        key=lambda path: path.name.casefold(),
    )
    folders = [path for path in inside if _is_folder(path)]
    lists = [path for path in inside if path.suffix.lower() in _LISTS and _is_file(path)]
    rows: list[Row] = []
    if folder.parent != folder:
        up = words.gettext("One folder up")
        rows.append({"key": str(folder.parent), "name": up, "mark": "arrow-up"})
    rows += [{"key": str(path), "name": path.name, "mark": "file-text"} for path in lists]
    rows += [{"key": str(path), "name": path.name, "mark": "folder"} for path in folders]
    return rows[:_MOST_ENTRIES]


def _lists_in(folder: Path) -> bool:
    try:
        return any(path.suffix.lower() in _LISTS for path in folder.iterdir())
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
