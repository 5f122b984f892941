"""Every answer is the same card (neutrality N01, N02, N06, N14, N15, N17)."""

import itertools
from collections import Counter
from collections.abc import Iterable

from PIL import Image, ImageChops, ImageDraw

from kiosk.theme.tokens import TextSize
from tests.audit.programs import steady_program
from tests.audit.setups import EN, NB
from tests.audit.snapshot import Node, Snapshot, take
from tests.audit.walk import Place, Visitor, read_on
from tests.stage import open_stage

OVERVIEWS = ("overview", "overview second", "public overview", "public overview sorted")
AROUND_TEXT_PX = 3
DAY_MS = 24 * 60 * 60 * 1000


def test_n01_all_cards_of_a_page_have_the_same_size(walked):
    sizes = {
        str(page.place): {(card.rect.width(), card.rect.height()) for card in page.cards}
        for page in walked.pages
        if page.cards
    }

    assert sizes
    assert {place: found for place, found in sizes.items() if len(found) > 1} == {}


def test_n01_cards_have_the_same_size_on_every_page(walked):
    for pages in _sides(walked.pages):
        sizes = {(card.rect.width(), card.rect.height()) for page in pages for card in page.cards}

        assert len(sizes) == 1


def test_n02_cards_stand_in_columns_and_rows_of_equal_distance(walked):
    uneven = [
        str(page.place)
        for page in walked.pages
        if len(_steps([card.rect.left() for card in page.cards])) > 1
    ]

    assert uneven == []


def test_n02_texts_stand_at_the_same_distance_from_the_edge_of_their_card(walked):
    paddings = {
        round(ink.rect.left() - card.rect.left(), 1)
        for page in walked.pages
        for card in page.cards
        for ink in page.inks_of(card)
    }

    assert len(paddings) == 1


def test_n02_every_card_has_one_sign_of_the_same_size_in_the_same_column(walked):
    for pages in _sides(walked.pages):
        signs = {
            tuple(
                (sign.width(), round(sign.left() - card.rect.left(), 1))
                for sign in page.signs_in(card)
            )
            for page in pages
            for card in page.cards
        }

        assert [len(of_card) for of_card in signs] == [1]


def test_n15_cards_differ_in_nothing_but_their_words(walked):
    odd = []
    for page in walked.pages:
        if page.place.page in OVERVIEWS:
            odd += [
                f"{page.place}: {card}"
                for card in page.cards
                if _differs(page, card, page.cards[0])
            ]

    assert odd == []


def test_n15_a_card_that_led_away_looks_like_the_others_when_its_page_comes_back(qapp):
    """However soon that is."""
    with open_stage(steady_program(), press_hold_ms=DAY_MS) as stage:
        stage.visit()
        visitor = Visitor(stage, NB)
        list(read_on(visitor))
        visitor.open_card(visitor.sections()[0].providers[0].name)
        visitor.all_answers()

        page = take(stage, Place("overview"))

        assert [str(card) for card in page.cards if _differs(page, card, page.cards[0])] == []


def test_n06_all_names_have_the_same_type(walked):
    types = {
        (ink.font.family(), ink.font_px, ink.font.weight(), ink.font.italic(), ink.color)
        for page in walked.pages
        for card in page.cards
        for ink in page.inks_of(card)[:1]
    }

    assert len(types) == 1


def test_n06_all_support_lines_have_the_same_type(walked):
    types = {
        (ink.font.family(), ink.font_px, ink.font.weight(), ink.font.italic(), ink.color)
        for page in walked.pages
        if page.place.page in OVERVIEWS
        for card in page.cards
        for ink in page.inks_of(card)[1:]
    }

    assert len(types) == 1


def test_n06_no_name_is_cut(walked):
    cut = [
        f"{page.place}: {ink}"
        for page in walked.pages
        for card in page.cards
        for ink in page.inks_of(card)
        if ink.is_truncated or ink.wide_px > 1
    ]

    assert cut == []


def test_n14_all_names_are_on_the_screen_at_once_or_the_page_says_which_part_is(walked):
    (first, *others) = walked.named("overview")
    pages = len(others) + 1
    of = "of" if walked.setup.language is EN else "av"
    numbers = [f"{number} {of} {pages}" for number in range(1, pages + 1)]

    said = [
        any(number in ink.text for ink in page.inks)
        for page, number in zip((first, *others), numbers, strict=True)
    ]

    assert pages == 1 or all(said)


def test_n14_at_the_ordinary_size_all_answers_share_one_page(walked):
    if walked.setup.size is not TextSize.M:
        return

    assert len(walked.named("overview")) == 1


def test_n14_every_answer_has_one_card(walked):
    names = Counter(card.name for page in walked.named("overview") for card in page.cards)

    # Six providers, keeping, not choosing, thinking it over.
    assert sorted(names.values()) == [1] * 9


def test_n14_details_open_from_the_cards_only(walked):
    leading = [
        f"{page.place}: {node}"
        for page in walked.pages
        if page.place.page in {"welcome", "what", "nonchoice"}
        for node in page.nodes
        if node.is_control and "hjem" in node.name.lower()
    ]

    assert leading == []


def test_n15_no_card_has_the_focus_or_is_checked_at_entry(walked):
    marked = [
        f"{page.place}: {card}"
        for page in walked.first_turns()
        for card in page.cards
        if card.is_checked or card.name == page.focused
    ]

    assert marked == []


def test_n15_nothing_moves_on_a_page_of_cards(qapp, qtbot):
    with open_stage(steady_program()) as stage:
        stage.visit()
        visitor = Visitor(stage, NB)
        places = list(read_on(visitor))
        first = take(stage, places[-1])
        qtbot.wait(50)

        second = take(stage, places[-1])

        assert [card.picture for card in first.cards] == [card.picture for card in second.cards]


def test_n17_not_choosing_is_a_card_among_the_others(walked):
    title = walked.say("I do not want to choose")

    cards = [card for page in walked.named("overview") for card in page.cards]

    assert sum(card.name.startswith(f"{title}. ") for card in cards) == 1


def test_n17_not_choosing_is_written_with_the_same_contrast(walked):
    title = walked.say("I do not want to choose")
    names = [page.inks_of(card)[0] for page in walked.named("overview") for card in page.cards]

    (own,) = [name for name in names if name.text == title]

    assert all(abs(name.contrast - own.contrast) < 0.5 for name in names)


def test_n17_at_the_ordinary_size_not_choosing_shows_without_turning(walked):
    if walked.setup.size is not TextSize.M:
        return
    title = walked.say("I do not want to choose")

    assert any(card.name.startswith(title) for card in walked.named("overview")[0].cards)


def test_n17_the_other_answers_are_there_for_who_has_no_help_too(walked):
    titles = [walked.say("I do not want to choose"), walked.say("I want to think about it")]

    names = [card.name for page in walked.named("overview second") for card in page.cards]

    assert [any(name.startswith(title) for name in names) for title in titles] == [True, True]


def _sides(pages: Iterable[Snapshot]) -> list[list[Snapshot]]:
    """Pages with cards of a visit, and those of a stranger's session where there was one."""
    at_home: list[Snapshot] = []
    public: list[Snapshot] = []
    for page in pages:
        if page.cards:
            (public if page.place.page.startswith("public") else at_home).append(page)
    return [side for side in (at_home, public) if side]


def _steps(edges: list[float]) -> set[float]:
    """Distances between neighbouring columns."""
    columns = sorted(set(edges))
    return {round(after - before, 1) for before, after in itertools.pairwise(columns)}


def _differs(page: Snapshot, one: Node, other: Node) -> bool:
    """Whether two cards differ where neither has words or a sign."""
    masks = ImageChops.multiply(wordless(page, one), wordless(page, other))
    assert one.picture is not None
    assert other.picture is not None
    difference = ImageChops.difference(one.picture, other.picture).convert("L")
    return ImageChops.multiply(difference, masks).getbbox() is not None


def wordless(page: Snapshot, card: Node) -> Image.Image:
    """White where a card has neither words nor a sign, black where it has."""
    assert card.picture is not None
    mask = Image.new("L", card.picture.size, 255)
    for rect in (*(ink.rect for ink in page.inks_of(card)), *page.signs_in(card)):
        inside = rect.translated(-card.rect.topLeft())
        left, right = inside.left() - AROUND_TEXT_PX, inside.right() + AROUND_TEXT_PX
        ImageDraw.Draw(mask).rectangle((left, inside.top(), right, inside.bottom()), fill=0)
    return mask
