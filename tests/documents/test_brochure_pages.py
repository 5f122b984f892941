"""The brochure as a whole: order, numbers, furniture, what flows and what is said where."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from kiosk.domain.document.brochure import Brochure
from kiosk.domain.language import Language
from tests.documents import samples
from tests.documents.reading import ReadPage, ReadPdf, plain, squeezed

TITLES = (
    "Eksempelvik kommune",
    "Hva er fritt brukervalg?",
    "Hva skjer hvis du ikke velger?",
    "Dette kan du velge mellom",
    *(["provider"] * 6),
    "Sammenlign: hjemmesykepleie (1 av 2)",
    "Sammenlign: hjemmesykepleie (2 av 2)",
    "Sammenlign: praktisk bistand (1 av 2)",
    "Sammenlign: praktisk bistand (2 av 2)",
    "Slik velger, bytter og klager du",
    "Spørsmål og svar",
    "Personvern",
)


@pytest.fixture(scope="module")
def printed(documents):
    def made(brochure: Brochure) -> ReadPdf:
        return ReadPdf(documents.brochure(brochure, samples.ISSUED_AT))

    return made


def test_pages_come_in_the_order_of_the_design(brochure_pdf):
    found = ["provider" if page.frames else page.lines[0] for page in brochure_pdf.pages]

    assert tuple(found) == TITLES


def test_nobody_is_presented_before_it_is_told_what_happens_without_a_choice(brochure_pdf):
    first = next(at for at, page in enumerate(brochure_pdf.pages) if page.frames)

    told = [at for at, page in enumerate(brochure_pdf.pages) if "ikke velger?" in page.text]
    assert told
    assert max(told) < first


def test_what_happens_without_a_choice_stands_in_the_type_of_the_prose(brochure_pdf):
    page = next(each for each in brochure_pdf.pages if "ikke velger?" in each.text)

    assert {glyph.size_pt for glyph in page.glyphs} == {24, 17, 15, 12}


def test_boxes_of_the_services_have_one_size(brochure_pdf):
    page = next(each for each in brochure_pdf.pages if "ikke velger?" in each.text)

    assert len(page.boxes) == 2
    assert len({(box.y_pt, box.width_pt, box.height_pt) for box in page.boxes}) == 1


def test_the_overview_names_the_page_of_every_provider(brochure_pdf, brochure):
    overview = plain(_page(brochure_pdf, "Dette kan du velge mellom").text)
    starts = {plain(page.text): number for number, page in enumerate(brochure_pdf.pages, 1)}

    for provider in brochure.providers:
        name = plain(provider.name)
        number = next(
            at for text, at in starts.items() if text.startswith(name) and "Eier:" in text
        )
        assert re.search(rf"{re.escape(name)} (Ja|Nei) (Ja|Nei) {number}\b", overview)


def test_the_overview_sends_other_answers_to_their_pages(brochure_pdf):
    overview = plain(_page(brochure_pdf, "Dette kan du velge mellom").text)

    assert "Behold den jeg har Ja Gjelder ikke 15" in overview
    assert "Ja Ja 3 Behold" in overview


def test_all_rows_of_the_overview_are_equally_high(brochure_pdf):
    page = _page(brochure_pdf, "Dette kan du velge mellom")

    steps = [lower - upper for upper, lower in pairwise(page.wide_rules[1:])]
    assert len(steps) == 8
    assert all(abs(step - 15.5 / 25.4 * 72) < 0.01 for step in steps)


def test_long_cells_of_the_overview_stay_inside_their_rows(printed):
    made = samples.brochure(3, samples.ALL_SERVICES)
    *rows, keep = made.overview.rows
    keep = replace(keep, cells=("Dersom du har hjelp der fra før",) * 3, ticks=())
    pdf = printed(replace(made, overview=replace(made.overview, rows=(*rows, keep))))

    page = _page(pdf, "Dette kan du velge mellom")
    last, bottom = page.wide_rules[-2:]
    inside = [g for g in page.glyphs if last - 4 < g.baseline_pt < bottom + 13 and g.size_pt == 13]
    assert min(g.baseline_pt for g in inside) - 9 > last
    assert max(g.baseline_pt for g in inside) < bottom


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_services_have_boxes_of_one_size_in_full_rows(printed, brochure, count):
    row = brochure.nonchoice.rows[0]
    rows = tuple(replace(row, service_name=f"Tjeneste {at}") for at in range(count))
    block = replace(brochure.nonchoice, rows=(*rows, *brochure.nonchoice.rows[2:]))
    pdf = printed(replace(brochure, nonchoice=block))

    boxes = _page(pdf, "Hva skjer hvis du ikke velger?").boxes
    tops = Counter(box.y_pt for box in boxes)
    assert len(boxes) == count
    assert len({(box.width_pt, box.height_pt) for box in boxes}) == 1
    assert len(set(tops.values())) == 1


def test_not_choosing_is_printed_in_the_type_of_the_providers(brochure_pdf):
    page = _page(brochure_pdf, "Dette kan du velge mellom")

    bold = page.bold_text(13, 13)
    assert "Jegvilikkevelge.Kommunenkanbestemme." in bold
    assert squeezed("Eksempelvik hjemmetjeneste") in bold


def test_every_page_but_the_cover_says_its_number(brochure_pdf):
    feet = [page.lines[-1] for page in brochure_pdf.pages]

    count = len(feet)
    assert "Side" not in brochure_pdf.pages[0].text
    assert all(f"Side {at} av {count}" in feet[at - 1] for at in range(2, count + 1))


def test_the_foot_line_names_the_edition_on_the_left(brochure_pdf):
    page = brochure_pdf.pages[4]
    foot = [glyph for glyph in page.glyphs if glyph.baseline_pt > 790]

    assert round(foot[0].x0_pt / 72 * 25.4) == 20
    assert "".join(glyph.text for glyph in foot).startswith("BrosjyreEV-2026-11-N")


def test_a_long_code_moves_the_example_aside(printed, brochure):
    pdf = printed(replace(brochure, code="EV-2026-11-" + "NORDSTRAND-" * 2))

    foot = sorted((g for g in pdf.pages[4].glyphs if g.baseline_pt > 790), key=lambda g: g.x0_pt)
    assert all(after.x0_pt > before.x1_pt - 1 for before, after in pairwise(foot))


def test_the_foot_line_stands_12_5_mm_from_the_edge(brochure_pdf):
    baselines = {glyph.baseline_pt for glyph in brochure_pdf.pages[4].glyphs}

    assert round(max(baselines) / 72 * 25.4, 2) == 284.5


def test_every_page_of_an_example_says_so(brochure_pdf):
    assert all("EKSEMPEL" in page.text for page in brochure_pdf.pages)


def test_a_real_municipality_is_not_called_an_example(printed, brochure):
    pdf = printed(replace(brochure, is_example=False))

    assert not any("EKSEMPEL" in page.text for page in pdf.pages)


def test_every_page_is_a4(brochure_pdf):
    sizes = {(round(page.width_pt, 2), round(page.height_pt, 2)) for page in brochure_pdf.pages}

    assert sizes == {(595.28, 841.89)}


def test_no_type_is_smaller_than_12_points(brochure_pdf):
    assert min(glyph.size_pt for page in brochure_pdf.pages for glyph in page.glyphs) == 12


def test_the_rest_of_a_comparison_is_set_in_13_points(brochure_pdf):
    page = _page(brochure_pdf, "Sammenlign: hjemmesykepleie (1 av 2)")

    assert {glyph.size_pt for glyph in page.glyphs} == {24, 15, 13, 12}


def test_no_glyph_stands_outside_the_margins(brochure_pdf):
    left, right = 19.5 / 25.4 * 72, 190.5 / 25.4 * 72

    glyphs = [glyph for page in brochure_pdf.pages for glyph in page.glyphs]
    assert [g for g in glyphs if g.x0_pt < left or g.x1_pt > right] == []


def test_prose_keeps_to_its_measure(brochure_pdf):
    right = 170.1 / 25.4 * 72

    pages = [page for page in brochure_pdf.pages[1:] if not page.frames]
    prose = [g for page in pages for g in page.glyphs if g.size_pt == 15 and not page.boxes]
    assert [g for g in prose if g.x1_pt > right] == []


def test_text_is_black_and_only_the_rule_and_the_houses_have_the_accent(brochure_pdf):
    accent = ("line", (0.055, 0.29, 0.361))
    for page in brochure_pdf.pages:
        assert {each for each in page.colours if each != accent} <= {
            ("text", (0,)),
            ("line", (0,)),
            ("line", (0.0,)),
        }
        assert (accent in page.colours) == (not page.frames)


def test_three_providers_are_compared_in_one_table(printed):
    pdf = printed(samples.brochure(4, samples.TWO_SERVICES[1:]))

    pages = [page for page in pdf.pages if page.lines[0].startswith("Sammenlign")]
    assert [page.lines[0] for page in pages] == ["Sammenlign: praktisk bistand"]


def test_the_same_fact_stands_at_the_same_height_in_both_parts_of_a_comparison(brochure_pdf):
    first, second = (
        _page(brochure_pdf, f"Sammenlign: hjemmesykepleie ({part} av 2)") for part in (1, 2)
    )

    assert _labels(first) == _labels(second)


def test_long_prose_runs_on_to_the_next_page(printed, brochure):
    text = samples.paragraph("Dette er en setning som står her for å fylle siden. " * 12)
    pdf = printed(replace(brochure, what=(*brochure.what, text, text, text)))

    assert len(pdf.pages) == len(TITLES) + 1
    assert plain("".join(page.text for page in pdf.pages[1:3])).count("fylle siden.") == 36


def test_numbers_follow_when_prose_needs_another_page(printed, brochure):
    text = samples.paragraph("Dette er en setning som står her for å fylle siden. " * 12)
    pdf = printed(replace(brochure, what=(*brochure.what, text, text, text)))

    overview = plain(_page(pdf, "Dette kan du velge mellom").text)
    assert "Ås AS Nei Ja 8" in overview
    assert pdf.pages[7].lines[0] == "Ås AS"


def test_a_heading_is_never_the_last_line_of_a_page(printed, brochure):
    front = replace(brochure, providers=(), comparisons=(), questions=())
    for count in range(1, 12):
        filler = (samples.paragraph("Kort."),) * count
        pdf = printed(replace(front, what=(*front.what, *filler)))
        page = pdf.pages[1]

        last = max(glyph.baseline_pt for glyph in page.glyphs if glyph.baseline_pt < 790)
        assert {g.size_pt for g in page.glyphs if g.baseline_pt == last} == {15}


def test_short_questions_share_the_page_of_how_to_complain(printed, brochure):
    pdf = printed(replace(brochure, complain=(), questions=brochure.questions[:3]))

    page = _page(pdf, "Slik velger, bytter og klager du")
    assert "Spørsmål og svar" in page.text


def test_a_brochure_without_questions_has_no_page_for_them(printed, brochure):
    assert len(printed(replace(brochure, questions=())).pages) == len(TITLES) - 1


def test_the_office_is_found_at_the_foot_of_the_last_page(brochure_pdf):
    page = brochure_pdf.pages[-1]

    assert page.lines[-2] == "tildeling@eksempelvik.example"


def test_telephone_numbers_stand_out_in_prose(brochure_pdf):
    assert "00001200" in squeezed(brochure_pdf.pages[-1].bold_text(15, 15))


def test_nynorsk_furniture_comes_from_the_nynorsk_words(printed):
    pdf = printed(samples.brochure(2, language=Language.NYNORSK))

    assert "Slik vel, byter og klagar du" in [page.lines[0] for page in pdf.pages]


def _page(pdf: ReadPdf, title: str) -> ReadPage:
    return next(page for page in pdf.pages if page.lines[0] == title)


def _labels(page: ReadPage) -> set[tuple[str, float]]:
    column = 60 / 25.4 * 72
    return {(g.text, g.baseline_pt) for g in page.glyphs if g.is_bold and g.x1_pt < column}
