"""Help in one place, buttons that say what they do, nobody hurried (access G, H; neutrality N25)."""

import re
from pathlib import Path

import pytest

import kiosk.ui
from kiosk.theme.tokens import Family, TextSize
from tests.audit.snapshot import Ink, Snapshot
from tests.stage import example

QML = Path(kiosk.ui.__file__).parent / "qml" / "Kiosk"
WITHOUT_FRAME = {"public attract", "public warning"}
SIDES = ("citizen", "public")
# Ends what a staff member began, never what somebody reads.
CLEANING = "CleaningPage.qml"


def test_g05_the_one_way_on_from_the_warning_has_the_focus(walked):
    still_here = walked.say("I am still here")

    for page in walked.named("public warning"):
        assert page.focused == still_here
        assert [node.name for node in page.controls] == [still_here, walked.say("End and delete")]


@pytest.mark.parametrize("side", SIDES)
def test_g07_no_page_counts_time(side):
    counting = [
        file.name
        for file in (QML / side).glob("*.qml")
        if re.search(r"\b(Timer|Date)\b", file.read_text("utf-8")) and file.name != CLEANING
    ]

    assert counting == []


def test_h07_the_button_that_stores_says_so(walked):
    (page, *_others) = walked.named("signature")
    stores = [node.name for node in page.controls if walked.say("Store", "short") in node.name]

    assert len(stores) == 1


def test_h10_help_stands_in_one_place_with_a_telephone_number(walked):
    if walked.device.family is Family.LAPTOP and walked.setup.size is TextSize.XL:
        return
    phone = walked.words.phone(example().office.contact.phone or "")
    places = {
        str(page.place): _lowest_with(page, phone)
        for page in walked.pages
        if page.place.page not in WITHOUT_FRAME
    }

    assert phone
    assert len(set(places.values())) == 1, places


def test_n25_columns_side_by_side_are_equally_wide_and_in_the_dealt_order(walked):
    if walked.setup.size is TextSize.XL:
        # The largest text has one below the other.
        return
    for page in walked.named("public compare")[:1]:
        heads = [ink for ink in page.inks if _plain(ink.text) in _names(walked)]
        overview = walked.named("public overview")
        dealt = [page.inks_of(card)[0].text for page in overview for card in page.cards]

        told = [_plain(head.text) for head in heads]
        assert told == [_plain(name) for name in dealt if _plain(name) in told]
        first, second = (head.rect.left() for head in heads)
        cells = {round(ink.rect.left()) for ink in page.inks if ink.owner is not None}
        assert {round(first), round(second)} <= cells
        widths = {
            round(page.nodes[head.owner].rect.width()) for head in heads if head.owner is not None
        }
        assert len(widths) == 1, widths


def test_n25_no_column_is_set_apart_by_its_type_or_its_ground(walked):
    if walked.setup.size is TextSize.XL:
        return
    for page in walked.named("public compare")[:1]:
        heads = [ink for ink in page.inks if _plain(ink.text) in _names(walked)]
        columns = [_column_below(page, head) for head in heads]
        types = [
            [(ink.font.weight(), ink.font.italic(), ink.color) for ink in each] for each in columns
        ]
        contrasts = [max(ink.contrast for ink in each) for each in columns]

        assert len(columns[0]) > 1
        assert types == [types[0]] * len(types)
        assert max(contrasts) - min(contrasts) < 0.5


def _column_below(page: Snapshot, head: Ink) -> list[Ink]:
    """A name and the cells below it; labels in the bands between them have smaller letters."""
    return [
        ink
        for ink in page.inks
        if round(ink.rect.left()) == round(head.rect.left())
        and ink.rect.top() >= head.rect.top()
        and ink.font_px == head.font_px
        and ink.owner is not None
        and not page.nodes[ink.owner].is_control
    ]


def _names(walked) -> set[str]:
    names = (walked.words.local(provider.name) for provider in example().providers)
    return {_plain(name) for name in names}


def _plain(name: str) -> str:
    """Without what keeps words of a name together."""
    return name.replace("\xa0", " ")


def _lowest_with(page: Snapshot, text: str) -> tuple[int, int] | None:
    found = [ink.rect for ink in page.inks if text in ink.text]
    if not found:
        return None
    lowest = max(found, key=lambda rect: rect.top())
    return round(lowest.left()), round(lowest.top())
