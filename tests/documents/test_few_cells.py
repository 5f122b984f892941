"""Tables with more heads than values are no fault, where they must have them; others are."""

import io
from dataclasses import replace

import pikepdf
import pytest

from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.language import Language
from kiosk.late_adapters import LateDocuments
from kiosk.settings import Resources
from tests.documents import samples
from tests.documents.every_document import every_document
from tests.documents.second_opinion import second_faults
from tests.documents.tag_reading import TaggedPdf
from tests.unit.app import factory as make


def printed(providers: int) -> bytes:
    """An easy-read brochure of providers that give every service, so that no cell is wide."""
    blocks = every_document(Language.BOKMAL)["brochure of a zone, easy to read"].blocks
    assert isinstance(blocks, EasyBrochure)
    all_given = [each for each in blocks.providers if all(strip.cells for strip in each.strips)]
    chosen = tuple(all_given[:providers])
    ids = {each.id for each in chosen}
    rows = tuple(row for row in blocks.overview.rows if row.page_of in {None, *ids})
    brochure = replace(blocks, providers=chosen, overview=replace(blocks.overview, rows=rows))
    maker = LateDocuments(Resources.shipped(), make.words)
    return maker.brochure(brochure, samples.ISSUED_AT)


def found(pdf: bytes, folder) -> list[str]:
    file = folder / "checked.pdf"
    file.write_bytes(pdf)
    return second_faults(TaggedPdf(pdf), file)


@pytest.mark.parametrize("providers", [1, 2])
def test_a_table_of_few_rows_is_no_fault(tmp_path, vera, providers):
    pdf = printed(providers)

    assert found(pdf, tmp_path) == []
    assert vera.faults(pdf) == []


def test_values_that_are_told_as_heads_are_found(tmp_path):
    with pikepdf.open(io.BytesIO(printed(2))) as file:
        cells = [each for each in file.objects if isinstance(each, pikepdf.Dictionary)]
        for cell in cells:
            if cell.get("/S") == "/TD":
                cell.S = pikepdf.Name("/TH")
                cell.A = pikepdf.Dictionary(O=pikepdf.Name("/Table"), Scope=pikepdf.Name("/Row"))
        damaged = io.BytesIO()
        file.save(damaged)

    assert any(each.startswith("TBL") for each in found(damaged.getvalue(), tmp_path))
