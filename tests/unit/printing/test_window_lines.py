"""What a list is told of its addresses is what the letters will say of them."""

import pytest

from brochures.lines import LineBreaker, text_of
from brochures.marks import TextMark
from brochures.typeface import FontFiles, Typeface, composed
from brochures.window import WindowSetter
from kiosk.app.print_faults import print_fault
from kiosk.domain.document.window_letter import PostalLines
from kiosk.domain.errors import DoesNotFitError, FontFileError
from kiosk.domain.language import Language
from kiosk.late_adapters import paper_fonts
from kiosk.printing.letters import FontLetters
from kiosk.settings import Resources
from tests.unit.app.factory import words

FILES = paper_fonts(Resources.shipped())
LETTERS = FontLetters(FILES)
SETTER = WindowSetter(LineBreaker(Typeface(FontFiles(*FILES))), "Brev")
TOWN = "0000 EKSEMPELVIK"
FULL = ("c/o Ola Prøve", "Prøvegata 1", TOWN)
"""Below a name, these leave no room for a second line of it."""


def printed(line, *below, **changes):
    """How many characters too long a letter finds a line, and whose it is."""
    post = PostalLines("", (line, *(below or FULL)), **changes)
    try:
        tuple(SETTER.address(post, words(Language.BOKMAL)))
    except DoesNotFitError as error:
        return error.characters_over, error.field
    return 0, ""


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Kari Prøve",
        "Wilhelmina Wollstonecraft Wettergren",
        "Avdeling for helse, omsorg og mestring i Eksempelvik",
        "Avdelinga\u0301 for helse, omsorg og mestring i Eksempelvik",
        "12345678901234567890123456789012345678901234567890",
        "www.www.www.www.www.www.www.www.www.www",
        "Kari\u00adPrøve-" * 9,
        "M" * 18,
        "\u00ad".join("Prøvegata nummer hundre og to, Vik"),
        "i" * 90,
        "c/o Prøve 22 33 44 55 og 22 33 44 66 og noen til",
    ],
)
def test_a_list_is_told_what_the_letter_will_say(line):
    over, _ = printed(line)

    assert LETTERS.over_window((line, *FULL)) == (over, 0, 0, 0)
    if over:
        drawn = composed(line)
        assert printed(drawn[: len(drawn) - over].rstrip()) == (0, "")


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Kari Prøve", ["Kari Prøve"]),
        (
            "Verjekontoret for Eksempelvik og omland, Ola Prøve, Prøvegata 1",
            ["Verjekontoret for Eksempelvik og omland,", "Ola Prøve, Prøvegata 1"],
        ),
        (
            "Wilhelmina Alexandra Wollstonecraft-Wettergren Prøve Eksempelsen",
            ["Wilhelmina Alexandra", "Wollstonecraft-Wettergren Prøve Eksempelsen"],
        ),
        ("Solveig Kristine Marie-Louise Prøveslekt AS Vik", None),
    ],
)
def test_a_wide_line_takes_two_where_there_is_room(line, parts):
    lines = (line, "Prøvegata 1", TOWN)

    (mark,) = SETTER.address(PostalLines("", lines), words(Language.BOKMAL))

    assert isinstance(mark, TextMark)
    drawn = [text_of(each).replace("\u00a0", " ") for each in mark.lines]
    assert " ".join(drawn) == " ".join(lines)
    assert parts is None or drawn[: len(parts)] == parts
    assert len(drawn) <= 4
    assert LETTERS.over_window(lines) == (0, 0, 0)


def test_postcode_and_town_stay_on_one_line():
    lines = ["Kari Prøve", "0000 " + "EKSEMPELVIK " * 5]
    printed_over, _ = printed(*lines)

    assert LETTERS.over_window(lines) == (0, printed_over)
    assert printed_over > 0


@pytest.mark.parametrize(
    ("is_other", "field"),
    [(False, "Navn og adresse"), (True, "Navn og adresse til den som får posten")],
)
def test_the_field_says_whose_address_it_is(is_other, field):
    assert printed("W" * 40, is_other=is_other)[1] == field


@pytest.mark.parametrize("size", [None, 0, 7, 300, 20_000])
def test_papers_name_a_font_that_is_missing_or_cut_off(tmp_path, size):
    file = tmp_path / "Skrift.ttf"
    if size is not None:
        file.write_bytes(FILES[0].read_bytes()[:size])

    with pytest.raises(FontFileError) as found:
        Typeface(FontFiles(file, file))

    said = print_fault(found.value, words(Language.BOKMAL))
    assert "Skrift.ttf" in said
    assert str(tmp_path) not in said
