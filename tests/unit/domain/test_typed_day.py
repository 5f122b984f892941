from datetime import date

import pytest

from kiosk.domain.typed_day import as_typed, typed_day


@pytest.mark.parametrize("text", ["3.11.2026", "03.11.2026", " 3. 11. 2026 ", "2026-11-03"])
def test_a_day_is_read_in_the_forms_that_people_use(text):
    assert typed_day(text) == date(2026, 11, 3)


@pytest.mark.parametrize("text", ["", "3.11", "3.11.26", "31.11.2026", "3/11/2026", "0.0.0000"])
def test_anything_else_is_no_day(text):
    assert typed_day(text) is None


def test_a_day_is_written_so_that_it_can_be_read():
    assert as_typed(date(2026, 11, 3)) == "03.11.2026"
    assert typed_day(as_typed(date(12, 1, 2))) == date(12, 1, 2)
