"""What a screen reader hears of a visit from outside the program's process (access E).

The visit is looked at from inside, played again in a process of its own through AT-SPI alone, and
both are laid side by side.
"""

import re
from itertools import pairwise

import pytest

from kiosk.devtools.accessible import INTERACTIVE
from kiosk.domain.language import Language
from kiosk.theme.tokens import Contrast, TextSize
from tests.audit.setups import Setup
from tests.audit.test_tree import FRESH
from tests.audit.walked import walk
from tests.outside.atspi import CHECKABLE, CHECKED, HEADING, RADIO
from tests.outside.listener import ROLES, HeardPage, listen
from tests.outside.room import heard_program

TURN = re.compile(r"Side \d+ av \d+")
REFUSED = ("answer think refused", "who refused", "basis refused")


@pytest.fixture(
    scope="module", params=[Language.BOKMAL, Language.NYNORSK], ids=lambda each: each.value
)
def heard(request, qapp) -> list[HeardPage]:
    """Every turn of a visit that was played through AT-SPI, beside how it looks."""
    seen = walk(Setup("laptop-14", TextSize.M, Contrast.STANDARD, request.param))
    with heard_program(request.param) as reader:
        return listen(reader, request.param, seen.pages)


def test_e08_the_whole_visit_can_be_played_through_actions_alone(heard):
    assert heard[0].seen.place.page == "welcome"
    assert heard[-1].seen.place.page == "give back"


def test_e04_every_visible_text_is_heard_outside(heard):
    unheard = [
        f"{page}: {ink}"
        for page in heard
        for ink in page.seen.inks
        if ink.owner is None or not _has(page, page.seen.nodes[ink.owner].name)
    ]

    assert unheard == []


def test_d03_everything_is_heard_outside_in_reading_order(heard):
    other = {
        str(page): (page.words, told)
        for page in heard
        if page.words != (told := [(node.name, node.description) for node in page.seen.nodes])
    }

    assert other == {}


def test_e01_nothing_that_can_be_used_is_without_a_name_outside(heard):
    silent = [
        f"{page}: {node}"
        for page in heard
        for node in page.nodes
        if ROLES.get(node.role) in INTERACTIVE and not node.name.strip()
    ]

    assert silent == []


def test_e06_roles_outside_are_those_inside(heard):
    wrong = [
        f"{page}: {node} is a {seen.role.name}"
        for page in heard
        for node, seen in zip(page.inside_window, page.seen.nodes, strict=True)
        if ROLES.get(node.role) is not seen.role
    ]

    assert wrong == []


def test_e07_what_is_checked_is_heard_outside(heard):
    wrong = [
        f"{page}: {node}"
        for page in heard
        for node, seen in zip(page.inside_window, page.seen.nodes, strict=True)
        if ((CHECKABLE in node.states), (CHECKED in node.states))
        != (seen.is_checkable, seen.is_checked)
    ]

    assert wrong == []


@pytest.mark.parametrize("place", ["answer think picked", "answer picked", "who picked"])
def test_e07_picking_is_told_when_it_happens(heard, place):
    told = [
        name
        for page in heard
        if page.seen.place.page == place
        for name in page.told("checked")
        if any(node.name == name and node.role == RADIO for node in page.nodes)
    ]

    assert told


def test_e15_the_title_of_every_new_page_is_told_when_it_comes(heard):
    quiet = [
        f"{page}: {page.told('focused')}"
        for page in heard
        if page.seen.place.turn == 1 and page.seen.place.page in FRESH
        if page.told("focused")[-1:] != [page.seen.focused]
        or not any(n.name == page.seen.focused and n.role == HEADING for n in page.nodes)
    ]

    assert quiet == []


@pytest.mark.parametrize("place", REFUSED)
def test_e14_a_refusal_is_spoken_at_once(heard, place):
    first = next(page for page in heard if page.seen.place.page == place)
    shown = {node.name for node in first.nodes}

    assert first.announced
    assert set(first.announced) <= shown


def test_e14_nothing_but_turns_is_spoken_on_pages_that_refuse_nothing(heard):
    talking = [
        f"{page}: {said}"
        for page in heard
        if page.seen.place.page not in REFUSED
        for said in page.announced
        if not TURN.fullmatch(said)
    ]

    assert talking == []


def test_e14_each_turn_of_a_page_is_spoken(heard):
    silent = [
        str(page)
        for before, page in pairwise(heard)
        if before.seen.place.page == page.seen.place.page
        if not any(map(TURN.fullmatch, page.announced))
    ]

    assert silent == []


def _has(page: HeardPage, name: str) -> bool:
    return any(node.name == name for node in page.nodes)
