"""A page as values: what a screen reader finds, and every text as it is painted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import shiboken6
from PIL import Image
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFont, QFontInfo, QFontMetricsF
from PySide6.QtQuick import QQuickItem

from kiosk.devtools.accessible import INTERACTIVE, name_of
from tests.audit.focus import tab_round
from tests.audit.pixels import crop, grab, measured_contrast
from tests.audit.walk import Place
from tests.stage import Stage

Role = QAccessible.Role
HIDDEN = -1
Keep = Callable[[Place, Image.Image], None]


@dataclass(frozen=True, slots=True)
class Node:
    """What a screen reader finds.

    Attributes:
        rect: Pixels of the window.
        groups: Names of the groups around it, innermost first.
        picture: As it is painted; controls only.
        is_key: Whether it is one of the keys that a field of a kiosk brings.
    """

    role: QAccessible.Role
    name: str
    description: str
    rect: QRectF
    is_checkable: bool
    is_checked: bool
    is_disabled: bool
    groups: tuple[str, ...]
    picture: Image.Image | None
    is_key: bool

    @property
    def is_control(self) -> bool:
        """Whether it can be used."""
        return self.role in INTERACTIVE

    def __str__(self) -> str:
        return f"{self.role.name} {self.name!r}"


@dataclass(frozen=True, slots=True)
class Ink:
    """A text that is painted.

    Attributes:
        rect: Painted text in pixels of the window; may be larger than its item.
        cut_contrast: Contrast along the edges where a clip ends it; 1 where no letter is cut.
        lines: How many it takes.
        line_em: Distance of its lines, in heights of its type.
        wide_px: By how much the longest line is wider than the item.
        color: As #rrggbb.
        contrast: Measured from pixels.
        line_chars: Characters that fit into its longest line, by the width of this very text.
        owner: Place in ``Snapshot.nodes`` of what speaks for it; None when nothing does.
    """

    text: str
    rect: QRectF
    cut_contrast: float
    is_truncated: bool
    lines: int
    line_em: float
    wide_px: float
    font: QFont
    font_px: int
    cap_px: float
    color: str
    contrast: float
    line_chars: float
    owner: int | None

    def __str__(self) -> str:
        return repr(self.text)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One turn of one page.

    Attributes:
        nodes: Reading order of the tree.
        inks: Order of painting.
        signs: Where icons are painted.
        sign_names: What is painted there, order of ``signs``.
        bare: Where something can be touched that nothing speaks for.
        rightmost_px, leftmost_px: Edges of everything that is painted.
        focused: Name of what has the focus at entry; empty when nothing has.
        tab_order: What Tab reaches, from the entry on: places in ``nodes``, or ``HIDDEN``.
    """

    place: Place
    nodes: tuple[Node, ...]
    inks: tuple[Ink, ...]
    signs: tuple[QRectF, ...]
    sign_names: tuple[str, ...]
    bare: tuple[QRectF, ...]
    rightmost_px: float
    leftmost_px: float
    focused: str
    tab_order: tuple[int, ...]

    @property
    def controls(self) -> tuple[Node, ...]:
        """Nodes that can be used, reading order."""
        return tuple(node for node in self.nodes if node.is_control)

    @property
    def has_field(self) -> bool:
        """Whether something can be written."""
        return any(node.role is Role.EditableText for node in self.nodes)

    @property
    def cards(self) -> tuple[Node, ...]:
        """Answers of the overview, reading order; empty on other pages."""
        if not self.place.page.startswith(("overview", "public overview")):
            return ()
        return tuple(node for node in self.nodes if _is_card(node))

    def inks_of(self, node: Node) -> tuple[Ink, ...]:
        """Texts that a node speaks for, order of painting."""
        index = self.nodes.index(node)
        return tuple(ink for ink in self.inks if ink.owner == index)

    def signs_in(self, node: Node) -> tuple[QRectF, ...]:
        """Icons that are painted inside a node."""
        return tuple(sign for sign in self.signs if node.rect.contains(sign.center()))

    def sign_names_in(self, node: Node) -> tuple[str, ...]:
        """What these icons are, in whatever colour."""
        painted = zip(self.signs, self.sign_names, strict=True)
        return tuple(name for sign, name in painted if node.rect.contains(sign.center()))


def _is_card(node: Node) -> bool:
    """A card tells more than its title; tools beside the way forward do not."""
    return node.role is Role.Button and bool(node.groups) and ". " in node.name


def take(stage: Stage, place: Place, keep: Keep | None = None) -> Snapshot:
    """Look at the page that is shown now.

    Args:
        keep: Is given the picture too.
    """
    picture = grab(stage.open.window)
    if keep is not None:
        keep(place, picture)
    found = list(stage.reader.nodes())
    places = {_address(node): index for index, node in enumerate(found)}
    items = [item for item in below(stage.open.window.contentItem()) if item.isVisible()]
    texts = [item for item in items if _is_painted_text(item)]
    signs = [item for item in items if _is_sign(item)]
    painted = [_seen(item, rect_of(item)) for item in items]
    focus = stage.open.window.activeFocusItem()
    seen = Snapshot(
        place=place,
        nodes=tuple(_node(node, picture) for node in found),
        inks=tuple(_ink(item, picture, places) for item in texts),
        signs=tuple(map(rect_of, signs)),
        sign_names=tuple(map(_sign_name, signs)),
        bare=tuple(rect_of(item) for item in items if _is_bare(item, places)),
        rightmost_px=max(rect.right() for rect in painted if not rect.isEmpty()),
        leftmost_px=min(rect.left() for rect in painted if not rect.isEmpty()),
        focused=_focused_name(focus),
        tab_order=tuple(
            places.get(shiboken6.getCppPointer(item)[0], HIDDEN)
            for item in tab_round(stage.open.window)
        ),
    )
    if seen.has_field:
        put_keys_away(stage)
    return seen


def put_keys_away(stage: Stage) -> None:
    """Where Tab came to a field of a kiosk, its keys would lie over the next page that is seen."""
    hide = stage.open.shell.words.gettext("Hide the keys")
    if stage.reader.has(hide, Role.Button):
        stage.reader.press(hide, Role.Button)


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and everything in it."""
    yield item
    for child in item.childItems():
        yield from below(child)


def rect_of(item: QQuickItem) -> QRectF:
    """Where an item stands in its window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def item_of(node: QAccessibleInterface) -> QQuickItem:
    """The item behind a node."""
    item = node.object()
    assert isinstance(item, QQuickItem)
    return item


def _address(node: QAccessibleInterface) -> int:
    return shiboken6.getCppPointer(item_of(node))[0]


def _node(node: QAccessibleInterface, picture: Image.Image) -> Node:
    state, item = node.state(), item_of(node)
    rect = rect_of(item)
    return Node(
        role=node.role(),
        name=name_of(node),
        description=node.text(QAccessible.Text.Description),
        rect=rect,
        is_checkable=bool(state.checkable),
        is_checked=bool(state.checked),
        is_disabled=bool(state.disabled),
        groups=tuple(_groups(node)),
        picture=crop(picture, rect) if node.role() in INTERACTIVE else None,
        is_key=bool(item.property("isKey")),
    )


def _groups(node: QAccessibleInterface) -> Iterator[str]:
    parent = node.parent()
    while parent.role() is not Role.Window:
        if parent.role() is Role.Grouping:
            yield name_of(parent)
        parent = parent.parent()


def _ink(item: QQuickItem, picture: Image.Image, places: dict[int, int]) -> Ink:
    font = item.property("font")
    assert isinstance(font, QFont)
    whole = _painted(item)
    rect = _seen(item, whole)
    return Ink(
        text=item.property("text"),
        rect=rect,
        cut_contrast=_cut_contrast(picture, rect, whole),
        is_truncated=item.property("truncated"),
        lines=item.property("lineCount"),
        line_em=item.property("lineHeight") * QFontMetricsF(font).height() / font.pixelSize(),
        wide_px=item.property("contentWidth") - item.width(),
        font=font,
        font_px=font.pixelSize(),
        cap_px=QFontMetricsF(font).capHeight(),
        color=item.property("color").name(),
        contrast=measured_contrast(crop(picture, rect)),
        line_chars=_line_chars(item, font),
        owner=_owner(item, places),
    )


def _line_chars(item: QQuickItem, font: QFont) -> float:
    text = item.property("text")
    per_char = QFontMetricsF(font).horizontalAdvance(text) / max(1, len(text))
    return item.property("contentWidth") / per_char if per_char else 0.0


def _is_sign(item: QQuickItem) -> bool:
    return (
        item.inherits("QQuickImage") and item.width() > 0 and not item.property("source").isEmpty()
    )


def _sign_name(item: QQuickItem) -> str:
    """``image://icon/NAME/COLOUR`` without its colour; another picture by its whole address."""
    return str(item.property("source").toString()).rpartition("/")[0]


def _is_painted_text(item: QQuickItem) -> bool:
    is_text = item.inherits("QQuickText") and bool(item.property("text"))
    return is_text and not _seen(item, _painted(item)).isEmpty()


def _painted(item: QQuickItem) -> QRectF:
    left, top = item.property("leftPadding"), item.property("topPadding")
    size = item.property("contentWidth"), item.property("contentHeight")
    return item.mapRectToScene(QRectF(left, top, *size))


def _seen(item: QQuickItem, rect: QRectF) -> QRectF:
    """What the clips around an item leave of it; empty when nothing."""
    inside: QQuickItem | None = item.parentItem()
    while inside is not None:
        if inside.clip():
            rect = rect.intersected(rect_of(inside))
        inside = inside.parentItem()
    return rect


def _cut_contrast(picture: Image.Image, seen: QRectF, whole: QRectF) -> float:
    edges = []
    if seen.top() > whole.top() + 1:
        edges.append(QRectF(seen.left(), seen.top(), seen.width(), 1))
    if seen.bottom() < whole.bottom() - 1:
        edges.append(QRectF(seen.left(), seen.bottom() - 1, seen.width(), 1))
    return max((measured_contrast(crop(picture, edge)) for edge in edges), default=1.0)


def _owner(item: QQuickItem, places: dict[int, int]) -> int | None:
    inside: QQuickItem | None = item
    while inside is not None:
        index = places.get(shiboken6.getCppPointer(inside)[0])
        if index is not None:
            return index
        inside = inside.parentItem()
    return None


def _is_bare(item: QQuickItem, places: dict[int, int]) -> bool:
    """A touchable item without a node of its own."""
    handles = item.inherits("QQuickMouseArea") or any(
        child.inherits("QQuickPointerHandler") for child in item.children()
    )
    return handles and shiboken6.getCppPointer(item)[0] not in places


def _focused_name(item: QQuickItem | None) -> str:
    node = None if item is None else QAccessible.queryAccessibleInterface(item)
    return "" if node is None else name_of(node)


def family_of(font: QFont) -> str:
    """The family that is really painted with."""
    return QFontInfo(font).family()
