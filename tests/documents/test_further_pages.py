"""What the program tells of many services goes on over further pages, for all providers alike."""

from dataclasses import replace
from itertools import pairwise

import pytest

from brochures.brochure import BrochurePages
from brochures.easy_brochure import EasyPages
from brochures.editions import LOOKS
from brochures.lines import LineBreaker, text_of
from brochures.marks import Frame, Page, Stroke, TextMark
from brochures.provider_page import provider_pages
from brochures.typeface import Typeface
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.document.easy_brochure import EasyBrochure
from kiosk.domain.document.provider_block import FactKey
from kiosk.domain.edition import Edition
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.language import Language
from kiosk.late_adapters import LateDocuments
from kiosk.settings import Resources
from tests.documents import samples
from tests.documents.envelopes import addressed, chance, envelope, press, somebody
from tests.documents.every_document import every_document
from tests.documents.second_opinion import second_faults
from tests.documents.tag_faults import tag_faults
from tests.documents.tag_reading import TaggedPdf
from tests.documents.test_press import pixels, read_aloud
from tests.documents.told_texts import WHERE_EMPTY, foot_of, in_one_line
from tests.documents.told_texts import told as texts_of
from tests.unit.app import factory as make

FRAME_LINE_PT = 1.1
SENTENCE = "Om natten kommer Eksempelvik hjemmetjeneste. "
in_full = pytest.mark.parametrize(
    ("edition", "usual"), [(Edition.STANDARD, 1), (Edition.LARGE_PRINT, 2), (Edition.BOOKLET, 2)]
)


def told(brochure, key: FactKey, text: str):
    first, second, *others = brochure.providers
    facts = tuple(replace(fact, value=text) if fact.key is key else fact for fact in second.facts)
    return replace(brochure, providers=(first, replace(second, facts=facts), *others))


def pages_of(brochure: Brochure, edition: Edition) -> tuple[Page, ...]:
    breaker = LineBreaker(Typeface(samples.font_files()))
    return BrochurePages(brochure, breaker, make.words(brochure.language), LOOKS[edition]).pages()


def is_framed(page: Page) -> bool:
    return any(isinstance(each, Frame) and each.line_pt == FRAME_LINE_PT for each in page.marks)


def texts(page: Page) -> list[TextMark]:
    return [each for each in page.marks if isinstance(each, TextMark)]


def form(page: Page, labels: set[str]):
    """What is the same for all: labels and rules where they stand, in their type."""
    named = [each for each in texts(page) if " ".join(map(text_of, each.lines)) in labels]
    rules = [each for each in page.marks if isinstance(each, Stroke)]
    frames = [each for each in page.marks if isinstance(each, Frame)]
    return (
        [
            (" ".join(map(text_of, each.lines)), each.x_pt, each.baseline_pt, each.style)
            for each in named
        ],
        [(each.y0_pt, each.y1_pt) for each in rules if each.x0_pt != each.x1_pt],
        frames,
    )


@in_full
def test_every_provider_goes_on_in_the_same_form(edition, usual):
    brochure = told(samples.brochure(4), FactKey.OTHERWISE, SENTENCE * 14)
    labels = {fact.label for fact in brochure.providers[0].facts}

    framed = [page for page in pages_of(brochure, edition) if is_framed(page)]

    forms = [form(page, labels) for page in framed]
    count = len(framed) // 4
    assert count > usual
    assert len(framed) == 4 * count
    assert all(forms[at] == forms[at % count] for at in range(len(forms)))
    assert [label for at in range(count) for label, *_ in forms[at][0]] == [
        fact.label for fact in brochure.providers[0].facts
    ]


@in_full
def test_every_provider_begins_on_the_left_and_where_the_overview_says(edition, usual):
    brochure = told(samples.brochure(4), FactKey.OTHERWISE, SENTENCE * 14)

    pages = pages_of(brochure, edition)

    begins = {
        " ".join(map(text_of, texts(page)[0].lines)): number
        for number, page in enumerate(pages, start=1)
        if is_framed(page) and texts(page)[0].style == LOOKS[edition].form.name
    }
    assert [provider.name for provider in brochure.providers] == list(begins)
    assert all(number % 2 == 0 for number in begins.values())
    printed = {text_of(line) for page in pages for mark in texts(page) for line in mark.lines}
    assert set(map(str, begins.values())) <= printed


@in_full
def test_a_text_that_somebody_wrote_too_long_adds_no_page(edition, usual):
    with pytest.raises(DoesNotFitError):
        pages_of(told(samples.brochure(4), FactKey.WISHES, SENTENCE * 24), edition)


@in_full
def test_a_fact_that_fills_more_than_a_page_goes_on_too(edition, usual):
    brochure = told(samples.brochure(2), FactKey.OTHERWISE, "Tirsdagshjelpen kommer da. " * 90)
    labels = {fact.label for fact in brochure.providers[0].facts}

    framed = [page for page in pages_of(brochure, edition) if is_framed(page)]

    one, other = framed[: len(framed) // 2], framed[len(framed) // 2 :]
    lines = [text_of(line) for page in other for mark in texts(page) for line in mark.lines]
    assert [form(page, labels) for page in one] == [form(page, labels) for page in other]
    assert " ".join(lines).split().count("Tirsdagshjelpen") == 90
    elements = {mark.element for page in other for mark in texts(page) if "Tirsdags" in str(mark)}
    assert len(elements) == 1


def test_an_easy_read_form_goes_on_too():
    easy = every_document(Language.BOKMAL)["brochure of a zone, easy to read"].blocks
    assert isinstance(easy, EasyBrochure)
    brochure = told(easy, FactKey.OTHERWISE, SENTENCE * 11)

    breaker = LineBreaker(Typeface(samples.font_files()))
    pages = EasyPages(brochure, breaker, make.words(Language.BOKMAL)).pages()

    begins = [number for number, page in enumerate(pages, start=1) if is_framed(page)]
    assert len(begins) == 2 * len(brochure.providers)
    assert begins[0] % 2 == 0
    assert begins == list(range(begins[0], begins[0] + len(begins)))


@in_full
def test_facts_stand_closer_before_everybody_gets_further_pages(edition, usual):
    counts, airs = [], []
    for sentences in range(1, 15):
        brochure = told(samples.brochure(3), FactKey.OTHERWISE, SENTENCE * sentences)
        framed = [page for page in pages_of(brochure, edition) if is_framed(page)]
        steps = [step for page in framed for step in steps_of(page, brochure)]
        counts.append(len(framed) // 3)
        airs.append(min(steps))

    last_usual = counts.count(usual) - 1
    assert counts == sorted(counts)
    assert airs[last_usual] < airs[0]
    assert airs[last_usual] > LOOKS[edition].cells.text.leading_pt


def steps_of(page: Page, brochure: Brochure) -> list[float]:
    """From each label of a form to the next."""
    labels = {fact.label for fact in brochure.providers[0].facts}
    found = [baseline for _text, _x, baseline, _style in form(page, labels)[0]]
    return [under - above for above, under in pairwise(found)]


def test_a_file_with_further_pages_is_for_archives_and_for_screen_readers(vera, tmp_path):
    brochure = told(samples.brochure(2), FactKey.OTHERWISE, SENTENCE * 14)
    words, names = make.words(brochure.language), {each.name for each in brochure.providers}
    maker = LateDocuments(Resources.shipped(), make.words)

    file = maker.brochure(brochure, samples.ISSUED_AT)

    pdf, path = TaggedPdf(file), tmp_path / "checked.pdf"
    path.write_bytes(file)
    empty = WHERE_EMPTY + in_one_line(words.gettext("This page is empty."))
    texts = [
        each
        for text in texts_of(brochure, words)
        for each in ([empty, text] if text in names else [text])
    ]
    found = tag_faults(pdf, texts, foot_of(brochure, words))
    repeated = [each for each in found if any(each.endswith(f"{name!r}") for name in names)]
    assert vera.faults(file) == []
    assert second_faults(pdf, path) == []
    assert len(repeated) == len(names)
    assert set(found) == set(repeated)


def test_a_letter_from_parts_has_the_same_further_pages():
    kit = envelope(Language.BOKMAL)
    assert isinstance(kit.brochure, Brochure)
    brochure, by_chance = told(kit.brochure, FactKey.OTHERWISE, SENTENCE * 14), chance(8)
    used = press()
    used.set(addressed(replace(kit, brochure=brochure), somebody(by_chance)), Edition.STANDARD)
    reverse = replace(brochure, providers=brochure.providers[::-1])
    letter = addressed(replace(kit, brochure=reverse), somebody(by_chance))

    file = used.letter_file(used.set(letter, Edition.STANDARD), samples.ISSUED_AT)

    full = press().letter_file(press().in_full(letter, Edition.STANDARD), samples.ISSUED_AT)
    assert pixels(file) == pixels(full)
    assert read_aloud(file) == read_aloud(full)


@in_full
def test_facts_stand_closer_before_a_form_has_no_white_around_the_strip(edition, usual):
    look, breaker = LOOKS[edition], LineBreaker(Typeface(samples.font_files()))
    brochure = told(samples.brochure(2), FactKey.OTHERWISE, SENTENCE)
    words = make.words(Language.BOKMAL)
    found = []

    for less_pt in range(0, 120, 3):
        height, end = look.form.height_pt - less_pt, look.form.facts_end_pt - less_pt
        lower = replace(look, form=replace(look.form, height_pt=height, facts_end_pt=end))
        first, *others = provider_pages(brochure.providers, breaker, words, lower)
        if len(others) >= 2 * usual:
            break
        strip = next(each for each in frames_of(first) if each.line_pt < FRAME_LINE_PT)
        label = form(first, {"Ellers kommer"})[0][0]
        white = label[2] - label[3].cap_height_pt - strip.y_pt - strip.height_pt
        found.append((min(steps_of(first, brochure)), white))

    (roomy, _), *_ = found
    whites = [white for step, white in found if step > roomy - 0.1]
    assert len(found) > len(whites) > 3
    assert min(whites) > 0.5 * look.cells.text.size_pt


def frames_of(page: Page) -> list[Frame]:
    return [each for each in page.marks if isinstance(each, Frame)]
