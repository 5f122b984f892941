"""The start page of the staff side: find a case, see what waits."""

from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.phrases import sentences
from kiosk.app.ports.case_file import CaseFilter
from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.app.soundness_texts import record_notice
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.slip_code import is_meant_as_slip
from kiosk.domain.staff import StaffRight
from kiosk.ui.case_row_texts import case_row
from kiosk.ui.faults import told
from kiosk.ui.models.case_rows import CaseRow, CaseRowsModel
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CaseOverview(QObject):
    """Search, filters and the list of cases.

    Signals:
        changed: Another search, filter, record or language.
        opened: A case is to be shown; carries its case number.
        slipRead: The code of a reply slip was scanned or typed; carries a ``FoundSlip``.
        importAsked, brochureAsked: A button was used.
    """

    changed = Signal()
    opened = Signal(str)
    slipRead = Signal(object)
    importAsked = Signal()
    brochureAsked = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._session = session
        self._faults = session.faults
        self._search = ""
        self._filter = CaseFilter.ALL
        self._notice = self._slip_message = ""
        self._counts: dict[CaseFilter, int] = {}
        self._filters = RowsModel(("key", "name", "count", "picked"), self)
        self._rows = CaseRowsModel(self._describe, self)
        shell.spoken.connect(self._speak_anew)
        shell.staffChanged.connect(self.changed)

    def refresh(self) -> None:
        """Read the record anew, keeping search and filter."""
        today = self._today()
        record = self._program.record
        self._counts = {filter_: record.count_cases(filter_, today) for filter_ in CaseFilter}
        self._rows.forget()
        self._find()

    def reset(self) -> None:
        """Begin with all cases, as after signing in."""
        self._search = self._slip_message = ""
        self._filter = CaseFilter.ALL
        self.refresh()

    @Property(str, notify=changed)
    def search(self) -> str:
        """What is searched for."""
        return self._search

    @Property(RowsModel, constant=True)
    def filters(self) -> RowsModel:
        """Filters with their counts; one is picked."""
        return self._filters

    @Property(CaseRowsModel, constant=True)
    def rows(self) -> CaseRowsModel:
        """Cases found, earliest deadline first."""
        return self._rows

    @Property(str, notify=changed)
    def status(self) -> str:
        """How many cases are shown."""
        shown = self._rows.rowCount()
        text = self._shell.words.ngettext(
            "Shows {shown} of {count} case, sorted by deadline.",
            "Shows {shown} of {count} cases, sorted by deadline.",
            self._total,
        )
        return text.format(shown=shown, count=self._total)

    @Property(str, notify=changed)
    def emptyText(self) -> str:
        """What to do when no case is shown; empty while there is one."""
        words = self._shell.words
        if self._rows.rowCount():
            return ""
        if not self._program.record.case_refs():
            return self._how_to_begin()
        return words.gettext("No case fits. Write less in the search field, or pick “All”.")

    @Property(bool, notify=changed)
    def canImport(self) -> bool:
        """Whether the one who is signed in may take in a case list."""
        return not self._import_objections()

    @Property(str, notify=changed)
    def recordNotice(self) -> str:
        """What is wrong with the record or the clock; empty when all is well."""
        return self._notice

    @Property(str, notify=changed)
    def unfinishedText(self) -> str:
        """Says that visits lack their note; empty when none does."""
        count = self._counts.get(CaseFilter.UNFINISHED, 0)
        if not count:
            return ""
        return self._shell.words.ngettext(
            "{count} visit lacks its note.",
            "{count} visits lack their note.",
            count,
        ).format(count=count)

    @Slot(str)
    @told
    def write(self, text: str) -> None:
        """Search while it is written."""
        if text != self._search:
            self._search, self._slip_message = text, ""
            self._find()

    @Slot(str)
    @told
    def enter(self, text: str) -> None:
        """What was written is whole: the code of a slip opens its case; the rest is a search.

        A hand scanner types a code and the Enter key. A number or a name of some case that looks
        like a code is no code.
        """
        self.write(text)
        if is_meant_as_slip(text) and not self._finds_any(text):
            self._read_slip(text)

    @Property(str, notify=changed)
    def slipMessage(self) -> str:
        """Why the code of a slip opens nothing; empty when nothing is wrong."""
        return self._slip_message

    @Slot(str)
    @told
    def pickFilter(self, key: str) -> None:
        """Show the cases of one filter."""
        self._filter = CaseFilter(key)
        self._find()

    @Slot()
    @told
    def showUnfinished(self) -> None:
        """Show the visits whose note is missing."""
        self._search = ""
        self.pickFilter(CaseFilter.UNFINISHED.value)

    @Slot(str)
    def open(self, reference: str) -> None:
        """Show one case."""
        self.opened.emit(reference)

    @Slot()
    def askImport(self) -> None:
        """Bring in a case list."""
        self.importAsked.emit()

    @Slot()
    def askBrochure(self) -> None:
        """Make a brochure for nobody in particular."""
        self.brochureAsked.emit()

    def _finds_any(self, text: str) -> bool:
        find, today = self._program.record.find_cases, self._today()
        return any(find(text, each, today) for each in (CaseFilter.ALL, CaseFilter.CLOSED))

    def _read_slip(self, text: str) -> None:
        try:
            found = self._program.find_slip.find(text)
        except RefusedError as error:
            from kiosk.app.fault_texts import fault_text  # noqa: PLC0415  slow; seldom said

            self._slip_message = fault_text(error, self._shell.words)
            self.changed.emit()
            return
        self._search = ""
        self._find()
        self.slipRead.emit(found)

    def _how_to_begin(self) -> str:
        words = self._shell.words
        objections = self._import_objections()
        if not objections:
            return words.gettext("There are no cases yet. Use “Import case list” to bring them in.")
        from kiosk.app.refusals import refusal_text  # noqa: PLC0415  slow; seldom said

        reasons = (refusal_text(each, words) for each in objections)
        return sentences(words.gettext("There are no cases yet."), *reasons)

    def _import_objections(self) -> list[Refusal]:
        right = StaffRight.IMPORT_CASES
        return rights_objections(self._program.record, self._session.name, right)

    @property
    def _total(self) -> int:
        # Closed cases are not among "all".
        count = self._counts.get
        if self._filter is CaseFilter.CLOSED:
            return count(CaseFilter.CLOSED, 0)
        with_closed = self._filter is CaseFilter.UNDELIVERED
        return count(CaseFilter.ALL, 0) + (count(CaseFilter.CLOSED, 0) if with_closed else 0)

    def _today(self) -> date:
        return self._program.clock.now().date()

    def _find(self) -> None:
        found = self._program.record.find_cases(self._search, self._filter, self._today())
        self._rows.show(found)
        self._notice = record_notice(
            self._program.record, self._program.clock.now(), self._shell.words
        )
        self._show_filters()
        self.changed.emit()

    def _show_filters(self) -> None:
        names = filter_names(self._shell.words)
        self._filters.show(
            [
                {
                    "key": filter_.value,
                    "name": name,
                    "count": self._counts.get(filter_, 0),
                    "picked": filter_ is self._filter,
                }
                for filter_, name in names.items()
            ]
        )

    @Slot()
    @told
    def _speak_anew(self) -> None:
        self._rows.forget()
        self._find()

    def _describe(self, reference: CaseRef) -> CaseRow:
        return case_row(self._program, reference, self._shell.words)


def filter_names(words: Words) -> dict[CaseFilter, str]:
    """The filters in the order of their chips."""
    return {
        CaseFilter.ALL: words.pgettext("filter of cases", "All"),
        CaseFilter.WAITING: words.pgettext("filter of cases", "Waiting for an answer"),
        CaseFilter.POSTPONED: words.pgettext("filter of cases", "Postponed"),
        CaseFilter.DUE_THIS_WEEK: words.pgettext("filter of cases", "Deadline this week"),
        CaseFilter.UNFINISHED: words.pgettext("filter of cases", "Unfinished visits"),
        CaseFilter.UNDELIVERED: words.pgettext("filter of cases", "Not delivered yet"),
        CaseFilter.DONE: words.pgettext("filter of cases", "Done"),
        CaseFilter.CLOSED: words.pgettext("filter of cases", "Closed"),
    }
