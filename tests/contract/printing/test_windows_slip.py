"""A reply slip drawn by Qt can be used: boxes and code have the size that they were laid out with."""

from io import BytesIO

import pdfplumber
import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from kiosk.domain.language import Language
from kiosk.ui.windows_printer import WindowsPrinter
from tests.contract.printing.file_system import OFFICE, FakeSpooler, FileSystem
from tests.documents.test_codes_of_slips_are_read import printed_slip, read

MM_PER_PT = 25.4 / 72
BOX_MM = 7
LOOKED_AT_DPI = 600
DOTS_PER_MM = LOOKED_AT_DPI / 25.4
Box = tuple[float, float, float]


@pytest.fixture(scope="module")
def slip() -> bytes:
    return printed_slip(Language.BOKMAL)[1]


@pytest.fixture(params=[300, 600])
def paper(request, qapp, tmp_path, slip) -> pdfium.PdfDocument:
    """What comes out of a printer with so many dots per inch."""
    system = FileSystem(tmp_path / "printed.pdf", dots_per_inch=request.param)
    WindowsPrinter(FakeSpooler(), system).print_pdf(slip, OFFICE)
    return pdfium.PdfDocument(system.file.read_bytes())


def boxes(slip: bytes) -> list[Box]:
    """Left, top and line of the boxes on the first page, in millimetres."""
    with pdfplumber.open(BytesIO(slip)) as opened:
        return [
            (each["x0"] * MM_PER_PT, each["top"] * MM_PER_PT, each["linewidth"] * MM_PER_PT)
            for each in opened.pages[0].rects
            if each["width"] * MM_PER_PT == pytest.approx(BOX_MM, abs=0.01)
            and each["height"] * MM_PER_PT == pytest.approx(BOX_MM, abs=0.01)
        ]


def black(page, left_mm: float, top_mm: float, side_mm: float) -> list[list[bool]]:
    """Where there is ink in a square of a page, row by row."""
    width, height = (each * MM_PER_PT for each in page.get_size())
    away = left_mm, height - top_mm - side_mm, width - left_mm - side_mm, top_mm
    crop = tuple(each / MM_PER_PT for each in away)
    bitmap = page.render(scale=LOOKED_AT_DPI / 72, crop=crop, grayscale=True)
    content = bytes(bitmap.buffer)
    rows = range(0, len(content), bitmap.stride)
    return [[value < 128 for value in content[row : row + bitmap.width]] for row in rows]


def extent_mm(inked: list[bool]) -> tuple[float, float]:
    """Where ink begins, and its length to where it ends."""
    there = [place for place, is_black in enumerate(inked) if is_black]
    return there[0] / DOTS_PER_MM, (there[-1] - there[0] + 1) / DOTS_PER_MM


def test_the_boxes_measure_seven_millimetres_where_they_were_laid_out(slip, paper):
    found = boxes(slip)
    assert len(found) >= 2

    for left, top, line in found:
        rows = black(paper[0], left - 1, top - 1, BOX_MM + 2)
        across = [any(column) for column in zip(*rows, strict=True)]
        down = [any(row) for row in rows]
        for inked in (across, down):
            begins, length = extent_mm(inked)
            assert length - line == pytest.approx(BOX_MM, abs=0.1)
            assert begins + line / 2 == pytest.approx(1, abs=0.1)


def test_the_code_is_read_from_the_paper(slip, paper):
    said, _ = printed_slip(Language.BOKMAL)

    image = paper[0].render(scale=200 / 72, grayscale=True).to_pil()
    assert read(image) == [said]
