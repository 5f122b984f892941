"""``kiosk slip read``: from a code to what is stored."""

from pathlib import Path

import pytest

from kiosk.bootstrap.programs import opened_program
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Outcome
from kiosk.domain.event import DocumentIssued, DocumentKind
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.slip_code import SlipMark, scanned_text
from kiosk.settings import Overrides, read_settings
from tests.unit.cli.conftest import EXAMPLE

CASE, HELPED, UNHELPED = CaseRef("EV-1042"), CaseRef("EV-1060"), CaseRef("EV-1038")
NURSING, PRACTICAL = "hjemmesykepleie", "praktisk-bistand"


class Desk:
    def __init__(self, kiosk, folder: Path) -> None:
        kiosk("cases", "import", EXAMPLE / "cases.csv", "--yes")
        self._kiosk = kiosk
        self.settings = read_settings(Overrides(data=folder / "data"))
        self._code = folder / "code.txt"
        self._code.write_text("2580", "utf-8")
        with opened_program(self.settings) as program:
            program.add_example_staff.add_to_empty(program.municipality)
            self.slip = program.slip_codes.for_case(CASE, "Kari Eksempel")

    def read(self, *arguments, slip=None):
        by = ("--by", "Kari Eksempel", "--by-code-file", self._code)
        return self._kiosk("slip", "read", slip or self.slip, *arguments, *by)

    def returned(self, *arguments):
        return self._kiosk("slip", "returned", *arguments)

    def file(self):
        with opened_program(self.settings) as program:
            return program.record.case_file(CASE)

    def outcomes(self):
        return [each.outcome for each in self.file().states]


@pytest.fixture
def desk(kiosk, folder):
    return Desk(kiosk, folder)


def test_an_answer_and_an_unclear_service_are_stored_together(desk):
    said = desk.read("--answer", f"{NURSING}=1", "--unclear", PRACTICAL, "--signed")

    assert said.code == 0, said.err
    assert f"Sak {CASE}: Solveig Strand" in said.out
    assert "  ?. Uklart" in said.out
    assert "Kvitteringen har nummer" in said.out
    assert "uklar" in said.out.splitlines()[-1]
    assert desk.outcomes() == [Outcome.CHOSEN, None]
    assert list(desk.file().unclear) == [PRACTICAL]


@pytest.mark.parametrize("answer", ["Vil ikke velge", "vil ikke velge"])
def test_an_answer_can_be_named(desk, answer):
    said = desk.read("--answer", f"Hjemmesykepleie={answer}", "--signed")

    assert said.code == 0, said.err
    assert desk.outcomes() == [Outcome.DOES_NOT_WISH, None]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("Jeg vil ikke velge", Outcome.DOES_NOT_WISH),
        ("behold den jeg har", Outcome.KEEPS),
        ("Behold den jeg har: Lind AS", Outcome.KEEPS),
        ("Beholder Lind AS", Outcome.KEEPS),
    ],
)
def test_an_answer_can_be_given_in_the_words_that_are_printed(desk, answer, outcome):
    said = desk.read("--answer", f"Hjemmesykepleie={answer}", "--signed")

    assert said.code == 0, said.err
    assert desk.outcomes() == [outcome, None]


def test_whom_somebody_can_keep_is_named(desk):
    assert ". Beholder Lind AS" in desk.read().out.replace("\N{NO-BREAK SPACE}", " ")


def test_without_a_signature_nothing_is_stored(desk):
    said = desk.read("--answer", f"{NURSING}=1")

    assert said.code == 1
    assert desk.outcomes() == [None, None]


@pytest.mark.parametrize(
    "wrong", [f"{NURSING}=99", f"{NURSING}=Ingen slik", "ingen=1", f"{NURSING}"]
)
def test_what_is_not_on_the_slip_is_refused(desk, wrong):
    said = desk.read("--answer", wrong, "--signed")

    assert said.code == 2
    assert "--answer" in said.err
    assert desk.outcomes() == [None, None]


@pytest.mark.parametrize("slip", ["AB3D5 7H9KA", "0000000000"])
def test_a_wrong_code_is_told_in_words(desk, slip):
    said = desk.read("--unclear", NURSING, slip=slip)

    assert said.code == 1
    assert "kode" in said.err.lower()


def test_a_slip_of_another_brochure_says_so(desk):
    slip = scanned_text(SlipMark(desk.slip, "OLD-1"))

    said = desk.read("--unclear", NURSING, slip=slip)

    assert said.code == 0
    assert "annen brosjyre" in said.err


def test_a_script_gives_everything_on_the_line(desk, kiosk):
    said = desk.read()

    assert said.code == 2
    assert "--answer" in said.err


def test_a_slip_that_came_another_day_counts_from_that_day(desk):
    said = desk.read("--unclear", NURSING, "--received", "2020-01-02")
    ahead = desk.read("--unclear", NURSING, "--received", "2099-01-02")

    assert ahead.code == 1
    assert said.code == 0, said.err
    assert str(desk.file().unclear[NURSING]) == "2020-01-02"


def test_the_kit_of_one_person_is_written_and_its_slip_opens_the_case(kiosk, folder, desk):
    out = folder / "brev.pdf"

    said = kiosk("letter", "--case", CASE, "--kind", "invitation", "--out", out)
    reminder = kiosk("letter", "--case", CASE, "--kind", "reminder", "--out", folder / "p.pdf")

    assert said.code == 0, said.err
    assert out.read_bytes().startswith(b"%PDF")
    assert reminder.code == 1
    assert not (folder / "p.pdf").exists()


def test_a_letter_that_bears_no_address_says_so(kiosk, folder, desk):
    protected = kiosk(
        "letter", "--case", "EV-1064", "--kind", "invitation", "--out", folder / "e.pdf"
    )
    plain = kiosk("letter", "--case", CASE, "--kind", "invitation", "--out", folder / "p.pdf")

    assert (protected.code, plain.code) == (0, 0)
    assert "Brev blir skrevet ut uten adresse. Gi dem i hånden." in protected.err
    assert "uten adresse" not in plain.err


def test_a_switch_form_is_written_and_logged_and_opens_the_case_as_a_slip(kiosk, folder, desk):
    out = folder / "bytte.pdf"
    how = ("--kind", "switch", "--edition", "large-print", "--language", "nn")

    said = kiosk("letter", "--case", HELPED, *how, "--out", out)

    with opened_program(desk.settings) as program:
        file = program.record.case_file(HELPED)
        bodies = [event.body for _, event in program.record.history(HELPED)]
    issued = [each.kind for each in bodies if isinstance(each, DocumentIssued)]
    assert said.code == 0, said.err
    assert issued == [DocumentKind.SWITCH]
    assert HELPED in desk.read("--unclear", file.case.services[0].service, slip=file.slip_code).out


def test_who_has_no_provider_gets_no_switch_form(kiosk, folder, desk):
    out = folder / "bytte.pdf"

    said = kiosk("letter", "--case", UNHELPED, "--kind", "switch", "--out", out)

    assert said.code == 1
    assert "bytteskjema" in said.err
    assert not out.exists()


@pytest.mark.parametrize(("option", "value"), [("--answer", "BPA=1"), ("--unclear", "BPA")])
def test_a_service_that_is_not_on_the_slip_is_refused_with_those_that_are(desk, option, value):
    said = desk.read(option, value, "--signed")

    assert said.code == 2
    assert f"{option}: «BPA» er ikke en av disse: Hjemmesykepleie, Praktisk bistand." in said.err
    assert desk.outcomes() == [None, None]
    assert not desk.file().unclear


def test_a_provider_is_named_as_people_type_it(desk):
    named = desk.read("--answer", f"{NURSING}=Granly hjemmehjelp AS", "--signed")

    assert named.code == 0, named.err
    assert desk.outcomes() == [Outcome.CHOSEN, None]


def test_the_signs_that_are_listed_can_be_given(desk):
    said = desk.read("--answer", f"{NURSING}=?", "--answer", f"{PRACTICAL}=0")

    assert said.code == 0, said.err
    assert list(desk.file().unclear) == [NURSING]


def test_a_slip_without_any_answer_stores_nothing(desk):
    said = desk.read("--answer", f"{NURSING}=0", "--signed")

    assert said.code == 1
    assert desk.outcomes() == [None, None]


def test_two_answers_to_one_service_are_refused(desk):
    said = desk.read("--answer", f"{NURSING}=1", "--answer", "Hjemmesykepleie=2", "--signed")

    assert said.code == 2
    assert "Hjemmesykepleie har mer enn ett svar" in said.err
    assert desk.outcomes() == [None, None]


def test_a_code_alone_lists_what_can_be_answered(desk):
    said = desk.read()

    assert f"Sak {CASE}: Solveig Strand" in said.out
    assert "--answer" in said.err
    assert "--unclear" in said.err


def test_without_a_signature_the_option_is_named(desk):
    said = desk.read("--answer", f"{NURSING}=1")

    assert "--signed" in said.err


@pytest.mark.parametrize(("option", "value"), [("--answer", "1"), ("--unclear", "BPA")])
def test_what_is_wrong_names_the_services_of_the_slip(desk, option, value):
    said = desk.read(option, value, "--signed")

    assert said.code == 2
    assert "TJENESTE=SVAR" in said.err or "Hjemmesykepleie, Praktisk bistand" in said.err


def test_an_option_without_its_value_takes_no_other_option_for_it(desk):
    said = desk.read("--unclear")

    assert said.code == 2
    assert "--unclear" in said.err
    assert "--by" not in said.err


def test_a_slip_that_comes_twice_shows_what_is_stored(desk):
    first = desk.read("--answer", f"{NURSING}=Vil ikke velge", "--signed")
    second = desk.read()

    assert "Allerede lagret" not in first.out
    (told,) = [line for line in second.out.splitlines() if "Allerede lagret" in line]
    assert told.endswith(": Vil ikke velge")


def test_a_letter_that_came_back_is_entered_by_code_or_case_number(desk, folder):
    with opened_program(desk.settings) as program:
        day = program.clock.now().date()
        posted = LetterPosted(LetterKind.INVITATION, day)
        program.note_for_rule.store(CASE, posted, program.ids.event_id(), "Kari Eksempel")
    by = ("--by", "Kari Eksempel", "--by-code-file", folder / "code.txt")

    said = desk.returned(desk.slip, "EV-9999", *by)

    assert said.code == 1
    assert f"Sak {CASE}: Brevet om valget kom tilbake" in said.out
    assert said.err.startswith("EV-9999: Dette er verken koden")
    assert desk.file().letters[-1].returned_on == day
    # What came back cannot come back again.
    assert desk.returned(CASE, *by).code == 1


def test_a_code_is_written_as_it_is_printed_with_its_blank(desk, folder):
    with opened_program(desk.settings) as program:
        posted = LetterPosted(LetterKind.INVITATION, program.clock.now().date())
        program.note_for_rule.store(CASE, posted, program.ids.event_id(), "Kari Eksempel")
    by = ("--by", "Kari Eksempel", "--by-code-file", folder / "code.txt")

    said = desk.returned("EV-9999", desk.slip[:5], desk.slip[5:], "EV-9998", *by)

    assert f"Sak {CASE}: Brevet om valget kom tilbake" in said.out
    assert [line.partition(":")[0] for line in said.err.splitlines()] == ["EV-9999", "EV-9998"]


def test_an_envelope_that_is_scanned_twice_returns_no_letter_before_it(desk, folder):
    with opened_program(desk.settings) as program:
        day = program.clock.now().date()
        for letter in (LetterKind.INVITATION, LetterKind.REMINDER):
            posted = LetterPosted(letter, day)
            program.note_for_rule.store(CASE, posted, program.ids.event_id(), "Kari Eksempel")
    by = ("--by", "Kari Eksempel", "--by-code-file", folder / "code.txt")

    said = desk.returned(desk.slip, desk.slip, *by)

    assert said.code == 1
    assert "allerede ført inn" in said.err
    assert [each.returned_on for each in desk.file().letters] == [None, day]


def test_a_letter_that_was_never_posted_cannot_come_back(desk, folder):
    said = desk.returned(CASE, "--by", "Kari Eksempel", "--by-code-file", folder / "code.txt")

    assert said.code == 1
    assert "Før først inn at brevet er sendt" in said.err


def test_a_slip_of_a_closed_case_says_so_before_anybody_answers(desk, kiosk, folder):
    listed = (EXAMPLE / "cases.csv").read_text("utf-8-sig")
    rows = [
        f"{row[:-2]};01.11.2026;flyttet" if row.startswith(f"{CASE};") else row
        for row in listed.splitlines()
    ]
    closing = folder / "closing.csv"
    closing.write_text("\n".join(rows), "utf-8")
    assert kiosk("cases", "import", closing, "--yes").code == 0

    said = desk.read()

    assert said.code == 1
    assert "Saken er avsluttet" in said.err
    assert "1." not in said.out
