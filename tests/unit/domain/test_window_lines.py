"""A line that is wider than the window takes two where there is room for one more."""

import pytest

from kiosk.domain.window_lines import lines_in_window

ROOM = 20
TOWN = "0000 EKSEMPELVIK"


def set_(*lines):
    return lines_in_window(lines, len, ROOM)


def test_what_fits_stays_as_it_is():
    assert set_("Kari Prøve", "Prøvegata 1", TOWN) == (("Kari Prøve",), ("Prøvegata 1",), (TOWN,))


def test_a_wide_line_is_broken_where_its_parts_are_most_alike():
    name, street, town = set_("Anne Marie Wilhelmina Prøve", "Prøvegata 1", TOWN)

    assert name == ("Anne Marie", "Wilhelmina Prøve")
    assert (street, town) == (("Prøvegata 1",), (TOWN,))


def test_a_comma_is_the_best_place():
    assert set_("A", "c/o Ola Prøve, Prøvegata 1", TOWN)[1] == ("c/o Ola Prøve,", "Prøvegata 1")


def test_a_dash_between_names_is_as_good_as_a_comma():
    assert set_("Kåfjord kommune – Gáivuotna", TOWN)[0] == ("Kåfjord kommune –", "Gáivuotna")


@pytest.mark.parametrize(
    ("lines", "broken"),
    [
        (("N" * 9 + " " + "M" * 15, "c/o A", "Vei 1", TOWN), []),
        (("N" * 9 + " " + "M" * 15, "Vei 1", TOWN), [0]),
        (("N" * 9 + " " + "M" * 15, "O" * 9 + " " + "P" * 15, TOWN), [0]),
        (("Kari", " ".join(["O" * 15] * 3), TOWN), []),
        (("Kari", " ".join(["O" * 15] * 2), TOWN), [1]),
        (("Kari", "W" * 21, TOWN), []),
        (("Kari", "Vei 1", "0000 " + "BY " * 6), []),
        (("Kari", *["Vei"] * 4), []),
        (("N" * 9 + " " + "M" * 15,), [0]),
        ((" ".join(["O" * 15] * 3), TOWN), [0]),
        ((), []),
    ],
)
def test_only_what_has_room_is_broken(lines, broken):
    found = set_(*lines)

    assert [number for number, parts in enumerate(found) if len(parts) > 1] == broken
    assert [" ".join(parts) for parts in found] == list(lines)
    assert sum(map(len, found)) <= max(4, len(lines))


def test_what_can_never_fit_is_not_tried():
    asked = []

    def width(text):
        asked.append(text)
        return len(text)

    line = "vei " * 500

    assert lines_in_window(("Kari", line, TOWN), width, ROOM) == (("Kari",), (line,), (TOWN,))
    assert len(asked) < 10


@pytest.mark.parametrize("count", [2, 3])
def test_lines_that_are_full_to_the_last_letter_are_broken(count):
    line = " ".join(["W" * ROOM] * count)

    (name, _) = lines_in_window((line, TOWN), len, ROOM)

    assert name == ("W" * ROOM,) * count
