"""The keyboard alone is enough, and shows where it is (access D)."""

import itertools

import pytest
from PIL import Image, ImageChops, ImageDraw
from PySide6.QtCore import QRectF, Qt
from PySide6.QtQuick import QQuickItem

from kiosk.theme.tokens import Contrast, TextSize
from tests.audit.focus import tab, tab_round
from tests.audit.hands import keyboard
from tests.audit.pixels import Colour, crop, grab, ratio
from tests.audit.programs import steady_program
from tests.audit.setups import NB, TOKENS
from tests.audit.snapshot import HIDDEN, Node, Role, Snapshot, put_keys_away, rect_of
from tests.audit.walk import Place, Visitor, whole_visit
from tests.stage import SOLVEIG, Stage, open_stage

RING_MM = 0.7
RING_CONTRAST = 3.0
AROUND_MM = 3.0
RINGED = ("welcome", "overview", "answer think", "who", "basis", "review")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return], ids=["space", "return"])
def test_d01_the_keyboard_is_enough_for_a_whole_visit(qapp, key):
    with open_stage(steady_program()) as stage:
        stage.visit()
        visitor = Visitor(stage, NB, keyboard(stage.open.window, key))

        for _ in whole_visit(visitor):
            pass

        assert stage.program.record.case_file(SOLVEIG).choice is not None


def test_d01_tab_reaches_every_control(walked):
    missed = [
        f"{page.place}: {node}"
        for page in walked.pages
        for index, node in enumerate(page.nodes)
        if node.is_control and index not in page.tab_order
    ]

    assert missed == []


def test_d02_tab_comes_round_on_every_page(walked):
    trapped = [str(page.place) for page in walked.pages if len(page.tab_order) < len(page.controls)]

    assert trapped == []


def test_d02_tab_reaches_nothing_that_is_not_on_the_page(walked):
    # On a kiosk the keys of the screen come when a field gets the focus.
    odd = [
        str(page.place)
        for page in walked.pages
        if HIDDEN in page.tab_order and not (walked.device.is_kiosk and page.has_field)
    ]

    assert odd == []


def test_d03_tab_follows_the_order_of_the_tree(walked):
    astray = [str(page.place) for page in walked.pages if not _is_round(page.tab_order)]

    assert astray == []


def test_d03_tab_goes_on_from_the_title_where_the_page_begins(walked):
    behind = [
        f"{page.place}: {page.focused}, then {page.nodes[page.tab_order[0]].name}"
        for page in walked.pages
        if (title := _focused_title(page)) is not None and page.tab_order[0] < title
    ]

    assert behind == []


def test_d03_the_order_of_the_tree_is_the_order_of_reading(walked):
    astray = [
        f"{page.place}: {[node.name for node in page.controls]}"
        for page in walked.pages
        if list(page.controls) != _by_rows(page)
    ]

    assert astray == []


def test_d07_what_has_the_focus_stands_whole_on_the_screen(walked):
    screen = QRectF(0, 0, walked.device.width_px, walked.device.height_px)
    outside = [
        f"{page.place}: {page.nodes[index]}"
        for page in walked.pages
        for index in page.tab_order
        if index != HIDDEN and not screen.contains(page.nodes[index].rect)
    ]

    assert outside == []


def test_d07_the_focus_is_never_lost(walked):
    lost = [
        f"{page.place}: {page.focused or 'nothing'}"
        for page in walked.pages
        if page.focused not in {node.name for node in page.nodes}
    ]

    assert lost == []


def test_d08_moving_the_focus_changes_no_page(qapp):
    with open_stage(steady_program(), "kiosk-21", TextSize.XL) as stage:
        stage.visit()
        for _ in whole_visit(Visitor(stage, NB)):
            before = (stage.open.shell.current, dict(stage.open.state.visit.answers))
            names = stage.reader.names()
            tab_round(stage.open.window)
            # A field of a kiosk brings its keys; they are no other page.
            put_keys_away(stage)
            stage.reader.settle()

            assert (stage.open.shell.current, dict(stage.open.state.visit.answers)) == before
            assert stage.reader.names() == names


def test_e16_tab_reaches_nothing_but_controls(walked):
    others = [
        f"{page.place}: {page.nodes[index]}"
        for page in walked.pages
        for index in page.tab_order
        if index != HIDDEN and not page.nodes[index].is_control
    ]

    assert others == []


@pytest.mark.parametrize("contrast", Contrast, ids=lambda mode: mode.value)
@pytest.mark.parametrize("device", ["laptop-14", "kiosk-21"])
def test_d06_focus_is_shown_by_a_closed_frame(qapp, device, contrast):
    faint = []
    with open_stage(steady_program(), device, TextSize.M, contrast) as stage:
        stage.visit()
        for place in whole_visit(Visitor(stage, NB)):
            if place.page in RINGED:
                faint += _faint_rings(stage, place, TOKENS.devices[device].px_per_mm)

    assert faint == []


def _focused_title(page: Snapshot) -> int | None:
    """Where the title that has the focus stands; None where something else has it at entry."""
    titles = (
        index
        for index, node in enumerate(page.nodes)
        if node.role is Role.Heading and node.name == page.focused
    )
    return next(titles, None)


def _is_round(order: tuple[int, ...]) -> bool:
    """Whether the order rises, but for the one step back to the top of the page."""
    falls = sum(after < before for before, after in itertools.pairwise(order))
    return falls + (order[0] < order[-1]) <= 1 or falls == 0


def _by_rows(page: Snapshot) -> list[Node]:
    """Controls from the top, those of a row from the left."""
    rows: list[list[Node]] = []
    for node in sorted(page.controls, key=lambda each: each.rect.top()):
        if rows and node.rect.center().y() < rows[-1][0].rect.bottom():
            rows[-1].append(node)
        else:
            rows.append([node])
    return [node for row in rows for node in sorted(row, key=lambda each: each.rect.left())]


def _faint_rings(stage: Stage, place: Place, px_per_mm: float) -> list[str]:
    """Controls of the page whose focus is not shown as it must be."""
    window = stage.open.window
    title = window.activeFocusItem()
    assert title is not None
    before = grab(window)
    faint = []
    seen: list[QQuickItem] = []
    while (item := tab(window)) is not None and item not in seen:
        seen.append(item)
        if item.property("isKey"):
            # Their own test looks at them; the picture from before has none.
            continue
        problem = _ring_problem(before, grab(window), item, px_per_mm)
        if problem:
            faint.append(f"{place}: {item.property('text')} {problem}")
    title.forceActiveFocus(Qt.FocusReason.OtherFocusReason)
    return faint


def _ring_problem(
    before: Image.Image, after: Image.Image, item: QQuickItem, px_per_mm: float
) -> str:
    """What is wrong with the frame around an item; empty when nothing is."""
    rect = rect_of(item)
    around = round(AROUND_MM * px_per_mm)
    old, new = crop(before, rect, around), crop(after, rect, around)
    frame = ImageChops.difference(old, new).convert("L").point(lambda value: 255 * (value > 0))
    if not _is_closed(frame):
        return "is not framed"
    width_px, line = _left_side(frame)
    if width_px < RING_MM * px_per_mm:
        return f"has a frame of {width_px / px_per_mm:.2f} mm"
    middle = (line + width_px // 2, frame.height // 2)
    contrast = ratio(_colour(old, middle), _colour(new, middle))
    return "" if contrast >= RING_CONTRAST else f"has a frame of contrast {contrast:.2f}"


def _is_closed(frame: Image.Image) -> bool:
    """Whether what is outside the frame does not run into its middle."""
    flooded = frame.copy()
    ImageDraw.floodfill(flooded, (0, 0), 128)
    inside = flooded.crop(
        (frame.width // 3, frame.height // 3, frame.width * 2 // 3, frame.height * 2 // 3)
    )
    return frame.getbbox() is not None and not inside.histogram()[128]


def _left_side(frame: Image.Image) -> tuple[int, int]:
    """Width of the frame at half its height, and where it begins."""
    row = [_level(frame, x) for x in range(frame.width)]
    start = row.index(True)
    end = next(x for x in range(start, frame.width) if not row[x])
    return end - start, start


def _level(frame: Image.Image, x: int) -> bool:
    return bool(frame.getpixel((x, frame.height // 2)))


def _colour(picture: Image.Image, point: tuple[int, int]) -> Colour:
    red, green, blue = picture.crop((*point, point[0] + 1, point[1] + 1)).tobytes()
    return red, green, blue
