"""What stands beside what on the pages of a public machine."""

from collections import defaultdict

import pytest
from PySide6.QtGui import QAccessible

from kiosk.domain.language import Language
from kiosk.theme.tokens import Contrast, TextSize
from kiosk.ui.names import ending_whole
from tests.audit.public_walk import Hours, Stranger, say_what, say_where
from tests.stage import memory_program, open_public_stage, public_machine
from tests.unit.ui.test_card_layout import with_providers

Role = QAccessible.Role


@pytest.fixture
def among_providers(qapp, request):
    """A stranger who sees all providers of one service, on a device in a text size."""
    device, size = request.param
    program = memory_program(is_public=True)
    hours = Hours()
    with open_public_stage(program, public_machine(program), hours, device) as stage:
        stranger = Stranger(stage, Language.NYNORSK, hours, size, Contrast.STANDARD)
        come_to_providers(stranger)
        yield stranger


def come_to_providers(stranger):
    """From the page that waits to all providers of the first service."""
    stranger.begin()
    stranger.on()
    list(say_where(stranger))
    list(say_what(stranger))
    for _ in ("what", "nonchoice"):
        stranger.on()


def names_of(stranger):
    section = stranger.stage.open.public.desk.overview.section
    return [provider.name.replace("\u00a0", " ") for provider in section.providers]


def compare_two(stranger):
    """The pages of the comparison, each as the texts on it."""
    stranger.see(stranger.say("Compare", "button"))
    section = stranger.stage.open.public.desk.overview.section
    for provider in section.providers[:2]:
        stranger.pick(provider.name)
    list(stranger.turns("compare pick"))
    stranger.press(stranger.say("Compare %1").replace("%1", "2"))
    for _ in stranger.turns("compare"):
        yield [name.replace("\u00a0", " ") for name in stranger.stage.reader.names()]


@pytest.mark.parametrize("among_providers", [("kiosk-21-portrait", TextSize.XL)], indirect=True)
def test_cards_side_by_side_are_equally_high_whatever_their_words(among_providers):
    stranger = among_providers
    stranger.see(stranger.say("Only some", "providers"))
    uneven = []
    for place in stranger.turns("some"):
        rows = defaultdict(set)
        for node in stranger.stage.reader.nodes():
            if node.role() == Role.CheckBox:
                rows[node.rect().top()].add(node.rect().height())
        uneven += [(place.turn, top) for top, heights in rows.items() if len(heights) > 1]

    assert uneven == []


@pytest.mark.parametrize("among_providers", [("kiosk-21-portrait", TextSize.XL)], indirect=True)
def test_who_asked_for_something_sees_them_without_turning_to_the_end(among_providers):
    stranger = among_providers
    stranger.see(stranger.say("Only some", "providers"))
    show_all = stranger.say("Show all", "providers")
    assert stranger.has(stranger.say("Show more"))
    assert stranger.has(show_all)

    stranger.press_starting("Polsk")
    assert not stranger.has(show_all)
    stranger.press("Vis 2 av 6")

    section = stranger.stage.open.public.desk.overview.section
    assert len(section.providers) == 2


@pytest.mark.parametrize("among_providers", [("kiosk-21", TextSize.M)], indirect=True)
def test_every_page_of_a_comparison_says_whose_column_is_whose(among_providers):
    compared = names_of(among_providers)[:2]
    pages = list(compare_two(among_providers))

    assert len(pages) > 1
    assert all(set(compared) <= set(page) for page in pages)


@pytest.mark.parametrize("among_providers", [("kiosk-21", TextSize.XL)], indirect=True)
def test_large_text_on_a_wide_screen_compares_side_by_side(among_providers):
    pages = list(compare_two(among_providers))

    assert len(pages) < 10


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Godkjent 2.\xa0november 2026.", "Godkjent 2.\xa0november\xa02026."),
        ("I Vik siden 2019", "I Vik siden\xa02019"),
        (
            "Fullt per 20.\xa0november 2026. Venteliste.",
            "Fullt per 20.\xa0november 2026. Venteliste.",
        ),
        ("2019", "2019"),
        ("", ""),
    ],
)
def test_no_number_stands_alone_on_the_last_line(text, whole):
    assert ending_whole(text) == whole


@pytest.mark.parametrize("among_providers", [("kiosk-21", TextSize.XL)], indirect=True)
def test_the_order_is_told_in_large_text_too(among_providers):
    names = among_providers.stage.reader.names()

    assert "6 leverandørar i tilfeldig rekkjefølgje" in [n.replace("\u00a0", " ") for n in names]


def test_one_provider_is_not_sorted_compared_or_left_out(qapp):
    program = memory_program(with_providers(("Lind",)), is_public=True)
    hours = Hours()
    with open_public_stage(program, public_machine(program), hours, "kiosk-21") as stage:
        stranger = Stranger(stage, Language.BOKMAL, hours, TextSize.M, Contrast.STANDARD)
        come_to_providers(stranger)

        buttons = stage.reader.names(Role.Button)
        assert not {"Sammenlign", "A til Å", "Bare noen"} & set(buttons)


def test_not_knowing_is_a_button_and_nothing_to_pick(qapp):
    program = memory_program(is_public=True)
    hours = Hours()
    with open_public_stage(program, public_machine(program), hours, "kiosk-21") as stage:
        stranger = Stranger(stage, Language.BOKMAL, hours, TextSize.M, Contrast.STANDARD)
        stranger.begin()
        stranger.on()

        node = stranger.starting("Jeg vet ikke. ")
        assert node is not None
        assert node.role() == Role.Button
        assert not node.state().checkable


@pytest.mark.parametrize("device", ["kiosk-21", "kiosk-24", "kiosk-32", "laptop-14", "laptop-15"])
@pytest.mark.parametrize("size", TextSize)
def test_no_language_begins_lower_than_the_others(qapp, device, size):
    program = memory_program(is_public=True)
    with open_public_stage(program, public_machine(program), Hours(), device) as stage:
        stage.open.theme.show(size, Contrast.STANDARD)
        stage.reader.settle()
        starts = [
            stage.reader.find(name, Role.Button).rect()
            for name in ("Begynn på bokmål", "Byrja på nynorsk", "Start in English")
        ]

    assert len({(each.top(), each.width(), each.height()) for each in starts}) == 1
