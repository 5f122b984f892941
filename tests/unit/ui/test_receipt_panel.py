"""When the receipt stands beside the text on the page after storing."""

import pytest

from kiosk.ui.viewmodels.review_page import _panel_lines


@pytest.mark.parametrize(
    ("label", "value", "lines"),
    [
        ("Navn", "Solveig Strand", 1),
        ("Nummer", "EV-2026-FGCY-000023", 1),
        ("Nummer", "EKSV-2026-FGCY-000023", 2),
        ("Hjemmesykepleie", "Eksempelvik kommune, hjemmetjenesten", 2),
        ("Praktisk hjelp og opplæring i heimen", "Ikkje valt enno", 3),
    ],
)
def test_rows_of_the_panel_are_counted_by_label_and_value(label, value, lines):
    assert _panel_lines(label, value) == lines
