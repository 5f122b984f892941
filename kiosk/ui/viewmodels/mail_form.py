"""What a mail-out shall be: which letter, for whom, posted when, and as which files."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.edition_texts import envelope_edition_name
from kiosk.app.mailout.batch import BatchPlan
from kiosk.app.mailout.filter_texts import mail_state_text
from kiosk.app.nonchoice.event_texts import letter_name
from kiosk.app.program import Program
from kiosk.domain.edition import Edition
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.mail_events import MailFilter, MailState, Making
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_FIELDS = ("key", "name", "picked")
_ALL = ""
_LETTERS = tuple(LetterKind)
_MOST_PER_FILE = 5000
_LETTER_FILES, _BROCHURE, _AGAIN = "letter_files", "brochure", "again"


@QmlElement
@QmlUncreatable("made by the application")
class MailForm(QObject):
    """Nothing of it is stored.

    Signals:
        changed: Something was picked or written, or the language is another.
    """

    changed = Signal()

    def __init__(
        self, program: Program, shell: AppShell, files: StaffFiles, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._files = files
        self._picked = {
            "letter": LetterKind.INVITATION.value,
            "state": MailState.DUE.value,
            "zone": _ALL,
            "service": _ALL,
            "edition": Edition.STANDARD.value,
        }
        self._rows = {each: RowsModel(_FIELDS, self) for each in self._picked}
        self._editions: tuple[Edition, ...] = (Edition.STANDARD,)
        self._checks = RowsModel(_FIELDS, self)
        self._ticked = {
            _LETTER_FILES: Making().has_letter_files,
            _BROCHURE: Making().has_brochure,
            _AGAIN: False,
        }
        self._day = self._folder = ""
        self._per_file = str(Making().letters_per_file)
        shell.spoken.connect(self._speak)

    def show(self) -> None:
        """Keep what was picked; offer today and the likeliest folder at first."""
        self._day = self._day or as_typed(self._today)
        self._folder = self._folder or str(self._files.folders()[0])
        self._editions = self._program.make_batch.editions
        self._speak()

    def plan(self) -> BatchPlan:
        """What is picked and written.

        Raises:
            RefusedError: A day or a number cannot be read.
        """
        day = typed_day(self._day)
        if day is None:
            values = {"example": as_typed(self._today)}
            raise RefusedError([Refusal("correction.day_unreadable", values)])
        count = self._per_file.strip() or "0"
        if not (count.isascii() and count.isdigit() and int(count) <= _MOST_PER_FILE):
            most = self._shell.words.number(_MOST_PER_FILE)
            raise RefusedError([Refusal("mailout.per_file_unreadable", {"most": most})])
        wanted = MailFilter(
            letter=LetterKind(self._picked["letter"]),
            state=MailState(self._picked["state"]),
            zone=ZoneId(self._picked["zone"]) if self._picked["zone"] else None,
            service=ServiceId(self._picked["service"]) if self._picked["service"] else None,
            again=self._ticked[_AGAIN],
        )
        making = Making(int(count), self._ticked[_LETTER_FILES], self._ticked[_BROCHURE])
        return BatchPlan(wanted, Edition(self._picked["edition"]), day, making)

    @property
    def place(self) -> Path:
        """Where the folder of the mail-out is made, whoever looks from where."""
        return Path(self._folder.strip()).expanduser().absolute()

    @Property(str, notify=changed)
    def day(self) -> str:
        """Day of posting, as written."""
        return self._day

    @Property(str, notify=changed)
    def perFile(self) -> str:
        """Letters of one file for the print shop, as written; 0 for no such files."""
        return self._per_file

    @Property(str, notify=changed)
    def folder(self) -> str:
        """Folder, as written."""
        return self._folder

    @Property(RowsModel, constant=True)
    def checks(self) -> RowsModel:
        """What else holds: the brochure, a file per letter, whoever has a letter lying there."""
        return self._checks

    @Slot(str, result=RowsModel)
    def optionsOf(self, what: str) -> RowsModel:
        """Alternatives of ``letter``, ``state``, ``zone`` and so on; one of each is picked."""
        return self._rows[what]

    @Slot(str, str)
    def pick(self, what: str, key: str) -> None:
        """Pick an alternative."""
        self._picked[what] = key
        self._speak()

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Say the opposite of what holds."""
        self._ticked[key] = not self._ticked[key]
        self._speak()

    @Slot(str)
    def writeDay(self, text: str) -> None:
        """Keep the day while it is written."""
        self._day = text

    @Slot(str)
    def writePerFile(self, text: str) -> None:
        """Keep the number while it is written."""
        self._per_file = text

    @Slot(str)
    def writeFolder(self, text: str) -> None:
        """Keep the folder while it is written."""
        self._folder = text

    @property
    def _today(self) -> date:
        return self._program.clock.now().date()

    @Slot()
    def _speak(self) -> None:
        words, place = self._shell.words, self._program.municipality
        everywhere = words.pgettext("places or services", "All")
        names = {
            "letter": {each.value: letter_name(each, words) for each in _LETTERS},
            "state": {each.value: mail_state_text(each, words) for each in MailState},
            "zone": {_ALL: everywhere} | {each.id: each.name for each in place.zones},
            "service": {_ALL: everywhere}
            | {each.id: words.local(each.name) for each in place.services},
            "edition": {each.value: envelope_edition_name(each, words) for each in self._editions},
        }
        for what, options in names.items():
            picked = self._picked[what]
            self._rows[what].show(
                [
                    {"key": key, "name": name, "picked": key == picked}
                    for key, name in options.items()
                ]
            )
        checks = {
            _BROCHURE: words.gettext("With the brochure, where the letter asks"),
            _LETTER_FILES: words.gettext("Also one file for each letter"),
            _AGAIN: words.gettext("Also those whose letter lies in another mail-out"),
        }
        self._checks.show(
            [
                {"key": key, "name": name, "picked": self._ticked[key]}
                for key, name in checks.items()
            ]
        )
        self.changed.emit()
