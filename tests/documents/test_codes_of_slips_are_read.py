"""The codes of printed slips, worn as paper is, read by ZBar: another library than drew them."""

import string
from collections.abc import Callable
from functools import cache, partial
from random import Random

import pytest
from PIL import Image
from pyzbar.pyzbar import ZBarSymbol, decode

from brochures.letter_look import LETTERS
from brochures.qr_code import SIDE_MODULES, qr_code
from brochures.slip_sheets import CODE_X_PT
from brochures.structure import figure
from brochures.styles import MM
from kiosk.domain.document.slip import Slip
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from kiosk.domain.slip_code import SlipMark, drawn_code, read_slip, scanned_text
from kiosk.late_adapters import LateDocuments
from kiosk.settings import Resources
from tests.documents import samples
from tests.documents.every_document import every_document
from tests.documents.test_slip_sheets import slip_with
from tests.documents.worn import (
    Scan,
    blotted,
    blurred,
    faint,
    folded,
    ringed,
    rotated,
    scanned,
    worn_a_little,
)
from tests.unit.app import factory as make
from tests.unit.app.slips.test_compose_slip import slip_of

RESOLUTIONS = (200, 300)
SEEDS = range(4)
BLACK, WHITE = 0, 255

_MAKER = LateDocuments(Resources.shipped(), make.words)

Wear = Callable[[Scan], Image.Image]

_TURNED = {
    f"rotated by {degrees}": partial(rotated, degrees=degrees)
    for degrees in (90, 180, 270, 3, -3, 7, -7)
}
_CREASED = {
    f"creased at {down}, {grey}": partial(folded, grey=grey, down=down)
    for down in (0.24, 0.36, 0.6, 0.72)
    for grey in (BLACK, WHITE)
}


def chance(seed: int) -> Random:
    """The same draws every time."""
    return Random(seed)  # noqa: S311  no secret is drawn


def by_chance(wear: Callable[[Scan, Random], Image.Image], seed: int, scan: Scan) -> Image.Image:
    return wear(scan, chance(seed))


_BY_CHANCE = {
    f"{name} {seed}": partial(by_chance, wear, seed)
    for name, wear in (("ringed", ringed), ("faint", faint), ("worn a little", worn_a_little))
    for seed in SEEDS
}
WEARS: dict[str, Wear] = {
    "new": lambda scan: scan.image,
    "blurred": blurred,
    "blotted": lambda scan: blotted(scan, 3),
    **_TURNED,
    **_CREASED,
    **_BY_CHANCE,
}


@cache
def printed_slip(language: Language) -> tuple[str, bytes]:
    """What the code of a slip holds, and the file of the slip."""
    case = make.case(make.granted(make.NURSING), make.granted(make.PRACTICAL))
    slip, _ = slip_of(case, language)
    return slip.scanned, _MAKER.slip(slip, samples.ISSUED_AT)


@cache
def scan_of(dpi: int) -> Scan:
    """The upper half, as a sheet lies that was folded for its envelope."""
    _, pdf = printed_slip(Language.BOKMAL)
    page = scanned(pdf, dpi)
    half = page.crop((0, 0, page.size[0], page.size[1] // 2))
    return Scan(half, dpi, CODE_X_PT / MM, LETTERS.slip.code_top_pt / MM, SIDE_MODULES)


def read(image: Image.Image) -> list[str]:
    """What ZBar finds on a picture."""
    return [found.data.decode("ascii") for found in decode(image, symbols=[ZBarSymbol.QRCODE])]


@pytest.mark.parametrize("dpi", RESOLUTIONS)
@pytest.mark.parametrize("wear", WEARS.values(), ids=WEARS)
def test_a_worn_code_is_read_to_the_letter(dpi, wear):
    said, _ = printed_slip(Language.BOKMAL)

    assert read(wear(scan_of(dpi))) == [said]


@pytest.mark.parametrize("dpi", RESOLUTIONS)
@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_whole_page_bears_one_code_in_both_languages(dpi, language, degrees):
    said, pdf = printed_slip(language)

    assert read(scanned(pdf, dpi).rotate(degrees, expand=True)) == [said]


@pytest.mark.parametrize("dpi", RESOLUTIONS)
@pytest.mark.parametrize("edition", [Edition.STANDARD, Edition.LARGE_PRINT])
@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_a_switch_form_bears_the_code_of_the_slip(dpi, edition, language):
    said, _ = printed_slip(language)
    form = every_document(language)["switch form"].blocks
    assert isinstance(form, Slip)

    pdf = _MAKER.slip(form, samples.ISSUED_AT, edition)

    assert read(scanned(pdf, dpi)) == [said]


@pytest.mark.parametrize("dpi", RESOLUTIONS)
@pytest.mark.parametrize(
    "wear",
    [
        lambda scan: blotted(scan, 6),
        lambda scan: blotted(scan, 4, 0.1, 0.1),
        lambda scan: folded(scan, WHITE, 0.12),
        lambda scan: blurred(scan, 1),
    ],
    ids=[
        "a large blot",
        "a corner mark covered",
        "toner gone from two corner marks",
        "a blur as wide as a square",
    ],
)
def test_what_is_worn_too_much_is_not_read_and_never_read_wrong(dpi, wear):
    assert read(wear(scan_of(dpi))) == []


@pytest.mark.parametrize("dpi", RESOLUTIONS)
def test_every_sheet_of_a_long_slip_bears_the_code_on_its_front(dpi):
    slip = slip_with(1, 60)
    pdf = _MAKER.slip(slip, samples.ISSUED_AT)

    assert [read(scanned(pdf, dpi, page)) for page in range(4)] == [
        [slip.scanned],
        [],
        [slip.scanned],
        [],
    ]


@pytest.mark.parametrize("seed", range(20))
def test_a_blot_of_any_size_gives_the_code_or_nothing(seed):
    said, _ = printed_slip(Language.BOKMAL)
    lot = chance(seed)
    blot = lot.uniform(1, 7), lot.random(), lot.random()

    assert read(blotted(scan_of(200), *blot)) in ([said], [])


@pytest.mark.parametrize("place", range(10))
def test_a_slip_that_was_printed_with_a_wrong_character_is_no_slip(place):
    code = drawn_code("EKSEMPEL")
    others = [each for each in string.ascii_uppercase + string.digits if each != code[place]]
    wrong = code[:place] + chance(place).choice(others) + code[place + 1 :]

    (said,) = read(drawn(scanned_text(SlipMark(wrong, "B26-10"))))  # type: ignore[arg-type]
    assert said.split(":")[1] == wrong
    assert read_slip(said) is None or read_slip(said) == SlipMark(code, "B26-10")


def drawn(text: str) -> Image.Image:
    """A code by itself, eight dots a square."""
    rows = qr_code(text, 0, 0, figure("Kode")).rows
    side = len(rows) + 8
    image = Image.new("L", (side, side), WHITE)
    for down, row in enumerate(rows):
        for across, square in enumerate(row):
            if square == "1":
                image.putpixel((across + 4, down + 4), BLACK)
    return image.resize((side * 8, side * 8), Image.Resampling.NEAREST)
