"""No card has more than its words: no logo, no colour, no weight of its own (neutrality N07-N09)."""

import re
from collections import Counter
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageStat

import kiosk.ui
from tests.audit.pixels import colours, crop
from tests.audit.setups import TOKENS
from tests.audit.snapshot import Node, Snapshot
from tests.audit.test_cards import wordless

# Round corners mix the colours beside them.
MIXED_SHARE = 0.01
SPREAD = 0.15
FRAME_PX = 6
# Signs stand between pixels, so that their edges are painted otherwise.
UNLIKE = 0.25
QML = Path(kiosk.ui.__file__).parent / "qml" / "Kiosk"
# Signs of the program's own set; what a person signs with a finger.
PAINTING = {"Icon.qml", "SignatureBox.qml"}
PICTURES = re.compile(
    r"\b(?:Image|AnimatedImage|AnimatedSprite|BorderImage|Canvas|Shape|ShaderEffect|MultiEffect"
    r"|Gradient)\s*\{|\bText\.(?:RichText|StyledText|MarkdownText|AutoText)\b"
)


def test_n07_the_only_picture_of_a_card_is_the_same_sign_on_all(walked):
    pages = _with_cards(walked)
    strange = [
        f"{page.place}: {card}"
        for page in pages
        for card in page.cards
        if len(page.signs_in(card)) != 1
        or page.sign_names_in(card) != page.sign_names_in(page.cards[0])
        or _differs(_sign(page, card), _sign(page, page.cards[0])) > UNLIKE
    ]

    assert pages
    assert strange == []


def test_n08_no_page_for_citizens_has_a_place_for_a_picture():
    """Neither a card nor the page of a provider, whatever a pack or a text may hold."""
    painting = {
        file.name
        for side in ("citizen", "public", "components")
        for file in (QML / side).glob("*.qml")
        if PICTURES.search(file.read_text("utf-8"))
    }

    assert painting == PAINTING


def test_n08_a_sign_comes_from_the_program_s_own_set():
    source = (QML / "components" / "Icon.qml").read_text("utf-8")

    assert re.findall(r"\bsource:.*?(\"[^\"]*://[^\"]*\")", source) == ['"image://icon/"']


def test_n08_where_a_card_has_no_words_it_has_colours_of_the_theme_only(walked):
    palette = {_rgb(each) for each in TOKENS.colours(walked.setup.contrast).values()}
    odd = [
        f"{page.place}: {card}"
        for page in _with_cards(walked)
        for card in page.cards
        if _foreign_share(page, card, palette) > MIXED_SHARE
    ]

    assert odd == []


def test_n09_where_they_have_no_words_no_card_is_darker_than_the_others(walked):
    heavy = []
    for page in _with_cards(walked):
        weights = [_weight(page, card) for card in page.cards]
        mean = sum(weights) / len(weights)
        heavy += [
            f"{page.place}: {card}"
            for card, weight in zip(page.cards, weights, strict=True)
            if abs(weight - mean) > SPREAD * mean
        ]

    assert heavy == []


def test_n09_a_card_with_a_thicker_frame_is_noticed(walked):
    page = next(each for each in walked.pages if len(each.cards) > 1)
    card = page.cards[0]
    assert card.picture is not None
    ground = Counter({colour: count for count, colour in colours(card.picture)})
    least = _weight(page, card)
    thick = card.picture.copy()
    dark = min(ground, key=sum) if sum(ground.most_common(1)[0][0]) > 384 else max(ground, key=sum)
    thick.paste(dark, (0, 0, thick.width, 8))

    assert _weight_of(thick, _with_frame(wordless(page, card))) > least * (1 + SPREAD)


def _with_cards(walked) -> list[Snapshot]:
    """Pages on which nothing is picked."""
    return [page for page in walked.pages if page.cards and page.place.page != "overview answered"]


def _weight(page: Snapshot, card: Node) -> float:
    assert card.picture is not None
    return _weight_of(card.picture, _with_frame(wordless(page, card)))


def _with_frame(mask: Image.Image) -> Image.Image:
    """Also looks at the frame where the room of a line of large text reaches over it."""
    box = (0, 0, mask.width - 1, mask.height - 1)
    ImageDraw.Draw(mask).rectangle(box, outline=255, width=FRAME_PX)
    return mask


def _weight_of(picture: Image.Image, mask: Image.Image) -> float:
    """How many pixels of the wordless part have not the ground's colour."""
    ground = colours(picture)[0][1]
    plain = Image.new("RGB", picture.size, ground)
    differs = (
        ImageChops.difference(picture, plain).convert("L").point(lambda each: 255 * (each > 8))
    )
    return ImageStat.Stat(differs, mask).sum[0] / 255


def _sign(page: Snapshot, card: Node) -> Image.Image:
    assert card.picture is not None
    (sign,) = page.signs_in(card)
    # Its box has white around the sign, which may reach over the border of a tight card.
    white = sign.width() / 8
    inside = sign.adjusted(white, white, -white, -white)
    return crop(card.picture, inside.translated(-card.rect.topLeft())).convert("L")


def _differs(one: Image.Image, other: Image.Image) -> float:
    """How much ink one sign has more than the other, as a share."""
    mass, other_mass = (ImageStat.Stat(each).stddev[0] for each in (one, other))
    return abs(mass - other_mass) / max(mass, other_mass, 1.0)


def _foreign_share(page: Snapshot, card: Node, palette: set[tuple[int, int, int]]) -> float:
    assert card.picture is not None
    bare = Image.composite(
        card.picture, Image.new("RGB", card.picture.size, next(iter(palette))), wordless(page, card)
    )
    counted = colours(bare)
    foreign = sum(count for count, colour in counted if colour not in palette)
    return foreign / (bare.width * bare.height)


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
