"""Which of the cases that the rules let go are to go this time."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.disposal_texts import by_rule, closed_text, due_text, kept_texts, rule_text
from kiosk.app.due_cases import DueCase, Reviewed
from kiosk.app.program import Program
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class DueChoice(QObject):
    """All of them, until somebody keeps one this time; a new review begins with all again.

    Signals:
        changed: Another review, or what is picked.
    """

    changed = Signal()

    def __init__(self, program: Program, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._reviewed: Reviewed | None = None
        self._spared: set[str] = set()
        self._due = RowsModel(("key", "number", "rule", "closed", "picked"), self)
        self._kept = RowsModel(("text",), self)
        self._counts = RowsModel(("text",), self)
        shell.spoken.connect(self._refresh)

    def show(self, reviewed: Reviewed | None) -> None:
        """Show a review; None while there is none."""
        self._reviewed, self._spared = reviewed, set()
        self._refresh()

    @property
    def picked(self) -> tuple[DueCase, ...]:
        """The cases that are to go; may be empty."""
        due = () if self._reviewed is None else self._reviewed.due
        return tuple(each for each in due if each.listed.number not in self._spared)

    @Property(str, notify=changed)
    def dueText(self) -> str:
        """How many cases the rules let go, or why none ever goes; empty before a review."""
        words = self._shell.words
        if self._reviewed is None:
            return ""
        if not self._program.municipality.retention:
            return words.gettext(
                "The municipality has written down no rules of retention, so no case is ever "
                "disposed of."
            )
        return due_text(len(self._reviewed.due), words)

    @Property(RowsModel, constant=True)
    def due(self) -> RowsModel:
        """Cases that a rule lets go, by case number; may be empty."""
        return self._due

    @Property(RowsModel, constant=True)
    def kept(self) -> RowsModel:
        """Why the other cases stay; empty where the municipality has no rules."""
        return self._kept

    @Property(RowsModel, constant=True)
    def counts(self) -> RowsModel:
        """How many of the picked cases go by each rule."""
        return self._counts

    @Property(int, notify=changed)
    def pickedCount(self) -> int:
        """How many cases are to go."""
        return len(self.picked)

    @Property(str, notify=changed)
    def goOnText(self) -> str:
        """The button that leads to the approval."""
        words, count = self._shell.words, len(self.picked)
        text = words.ngettext("Go on with {count} case", "Go on with {count} cases", count)
        return text.format(count=words.number(count))

    @Property(str, notify=changed)
    def question(self) -> str:
        """What is to be approved."""
        words, count = self._shell.words, len(self.picked)
        text = words.ngettext(
            "Dispose of {count} case for good?", "Dispose of {count} cases for good?", count
        )
        return text.format(count=words.number(count))

    @Slot(str)
    def toggle(self, key: str) -> None:
        """Keep a case this time, or let it go after all."""
        self._spared ^= {key}
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        words, reviewed = self._shell.words, self._reviewed
        due = () if reviewed is None else sorted(reviewed.due, key=lambda each: each.case)
        self._due.show(
            [
                {
                    "key": each.listed.number,
                    "number": each.case,
                    "rule": rule_text(each.rule, words),
                    "closed": closed_text(each.facts, words),
                    "picked": each.listed.number not in self._spared,
                }
                for each in due
            ]
        )
        has_rules = bool(self._program.municipality.retention)
        kept = kept_texts(reviewed.kept, words) if reviewed is not None and has_rules else ()
        self._kept.show([{"text": text} for text in kept])
        self._counts.show([{"text": text} for text in by_rule(self.picked, words)])
        self.changed.emit()
