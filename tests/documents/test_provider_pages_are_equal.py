"""N03, N04, N30: the same form for every provider, and checks that can fail."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeGuard

import pytest

from brochures.brochure import BrochurePages
from brochures.editions import STANDARD
from brochures.file_facts import FileFacts
from brochures.lines import LineBreaker, Run, text_of
from brochures.marks import Frame, Mark, Page, Stroke, TextMark
from brochures.pdf import pdf_bytes
from brochures.structure import Kind
from brochures.typeface import Typeface
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.provider_block import FactKey
from kiosk.domain.language import Language
from tests.documents import fairness, samples
from tests.documents.reading import ReadPdf, plain


def test_frames_are_identical(brochure_pdf, brochure):
    assert fairness.unequal_frames(brochure_pdf, brochure.providers) == []


def test_the_frame_has_the_measures_of_the_design(brochure_pdf):
    frame = brochure_pdf.provider_pages[0].frames[0]

    measures_mm = [
        round(each / 72 * 25.4, 2)
        for each in (frame.x_pt, frame.y_pt, frame.width_pt, frame.height_pt)
    ]
    assert measures_mm == [20, 14.5, 170, 262.5]


def test_rules_stand_at_the_same_heights(brochure_pdf):
    assert fairness.unequal_rules(brochure_pdf) == []


def test_labels_stand_at_the_same_heights_in_the_same_words(brochure_pdf, brochure):
    assert fairness.unequal_labels(brochure_pdf, brochure.providers) == []


def test_only_name_and_labels_are_bold(brochure_pdf, brochure):
    assert fairness.unequal_type(brochure_pdf, brochure.providers) == []


def test_no_text_is_lost(brochure_pdf, brochure):
    assert fairness.lost_text(brochure_pdf, brochure.providers) == []


def test_frames_look_alike_to_the_last_pixel(brochure_pdf):
    assert fairness.unequal_border(brochure_pdf) == []


def test_nothing_stands_in_the_padding(brochure_pdf):
    assert fairness.outside_margins(brochure_pdf) == []


def test_pages_follow_the_order_given(documents):
    ordered = tuple(reversed(samples.providers()))
    pdf = ReadPdf(
        documents.brochure(replace(samples.brochure(), providers=ordered), samples.ISSUED_AT)
    )

    starts = [plain(page.text) for page in pdf.provider_pages]
    assert all(
        text.startswith(plain(each.name)) for text, each in zip(starts, ordered, strict=True)
    )


def test_a_missing_fact_is_set_like_a_given_one(brochure_pdf):
    page = next(each for each in brochure_pdf.provider_pages if each.lines[0] == "Ås AS")

    given, missing = (
        {
            (glyph.font, glyph.size_pt)
            for glyph in page.glyphs
            if glyph.baseline_pt == baseline and glyph.x0_pt > 189
        }
        for baseline in _baselines(page, "Soner", "Fagfolk")
    )
    assert given == missing


def _baselines(page, *labels: str) -> list[float]:
    found = {text: baseline for text, _x, baseline in fairness._labels(page)}
    return [found[label] for label in labels]


@pytest.mark.parametrize("count", [1, 2, 9])
@pytest.mark.parametrize(
    "services", [samples.TWO_SERVICES[:1], samples.TWO_SERVICES, samples.ALL_SERVICES]
)
@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_every_brochure_is_fair(documents, count, services, language):
    made = samples.brochure(count, services, language)

    pdf = ReadPdf(documents.brochure(made, samples.ISSUED_AT))

    assert fairness.unfairness(pdf, made.providers) == []


def test_the_number_moves_to_its_own_line_for_all_when_one_owner_is_long(documents, brochure):
    first, *others = brochure.providers
    owner = "Eier: Landsforeningen for hjemmebasert omsorg i Nordre og Søndre Eksempelvik"
    long = replace(first, owner=owner, owner_line=f"{owner}. {first.org_number}")
    made = replace(brochure, providers=(long, *others))

    pdf = ReadPdf(documents.brochure(made, samples.ISSUED_AT))

    assert fairness.unfairness(pdf, made.providers) == []
    assert all(
        page.lines[3].startswith("Org.nr.") or page.lines[4].startswith("Org.nr.")
        for page in pdf.provider_pages
    )


def test_a_long_address_breaks_without_a_sign_and_leads_to_the_whole_address(documents, brochure):
    address = "hjemmesykepleie-og-omsorg.avdeling-for-bestillinger@nordre-eksempelvik.example"
    made = _with_fact(brochure, FactKey.EMAIL, address)

    pdf = ReadPdf(documents.brochure(made, samples.ISSUED_AT))

    assert fairness.unfairness(pdf, made.providers) == []
    links = [str(each["A"]["URI"], "ascii") for each in pdf.objects("Annot")]
    assert links.count(f"mailto:{address}") == 2


def _with_fact(brochure: Brochure, key: FactKey, value: str) -> Brochure:
    first, *others = brochure.providers
    facts = tuple(replace(fact, value=value) if fact.key is key else fact for fact in first.facts)
    return replace(brochure, providers=(replace(first, facts=facts), *others))


# Each of these favours one provider; if no check finds it, the checks above prove nothing.


def _is(mark: Mark, *kinds: Kind) -> TypeGuard[TextMark]:
    if not isinstance(mark, TextMark) or mark.element is None:
        return False
    return mark.element.kind in kinds


def _taller_frame(mark: Mark) -> Mark:
    if isinstance(mark, Frame) and mark.height_pt == STANDARD.form.height_pt:
        return replace(mark, height_pt=mark.height_pt + 1)
    return mark


def _thicker_frame(mark: Mark) -> Mark:
    return replace(mark, line_pt=1.6) if isinstance(mark, Frame) else mark


def _bold_values(mark: Mark) -> Mark:
    if _is(mark, Kind.BODY, Kind.CELL):
        lines = tuple(tuple(Run(run.text, is_bold=True) for run in line) for line in mark.lines)
        return replace(mark, lines=lines)
    return mark


def _larger_name(mark: Mark) -> Mark:
    if _is(mark, Kind.HEADING):
        return replace(mark, style=replace(mark.style, size_pt=21))
    return mark


def _lower_rules(mark: Mark) -> Mark:
    return mark.down(0.02) if isinstance(mark, Stroke) and mark.line_pt == 0.5 else mark


def _higher_labels(mark: Mark) -> Mark:
    return mark.down(-0.02) if _is(mark, Kind.LABEL, Kind.HEAD_CELL) else mark


def _shorter_text(mark: Mark) -> Mark:
    if isinstance(mark, TextMark) and len(mark.lines) > 3:
        return replace(mark, lines=mark.lines[:-1])
    return mark


def _wider_text(mark: Mark) -> Mark:
    if _is(mark, Kind.HEADING):
        return replace(mark, x_pt=mark.x_pt - 6)
    return mark


@pytest.mark.parametrize(
    "favour",
    [
        _taller_frame,
        _thicker_frame,
        _bold_values,
        _larger_name,
        _lower_rules,
        _higher_labels,
        _shorter_text,
        _wider_text,
    ],
)
def test_a_favour_for_one_provider_is_found(brochure, favour: Callable[[Mark], Mark]):
    pdf = _changed(brochure, lambda marks: tuple(favour(mark) for mark in marks))

    assert fairness.unfairness(pdf, brochure.providers) != []


def test_a_bar_beside_the_frame_of_one_provider_is_found(brochure):
    bar = Stroke(62, 100, 62, 700, 3)

    pdf = _changed(brochure, lambda marks: (*marks, bar))

    assert fairness.unfairness(pdf, brochure.providers) != []


def test_the_same_pages_without_a_favour_are_fair(brochure):
    pdf = _changed(brochure, lambda marks: marks)

    assert fairness.unfairness(pdf, brochure.providers) == []


def _changed(brochure: Brochure, change: Callable[[tuple[Mark, ...]], tuple[Mark, ...]]) -> ReadPdf:
    """The brochure with a change on the page of the third provider."""
    typeface = Typeface(samples.font_files())
    words = samples.FixedWords(brochure.language)
    pages = list(BrochurePages(brochure, LineBreaker(typeface), words).pages())
    name = brochure.providers[2].name
    index = next(at for at, page in enumerate(pages) if name in _headings(page))
    pages[index] = Page(change(pages[index].marks))
    profile = samples.PROFILE.read_bytes()
    facts = FileFacts("t", "a", brochure.language, samples.ISSUED_AT, "", profile)
    return ReadPdf(pdf_bytes(pages, facts, typeface))


def _headings(page: Page) -> list[str]:
    marks = (mark for mark in page.marks if _is(mark, Kind.HEADING))
    return [" ".join(text_of(line) for line in mark.lines) for mark in marks]
