"""Sizes and distances of what can be tapped (access C)."""

import itertools
import math

from PySide6.QtCore import QRectF

from kiosk.devtools.accessible import Role
from kiosk.theme.tokens import Family, TextSize

FLOOR_MM = 12.7
GAP_FLOOR_MM = 2.54
GAP_LAPTOP_MM = 4.0
GAP_KIOSK_MM = 6.0
PITCH_MM = 20.0
ORDINARY_MM, PRIMARY_MM = 16.0, 20.0
PALM_MM = 10.0


def test_c01_every_target_is_at_least_as_large_as_the_floor(walked):
    small = [
        f"{page.place}: {node} {walked.mm(node.rect.width()):.1f} x "
        f"{walked.mm(node.rect.height()):.1f} mm"
        for page, node in walked.controls()
        if min(node.rect.width(), node.rect.height()) < FLOOR_MM * walked.device.px_per_mm - 0.5
    ]

    assert small == []


def test_c02_every_target_has_the_ordinary_size(walked):
    small = [
        f"{page.place}: {node} {walked.mm(node.rect.width()):.1f} x "
        f"{walked.mm(node.rect.height()):.1f} mm"
        for page, node in walked.controls()
        if min(node.rect.width(), node.rect.height()) < ORDINARY_MM * walked.device.px_per_mm - 0.5
    ]

    assert small == []


def test_c02_the_buttons_that_move_on_are_as_high_as_primary_ones(walked):
    names = {
        walked.say("Continue", "forward"),
        walked.say("Back", "backward"),
        walked.say("Show more"),
        walked.say("This is my answer"),
    }
    low = [
        f"{page.place}: {node} {walked.mm(node.rect.height()):.1f} mm"
        for page, node in walked.controls()
        if node.name in names and node.rect.height() < PRIMARY_MM * walked.device.px_per_mm - 0.5
    ]

    assert low == []


def test_c05_every_target_has_the_enhanced_size_of_the_web_rules(walked):
    # 44 reference pixels, of which one is the viewing distance over 2688 (WCAG2ICT).
    least_mm = 44 * walked.device.view_mm / 2688

    assert [
        f"{page.place}: {node}"
        for page, node in walked.controls()
        if walked.mm(min(node.rect.width(), node.rect.height())) < least_mm
    ] == []


def test_c13_the_words_of_a_choice_are_part_of_its_target(walked):
    bare = [
        f"{page.place}: {node}"
        for page, node in walked.controls()
        if (node in page.cards or node.role is Role.RadioButton) and not page.inks_of(node)
    ]

    assert bare == []


def test_c15_no_button_lies_under_the_palm(walked):
    lowest_px = walked.device.height_px - PALM_MM * walked.device.px_per_mm
    compact = walked.device.family is Family.LAPTOP and walked.setup.size is TextSize.XL

    low = [
        f"{page.place}: {node} {walked.mm(node.rect.bottom()):.1f} mm"
        for page, node in walked.controls()
        if node.rect.bottom() > lowest_px and not compact
    ]

    assert low == []


def test_c03_no_gap_is_below_the_floor(walked):
    assert _narrow_gaps(walked, GAP_FLOOR_MM) == []


def test_c03_gaps_have_the_standard_of_the_device(walked):
    is_laptop = walked.device.family is Family.LAPTOP

    assert _narrow_gaps(walked, GAP_LAPTOP_MM if is_laptop else GAP_KIOSK_MM) == []


def test_c03_centres_stand_apart(walked):
    near = [
        f"{page.place}: {one} and {other}"
        for page in walked.pages
        for one, other in itertools.combinations(page.controls, 2)
        if walked.mm(_pitch(one.rect, other.rect)) < PITCH_MM
    ]

    assert near == []


def test_c04_targets_never_overlap(walked):
    overlapping = [
        f"{page.place}: {one} and {other}"
        for page in walked.pages
        for one, other in itertools.combinations(page.controls, 2)
        if not one.rect.intersected(other.rect).isEmpty()
    ]

    assert overlapping == []


def test_c04_every_target_stands_whole_on_the_screen(walked):
    screen = QRectF(0, 0, walked.device.width_px, walked.device.height_px)

    outside = [
        f"{page.place}: {node}"
        for page, node in walked.controls()
        if not screen.contains(node.rect)
    ]

    assert outside == []


def _narrow_gaps(walked, least_mm: float) -> list[str]:
    # Lengths are rounded to whole pixels.
    least_px = least_mm * walked.device.px_per_mm - 1
    return [
        f"{page.place}: {one} and {other} {walked.mm(_gap(one.rect, other.rect)):.2f} mm"
        for page in walked.pages
        for one, other in itertools.combinations(page.controls, 2)
        if _gap(one.rect, other.rect) < least_px
    ]


def _gap(one: QRectF, other: QRectF) -> float:
    across = max(one.left() - other.right(), other.left() - one.right(), 0.0)
    down = max(one.top() - other.bottom(), other.top() - one.bottom(), 0.0)
    return math.hypot(across, down)


def _pitch(one: QRectF, other: QRectF) -> float:
    between = one.center() - other.center()
    return math.hypot(between.x(), between.y())
