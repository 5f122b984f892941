"""Text and layout on the citizen's pages (access A)."""

import itertools
import math

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainterPath

from kiosk.settings import Resources
from kiosk.theme.scale import Scale
from kiosk.theme.tokens import TextSize
from kiosk.ui.application import load_fonts
from kiosk.ui.theme_source import ThemeSource
from tests.audit.programs import steady_program
from tests.audit.setups import SLICE, TOKENS
from tests.audit.snapshot import Ink, Snapshot, family_of, take
from tests.audit.walk import Place, Visitor
from tests.stage import open_stage

BODY_CAP_MM = {
    TextSize.S: (3.5, 4.2),
    TextSize.M: (4.8, 5.6),
    TextSize.L: (6.4, 7.1),
    TextSize.XL: (8.5, 9.0),
}
SMALLEST_CAP_MM = 3.5
LEAST_DEGREES = 0.7
# Lines are set closer than the font's own line box, so that boxes of two texts may touch.
TOUCH_PX = 2
# The tail of a letter may just reach the line where a turn ends.
CUT_CONTRAST = 1.2
LONGEST_LINE = 70
# Such as the short form of a service.
LONGEST_SHORT = 4


def test_a01_names_on_cards_have_the_capital_height_of_the_text_size(walked):
    low, high = BODY_CAP_MM[walked.setup.size]
    names = [page.inks_of(card)[0] for page in walked.pages for card in page.cards]

    caps_mm = {walked.mm(name.cap_px) for name in names}

    # One device pixel is the least that a size can be off.
    assert caps_mm
    assert all(low <= cap_mm <= high + 1 / walked.device.px_per_mm for cap_mm in caps_mm)


@pytest.mark.parametrize("device", TOKENS.devices.values(), ids=lambda device: device.name)
def test_a02_a_fresh_window_shows_the_ordinary_size(device):
    assert ThemeSource(TOKENS, device).scale.size is TextSize.M


def test_a02_the_ordinary_size_is_the_one_that_the_first_page_says_is_on(qapp):
    with open_stage(steady_program()) as stage:
        stage.visit()
        visitor = Visitor(stage, stage.open.shell.words.language)
        label = f"{visitor.say('Text size')}: {visitor.say('Ordinary', 'text size')}"

        assert stage.reader.find(label).state().checked


def test_a03_the_largest_size_reaches_the_angle_for_closed_machines(walked):
    if walked.setup.size is not TextSize.XL:
        return
    needed_mm = LEAST_DEGREES * math.pi * walked.device.view_mm / 180

    small = [
        f"{page.place}: {ink}" for page, ink in walked.inks() if walked.mm(ink.cap_px) < needed_mm
    ]

    assert small == []


def test_a04_no_text_is_below_the_smallest_size(walked):
    small = [
        f"{page.place}: {ink} {walked.mm(ink.cap_px):.2f} mm"
        for page, ink in walked.inks()
        if walked.mm(ink.cap_px) < SMALLEST_CAP_MM
    ]

    assert small == []


def test_a06_every_text_is_painted_with_the_bundled_family(walked):
    families = {family_of(ink.font) for _, ink in walked.inks()}

    assert families == {"Source Sans 3"}


def test_a06_every_text_asks_for_the_bundled_family(walked):
    assert {ink.font.family() for _, ink in walked.inks()} == {"Source Sans 3"}


def test_a05_characters_that_people_mix_up_look_different(qapp):
    load_fonts(Resources.shipped().fonts)
    font = QFont("Source Sans 3")
    font.setPixelSize(100)

    for alike in ("Il1", "O0", "568"):
        assert len({_outline(font, character) for character in alike}) == len(alike)


@pytest.mark.parametrize("device", ["laptop-14", "kiosk-21", "kiosk-32-portrait"])
def test_a07_marks_grow_with_the_text(qapp, device):
    marks = {}
    for size in (TextSize.M, TextSize.XL):
        with open_stage(steady_program(), device, size) as stage:
            stage.visit()
            page = take(stage, Place("welcome"))
            radio = next(node for node in page.controls if node.is_checkable)
            marks[size] = (page.signs_in(radio)[0].width(), page.inks_of(radio)[0].font_px)

    (small, text), (large, large_text) = marks[TextSize.M], marks[TextSize.XL]
    assert large / small == pytest.approx(large_text / text, rel=0.1)


@pytest.mark.parametrize("device", TOKENS.devices.values(), ids=lambda device: device.name)
def test_a09_text_grows_to_twice_its_size(device):
    small, large = (
        Scale(TOKENS, device, size).font_px("body") for size in (TextSize.S, TextSize.XL)
    )

    assert large / small >= 2


def test_a13_no_line_is_too_long(walked):
    long = [
        f"{page.place}: {ink} {ink.line_chars:.0f}"
        for page, ink in walked.inks()
        if ink.line_chars > LONGEST_LINE
    ]

    assert long == []


def test_a14_text_is_plain(walked):
    decorated = [
        f"{page.place}: {ink}"
        for page, ink in walked.inks()
        if ink.font.italic()
        or ink.font.underline()
        or ink.font.capitalization() is not QFont.Capitalization.MixedCase
        or (
            ink.text.isupper()
            and ink.text.isalpha()
            and len(ink.text) > LONGEST_SHORT
            and ink.text != "EKSEMPEL"
        )
    ]

    assert decorated == []


def test_a15_every_kiosk_is_looked_at_lying_and_standing():
    kiosks = {setup.device for setup in SLICE if TOKENS.devices[setup.device].is_kiosk}

    assert kiosks == {name for name, device in TOKENS.devices.items() if device.is_kiosk}


def test_a08_no_text_is_cut_off(walked):
    cut = [
        f"{page.place}: {ink}" for page, ink in walked.inks() if ink.is_truncated or ink.wide_px > 1
    ]

    assert cut == []


def test_a08_no_line_is_cut_through(walked):
    cut = [f"{page.place}: {ink}" for page, ink in walked.inks() if ink.cut_contrast > CUT_CONTRAST]

    assert cut == []


def test_a08_no_text_leaves_its_control(walked):
    outside = []
    for page, ink in walked.inks():
        owner = None if ink.owner is None else page.nodes[ink.owner]
        if owner is not None and owner.is_control and not _holds(owner.rect, _letters(ink)):
            outside.append(f"{page.place}: {ink} in {owner}")

    assert outside == []


def test_a08_no_text_lies_over_another(walked):
    covered = [
        f"{page.place}: {one} and {other}"
        for page in walked.pages
        for one, other in itertools.combinations(page.inks, 2)
        if _overlap(_letters(one), _letters(other))
    ]

    assert covered == []


def test_a08_no_text_reaches_into_the_action_row(walked):
    low = []
    for page in walked.pages:
        top = _action_row_top(page)
        low += [
            f"{page.place}: {ink}"
            for ink in page.inks
            if _letters(ink).top() < top < _letters(ink).bottom()
        ]

    assert low == []


def test_a10_nothing_reaches_beyond_the_sides_of_the_screen(walked):
    wide = [
        f"{page.place}: {page.leftmost_px} to {page.rightmost_px}"
        for page in walked.pages
        if page.leftmost_px < 0 or page.rightmost_px > walked.device.width_px
    ]

    assert wide == []


def test_a10_no_text_reaches_beyond_the_edges_of_the_screen(walked):
    screen = QRectF(0, 0, walked.device.width_px, walked.device.height_px)

    outside = [
        f"{page.place}: {ink}" for page, ink in walked.inks() if not screen.contains(_letters(ink))
    ]

    assert outside == []


def _outline(font: QFont, character: str) -> tuple[tuple[float, float], ...]:
    path = QPainterPath()
    path.addText(0, 0, font, character)
    elements = (path.elementAt(index) for index in range(path.elementCount()))
    return tuple((round(element.x, 1), round(element.y, 1)) for element in elements)


def _letters(ink: Ink) -> QRectF:
    """From the first line's capitals to the last line's base line, so that no gap is counted."""
    trim = ink.font_px * 0.3
    return ink.rect.adjusted(0, trim, 0, -trim)


def _holds(room: QRectF, inner: QRectF) -> bool:
    return room.adjusted(-1, -1, 1, 1).contains(inner)


def _overlap(one: QRectF, other: QRectF) -> bool:
    shared = one.intersected(other)
    return shared.width() > TOUCH_PX and shared.height() > TOUCH_PX


def _action_row_top(page: Snapshot) -> float:
    """Top of the row that the forward and back buttons stand in: the lowest buttons of a page."""
    lowest = max(node.rect.bottom() for node in page.controls)
    return min(node.rect.top() for node in page.controls if abs(node.rect.bottom() - lowest) < 1)
