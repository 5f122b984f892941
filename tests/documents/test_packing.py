"""A packed file is the same file, in fewer bytes."""

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from brochures.packing import packed
from tests.documents.reading import ReadPdf
from tests.documents.specimen import specimen


def objects(pdf: bytes) -> dict[int, bytes]:
    """What stands in every object but the packs and the table of objects."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        found = {each.objgen[0]: _said(each) for each in file.objects}
    return {
        number: said
        for number, said in found.items()
        if b"/ObjStm" not in said and b"/XRef" not in said
    }


def _said(each: pikepdf.Object) -> bytes:
    if isinstance(each, pikepdf.Stream):
        return each.stream_dict.unparse(resolved=True) + each.read_raw_bytes()
    return each.unparse(resolved=True)


def test_every_object_is_there_and_says_the_same():
    plain = specimen()

    assert objects(packed(plain)) == objects(plain)


def test_the_file_is_smaller():
    plain = specimen()

    assert len(packed(plain)) < 0.8 * len(plain)


def test_the_file_is_still_known_by_its_number():
    plain = specimen()

    with (
        pikepdf.open(io.BytesIO(plain)) as before,
        pikepdf.open(io.BytesIO(packed(plain))) as after,
    ):
        assert list(before.trailer.ID) == list(after.trailer.ID)
        assert str(before.docinfo.Title) == str(after.docinfo.Title)
        assert after.check_pdf_syntax() == []


def test_the_same_file_gives_the_same_bytes():
    assert packed(specimen()) == packed(specimen())


def test_what_stands_on_the_pages_is_untouched():
    plain = ReadPdf(specimen())

    after = ReadPdf(packed(plain.data))

    assert [page.text for page in after.pages] == [page.text for page in plain.pages]
    assert [page.image.tobytes() for page in after.pages] == [
        page.image.tobytes() for page in plain.pages
    ]


@given(st.lists(st.text(max_size=40), max_size=6))
@settings(deadline=None, max_examples=40)
def test_words_that_look_like_the_parts_of_a_file_do_no_harm(words: list[str]):
    parts = ["endobj", "1 0 obj", "xref", "startxref 9", "trailer", "/Root 1 0 R", *words]
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=0)
    for number, word in enumerate(parts):
        canvas.bookmarkPage(f"{number}")
        canvas.addOutlineEntry(word, f"{number}")
        canvas.showPage()
    canvas.save()

    assert objects(packed(buffer.getvalue())) == objects(buffer.getvalue())


def test_another_kind_of_file_is_refused():
    with pytest.raises(ValueError, match="ReportLab"):
        packed(packed(specimen()))
