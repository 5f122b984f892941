from datetime import UTC, date, datetime, timedelta

import pytest
from babel.dates import format_date

from kiosk.domain.language import Language
from kiosk.i18n import dates
from kiosk.i18n.typography import NBSP

PATTERNS = {
    Language.BOKMAL: ("nb", "EEEE d. MMMM y"),
    Language.NYNORSK: ("nn", "EEEE d. MMMM y"),
    Language.ENGLISH: ("en_GB", "EEEE d MMMM y"),
}


@pytest.mark.parametrize("language", Language)
def test_writes_every_day_of_a_year_as_cldr_does(language):
    locale, pattern = PATTERNS[language]
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]

    written = [dates.weekday_and_date(day, language).replace(NBSP, " ") for day in days]

    assert written == [format_date(day, pattern, locale=locale) for day in days]


def test_keeps_day_and_month_on_one_line():
    assert dates.full_date(date(2026, 3, 3), Language.BOKMAL) == "3.\u00a0mars 2026"


@pytest.mark.parametrize(
    ("language", "written"),
    [(Language.BOKMAL, "08.05"), (Language.NYNORSK, "08.05"), (Language.ENGLISH, "08:05")],
)
def test_writes_the_time_in_twenty_four_hours(language, written):
    assert dates.time_of_day(datetime(2026, 3, 3, 8, 5, tzinfo=UTC), language) == written
