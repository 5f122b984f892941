"""The receipt on paper."""

from dataclasses import replace

from kiosk.domain.document.receipt import ReceiptLine
from tests.documents import samples
from tests.documents.reading import ReadPdf, plain, squeezed


def printed(documents, receipt) -> ReadPdf:
    return ReadPdf(documents.receipt(receipt, samples.ISSUED_AT))


def test_it_is_one_page(receipt_pdf):
    assert len(receipt_pdf.pages) == 1


def test_every_text_is_printed(receipt_pdf):
    receipt = samples.receipt()
    lines = [line for service in receipt.services for line in service.lines]
    lines += [*receipt.about, *receipt.frame]
    texts = [receipt.municipality, receipt.office, receipt.title, receipt.stored]
    texts += [receipt.about_title, receipt.next_title, *receipt.next_text]
    texts += [text for line in lines for text in (line.label, line.value)]

    found = squeezed(receipt_pdf.pages[0].text)
    assert [text for text in texts if squeezed(text) not in found] == []


def test_it_comes_in_the_order_of_the_design(receipt_pdf):
    text = plain(receipt_pdf.pages[0].text)

    places = [
        text.index(part)
        for part in (
            "Kvittering",
            "Hjemmesykepleie",
            "Praktisk bistand",
            "Hvem svaret gjelder",
            "Hvis du vil bytte",
            "Kontrolltegn",
        )
    ]
    assert places == sorted(places)


def test_answers_and_body_are_set_in_14_points_and_nothing_below_12(receipt_pdf):
    sizes = {glyph.size_pt for glyph in receipt_pdf.pages[0].glyphs}

    assert sizes == {26, 18, 16, 14, 13, 12}


def test_the_foot_line_has_number_example_and_page(receipt_pdf):
    foot = receipt_pdf.pages[0].lines[-1]

    assert foot == "Kvittering EV-2026-000417 EKSEMPEL Side 1 av 1"


def test_a_real_receipt_is_not_called_an_example(documents):
    pdf = printed(documents, replace(samples.receipt(), is_example=False))

    assert "EKSEMPEL" not in pdf.pages[0].text


def test_the_numbers_stand_in_one_frame(receipt_pdf):
    assert len(receipt_pdf.pages[0].boxes) == 1


def test_an_address_for_handing_over_is_not_printed(documents):
    pdf = printed(documents, samples.receipt())

    assert "Storgata" not in pdf.pages[0].text


def test_a_long_receipt_runs_on_to_a_second_page_that_is_counted(documents):
    receipt = samples.receipt()
    pdf = printed(documents, replace(receipt, next_text=receipt.next_text * 4))

    assert [page.lines[-1][-11:] for page in pdf.pages] == ["Side 1 av 2", "Side 2 av 2"]


def test_no_text_is_lost_at_the_page_turn(documents):
    receipt = samples.receipt()
    long = replace(
        receipt,
        about=(*receipt.about, *(ReceiptLine(f"Linje {at}", f"Verdi {at}") for at in range(20))),
    )

    pdf = printed(documents, long)

    text = plain(" ".join(page.text for page in pdf.pages))
    assert all(f"Linje {at} Verdi {at}" in text for at in range(20))


def test_no_glyph_stands_outside_the_margins(receipt_pdf):
    left, right = 20 / 25.4 * 72, 190 / 25.4 * 72

    assert [
        g for g in receipt_pdf.pages[0].glyphs if g.x0_pt < left - 0.5 or g.x1_pt > right + 0.5
    ] == []


def test_what_became_of_the_answer_stands_in_bold_under_the_title(documents):
    note = "Rettet 24. november 2026. Kvittering EV-2026-7F3K-000019 gjelder i stedet."
    page = printed(documents, replace(samples.receipt(), notes=(note,))).pages[0]

    text = plain(page.text)
    bold = "".join(glyph.text for glyph in page.glyphs if glyph.is_bold)
    assert text.index("Kvittering") < text.index(note) < text.index("Hjemmesykepleie")
    assert squeezed(note) in squeezed(bold)
