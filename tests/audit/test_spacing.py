"""Prose has air, and wider letters and words lose nothing (access A12; WCAG 1.4.12)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QFont

from kiosk.theme.tokens import TextSize
from tests.audit.programs import steady_program
from tests.audit.setups import NB
from tests.audit.snapshot import Ink, Snapshot, below, take
from tests.audit.walk import Visitor, whole_visit
from tests.stage import Stage, open_stage

Role = QAccessible.Role
LETTER_EM, WORD_EM = 0.12, 0.16
# Lines stand on whole pixels.
LEAST_EM = 1.5 - 0.01
SETUPS = (("kiosk-21", TextSize.M), ("laptop-14", TextSize.L), ("kiosk-32-portrait", TextSize.XL))


def test_a12_lines_of_prose_are_one_and_a_half_types_apart(walked):
    prose = [(page, ink) for page, ink in walked.inks() if _is_prose(page, ink)]

    assert prose
    assert [
        f"{page.place}: {ink.line_em:.2f} {ink}" for page, ink in prose if ink.line_em < LEAST_EM
    ] == []


@pytest.mark.full_audit
@pytest.mark.parametrize(("device", "size"), SETUPS)
def test_a12_wider_letters_and_words_lose_nothing(qapp, device, size):
    with open_stage(steady_program(), device, size) as stage:
        stage.visit()
        seen = list(_widened(stage))
        width = stage.open.window.width()

    lost = [
        f"{page.place}: {ink}"
        for page in seen
        for ink in page.inks
        if ink.is_truncated or ink.wide_px > 1 or _leaves_its_control(page, ink)
    ]
    assert len(seen) > 10
    assert lost == []
    assert [str(page.place) for page in seen if page.rightmost_px > width] == []


def _widened(stage: Stage) -> Iterator[Snapshot]:
    """Every page of a visit at entry, set wider than it was made for."""
    for place in whole_visit(Visitor(stage, NB)):
        if place.turn == 1:
            for item in below(stage.open.window.contentItem()):
                if item.inherits("QQuickText"):
                    font = QFont(item.property("font"))
                    px = font.pixelSize()
                    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, LETTER_EM * px)
                    font.setWordSpacing(WORD_EM * px)
                    item.setProperty("font", font)
            stage.reader.settle()
            yield take(stage, place)


def _is_prose(page: Snapshot, ink: Ink) -> bool:
    """Sentences that go on for three lines; names, buttons, cells of a table and short rows do not."""
    owner = None if ink.owner is None else page.nodes[ink.owner]
    is_read = owner is not None and not owner.is_control and owner.role is Role.StaticText
    return is_read and ink.lines > 2 and "compare" not in page.place.page


def _leaves_its_control(page: Snapshot, ink: Ink) -> bool:
    owner = None if ink.owner is None else page.nodes[ink.owner]
    if owner is None or not owner.is_control:
        return False
    trim = ink.font_px * 0.3
    letters: QRectF = ink.rect.adjusted(0, trim, 0, -trim)
    return not owner.rect.adjusted(-1, -1, 1, 1).contains(letters)
