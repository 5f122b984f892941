"""Struck letters are the letters that would be laid out in full, and files keep the rules."""

import io
import re
import zlib
from dataclasses import replace

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from brochures.pdf import pdf_bytes
from brochures.press.bind import letter_form
from brochures.press.deflate import Ready
from brochures.press.gap_canvas import GapText
from brochures.press.strike import Struck
from kiosk.domain.document.kit import Kit
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.edition import Edition
from kiosk.domain.errors import DoesNotFitError, MissingGlyphError
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.envelopes import (
    CYRILLIC,
    LONGEST,
    NAMES,
    addressed,
    chance,
    envelope,
    feet_of,
    press,
    somebody,
    told_in,
)
from tests.documents.second_opinion import second_faults
from tests.documents.tag_faults import tag_faults
from tests.documents.tag_reading import TaggedPdf
from tests.documents.test_codes_of_slips_are_read import read
from tests.documents.test_slip_sheets import slip_with
from tests.documents.vera import PRINTED, VeraPdf
from tests.documents.worn import scanned

LANGUAGES = (Language.BOKMAL, Language.NYNORSK)
BRIEF = 0.6
"""Scale at which every difference of a glyph is still seen."""

STREAM = re.compile(rb"/FlateDecode\b[^>]*>>\s*stream\n(.*?)\nendstream", re.DOTALL)

in_each_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda each: each.value)


@pytest.fixture(scope="module")
def used():
    """A press that has printed for others before."""
    made = press()
    for language in LANGUAGES:
        made.set(addressed(envelope(language), somebody(chance(0))), Edition.STANDARD)
    return made


@pytest.fixture(scope="module")
def printers_vera(tmp_path_factory):
    with VeraPdf(tmp_path_factory.mktemp("printed"), PRINTED) as checker:
        yield checker


def kits(language: Language, seed: int = 1) -> list[Kit]:
    by_chance = chance(seed)
    names = [*by_chance.sample(NAMES, 2), LONGEST, CYRILLIC]
    return [addressed(envelope(language), somebody(by_chance, name)) for name in names]


def laid_out(made, kit: Kit) -> bytes:
    """The file as it is made of pages without any plate."""
    facts = replace(made.facts(kit), issued_at=samples.ISSUED_AT)
    return pdf_bytes(made.laid_out(kit).pages, facts, made._typeface)


def printed(made, letters) -> bytes:
    """The file for a print shop."""
    file = io.BytesIO()
    made.print_file(letters, samples.ISSUED_AT, file)
    return file.getvalue()


def pixels(pdf: bytes) -> list[bytes]:
    return [bytes(page.render(scale=BRIEF).buffer) for page in pdfium.PdfDocument(pdf)]


def read_aloud(pdf: bytes) -> list[tuple[str, ...]]:
    told = TaggedPdf(pdf).root.below
    return [
        (tag.kind, tag.text, str(tag.entry.get("/Alt", "")), str(tag.attribute("/BBox")))
        for tag in told
    ]


def texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(pdf)]


def is_struck(letter: Struck) -> bool:
    return bool(letter.drawn)


@in_each_language
def test_a_struck_letter_is_the_letter_laid_out_in_full(used, language):
    made = kits(language)
    letters = [used.set(kit, Edition.STANDARD) for kit in made]

    assert [is_struck(letter) for letter in letters] == [True, True, True, False]
    for kit, letter in zip(made, letters, strict=True):
        file, full = used.letter_file(letter, samples.ISSUED_AT), laid_out(used, kit)
        assert pixels(file) == pixels(full)
        assert texts(file) == texts(full)
        assert read_aloud(file) == read_aloud(full)
        assert letter.digest == used.in_full(kit).digest


def test_a_name_over_two_lines_has_a_plate_of_its_own(used):
    usual, long = (
        used.set(addressed(envelope(Language.BOKMAL), somebody(chance(3), name)), Edition.STANDARD)
        for name in (NAMES[0], LONGEST)
    )

    assert is_struck(long)
    assert usual.plate is not long.plate


def test_no_file_depends_on_what_was_printed_before(used):
    (kit, *_) = kits(Language.BOKMAL, seed=9)
    before, after = (each.set(kit, Edition.STANDARD) for each in (press(), used))

    assert used.letter_file(before, samples.ISSUED_AT) == used.letter_file(after, samples.ISSUED_AT)
    assert printed(used, [before]) == printed(used, [after])
    assert before.digest == after.digest


def test_no_plate_has_a_word_of_anybody(used):
    (kit, *_) = kits(Language.BOKMAL, seed=5)
    plate = press().set(kit, Edition.STANDARD).plate

    begun = letter_form(plate, samples.ISSUED_AT).begun
    there = begun + b"".join(map(zlib.decompress, STREAM.findall(begun)))
    drawn = b"".join(
        zlib.decompressobj(-15).decompress(part.blocks)
        for page in plate.own_pages
        for part in plate.drawn[page.index]
        if isinstance(part, Ready)
    )
    number = kit.letter.foot.split("-")[-1].lstrip("0").encode()
    assert number not in drawn
    assert b"(Sak" not in drawn
    assert kit.slip is not None
    assert kit.slip.scanned_as.encode() not in there
    assert kit.letter.title.encode() in there


def test_a_press_that_draws_a_letter_elsewhere_is_caught(monkeypatch):
    (kit, *_), made = kits(Language.BOKMAL), press()
    origin = GapText.setTextOrigin
    monkeypatch.setattr(GapText, "setTextOrigin", lambda text, x, y: origin(text, x, y - 0.3))
    file = made.letter_file(made.set(kit, Edition.STANDARD), samples.ISSUED_AT)

    assert pixels(file) != pixels(laid_out(made, kit))


@in_each_language
def test_the_letter_of_an_envelope_is_for_archives_and_for_screen_readers(
    used, vera, tmp_path, language
):
    for kit in kits(language)[2:3]:
        file = used.letter_file(used.set(kit, Edition.STANDARD), samples.ISSUED_AT)
        pdf, path = TaggedPdf(file), tmp_path / "checked.pdf"
        path.write_bytes(file)

        assert vera.faults(file) == []
        assert second_faults(pdf, path) == []
        assert tag_faults(pdf, told_in(kit), *feet_of(kit)) == []


def test_two_envelopes_of_a_case_are_one_file_for_archives_and_for_screen_readers(
    used, vera, tmp_path
):
    own, other = kits(Language.BOKMAL)[0], kits(Language.BOKMAL)[2]
    file = used.letter_file(used.set_together((own, other), Edition.STANDARD), samples.ISSUED_AT)
    pdf, path = TaggedPdf(file), tmp_path / "checked.pdf"
    path.write_bytes(file)

    assert pixels(file) == pixels(laid_out(used, own)) + pixels(laid_out(used, other))
    assert vera.faults(file) == []
    assert second_faults(pdf, path) == []
    feet = [*feet_of(own), *feet_of(other)]
    assert tag_faults(pdf, told_in(own) + told_in(other), *feet) == []


def test_copies_to_whoever_gets_the_post_of_others_are_struck(used):
    people = ["Bo Å", LONGEST[:40], LONGEST]
    letters = [
        replace(kit, letter=replace(kit.letter, references=(*kit.letter.references, about)))
        for kit in kits(Language.BOKMAL)[:1]
        for about in (ReceiptLine("Gjelder", name) for name in people)
    ]

    for kit in letters:
        struck = used.set(kit, Edition.STANDARD)
        file = used.letter_file(struck, samples.ISSUED_AT)
        assert is_struck(struck)
        assert pixels(file) == pixels(laid_out(used, kit))


def test_a_slip_of_two_sheets_is_struck_and_bears_nobody_elses_code(used):
    letters = [
        addressed(Kit(kit.letter, None, slip_with(1, 60)), somebody(chance(at)))
        for at, kit in enumerate(kits(Language.BOKMAL)[:2])
    ]

    for kit in letters:
        struck = used.set(kit, Edition.STANDARD)
        file = used.letter_file(struck, samples.ISSUED_AT)
        assert is_struck(struck)
        assert pixels(file) == pixels(laid_out(used, kit))
        assert kit.slip is not None
        codes = [read(scanned(file, 200, page)) for page in range(2, 6)]
        assert codes == [[kit.slip.scanned], [], [kit.slip.scanned], []]


def test_the_print_file_is_what_the_letters_are_and_shares_what_is_equal(used, printers_vera):
    made = [kit for language in LANGUAGES for kit in kits(language)]
    letters = [used.set(kit, Edition.STANDARD) for kit in made]

    file = printed(used, letters)

    assert printers_vera.faults(file) == []
    assert pixels(file) == [
        page for each in letters for page in pixels(used.letter_file(each, samples.ISSUED_AT))
    ]
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert len(pdf.pages) == sum(letter.pages for letter in letters)
        contents = {
            each.objgen
            for page in pdf.pages
            for each in (
                page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]
            )
        }
        assert all("/Resources" in page.obj for page in pdf.pages)
        assert "/StructTreeRoot" not in pdf.Root
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
    gaps, struck = 7, sum(map(is_struck, letters))
    pages = letters[0].pages
    assert struck == 6
    # Two letters in full, two plates of each language, and of the other letters what is their own.
    assert len(contents) < struck * gaps + 3 * (pages + 2 * gaps) * len(LANGUAGES)


def test_a_hundred_letters_take_little_more_than_what_is_their_own(used):
    by_chance = chance(2)
    made = [addressed(envelope(Language.BOKMAL), somebody(by_chance, NAMES[1])) for _ in range(40)]
    letters = [used.set(kit, Edition.STANDARD) for kit in made]

    one, many = (len(printed(used, some)) for some in (letters[:1], letters))

    assert (many - one) / 39 < one / 8


@pytest.mark.parametrize(
    ("name", "error"), [("W" * 40, DoesNotFitError), ("Kari \u4e2d", MissingGlyphError)]
)
def test_what_has_no_room_or_no_letter_is_refused(used, name, error):
    kit = addressed(envelope(Language.BOKMAL), somebody(chance(4), name))

    with pytest.raises(error):
        used.set(kit, Edition.STANDARD)
