"""Contrast as painted, and cues beside colour (access B); the table of pairs is a unit test (B12)."""

import pytest
from PIL import Image, ImageChops

from kiosk.devtools.accessible import name_of
from kiosk.domain.language import Language
from kiosk.theme.tokens import Contrast, TextSize
from kiosk.ui.shell import LANGUAGE_NAMES
from tests.audit.pixels import crop, grab
from tests.audit.programs import steady_program
from tests.audit.setups import NB, NN, TOKENS
from tests.audit.snapshot import Ink, item_of, rect_of
from tests.audit.walk import Visitor, read_on
from tests.stage import Stage, open_stage

LOWEST, LOW, HIGH = 4.5, 8.0, 20.0
# Strokes thinner than two pixels hardly reach their full colour, as in capitals of this height.
SLACK = 0.05
SMALL_CAP_PX = 12
SMALL_SHARE = 0.1
FRAME_MM = 2.0
CLEARLY_LIGHTER = 40
CLEAR_SHARE = 0.002


def test_b01_every_text_has_the_contrast_of_the_colour_mode(walked):
    low, high = TOKENS.text_range(walked.setup.contrast)

    weak = [
        f"{page.place}: {ink} {ink.contrast:.2f}"
        for page, ink in walked.inks()
        if not low - _slack(ink, low) <= ink.contrast <= high + SLACK
    ]

    assert weak == []


def test_b04_no_text_is_below_the_least_contrast(walked):
    weak = [f"{page.place}: {ink}" for page, ink in walked.inks() if ink.contrast < LOWEST]

    assert weak == []


def test_b02_high_modes_have_the_highest_contrast(walked):
    if walked.setup.contrast not in {Contrast.HIGH_LIGHT, Contrast.HIGH_DARK}:
        return

    assert [f"{page.place}: {ink}" for page, ink in walked.inks() if ink.contrast < HIGH] == []


def test_b03_the_low_mode_is_low(walked):
    if walked.setup.contrast is not Contrast.LOW:
        return

    assert [f"{page.place}: {ink}" for page, ink in walked.inks() if ink.contrast > LOW] == []


def test_b04_b13_no_control_is_greyed_out(walked):
    assert [f"{page.place}: {node}" for page, node in walked.controls() if node.is_disabled] == []


@pytest.mark.parametrize("contrast", Contrast, ids=lambda mode: mode.value)
class TestB06Selection:
    def test_b06_a_picked_answer_differs_without_colour(self, qapp, contrast):
        with open_stage(steady_program(), "kiosk-21", TextSize.M, contrast) as stage:
            visitor = _on_a_provider_page(stage)
            before = _grey(stage, visitor.say("This is my answer"))
            visitor.press(visitor.say("This is my answer"))

            after = _grey(stage, visitor.say("Your answer"))

            assert _differs_clearly(before, after)

    def test_b06_a_picked_card_differs_without_colour(self, qapp, contrast):
        with open_stage(steady_program(), "kiosk-21", TextSize.M, contrast) as stage:
            visitor = _on_a_provider_page(stage)
            name = visitor.sections()[0].providers[0].name
            visitor.all_answers()
            before = _grey(stage, name)
            visitor.open_card(name)
            visitor.press(visitor.say("This is my answer"))
            visitor.all_answers()

            assert _differs_clearly(before, _grey(stage, name))

    def test_b06_a_picked_option_differs_without_colour(self, qapp, contrast):
        with open_stage(steady_program(), "kiosk-21", TextSize.M, contrast) as stage:
            stage.visit()
            visitor = Visitor(stage, NB)
            before = _grey(stage, _language_option(stage, NN))
            visitor.press(_language_option(stage, NN))

            after = _grey(stage, _language_option(stage, NN))

            assert _differs_clearly(before, after)


def test_b06_a_picked_card_says_so_in_words(walked):
    picked = [
        card
        for page in walked.named("overview answered")
        for card in page.cards
        if walked.say("Your answer") in [ink.text for ink in page.inks_of(card)]
    ]

    assert len(picked) == 1


def test_b06_a_picked_card_is_named_as_picked(walked):
    cards = [card for page in walked.named("overview answered") for card in page.cards]

    assert sum(card.name.endswith(f". {walked.say('Your answer')}") for card in cards) == 1


def test_b06_a_picked_answer_is_checked_and_says_so(walked):
    (page,) = walked.named("answer picked")

    (button,) = [node for node in page.controls if node.is_checkable]

    assert (button.is_checked, button.name) == (True, walked.say("Your answer"))


def test_b06_a_picked_role_is_checked_and_says_so(walked):
    chosen = walked.say("Chosen. %1").partition("%1")[0]

    checked = [
        (page, node)
        for page in walked.named("who picked")
        for node in page.controls
        if node.is_checked
    ]

    (page, node), *others = checked
    assert others == []
    assert any(ink.text.startswith(chosen) for ink in page.inks_of(node))


def _slack(ink: Ink, low: float) -> float:
    return low * SMALL_SHARE if ink.cap_px < SMALL_CAP_PX else SLACK


def _on_a_provider_page(stage: Stage) -> Visitor:
    stage.visit()
    visitor = Visitor(stage, NB)
    for _ in read_on(visitor):
        pass
    visitor.open_card(visitor.sections()[0].providers[0].name)
    return visitor


def _language_option(stage: Stage, language: Language) -> str:
    """Name of an option of the welcome page, in the language that is spoken now."""
    label = stage.open.shell.words.pgettext("heading", "Language")
    return f"{label}: {LANGUAGE_NAMES[language]}"


def _grey(stage: Stage, start: str) -> Image.Image:
    """The inside of a control, without its frame, as somebody sees it who sees no colours."""
    # The header's language button stands before the option of the same name.
    node = [each for each in stage.reader.nodes() if name_of(each).startswith(start)][-1]
    frame_px = round(FRAME_MM * stage.open.theme.scale.device.px_per_mm)
    return crop(grab(stage.open.window), rect_of(item_of(node)), -frame_px).convert("L")


def _differs_clearly(one: Image.Image, other: Image.Image) -> bool:
    """Whether enough pixels are so much lighter or darker that a shape is to be seen."""
    size = (min(one.width, other.width), min(one.height, other.height))
    difference = ImageChops.difference(one.crop((0, 0, *size)), other.crop((0, 0, *size)))
    histogram = difference.histogram()
    return sum(histogram[CLEARLY_LIGHTER:]) > CLEAR_SHARE * size[0] * size[1]
