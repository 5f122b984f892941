"""Names stand where a Norwegian phone book has them, whatever signs their letters bear."""

import pytest

from kiosk.domain.alphabet import alphabetic


@pytest.mark.parametrize(
    "names",
    [
        ["Ask", "Zar", "Ærfugl", "Ørn", "Ås"],
        ["Zar", "Östen", "Aaby"],
        ["Luka", "Łukasz", "Luna"],
        ["Zar", "Ø", "Ǿye", "Åby"],
        ["Zar", "Ærø", "Ǽse", "Ødegård"],
        ["Ås", "Ǻse", "Åt"],
        ["Berit", "Đorđe", "Eli"],
        ["Deg", "Ðia", "Dokka"],
    ],
)
def test_names_stand_in_the_order_of_the_alphabet(names):
    mixed = names[::-1]

    assert sorted(mixed, key=alphabetic) == names


@pytest.mark.parametrize(
    "name", ["Łukasz", "Żaneta", "Наталія", "محمد", "Ŋuorta", "Ǿye", "Ðia", "ıraz", "Ħal"]
)
def test_no_letter_of_any_script_stands_behind_the_last_one(name):
    assert alphabetic(name) < alphabetic("Å")


def test_a_letter_and_its_accent_are_one_whether_they_come_as_one_sign_or_two():
    assert alphabetic("A\u030ase") == alphabetic("Åse")
    assert alphabetic("\u00f8\u0301") == alphabetic("ø")
