"""An easy-read brochure in an envelope comes with letter and slip in large print."""

from dataclasses import replace

import pytest

from brochures.easy_brochure import EasyPages
from brochures.lines import LineBreaker
from brochures.marks import TextMark
from brochures.pdf import pdf_bytes
from brochures.typeface import Typeface
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.kit import Kit
from kiosk.domain.edition import Edition
from kiosk.domain.errors import RefusedError
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.envelopes import (
    LONGEST,
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
from tests.documents.test_press import is_struck, pixels, printed, read_aloud, texts
from tests.unit.app import factory as make

EASY = Edition.EASY_READ
in_each_language = pytest.mark.parametrize(
    "language", [Language.BOKMAL, Language.NYNORSK], ids=lambda each: each.value
)


def easy_kits(language: Language, *names: str) -> list[Kit]:
    by_chance = chance(7)
    return [
        addressed(envelope(language, is_easy=True), somebody(by_chance, name)) for name in names
    ]


@in_each_language
def test_a_struck_letter_is_the_letter_laid_out_in_full(language):
    used = press()
    first, other, long = easy_kits(language, "Bo Å", "Bo Å", LONGEST)
    used.set(first, EASY)

    for kit in (other, long):
        letter = used.set(kit, EASY)
        facts = replace(used.facts(kit), issued_at=samples.ISSUED_AT)
        full = pdf_bytes(used.laid_out(kit, EASY).pages, facts, used._typeface)
        file = used.letter_file(letter, samples.ISSUED_AT)

        assert is_struck(letter)
        assert texts(file) == texts(full)
        assert read_aloud(file) == read_aloud(full)
        assert pixels(file) == pixels(full)
        assert letter.digest == used.in_full(kit, EASY).digest


@in_each_language
def test_letter_and_slip_are_those_of_large_print_around_the_easy_brochure(language):
    (kit,) = easy_kits(language, "Bo Å")
    large = press().laid_out(
        addressed(envelope(language), somebody(chance(7), "Bo Å")), EASY.LARGE_PRINT
    )
    easy = press().laid_out(kit, EASY)

    letter, brochure, slip = easy.counts
    assert isinstance(kit.brochure, EasyBrochure)
    breaker = LineBreaker(Typeface(samples.font_files()))
    alone = EasyPages(kit.brochure, breaker, make.words(language)).pages()
    assert (letter, slip) == large.counts[::2]
    assert brochure % 2 == 0
    assert drawn(easy.pages[:letter]) == drawn(large.pages[:letter])
    assert drawn(easy.pages[-slip:]) == drawn(large.pages[-slip:])
    assert drawn(easy.pages[letter : letter + len(alone)]) == drawn(alone)


def drawn(pages):
    """The words of pages and where they stand."""
    return [
        [
            (mark.x_pt, mark.baseline_pt, mark.lines)
            for mark in page.marks
            if isinstance(mark, TextMark)
        ]
        for page in pages
    ]


@in_each_language
def test_an_envelope_is_for_archives_and_for_screen_readers(vera, tmp_path, language):
    used = press()
    (kit,) = easy_kits(language, "Bo Å")
    file = used.letter_file(used.set(kit, EASY), samples.ISSUED_AT)
    pdf, path = TaggedPdf(file), tmp_path / "checked.pdf"
    path.write_bytes(file)

    assert vera.faults(file) == []
    assert second_faults(pdf, path) == []
    assert tag_faults(pdf, told_in(kit), *feet_of(kit)) == []


def test_the_print_file_is_what_the_letters_are():
    used = press()
    letters = [used.set(kit, EASY) for kit in easy_kits(Language.BOKMAL, "Bo Å", "Bo Å", LONGEST)]

    assert pixels(printed(used, letters)) == [
        page for each in letters for page in pixels(used.letter_file(each, samples.ISSUED_AT))
    ]


def test_booklets_lie_in_no_envelope():
    (kit,) = easy_kits(Language.BOKMAL, "Bo Å")
    used = press()

    assert used.editions == set(Edition) - {Edition.BOOKLET}
    for lay_out in (
        lambda: used.set(kit, Edition.BOOKLET),
        lambda: used.set_together([kit], Edition.BOOKLET),
    ):
        with pytest.raises(RefusedError) as found:
            lay_out()
        assert [each.code for each in found.value.refusals] == ["mailout.no_such_edition"]
