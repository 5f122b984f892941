"""Each of these files has one fault. If nothing finds it, the proofs of conformance prove nothing.

``vera`` is veraPDF, ``second`` is outloud, the others are the checks of ``tag_faults``. A fault
that only these find is why they exist.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

import pikepdf
import pytest

from brochures import text_writer
from brochures.lines import text_of
from brochures.marks import Mark, TextMark
from kiosk.domain.edition import Edition
from tests.documents.second_opinion import second_faults
from tests.documents.specimen import FOOT, provider_told, specimen, spread, texts
from tests.documents.tag_faults import faults_by_check
from tests.documents.tag_reading import TaggedPdf

Pdf = pikepdf.Pdf
REPEATED = "hidden"
"""Who finds the name on a right page, which is read aloud on the left one only."""


@pytest.fixture
def finders(vera, tmp_path) -> Callable[..., dict[str, list[str]]]:
    """Tells who finds what in a file."""

    def found(pdf: bytes, told: list[str] | None = None) -> dict[str, list[str]]:
        file = tmp_path / "damaged.pdf"
        file.write_bytes(pdf)
        read = TaggedPdf(pdf)
        return {
            "vera": vera.faults(pdf),
            "second": second_faults(read, file),
            **faults_by_check(read, told or texts(), FOOT),
        }

    return found


def elements(pdf: Pdf, kind: str) -> list[Any]:
    """The elements of a kind in the tree."""
    found = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
    return [each for each in found if each.get("/S") == f"/{kind}" and "/P" in each]


def without(kind: str, *keys: str) -> Callable[[Pdf], None]:
    """Takes something from every element of a kind."""

    def damage(pdf: Pdf) -> None:
        for element in elements(pdf, kind):
            for key in keys:
                del element[key]

    return damage


def called(kind: str, other: str, first: int = 0, most: int | None = None) -> Callable[[Pdf], None]:
    """Calls elements of a kind something else, in the tree only."""

    def damage(pdf: Pdf) -> None:
        for element in elements(pdf, kind)[first:most]:
            element.S = pikepdf.Name(f"/{other}")

    return damage


def no_table(pdf: Pdf) -> None:
    for kind in ("Table", "TR", "TH", "TD"):
        called(kind, "Div")(pdf)
    for element in elements(pdf, "Div"):
        if "/A" in element:
            del element["/A"]


def picture_named_by_its_file(pdf: Pdf) -> None:
    elements(pdf, "Figure")[0].Alt = pikepdf.String("underskrift.png")


def no_place_for_the_picture(pdf: Pdf) -> None:
    del elements(pdf, "Figure")[0]["/A"]


def no_language(pdf: Pdf) -> None:
    del pdf.Root["/Lang"]


def no_title_in_the_window(pdf: Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def no_colours(pdf: Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def no_ways_back(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree = pdf.make_indirect(
        pikepdf.Dictionary(Nums=pikepdf.Array([]))
    )


def no_mark_of_readers(pdf: Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(data.replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


def fonts(pdf: Pdf) -> Iterator[Any]:
    return (font for page in pdf.pages for font in page.resources.Font.values())


def glyphs_without_characters(pdf: Pdf) -> None:
    for font in fonts(pdf):
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


def fonts_left_out(pdf: Pdf) -> None:
    for font in fonts(pdf):
        if "/FontFile2" in font.FontDescriptor:
            del font.FontDescriptor["/FontFile2"]


def annotations(pdf: Pdf) -> Iterator[Any]:
    return (each for page in pdf.pages for each in page.get("/Annots", []))


def links_without_a_name(pdf: Pdf) -> None:
    for each in annotations(pdf):
        del each["/Contents"]


def links_that_are_not_printed(pdf: Pdf) -> None:
    for each in annotations(pdf):
        del each["/F"]


def another_order_of_tab(pdf: Pdf) -> None:
    for page in pdf.pages:
        del page["/Tabs"]


def rewritten(pdf: Pdf, page: int, change: Callable[[list[Any]], list[Any]]) -> None:
    """Change the operators of a page."""
    operators = list(pikepdf.parse_content_stream(pdf.pages[page]))
    pdf.pages[page].Contents = pdf.make_stream(pikepdf.unparse_content_stream(change(operators)))


def text_without_marks(pdf: Pdf) -> None:
    def change(operators: list[Any]) -> list[Any]:
        begin = next(n for n, each in enumerate(operators) if str(each.operator) == "BDC")
        end = next(n for n in count(begin) if str(operators[n].operator) == "EMC")
        return [each for n, each in enumerate(operators) if n not in (begin, end)]

    rewritten(pdf, 0, change)


def told_in_another_order(pdf: Pdf) -> None:
    document = elements(pdf, "Document")[0]
    first, second, *others = document.K
    document.K = pikepdf.Array([second, first, *others])


def values_swapped_in_a_list(pdf: Pdf) -> None:
    parts = elements(pdf, "L")[0]
    first, second, *others = parts.K
    parts.K = pikepdf.Array([second, first, *others])


def not_in_the_tree(pdf: Pdf) -> None:
    body = elements(pdf, "LBody")[0]
    item = body.P
    item.K = pikepdf.Array([each for each in item.K if each.objgen != body.objgen])


def read_twice(pdf: Pdf) -> None:
    body = elements(pdf, "LBody")[0]
    body.K = pikepdf.Array([*body.K, *body.K])


def read_as_another_text(pdf: Pdf) -> None:
    elements(pdf, "P")[0].ActualText = pikepdf.String("Kari Prøve Eksempelsen")


DAMAGES: list[tuple[Callable[[Pdf], None], set[str]]] = [
    (without("Figure", "/Alt"), {"vera", "second", "wrong_figures"}),
    (picture_named_by_its_file, {"second", "wrong_figures"}),
    (no_place_for_the_picture, {"wrong_figures"}),
    (no_language, {"vera", "second", "wrong_file"}),
    (glyphs_without_characters, {"vera", "second", "not_told"}),
    (links_without_a_name, {"vera", "second", "dead_links"}),
    (called("H2", "H4", 0, 1), {"vera", "second", "wrong_headings"}),
    (called("H2", "H1"), {"wrong_headings"}),
    (called("H1", "P"), {"vera", "second", "wrong_headings"}),
    (without("TH", "/A"), {"vera", "second", "wrong_tables"}),
    (called("TD", "P", 2, 3), {"vera", "second", "wrong_tables"}),
    (no_colours, {"vera"}),
    (fonts_left_out, {"vera", "second", "wrong_file"}),
    (no_mark_of_readers, {"vera", "second"}),
    (no_table, {"side_by_side"}),
    (text_without_marks, {"vera", "second", "not_marked"}),
    (no_ways_back, {"vera"}),
    (no_title_in_the_window, {"vera", "second", "wrong_file"}),
    (links_that_are_not_printed, {"vera", "second", "dead_links"}),
    (called("Link", "Span"), {"vera", "second", "dead_links"}),
    (another_order_of_tab, {"vera", "second", "wrong_file"}),
    (told_in_another_order, {"not_told", "drawn_otherwise", "against_the_eye"}),
    (values_swapped_in_a_list, {"not_told", "drawn_otherwise"}),
    (not_in_the_tree, {"not_told", "not_marked"}),
    (read_twice, {"second", "not_told"}),
    (read_as_another_text, {"second", "told_otherwise"}),
]


@pytest.mark.parametrize(("damage", "finds"), DAMAGES)
def test_a_damaged_file_is_found(finders, damage, finds):
    assert who_finds(finders(saved(damage))) >= finds


def test_a_stream_without_the_end_of_its_line_is_found(finders):
    pdf = specimen().replace(b"\nendstream\n", b"endstream\n\n")

    assert who_finds(finders(pdf)) == {"vera"}


def test_a_text_that_is_hidden_from_the_voice_is_found(finders):
    def hide(mark: Mark) -> Mark:
        if isinstance(mark, TextMark) and text_of(mark.lines[0]) == "Som nå":
            return replace(mark, element=None)
        return mark

    assert "hidden" in who_finds(finders(specimen(hide)))


def test_a_text_that_stands_above_what_is_read_before_it_is_found(finders):
    def lift(mark: Mark) -> Mark:
        is_label = isinstance(mark, TextMark) and text_of(mark.lines[0]) == "Gjelder fra"
        return mark.down(-60) if is_label else mark

    assert who_finds(finders(specimen(lift))) == {"against_the_eye"}


def test_words_that_stick_together_at_the_end_of_a_line_are_found(finders, monkeypatch):
    monkeypatch.setattr(text_writer, "_with_end", iter)

    assert "not_told" in who_finds(finders(specimen()))


def test_the_file_without_damage_has_no_fault(finders):
    assert who_finds(finders(specimen())) == set()


def test_saving_alone_does_no_damage(finders):
    assert who_finds(finders(saved(lambda pdf: None))) == set()


def test_every_check_finds_something(finders):
    named = {name for _damage, finds in DAMAGES for name in finds} | {"hidden"}

    assert named == set(finders(specimen()))


OTHER_EDITIONS = pytest.mark.parametrize(
    "edition", [Edition.LARGE_PRINT, Edition.BOOKLET], ids=lambda each: each.value
)
DAMAGES_TO_A_SPREAD: list[tuple[Callable[[Pdf], None], set[str]]] = [
    (no_language, {"vera", "second", "wrong_file"}),
    (without("TH", "/A"), {"vera", "second", "wrong_tables"}),
    (no_table, {"side_by_side"}),
    (text_without_marks, {"vera", "second", "not_marked"}),
    (values_swapped_in_a_list, {"not_told", "drawn_otherwise"}),
    (not_in_the_tree, {"not_told", "not_marked"}),
]


@OTHER_EDITIONS
@pytest.mark.parametrize(("damage", "finds"), DAMAGES_TO_A_SPREAD)
def test_a_damaged_file_of_another_edition_is_found(finders, edition, damage, finds):
    pdf = saved(damage, spread(edition))

    assert who_finds(finders(pdf, provider_told())) - {REPEATED} >= finds


@OTHER_EDITIONS
def test_another_edition_without_damage_has_no_fault_but_the_name_that_is_repeated(
    finders, edition
):
    pdf = saved(lambda pdf: None, spread(edition))

    assert who_finds(finders(pdf, provider_told())) == {REPEATED}


def saved(damage: Callable[[Pdf], None], made: bytes | None = None) -> bytes:
    """The specimen, or another file, damaged."""
    with pikepdf.open(io.BytesIO(made or specimen())) as pdf:
        damage(pdf)
        written = io.BytesIO()
        pdf.save(written)
        return written.getvalue()


def who_finds(found: dict[str, list[str]]) -> set[str]:
    return {name for name, faults in found.items() if faults}
