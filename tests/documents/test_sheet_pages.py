"""Sheets of labelled lines on paper."""

from dataclasses import replace
from datetime import date

from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSample, SheetSection
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.reading import ReadPdf, squeezed

SHEET = Sheet(
    language=Language.BOKMAL,
    municipality="Eksempelvik kommune",
    office="Tildelingskontoret",
    is_example=True,
    title="Hvem som starter og slutter",
    lead="EKSEMPEL. Listen gjelder Fjordheim Omsorg.",
    sections=(
        SheetSection("Kari Prøve Eksempelsen", (ReceiptLine("Hva", "Starter 3. mars 2027"),)),
        SheetSection("Nils Prøve Eksempelsen", (ReceiptLine("Hva", "Siste dag 2. mars 2027"),)),
    ),
    frame=(ReceiptLine("Levering", "levering-1"),),
    foot="levering-1",
    issued_on=date(2026, 11, 23),
)


def printed(documents, sheet: Sheet) -> ReadPdf:
    return ReadPdf(documents.sheet(sheet, samples.ISSUED_AT))


def test_every_text_is_printed_on_one_page(documents):
    (page,) = printed(documents, SHEET).pages

    lines = [line for section in SHEET.sections for line in section.lines] + [*SHEET.frame]
    texts = [SHEET.municipality, SHEET.office, SHEET.title, SHEET.lead]
    texts += [section.heading for section in SHEET.sections]
    texts += [text for line in lines for text in (line.label, line.value)]
    found = squeezed(page.text)
    assert [text for text in texts if squeezed(text) not in found] == []


def test_the_foot_line_has_code_example_and_page(documents):
    assert printed(documents, SHEET).pages[0].lines[-1] == "levering-1 EKSEMPEL Side 1 av 1"


def test_a_sheet_with_a_back_counts_it(documents):
    sample = SheetSample("FBV1:R666YT83WY:TEST", "Kode R666Y T83WY", "Dette er den andre siden.")

    front, back = printed(documents, replace(SHEET, sample=sample)).pages

    assert front.lines[-1] == "levering-1 EKSEMPEL Side 1 av 2"
    assert back.lines == ("Dette er den andre siden.", "levering-1 EKSEMPEL Side 2 av 2")


def test_a_long_list_takes_more_pages_and_loses_nobody(documents):
    many = tuple(replace(SHEET.sections[0], heading=f"Person {number}") for number in range(40))

    pdf = printed(documents, replace(SHEET, sections=many))

    text = squeezed(" ".join(page.text for page in pdf.pages))
    assert len(pdf.pages) > 1
    assert [each.heading for each in many if squeezed(each.heading) not in text] == []


def test_what_is_told_of_a_person_stands_on_one_page(documents):
    lines = tuple(ReceiptLine(f"Del {number}", "EKSEMPEL") for number in range(5))
    many = tuple(SheetSection(f"Person {number}", lines) for number in range(20))

    pdf = printed(documents, replace(SHEET, sections=many))

    firsts = [page.text.count("Del 0") for page in pdf.pages]
    assert firsts == [page.text.count("Del 4") for page in pdf.pages]
    assert sum(firsts) == len(many)


def test_a_sheet_without_numbers_has_no_frame(documents):
    (page,) = printed(documents, replace(SHEET, frame=())).pages

    assert "Levering" not in page.text
