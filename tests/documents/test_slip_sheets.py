"""A slip that needs more than a page: boxes off the fold, no answer apart, and sheets that part."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from brochures.letter_look import LARGE_LETTERS, LETTERS, letter_look
from brochures.lines import LineBreaker, text_of
from brochures.marks import Frame, Modules, TextMark
from brochures.slip import SlipPages
from brochures.styles import MM
from brochures.typeface import Typeface
from kiosk.domain.edition import Edition
from kiosk.domain.language import Language
from kiosk.late_adapters import LateDocuments
from kiosk.settings import Resources
from tests.documents import samples
from tests.unit.app import factory as make
from tests.unit.app.slips.test_compose_slip import slip_of

FOLD_MM, AIR_MM, BOX_MM, LARGE_BOX_MM = 148.5, 3, 7, 8
NONE_ANSWERS = 3
"""Answers that name no provider, on a slip of somebody who has help."""

LONG_NAME = "Wilhelmina Marie-Magdalene Wøllmer-Wærness Prøve"

SIZES = [(1, 2), (1, 5), (1, 12), (1, 13), (1, 20), (1, 27), (1, 60), (2, 3), (2, 6), (2, 14)]
in_sizes = pytest.mark.parametrize(("services", "providers"), SIZES)


@cache
def breaker():
    return LineBreaker(Typeface(samples.font_files()))


@cache
def slip_with(services: int, providers: int, language: Language = Language.BOKMAL):
    """A slip of somebody with help, with so many providers for each service."""
    granted = [make.granted(each, make.LIND) for each in (make.NURSING, make.PRACTICAL)]
    slip, _ = slip_of(make.case(*granted[:services]), language)
    names = tuple(f"Omsorg-{number}" for number in range(1, providers + 1))
    given = tuple(
        replace(each, answers=(*names, *each.answers[-NONE_ANSWERS:])) for each in slip.services
    )
    return replace(slip, services=given)


def pages_of(slip, look=LETTERS):
    return SlipPages(slip, breaker(), make.words(slip.language), look).pages()


def boxes_on(page):
    """Upper edges of the boxes on a page in millimetres, with their words."""
    marks = page.marks
    return [
        (mark.y_pt / MM, " ".join(map(text_of, after.lines)))
        for mark, after in pairwise(marks)
        if isinstance(mark, Frame) and isinstance(after, TextMark)
    ]


def texts_on(page):
    return [" ".join(map(text_of, each.lines)) for each in page.marks if isinstance(each, TextMark)]


@in_sizes
def test_every_answer_has_a_box_and_none_lies_on_the_fold(services, providers):
    slip = slip_with(services, providers)

    boxes = [box for page in pages_of(slip) for box in boxes_on(page)]

    answers = [each for service in slip.services for each in service.answers]
    assert [words for _, words in boxes if words in answers] == answers
    for upper, _ in boxes:
        assert upper >= FOLD_MM + AIR_MM - 0.01 or upper + BOX_MM <= FOLD_MM - AIR_MM + 0.01


@in_sizes
def test_no_answer_without_a_provider_stands_apart_from_the_others(services, providers):
    slip = slip_with(services, providers)

    for page in pages_of(slip):
        boxes = boxes_on(page)
        said = [words for _, words in boxes]
        for place in (at for at, words in enumerate(said) if words == "Jeg vil ikke velge"):
            ends = [upper for upper, _ in boxes[place - 2 : place + 2]]
            distances = {round(after - before, 3) for before, after in pairwise(ends)}
            assert len(ends) == 4
            assert distances == {9.0}


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
@pytest.mark.parametrize("providers", range(1, 9))
def test_a_slip_of_one_service_has_all_on_its_front(providers, language):
    slip = slip_with(1, providers, language)

    front, back = pages_of(slip)

    sign = slip.signature
    boxes = {sign.own, sign.other, *sign.capacities, sign.enclosed, *slip.services[0].answers}
    assert {words for _, words in boxes_on(front)} == boxes
    assert {*sign.fields, sign.title, " ".join(slip.cannot_write)} <= set(texts_on(front))
    assert slip.back in texts_on(back)


@pytest.mark.parametrize("edition", [Edition.STANDARD, Edition.LARGE_PRINT])
@pytest.mark.parametrize("providers", range(8, 24))
def test_the_front_is_filled_before_the_back(providers, edition):
    front, *others = pages_of(slip_with(1, providers), letter_look(edition))

    on_front = [upper for upper, _ in boxes_on(front)]
    on_others = [box for page in others for box in boxes_on(page)]
    assert len(on_front) >= 7
    assert max(on_front) > 200 or not on_others
    assert edition is Edition.LARGE_PRINT or len(others) == 1


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
@pytest.mark.parametrize("providers", [3, 4, 6, 14])
def test_a_front_of_two_services_is_not_white_above_the_fold(providers, language):
    front, *_ = pages_of(slip_with(2, providers, language))

    assert min(upper for upper, _ in boxes_on(front)) < FOLD_MM


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
@pytest.mark.parametrize(
    ("name", "providers"),
    [
        *(("Kari Prøve", many) for many in range(1, 11)),
        # Nine answers below a long name fill the part below the fold, and stay together there.
        *((LONG_NAME, many) for many in range(1, 11) if many + NONE_ANSWERS != 9),
    ],
)
def test_a_front_in_large_print_is_not_white_above_the_fold(name, providers, language):
    slip = slip_with(1, providers, language)
    slip = replace(slip, person=(replace(slip.person[0], value=name), *slip.person[1:]))

    pages = pages_of(slip, LARGE_LETTERS)

    boxes = [box for page in pages for box in boxes_on(page)]
    answers = [words for _, words in boxes if words in slip.services[0].answers]
    assert min(upper for upper, _ in boxes_on(pages[0])) < FOLD_MM - 30
    assert answers == list(slip.services[0].answers)
    assert answers[0] in {words for _, words in boxes_on(pages[0])}
    for upper, _ in boxes:
        assert upper >= FOLD_MM + AIR_MM - 0.01 or upper + LARGE_BOX_MM <= FOLD_MM - AIR_MM + 0.01


@pytest.mark.parametrize("providers", range(1, 9))
def test_a_front_below_a_long_name_is_not_white_above_the_fold_either(providers):
    slip = slip_with(1, providers)
    slip = replace(slip, person=(replace(slip.person[0], value=LONG_NAME), *slip.person[1:]))

    front, _ = pages_of(slip)

    assert min(upper for upper, _ in boxes_on(front)) < FOLD_MM - 30


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
@pytest.mark.parametrize("providers", [1, 2, 3])
def test_a_slip_of_a_few_answers_has_all_on_its_front_in_large_print_too(providers, language):
    slip = slip_with(1, providers, language)

    front, back = pages_of(slip, LARGE_LETTERS)

    assert set(slip.services[0].answers) <= {words for _, words in boxes_on(front)}
    assert {*slip.signature.fields, " ".join(slip.cannot_write)} <= set(texts_on(front))
    assert slip.back in texts_on(back)


@pytest.mark.parametrize(
    ("changes", "top_mm"),
    [
        ({}, 22),
        ({"how_to_send": "Gi arket til en av dem som kommer hjem til deg fra kommunen."}, 41.5),
    ],
)
def test_the_code_stands_as_high_as_the_words_beside_it_let_it(changes, top_mm):
    slip = replace(slip_with(1, 3), **changes)

    front, _ = pages_of(slip, LARGE_LETTERS)

    (code,) = [mark for mark in front.marks if isinstance(mark, Modules)]
    assert code.y_pt == pytest.approx(top_mm * MM)


@pytest.mark.parametrize("providers", [2, 5, 8])
def test_the_boxes_of_a_service_are_at_one_distance_on_one_side_of_the_fold(providers):
    slip = slip_with(1, providers)

    (page,) = [page for page in pages_of(slip) if "Omsorg-1" in texts_on(page)]
    uppers = [upper for upper, words in boxes_on(page) if words in slip.services[0].answers]

    distances = {round(b - a, 3) for a, b in pairwise(uppers)}
    assert len(uppers) == providers + NONE_ANSWERS
    assert distances == {9.0}


@in_sizes
def test_the_name_of_a_service_stands_above_boxes_wherever_it_goes_on(services, providers):
    slip = slip_with(services, providers)

    for page in pages_of(slip):
        texts = texts_on(page)
        for service in slip.services:
            shown = [at for at, text in enumerate(texts) if text in service.answers]
            if shown and services == 1:
                assert texts[min(shown) - 1] == service.name
        for at, text in enumerate(texts):
            if text in {each.name for each in slip.services}:
                assert len(set(texts[at + 1 : at + 4]) - {"Ark", "Snu arket"}) == 3


@pytest.mark.parametrize(
    ("language", "turn", "further"),
    [
        (Language.BOKMAL, "Snu arket", "Se neste ark"),
        (Language.NYNORSK, "Snu arket", "Sjå neste ark"),
    ],
)
def test_a_page_says_where_the_slip_goes_on(language, turn, further):
    slip = slip_with(1, 60, language)

    pages = [texts_on(page) for page in pages_of(slip)]

    assert len(pages) == 4
    told = [[text for text in page if text in {turn, further}] for page in pages]
    assert told == [[turn], [further], [turn], []]
    assert [f"Ark {number // 2 + 1} av 2" in page for number, page in enumerate(pages)] == [
        True
    ] * 4


def test_a_slip_of_one_page_says_nothing_of_others():
    front, back = (texts_on(page) for page in pages_of(slip_with(1, 2)))

    assert not {"Snu arket", "Ark 1 av 1"} & {*front, *back}
    assert slip_with(1, 2).back in back


def test_a_slip_of_one_sheet_says_to_turn_it_and_counts_no_sheets():
    front, back = (texts_on(page) for page in pages_of(slip_with(2, 6)))

    assert "Snu arket" in front
    assert not [text for text in (*front, *back) if text.startswith("Ark ")]


@pytest.mark.parametrize("size", [(1, 60), (2, 20)])
def test_the_front_of_every_sheet_bears_the_code(size):
    slip = slip_with(*size)

    fronts = pages_of(slip)[::2]
    assert len(fronts) > 1
    for page in fronts:
        (code,) = [mark for mark in page.marks if isinstance(mark, Modules)]
        assert {line.value for line in slip.codes} <= set(texts_on(page))
        assert (code.x_pt / MM, code.y_pt / MM) == pytest.approx((161, 22))
    assert [
        mark.element is None for page in fronts for mark in page.marks if isinstance(mark, Modules)
    ] == [False] + [True] * (len(fronts) - 1)


def test_a_slip_of_two_sheets_is_for_archives_and_for_screen_readers(vera):
    maker = LateDocuments(Resources.shipped(), make.words)

    assert vera.faults(maker.slip(slip_with(1, 60), samples.ISSUED_AT)) == []
