"""Staff open a case with words unlike any other and hand it over: ``canary_day.py FOLDER SEED``.

The process writes wherever its environment points; whoever started it looks for the words.
"""

import logging
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

from kiosk import early
from kiosk.app.program import Program
from kiosk.devtools.soak.machine import SoakedMachine, soaked_machine
from kiosk.devtools.soak.page import PageHand
from kiosk.devtools.soak.person import Person
from kiosk.devtools.soak.staff import Staff
from kiosk.devtools.torture.canaries import words_of
from kiosk.domain.case import Address, CaseRef
from kiosk.domain.event import PROGRAM, CaseImported, Event

# The first five words of a seed: name, street, telephone, helper, number.
WORDS = 5


def main(arguments: list[str]) -> None:
    """Hand the case over, look around in it, fail in a slot, and leave."""
    folder, seed = Path(arguments[0]), int(arguments[1])
    early.prepare()
    logging.basicConfig(filename=folder / "log.txt", level=logging.DEBUG)
    data = folder / "data"
    data.mkdir()
    name, street, phone, _helper, number = words_of(seed)[:WORDS]

    def prepare(program: Program) -> None:
        first = program.record.case_file(CaseRef("EV-1042")).case
        case = replace(
            first,
            reference=CaseRef(number),
            given_name=name,
            family_name=name,
            phone=phone,
            address=Address((street,), "0001", "Eksempelvik"),
        )
        event = Event(
            program.ids.event_id(),
            program.clock.now(),
            PROGRAM,
            case.reference,
            CaseImported(case),
        )
        program.record.append([event])

    with soaked_machine(data, prepare) as machine:
        machine.case = replace(machine.case, reference=CaseRef(number), given_name=name)
        _live(machine, seed)


def _live(machine: SoakedMachine, seed: int) -> None:
    chance = Random(seed)  # noqa: S311  no secret
    hand = PageHand(machine)
    hand.settle()
    person = Person(machine, hand, chance)
    staff = Staff(machine, hand, person, chance)
    for _ in range(3):
        staff.be_visited_at_once()
        print("visited", flush=True)
    staff.hand_over_at_once()

    def fail() -> None:
        message = f"{machine.window.state.case.family_name} {machine.case.reference}"
        raise ValueError(message)

    machine.window.shell.settingsAsked.connect(fail)
    machine.window.shell.openSettings()
    print("failed", flush=True)
    person.go_away()
    print("left", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
