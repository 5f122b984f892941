"""A column that shows whole blocks only, one turn at a time."""

from PySide6.QtCore import QPointF, QRect, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.ui.item_tree import children_of
from kiosk.ui.qml_made import let_go_at_the_end
from kiosk.ui.qtkit import Property
from kiosk.ui.turn_units import Held, Unit, held_among, turn_with
from kiosk.ui.turning import Turn, plan_turns, slice_lines

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Turner(QQuickItem):
    """Stacks its children and shows those of the present turn; the rest is invisible.

    Children are blocks that are never half shown. A child without height, such as a Repeater, takes
    no room. A text taller than the screen goes over several turns, cut between its lines, when it tells
    ``lineTop`` and ``lineStep``. Children with a property ``isCell`` stand side by side in ``columns``,
    all those of a row as high as the highest needs to be; none is lower than its ``leastHeight``, where
    it has one. A child with a property ``keepsNext`` stays with the one below it. Children must not
    bind ``visible``.

    Signals:
        turned: Another turn is shown, or the plan is another.
    """

    turned = Signal()
    spacingChanged = Signal()
    roomChanged = Signal()
    columnsChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._spacing = 0.0
        self._room = 0.0
        self._turn = 0
        self._columns = 1
        self._units: list[Unit] = []
        self._turns: tuple[Turn, ...] = (Turn(0, 0),)
        self._shown_height = 0.0
        self._watched: dict[int, QQuickItem] = {}
        self.childrenChanged.connect(self._plan_later)
        let_go_at_the_end(self)

    @Property(float, notify=spacingChanged)
    def spacing(self) -> float:
        """Pixels between two blocks."""
        return self._spacing

    @spacing.setter  # type: ignore[no-redef]  # mypy knows only builtin property
    def spacing(self, value: float) -> None:
        self._spacing = value
        self.spacingChanged.emit()
        self.polish()

    @Property(float, notify=roomChanged)
    def room(self) -> float:
        """Pixels that the screen has for one turn."""
        return self._room

    @room.setter  # type: ignore[no-redef]  # mypy knows only builtin property
    def room(self, value: float) -> None:
        self._room = value
        self.roomChanged.emit()
        self.polish()

    @Property(int, notify=columnsChanged)
    def columns(self) -> int:
        """Cells side by side."""
        return self._columns

    @columns.setter  # type: ignore[no-redef]  # mypy knows only builtin property
    def columns(self, value: int) -> None:
        self._columns = value
        self.columnsChanged.emit()
        self.polish()

    @Property(bool, notify=turned)
    def hasMore(self) -> bool:
        """Blocks wait for a later turn."""
        return self._turn + 1 < len(self._turns)

    @Property(bool, notify=turned)
    def hasEarlier(self) -> bool:
        """Blocks stand on an earlier turn."""
        return self._turn > 0

    @Property(int, notify=turned)
    def turn(self) -> int:
        """Which one is shown, from 0."""
        return self._turn

    @Property(int, notify=turned)
    def turnCount(self) -> int:
        """Number of turns; at least 1."""
        return len(self._turns)

    @Property(float, notify=turned)
    def shownHeight(self) -> float:
        """Pixels that the present turn takes."""
        return self._shown_height

    @Slot()
    def showMore(self) -> None:
        """Go to the next turn; stays on the last."""
        self._go_to(min(self._turn + 1, len(self._turns) - 1))

    @Slot()
    def showEarlier(self) -> None:
        """Go to the turn before; stays on the first."""
        self._go_to(max(self._turn - 1, 0))

    @Slot()
    def showFirst(self) -> None:
        """Go to the first turn."""
        self._go_to(0)

    @Slot(QQuickItem)
    def reveal(self, block: QQuickItem) -> None:
        """Go to the turn on which a block stands."""
        inside: QQuickItem | None = block
        while inside is not None:
            for index, unit in enumerate(self._units):
                if inside in unit.row:
                    turns = enumerate(self._turns)
                    self._go_to(next(n for n, turn in turns if turn.first <= index < turn.end))
                    return
            inside = inside.parentItem()

    def geometryChange(self, new: QRectF | QRect, old: QRectF | QRect) -> None:
        """Plan anew when the width changes, since texts wrap otherwise."""
        super().geometryChange(new, old)
        if new.width() != old.width():
            self.polish()

    def updatePolish(self) -> None:
        """Give every block its width, then plan the turns and place the blocks."""
        blocks = children_of(self)
        self._watch(blocks)
        held = self._held(blocks)
        rows = self._in_rows(blocks)
        self._units[:] = [unit for row in rows for unit in self._units_of(row)]
        heights = [unit.height for unit in self._units]
        keeps_next = [bool(unit.row[0].property("keepsNext")) for unit in self._units]
        self._turns = plan_turns(heights, self._spacing, self._room, keeps_next)
        self._turn = min(self._turn, len(self._turns) - 1)
        if held is not None:
            self._turn = turn_with(held, self._units, self._turns, self._turn)
        self._place()

    def _held(self, blocks: list[QQuickItem]) -> Held | None:
        """What is to stay in sight; nothing at the top of the page: what comes there is to be read."""
        if self._turn == 0:
            return None
        shown = self._turns[self._turn]
        # Some may be gone, and must not be asked anything.
        there = {id(block) for block in blocks}
        units = [
            unit
            for unit in self._units[shown.first : shown.end]
            if all(id(block) in there for block in unit.row)
        ]
        return held_among(units)

    def _units_of(self, row: list[QQuickItem]) -> list[Unit]:
        """A row as one unit, or a text taller than the screen as slices of whole lines."""
        height = max(block.height() for block in row)
        line_top, line_step = row[0].property("lineTop"), row[0].property("lineStep")
        if len(row) > 1 or line_top is None or line_step is None:
            return [Unit(row, 0.0, height)]
        units = []
        offset = 0.0
        for part in slice_lines(height, line_top, line_step, self._room):
            units.append(Unit(row, offset, part))
            offset += part
        return units

    def _in_rows(self, blocks: list[QQuickItem]) -> list[list[QQuickItem]]:
        """Blocks that stand side by side, in order; sets every block's width."""
        rows: list[list[QQuickItem]] = []
        cell_width = (self.width() - (self._columns - 1) * self._spacing) / self._columns
        for block in blocks:
            is_cell = bool(block.property("isCell"))
            if block.height() > 0 or block.width() > 0:
                block.setWidth(cell_width if is_cell else self.width())
            if block.height() <= 0:
                continue
            joins = is_cell and rows and bool(rows[-1][0].property("isCell"))
            if joins and len(rows[-1]) < self._columns:
                rows[-1].append(block)
            else:
                rows.append([block])
        for row in rows:
            _level(row)
        return rows

    @Slot()
    def _plan_later(self) -> None:
        self.polish()

    def _watch(self, blocks: list[QQuickItem]) -> None:
        """Plan anew when a block grows or shrinks; the blocks are kept, so that no id is given twice."""
        for block in blocks:
            if id(block) not in self._watched:
                block.heightChanged.connect(self._plan_later)
        watched = {id(block): block for block in blocks}
        self._watched.clear()
        self._watched.update(watched)

    def _go_to(self, turn: int) -> None:
        if turn != self._turn:
            self._turn = turn
            self._place()

    def _place(self) -> None:
        shown = self._turns[self._turn]
        units = self._units[shown.first : shown.end]
        seen = {id(block) for unit in units for block in unit.row}
        for unit in self._units:
            for block in unit.row:
                block.setVisible(id(block) in seen)
        y = 0.0
        for unit in units:
            for column, block in enumerate(unit.row):
                x = column * (block.width() + self._spacing)
                block.setPosition(QPointF(x, y - unit.offset))
            y += unit.height + self._spacing
        self._shown_height = max(0.0, y - self._spacing)
        self.setClip(any(unit.is_slice for unit in units))
        self.setHeight(self._shown_height)
        self.turned.emit()


def _level(row: list[QQuickItem]) -> None:
    """Make cells side by side equally high."""
    if not row[0].property("isCell"):
        return
    height = max(max(cell.implicitHeight(), cell.property("leastHeight") or 0.0) for cell in row)
    for cell in row:
        cell.setHeight(height)
