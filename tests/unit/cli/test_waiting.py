"""``kiosk waiting``: a place is offered and taken on the command line, by somebody with a code."""

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.bootstrap.programs import opened_program
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId, Outcome, ServiceAnswer
from kiosk.domain.event import PROGRAM, ChoiceRecorded, Event
from kiosk.domain.language import LocalText
from kiosk.domain.service import ProviderId, ServiceId
from kiosk.settings import Overrides, read_settings
from tests.record_samples import choice
from tests.unit.cli.conftest import EXAMPLE

SERVICE = ServiceId("hjemmesykepleie")
FULL = ProviderId("nordvik")


@pytest.fixture
def waiting(kiosk, folder: Path, pack: Path) -> CaseRef:
    """Somebody of the example who waits for Nordvik, which has room again."""
    kiosk("--content", pack, "cases", "import", EXAMPLE / "cases.csv", "--yes")
    settings = read_settings(Overrides(data=folder / "data", content=pack))
    with opened_program(settings) as program:
        program.add_example_staff.add_to_empty(program.municipality)
        today = program.clock.now().date()
        case = next(
            reference
            for reference in sorted(program.record.case_refs())
            for file in [program.record.case_file(reference)]
            if file.case.granted(SERVICE) is not None
            and file.case.is_open
            and FULL in program.municipality.offered(SERVICE, file.case.zone, today)
        )
        answer = ServiceAnswer(
            SERVICE,
            Outcome.CHOSEN,
            FULL,
            LocalText.same("Nordvik"),
            waits_for_place=True,
            interim=ProviderId("eksempelvik-hjemmetjenesten"),
        )
        at = program.clock.now() - timedelta(days=1)
        told = choice(case, answer, id=EventId("wish"), at=at)
        program.record.append([Event(told.id, at, PROGRAM, case, ChoiceRecorded(told, "EV"))])
    profile = pack / "providers" / "nordvik.toml"
    text = profile.read_text("utf-8")
    assert 'state = "full"' in text
    profile.write_text(text.replace('state = "full"', 'state = "open"'), "utf-8")
    return case


def test_nobody_waits_at_first(kiosk):
    said = kiosk("waiting", "list")

    assert (said.code, said.out) == (0, "Ingen venter på plass.\n")


def test_a_place_is_offered_and_taken(kiosk, folder, pack, waiting):
    code = folder / "code.txt"
    code.write_text("2580", "utf-8")
    about = ("--case", waiting, "--service", SERVICE)
    who = ("--by", "Kari Eksempel", "--by-code-file", code, "--content", pack)

    listed = kiosk("waiting", "list", "--due", "--content", pack)
    early = kiosk("waiting", "taken", *about, *who)
    offered = kiosk("waiting", "offer", "--case", waiting, "--service", "Hjemmesykepleie", *who)
    again = kiosk("waiting", "offer", *about, *who)
    letter = ("letter", "--case", waiting, "--kind", "place", "--content", pack)
    written = kiosk(*letter, "--out", folder / "brev.pdf")
    late = kiosk("waiting", "declined", "--no-reply", *about, *who)
    taken = kiosk("waiting", "taken", *about, *who)

    assert "Ledig plass: gi tilbud" in listed.out
    assert waiting in listed.out
    assert (early.code, late.code) == (1, 1)
    assert "Tilby plassen først" in early.err
    assert written.code == 0
    assert (folder / "brev.pdf").read_bytes().startswith(b"%PDF")
    assert "Svarfristen er ikke ute" in late.err
    assert "Svarfrist" in offered.out
    assert "har fått tilbud" in again.err
    assert "Oppstart" in taken.out
    assert kiosk("waiting", "list", "--content", pack).out == "Ingen venter på plass.\n"
    assert "tilbud om plass" in kiosk(*letter, "--out", folder / "nytt.pdf").err


def test_without_a_code_nothing_is_offered(kiosk, folder, pack, waiting):
    code = folder / "code.txt"
    code.write_text("0000", "utf-8")

    said = kiosk(
        *("waiting", "offer", "--case", waiting, "--service", SERVICE, "--content", pack),
        *("--by", "Kari Eksempel", "--by-code-file", code),
    )

    assert said.code == 1
    assert "gi tilbud" in kiosk("waiting", "list", "--content", pack).out
