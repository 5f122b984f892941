"""Signs and status colours (access B)."""

import pytest

from kiosk.theme.tokens import Contrast
from tests.audit.pixels import colours
from tests.audit.setups import TOKENS

STATUS = ("warn_bg", "danger_bg", "done_bg")


def test_b07_no_answer_wears_the_colours_of_danger_or_success(walked):
    palette = TOKENS.colours(walked.setup.contrast)
    plain = {
        colour
        for role, colour in palette.items()
        if not role.startswith(("warn", "danger", "done"))
    }
    status = {_rgb(palette[role]) for role in STATUS if palette[role] not in plain}
    marked = [
        f"{page.place}: {card}"
        for page in walked.pages
        for card in page.cards
        if card.picture and status & {colour for _, colour in colours(card.picture)}
    ]

    assert marked == []


def test_b08_no_sign_stands_in_a_control_without_words(walked):
    wordless = [
        f"{page.place}: {node}"
        for page, node in walked.controls()
        if page.signs_in(node) and not page.inks_of(node)
    ]

    assert wordless == []


def test_b11_no_text_stands_on_a_sign(walked):
    covered = [
        f"{page.place}: {ink}"
        for page, ink in walked.inks()
        for sign in page.signs
        if sign.intersects(ink.rect.adjusted(2, ink.font_px * 0.3, -2, -ink.font_px * 0.3))
    ]

    assert covered == []


@pytest.mark.parametrize("contrast", Contrast, ids=lambda mode: mode.value)
def test_b05_borders_rings_and_icons_stand_out(contrast):
    marks = [pair for pair in TOKENS.pairs if pair.kind == "mark"]

    assert [pair for pair in marks if pair.declared[contrast] < 3] == []


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
