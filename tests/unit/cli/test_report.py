"""``kiosk report``: tables on the command line and in a file."""

from tests.unit.cli.conftest import EXAMPLE


def test_an_empty_record_has_nobody_to_count(kiosk):
    said = kiosk("report")

    assert (said.code, said.out) == (0, "Det er ingen å telle.\n")


def test_tables_are_told_and_written(kiosk, folder):
    kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes")
    file = folder / "tall.csv"

    said = kiosk("report", "--csv", file)

    assert said.code == 0
    assert "Hjemmesykepleie: hvor folk står" in said.out
    assert "Ikke svart ennå" in said.out
    assert file.read_text("utf-8-sig").startswith("Tabell;Tjeneste;Hvor;Tilstand;Personer")


def test_a_period_before_everything_is_empty(kiosk):
    kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes")

    assert kiosk("report", "--to", "2001-01-01").out == "Det er ingen å telle.\n"


def test_a_day_that_cannot_be_read_is_refused(kiosk):
    assert kiosk("report", "--from", "i går").code == 2


def test_n35_places_of_what_was_chosen_are_told_on_request(kiosk, pack, tmp_path):
    kiosk("cases", "import", pack / "cases.csv", "--yes", "--content", pack)

    said = kiosk("report", "--places", "--content", pack)

    assert (said.code, said.err) == (0, "")
    assert "Det er ingen å telle." in said.out
