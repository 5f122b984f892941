"""What a list is told of its addresses is what the letters will say of them."""

import pytest

from brochures.lines import LineBreaker
from brochures.typeface import FontFiles, Typeface, composed
from brochures.window import ADDRESS, WindowSetter
from kiosk.domain.document.window_letter import PostalLines
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.language import Language
from kiosk.late_adapters import paper_fonts
from kiosk.layout.window_letters import WindowLetters
from kiosk.printing.letters import FontLetters
from kiosk.settings import Resources
from tests.unit.app.factory import words

FILES = paper_fonts(Resources.shipped())
LETTERS = WindowLetters(FontLetters(FILES), FontFiles(*FILES))
SETTER = WindowSetter(LineBreaker(Typeface(FontFiles(*FILES))), "Brev")


def printed(line, **changes):
    """How many characters too long a letter finds a line, and whose it is."""
    post = PostalLines("", (line, "0000 EKSEMPELVIK"), **changes)
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

    assert LETTERS.over_window(line) == over
    if over:
        drawn = composed(line)
        assert printed(drawn[: len(drawn) - over].rstrip()) == (0, "")


def test_no_line_of_as_many_of_the_widest_letters_as_are_passed_over_is_too_long():
    widest = max(
        (chr(code) for code in range(0x20, 0x600) if LETTERS.can_print(chr(code))),
        key=lambda each: LineBreaker(Typeface(FontFiles(*FILES))).text_width_pt(each * 9, ADDRESS),
    )

    assert printed(widest * 17) == (0, "")


@pytest.mark.parametrize(
    ("is_other", "field"),
    [(False, "Navn og adresse"), (True, "Navn og adresse til den som får posten")],
)
def test_the_field_says_whose_address_it_is(is_other, field):
    assert printed("W" * 40, is_other=is_other)[1] == field
