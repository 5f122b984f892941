"""The page before the staff side: who, and the code."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.app.staff_rights import rights_objections
from kiosk.app.staff_texts import staff_role_name
from kiosk.domain.errors import KioskError, Refusal, RefusedError
from kiosk.domain.staff import StaffEntry, StaffMember, StaffRight
from kiosk.ui.code_try import CodeTry
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class StaffSignIn(QObject):
    """Sign-in page, and the page that covers the staff side while it is locked.

    Signals:
        changed: Members, the picked one, a message or the language is another.
        entered: Somebody gave the right code.
        refused: A code did not open; carries a ``KioskError``.
        codeCleared: The field is to be emptied, so that the next try begins anew.
    """

    changed = Signal()
    entered = Signal()
    refused = Signal(object)
    codeCleared = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._session = session
        self._tasks = tasks
        self._try = CodeTry(program, tasks)
        self._picked = ""
        self._message = ""
        self._is_ready = False
        self._ticket = 0
        self._members = RowsModel(("key", "name", "support", "picked"), self)
        shell.spoken.connect(self._refresh)

    def prepare(self) -> None:
        """Make an example pack's staff ready; everything else is ready at once."""
        add = self._program.add_example_staff
        municipality = self._program.municipality
        self._tasks.run(
            lambda: add.add_to_empty(municipality), lambda _none: self._open(), self._on_unready
        )

    def show(self) -> None:
        """Begin anew, with the one who was signed in last already picked."""
        self._ticket += 1
        self._message = ""
        self._picked = self._session.last_name
        self._refresh()

    def forget(self) -> None:
        """Name nobody until the record is open again."""
        self._is_ready = False
        self._ticket += 1
        self._message = self._picked = ""
        self._members.show([])
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        """Heading of the page."""
        words = self._shell.words
        return (
            words.gettext("The screen is locked") if self._is_locked else words.gettext("Sign in")
        )

    @Property(str, notify=changed)
    def lead(self) -> str:
        """What to do, or why nobody can sign in."""
        words = self._shell.words
        if not self._is_ready:
            return self._message or words.gettext("Getting ready …")
        if not self._members.rowCount():
            return words.gettext(
                "No staff member can sign in yet. Add one with the command: kiosk staff add"
            )
        if self._is_locked:
            return words.gettext("Write your code to go on.")
        return words.gettext("Pick your name and write your code.")

    @Property(str, notify=changed)
    def trialNote(self) -> str:
        """That the record protects nobody; empty for a sealed one."""
        if not self._program.is_trial:
            return ""
        return self._shell.words.gettext("Trial record: for invented people only.")

    @Property(RowsModel, constant=True)
    def members(self) -> RowsModel:
        """Staff by name; an example pack's codes stand beside the names."""
        return self._members

    @Property(bool, notify=changed)
    def canSignIn(self) -> bool:
        """Whether there is anybody to sign in."""
        return self._is_ready and self._members.rowCount() > 0

    @Property(bool, notify=changed)
    def isPicked(self) -> bool:
        """Whether it is told who signs in, so that only the code is missing."""
        return self._picked != ""

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        """A code is being checked."""
        return self._try.is_busy

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why the last try did not open; empty before one."""
        return self._message

    @Slot(str)
    def pick(self, key: str) -> None:
        """Say who you are."""
        self._picked = key
        self._message = ""
        self._refresh()

    @Slot(str)
    def signIn(self, code: str) -> None:
        """Try a code."""
        words = self._shell.words
        if not self._picked:
            self._say(words.gettext("Pick your name first."))
        elif not code.strip():
            self._say(words.gettext("Write your code."))
        elif not self._try.is_busy:
            self._message = ""
            ticket = self._ticket
            self._try.run(
                self._picked,
                code.strip(),
                lambda member: self._on_opened(member, ticket),
                lambda error: self._on_refused(error, ticket),
            )
            self.changed.emit()

    @property
    def _is_locked(self) -> bool:
        return self._session.last_name != ""

    def _open(self) -> None:
        self._is_ready = True
        self._refresh()

    def _on_unready(self, error: KioskError) -> None:
        self._say(fault_text(error, self._shell.words))

    def _on_opened(self, member: StaffMember, ticket: int) -> None:
        # Nobody may be signed in behind a page that strangers see by now, nor before another one.
        if self._shell.current is not Page.SIGN_IN or ticket != self._ticket:
            self.codeCleared.emit()
            return
        refusals = self._objections(member)
        if refusals:
            self.codeCleared.emit()
            self._say(fault_text(RefusedError(refusals), self._shell.words))
            return
        self._session.enter(member)
        self.codeCleared.emit()
        self.changed.emit()
        self.entered.emit()

    def _objections(self, member: StaffMember) -> list[Refusal]:
        """Why somebody with the right code does not get in; a visit is all that is done here."""
        if not self._program.is_public:
            return []
        return rights_objections(self._program.record, member.name, StaffRight.HAND_OVER)

    def _on_refused(self, error: KioskError, ticket: int) -> None:
        self.codeCleared.emit()
        if ticket == self._ticket:
            self._say(self._try.explain(error, self._picked, self._shell.words))
        self.refused.emit(error)

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()

    @Slot()
    def _refresh(self) -> None:
        codes = self._example_codes()
        entries = [entry for entry in self._program.record.staff_entries() if entry.is_active]
        self._members.show(
            [
                {
                    "key": entry.member.name,
                    "name": entry.member.name,
                    "support": self._support(entry, codes.get(entry.member.name)),
                    "picked": entry.member.name == self._picked,
                }
                for entry in entries
            ]
        )
        self.changed.emit()

    def _example_codes(self) -> dict[str, str]:
        municipality = self._program.municipality
        if not municipality.is_example:
            return {}
        return {staff.name: staff.code for staff in municipality.example_staff}

    def _support(self, entry: StaffEntry, code: str | None) -> str:
        words = self._shell.words
        role = staff_role_name(entry.member.role, words)
        # The code of the pack holds until somebody gets another one.
        if code is None or entry.code_at != entry.added_at:
            return role
        return words.gettext("{role}. EKSEMPEL: code {code}").format(role=role, code=code)
