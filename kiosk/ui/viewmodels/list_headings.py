"""Headings of a case list that we do not or may not understand: staff say once what they mean."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.column_names import column_names
from kiosk.app.list_columns import NEEDED, SEVERAL, Column
from kiosk.app.ports.intake import NOTHING_EXPLAINED, Meanings, plain_heading
from kiosk.app.ports.words import Words
from kiosk.ui.models.rows import Row, RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

if TYPE_CHECKING:
    from kiosk.app.explained_headings import ListLook

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_NOT_USED = ""


@QmlElement
@QmlUncreatable("made by the application")
class ListHeadings(QObject):
    """The headings one below the other; one at a time is open and shows what it may mean.

    Signals:
        changed: Another list, another answer, or another heading is open.
    """

    changed = Signal()

    def __init__(self, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._look: ListLook | None = None
        self._meanings: dict[str, Column | None] = {}
        self._understood: dict[str, Column | None] = {}
        self._open = ""
        self._rows = RowsModel(("key", "name", "looks", "field", "isOpen"), self)
        self._fields = RowsModel(("key", "name", "picked"), self)

    def show(self, look: "ListLook") -> None:
        """Begin with what is remembered, or was said last about the same headings elsewhere."""
        self._look = look
        said = {**look.proposed, **look.meanings}
        self._understood = {plain_heading(each.text): each.column for each in look.asked}
        self._meanings = {key: said.get(key, ours) for key, ours in self._understood.items()}
        # A proposal from another list gives way to a column that is understood.
        for key, column in self._meanings.items():
            if column is not None and column in self._taken(key):
                self._meanings[key] = None
        self._open = ""
        self._show()

    @property
    def meanings(self) -> Meanings:
        """What staff say about the headings shown, beside what is remembered of others.

        Where they leave what we take a heading for, nothing is said about it.
        """
        remembered = NOTHING_EXPLAINED if self._look is None else self._look.meanings
        said = {
            key: column
            for key, column in self._meanings.items()
            if key in remembered or column is None or column is not self._understood[key]
        }
        return {**remembered, **said}

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """One row a heading, order of the file."""
        return self._rows

    @Property(RowsModel, constant=True)
    def fields(self) -> RowsModel:
        """What the open heading may mean: unused, then what the list still needs, then the rest."""
        return self._fields

    @Property(str, notify=changed)
    def lackingText(self) -> str:
        """What no column of the list stands for yet; empty when it can be read."""
        if self._look is None:
            return ""
        words = self._shell.words
        names = column_names(words)
        lacking = [names[column] for column in self._look.missing(self.meanings)]
        if not lacking:
            return ""
        text = words.gettext("The list still lacks: {fields}.")
        return text.format(fields=words.and_list(lacking))

    @Slot(str)
    def open(self, key: str) -> None:
        """Show what a heading may mean; the second time hide it again."""
        self._open = "" if key == self._open else key
        self._show()

    @Slot(str)
    def choose(self, field: str) -> None:
        """Say what the open heading means."""
        if self._open not in self._meanings:
            return
        by_key = {column.key: column for column in Column}
        self._meanings[self._open] = by_key.get(field)
        self._open = ""
        self._show()

    def _show(self) -> None:
        words = self._shell.words
        self._rows.show(self._heading_rows(words))
        self._fields.show(self._field_rows(words) if self._open else [])
        self.changed.emit()

    def _heading_rows(self, words: Words) -> list[Row]:
        if self._look is None:
            return []
        names = column_names(words)
        unused = words.gettext("Is not used")
        looks = words.gettext("Looks like this: {samples}")
        empty = words.gettext("The column is empty.")
        rows: list[Row] = []
        for heading in self._look.asked:
            key = plain_heading(heading.text)
            meaning = self._meanings[key]
            samples = " · ".join(heading.samples)
            rows.append(
                {
                    "key": key,
                    "name": heading.text,
                    "looks": looks.format(samples=samples) if samples else empty,
                    "field": unused if meaning is None else names[meaning],
                    "isOpen": key == self._open,
                }
            )
        return rows

    def _field_rows(self, words: Words) -> list[Row]:
        names = column_names(words)
        taken = self._taken(self._open)
        first = (*NEEDED[:1], Column.NAME, *NEEDED[1:])
        free = [column for column in (*first, *names) if column not in taken]
        present = self._meanings[self._open]
        unused = words.gettext("Is not used")
        rows: list[Row] = [{"key": _NOT_USED, "name": unused, "picked": present is None}]
        rows.extend(
            {"key": column.key, "name": names[column], "picked": column is present}
            for column in dict.fromkeys(free)
        )
        return rows

    def _taken(self, key: str) -> frozenset[Column]:
        """Fields that another column stands for already, and of which there is only one."""
        look = self._look
        if look is None:
            return frozenset()
        said = {**look.meanings, **self._meanings}
        pairs = (
            (plain, said.get(plain, heading.column))
            for heading in look.headings
            for plain in [plain_heading(heading.text)]
        )
        others = {column for plain, column in pairs if plain != key and column is not None}
        return frozenset(others - SEVERAL)
