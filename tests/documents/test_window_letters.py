"""What stands in and beside the window of an envelope, on the laid out pages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from brochures.letter import LetterPages
from brochures.letter_look import letter_look
from brochures.lines import LineBreaker, text_of
from brochures.marks import TextMark
from brochures.slip import SlipPages
from brochures.structure import Kind
from brochures.styles import BOX, BOX_BOLD, MM, RIGHT_PT
from brochures.typeface import Typeface
from brochures.window import BESIDE_INDENT_PT, BESIDE_PT, BODY_TOP_PT
from kiosk.app.mailout.around_text import post_of
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.window_letter import WindowLetter
from kiosk.domain.edition import Edition
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.language import Language, LocalText
from kiosk.domain.mailing import Recipient
from tests.documents import samples
from tests.documents.envelopes import LONGEST, envelope
from tests.unit.app import factory as make
from tests.unit.app.slips.test_compose_slip import slip_of

WINDOW_MM = (15, 120, 39, 70)
"""Left, right, upper and lower edge of where nothing but the address may stand."""


@pytest.fixture(scope="module")
def breaker():
    return LineBreaker(Typeface(samples.font_files()))


def letter_about(name: str) -> WindowLetter:
    letter = envelope(Language.BOKMAL).letter
    return replace(letter, references=(*letter.references, ReceiptLine("Gjelder", name)))


def texts(letter, breaker, page=0):
    pages = LetterPages(letter, breaker, make.words(letter.language)).pages()
    return [each for each in pages[page].marks if isinstance(each, TextMark)]


def ends_mm(mark, breaker):
    """Left, right, upper and lower edge of a text, in millimetres."""
    width = max(breaker.text_width_pt(text_of(line), mark.style) for line in mark.lines)
    lower = mark.baseline_pt + (len(mark.lines) - 1) * mark.style.leading_pt
    upper = mark.baseline_pt - mark.style.cap_height_pt
    return [each / MM for each in (mark.x_pt, mark.x_pt + width, upper, lower)]


@pytest.mark.parametrize(
    "name", ["Bo Å", "Kari Eksempelsen", LONGEST, "Kari Mørkved-Mikkelsmo-Wammervold"]
)
def test_whom_a_letter_is_about_stands_beside_the_window_and_above_the_body(breaker, name):
    letter = letter_about(name)
    address = " ".join(letter.post.lines)

    marks = texts(letter, breaker)
    (named,) = [
        each
        for each in marks
        if " ".join(map(text_of, each.lines)) == name and each.element is not None
    ]
    title = next(each for each in marks if each.element and each.element.kind is Kind.HEADING)
    left, right, upper, lower = WINDOW_MM
    for mark in marks:
        x0, x1, y0, y1 = ends_mm(mark, breaker)
        is_in_window = x0 < right and x1 > left and y0 < lower and y1 > upper
        said = " ".join(map(text_of, mark.lines))
        assert not is_in_window or said in {address, letter.post.back_to}
    x0, x1, _, lowest = ends_mm(named, breaker)
    assert (x0 > right, x1 <= 190.01) == (True, True)
    assert lowest + 2 < ends_mm(title, breaker)[2]


@pytest.mark.parametrize(
    ("address", "lines", "back_to"),
    [
        (
            "Storgata 1, 0000 Eksempelvik",
            ("Eksempelvik kommune", "Tildelingskontoret", "Storgata 1", "0000 Eksempelvik"),
            "Retur: Storgata 1, 0000 Eksempelvik",
        ),
        (
            "Helse og mestring, Storgata 1, 0000 Eksempelvik",
            (
                "Eksempelvik kommune",
                "Tildelingskontoret",
                "Helse og mestring, Storgata 1",
                "0000 Eksempelvik",
            ),
            "Retur: Storgata 1, 0000 Eksempelvik",
        ),
        (
            "Avdeling for helse, Inngang B, Postboks 1, Storgata 1, 0000 Eksempelvik",
            (
                "Eksempelvik kommune",
                "Tildelingskontoret, Avdeling for helse",
                "Inngang B, Postboks 1, Storgata 1",
                "0000 Eksempelvik",
            ),
            "Retur: Postboks 1, Storgata 1, 0000 Eksempelvik",
        ),
    ],
)
def test_an_office_has_room_in_the_window_with_an_address_of_many_parts(
    breaker, address, lines, back_to
):
    office = at_office(address)
    words = make.words(Language.BOKMAL)
    case = make.case(make.granted(make.NURSING))
    slip, _ = slip_of(case, municipality=office)
    to = Recipient(("Kari Prøve", "Prøvegata 1", "0000 EKSEMPELVIK"))
    post = post_of(to, office, words)
    letter = replace(letter_about("Kari"), post=post)

    on_slip = SlipPages(slip, breaker, words).pages()[0].marks
    in_window = {tuple(map(text_of, each.lines)) for each in on_slip if isinstance(each, TextMark)}
    said = {" ".join(map(text_of, each.lines)) for each in texts(letter, breaker)}
    assert lines in in_window
    assert back_to in said


def test_an_address_that_has_no_room_is_told_as_that_of_the_office(breaker):
    office = at_office(f"{'W' * 50}, 0000 Eksempelvik")
    words = make.words(Language.BOKMAL)
    to = Recipient(("Kari Prøve", "Prøvegata 1", "0000 EKSEMPELVIK"))
    slip, _ = slip_of(make.case(make.granted(make.NURSING)), municipality=office)

    with pytest.raises(DoesNotFitError) as of_slip:
        SlipPages(slip, breaker, words).pages()
    with pytest.raises(DoesNotFitError) as of_letter:
        texts(replace(letter_about("Kari"), post=post_of(to, office, words)), breaker)

    assert of_slip.value.field == of_letter.value.field == "Adressen til kontoret"


def at_office(address):
    office = make.municipality().office
    contact = replace(office.contact, address=address)
    return replace(
        make.municipality(),
        office=replace(office, name=LocalText.same("Tildelingskontoret"), contact=contact),
    )


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_labels_keep_clear_of_values_and_every_date_stays_on_a_line(breaker, language):
    words = make.words(language)
    room_pt = RIGHT_PT - BESIDE_PT - BESIDE_INDENT_PT
    labels = (each.label for each in envelope(language).letter.references)

    widest = max(breaker.text_width_pt(each, BOX_BOLD) for each in labels)
    days = (date(2028, 1, 1) + timedelta(days=number) for number in range(366))
    dates = max(breaker.text_width_pt(words.full_date(each), BOX) for each in days)
    assert BESIDE_INDENT_PT - widest >= 2 * MM
    assert dates <= room_pt


def test_a_short_name_moves_nothing(breaker):
    plain, named = envelope(Language.BOKMAL).letter, letter_about("Kari Eksempelsen")

    before, after = (
        [(each.x_pt, each.baseline_pt) for each in texts(letter, breaker)]
        for letter in (plain, named)
    )
    assert set(before) < set(after)
    assert min(y for _, y in before if y > BODY_TOP_PT) == min(
        y for _, y in after if y > BODY_TOP_PT
    )


@pytest.mark.parametrize("edition", [Edition.STANDARD, Edition.LARGE_PRINT])
def test_a_municipality_of_two_lines_stands_above_the_window(breaker, edition):
    name = "Gáivuona suohkan – Kåfjord kommune – Kaivuonon komuuni"
    letter = replace(letter_about("Kari"), municipality=name)
    words = make.words(letter.language)

    first, *_ = LetterPages(letter, breaker, words, letter_look(edition)).pages()

    marks = [each for each in first.marks if isinstance(each, TextMark)]
    sender = next(each for each in marks if text_of(each.lines[0]).startswith("Gáivuona"))
    left, right, upper, lower = WINDOW_MM
    over = [ends for each in marks if (ends := ends_mm(each, breaker))[3] > upper]
    assert [text_of(line) for line in sender.lines] == [
        "Gáivuona suohkan – Kåfjord",
        "kommune – Kaivuonon komuuni",
    ]
    in_window = [each for each in over if each[0] < right and each[2] < lower and each[1] > left]
    assert len(in_window) == 2
