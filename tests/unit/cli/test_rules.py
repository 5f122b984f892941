"""``kiosk rules``: a rule is tried without a record, and a run is worked out again from one."""

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.app.nonchoice.allocation_run import open_run
from kiosk.app.nonchoice.proposing import Desk
from kiosk.app.nonchoice.survey import survey
from kiosk.bootstrap.programs import opened_program
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.choice import EventId
from kiosk.domain.event import PROGRAM, Event
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.working_calendar import NorwegianCalendar
from kiosk.settings import Overrides, read_settings
from tests.unit.app import factory as make
from tests.unit.cli.conftest import EXAMPLE

LIST = EXAMPLE / "cases.csv"
MANY = "\n".join(
    [
        "Saksnummer;Fornavn;Etternavn;Fødselsdato;Tjeneste;Sone;Vedtaksdato;Timer per uke",
        *(
            f"EV-{number};Eksempel;Person{number};12.04.1941;Hjemmesykepleie;Sentrum;16.11.2026;2"
            for number in range(2000, 2060)
        ),
    ]
)


@pytest.fixture
def turns(folder: Path) -> Path:
    """The example's rules, with turns for home nursing."""
    text = (EXAMPLE / "rules.toml").read_text("utf-8")
    old = '\nfallback = "municipal_default"\n'
    assert old in text
    file = folder / "forslag.toml"
    file.write_text(text.replace(old, '\nfallback = "turn"\namong = "all"\n', 1), "utf-8")
    return file


def test_a_rule_is_tried_beside_the_present_one(kiosk, folder, turns):
    cases = folder / "mange.csv"
    cases.write_text(MANY, "utf-8")

    said = kiosk("rules", "simulate", turns, cases)

    assert said.code == 0
    assert "Regelen er prøvd på 60 tjenester i listen." in said.out
    assert "Hjemmesykepleie, hele kommunen" in said.out
    (town,) = [line for line in said.out.splitlines() if line.startswith("Eksempelvik kommune")][:1]
    present, tried = town.split()[-6:-3], town.split()[-3:]
    assert present == ["60", "120", "100"]
    assert 0 < int(tried[0]) < 60


def test_trying_a_rule_opens_no_record(kiosk, folder, turns):
    kiosk("rules", "simulate", turns, LIST)

    assert not list((folder / "data").glob("**/ledger*"))


def test_a_whole_pack_may_be_tried(kiosk):
    said = kiosk("rules", "simulate", EXAMPLE, LIST)

    assert said.code == 0
    assert "Grupper på færre enn 5 personer blir ikke vist" in said.out


def test_the_words_of_the_tried_rule_are_told(kiosk, turns):
    said = kiosk("rules", "simulate", turns, LIST)

    assert "Leverandørene får nye brukere etter tur." in " ".join(said.out.split())


def test_the_tables_are_written_for_a_spreadsheet(kiosk, folder, turns):
    cases, file = folder / "mange.csv", folder / "tabeller.csv"
    cases.write_text(MANY, "utf-8")

    said = kiosk("rules", "simulate", turns, cases, "--csv", file)

    assert said.code == 0
    head, *rows = file.read_text("utf-8-sig").splitlines()
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert head.startswith("Tjeneste;Hvor;Leverandør;Regelen i dag: Brukere;")
    assert "Hjemmesykepleie;hele kommunen;Eksempelvik kommune, hjemmetjenesten;60;120;100;" in (
        "\n".join(rows)
    )


def test_no_rule_is_tried_for_tables_that_could_not_be_written(kiosk, folder, turns):
    said = kiosk("rules", "simulate", turns, LIST, "--csv", folder / "nei" / "tabeller.csv")

    assert (said.code, said.out) == (1, "")


def test_a_file_with_rules_that_is_not_there_is_named(kiosk, folder):
    said = kiosk("rules", "simulate", folder / "ingen.toml", LIST)

    assert said.code == 1
    assert said.err.startswith("ingen.toml: ")


def test_a_case_list_that_is_not_there_is_refused(kiosk, folder, turns):
    said = kiosk("rules", "simulate", turns, folder / "ingen.csv")

    assert (said.code, said.out) == (1, "")
    assert said.err


def test_a_list_without_rows_is_refused(kiosk, folder, turns):
    empty = folder / "tom.csv"
    empty.write_text(MANY.splitlines()[0] + "\n", "utf-8")

    said = kiosk("rules", "simulate", turns, empty)

    assert said.code == 1
    assert said.err


def test_rules_with_the_zones_of_another_pack_are_refused(kiosk, turns):
    text = turns.read_text("utf-8").replace('zones = "all"', 'zones = ["utkanten"]', 1)
    turns.write_text(text, "utf-8")

    said = kiosk("rules", "simulate", turns, LIST)

    assert said.code == 1
    assert "utkanten" in said.err


def test_faults_of_the_tried_rules_are_named(kiosk, turns):
    text = turns.read_text("utf-8").replace('among = "all"', 'among = "noen"', 1)
    turns.write_text(text, "utf-8")

    said = kiosk("rules", "simulate", turns, LIST)

    assert said.code == 1
    assert said.err.startswith("forslag.toml: rules[hjemmesykepleie-uten-valg].among")
    assert said.err.endswith("Reglene har feil og ble ikke prøvd.\n")


def test_a_list_that_cannot_be_read_is_refused(kiosk, folder, turns):
    other = folder / "annet.csv"
    other.write_text("ingenting;her\n1;2\n", "utf-8")

    assert kiosk("rules", "simulate", turns, other).code == 1


@pytest.fixture
def run(kiosk, folder) -> str:
    """A run of the example's rules that was confirmed."""
    kiosk("cases", "import", LIST, "--yes")
    with opened_program(read_settings(Overrides(data=folder / "data"))) as program:
        record, clock = program.record, program.clock
        day = clock.now().date()
        for number, case in enumerate(sorted(record.case_refs())):
            for kind, after in ((LetterKind.INVITATION, 30), (LetterKind.REMINDER, 60)):
                body = LetterPosted(kind, day + timedelta(days=after))
                told = Event(EventId(f"{kind.value}-{number}"), clock.now(), PROGRAM, case, body)
                record.append([told])
        later = make.FixedClock(clock.now() + timedelta(days=400))
        desk = Desk(program.municipality, record, later, make.CountingIds(), NorwegianCalendar())
        opened = open_run(desk, survey(desk.municipality, record, later.now().date()), PROGRAM)
        assert opened.confirm() > 0
        return opened.key


def test_a_run_is_listed_and_comes_out_the_same_again(kiosk, run):
    (line,) = kiosk("rules", "runs").out.splitlines()
    assert line.startswith(f"{run}  ")
    assert line.endswith(" fordelt, 0 holdt utenfor.")

    said = kiosk("rules", "replay", run)

    assert said.code == 0
    assert said.out.endswith("Regelen gir det samme på nytt.\n")


def test_a_run_that_is_not_there_is_told(kiosk, run):
    assert kiosk("rules", "replay", "ukjent").code == 1


def test_without_runs_that_is_said(kiosk):
    assert kiosk("rules", "runs").out == "Reglene er ikke brukt ennå.\n"
