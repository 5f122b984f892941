"""A column that shows whole blocks only, one turn at a time."""

from PySide6.QtCore import QRect, QRectF, Signal, Slot
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem

from kiosk.ui.qtkit import Property
from kiosk.ui.turning import Turn, plan_turns

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Turner(QQuickItem):
    """Stacks its children and shows those of the present turn; the rest is invisible.

    Children are blocks that are never half shown. A child without height, such as a Repeater, takes
    no room. Children must not bind ``visible``.

    Signals:
        turned: Another turn is shown, or the plan is another.
    """

    turned = Signal()
    spacingChanged = Signal()
    roomChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._spacing = 0.0
        self._room = 0.0
        self._turn = 0
        self._turns: tuple[Turn, ...] = (Turn(0, 0),)
        self._shown_height = 0.0
        self._watched: set[int] = set()
        self.childrenChanged.connect(self.polish)

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

    @Property(bool, notify=turned)
    def hasMore(self) -> bool:
        """Blocks wait for a later turn."""
        return self._turn + 1 < len(self._turns)

    @Property(bool, notify=turned)
    def hasEarlier(self) -> bool:
        """Blocks stand on an earlier turn."""
        return self._turn > 0

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
        blocks = self.childItems()
        inside: QQuickItem | None = block
        while inside is not None and inside not in blocks:
            inside = inside.parentItem()
        if inside is not None:
            index = blocks.index(inside)
            turns = enumerate(self._turns)
            self._go_to(next(n for n, turn in turns if turn.first <= index < turn.end))

    def geometryChange(self, new: QRectF | QRect, old: QRectF | QRect) -> None:
        """Plan anew when the width changes, since texts wrap otherwise."""
        super().geometryChange(new, old)
        if new.width() != old.width():
            self.polish()

    def updatePolish(self) -> None:
        """Give every block its width, then plan the turns and place the blocks."""
        blocks = self.childItems()
        for block in blocks:
            self._watch(block)
            if block.height() > 0 or block.width() > 0:
                block.setWidth(self.width())
        heights = [block.height() for block in blocks]
        self._turns = plan_turns(heights, self._spacing, self._room)
        self._turn = min(self._turn, len(self._turns) - 1)
        self._place(blocks)

    def _watch(self, block: QQuickItem) -> None:
        if id(block) in self._watched:
            return
        self._watched.add(id(block))
        block.heightChanged.connect(self.polish)

    def _go_to(self, turn: int) -> None:
        if turn != self._turn:
            self._turn = turn
            self._place(self.childItems())

    def _place(self, blocks: list[QQuickItem]) -> None:
        shown = self._turns[self._turn]
        y = 0.0
        for index, block in enumerate(blocks):
            is_shown = shown.first <= index < shown.end
            block.setVisible(is_shown)
            if is_shown:
                block.setY(y)
                y += block.height() + (self._spacing if block.height() > 0 else 0.0)
        self._shown_height = max(0.0, y - self._spacing)
        self.setImplicitHeight(self._shown_height)
        self.turned.emit()
