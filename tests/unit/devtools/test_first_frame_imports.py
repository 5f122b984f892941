"""What must not be imported before the first frame: people wait for every module."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.bootstrap.programs import opened_program
from kiosk.domain.event_kind import PROGRAM
from kiosk.settings import Overrides, read_settings

# Names of modules and of packages; a module stands for all below it.
HEAVY = (
    "brochures",
    "kiosk.app.exits.provider_exits",
    "kiosk.app.exits.standing_exits",
    "kiosk.app.nonchoice.allocate",
    "kiosk.app.nonchoice.due_nonchoosers",
    "kiosk.app.nonchoice.refusal_texts",
    "kiosk.app.record_choice",
    "kiosk.app.refusals",
    "kiosk.domain.allocation_events",
    "kiosk.domain.choice",
    "kiosk.domain.choice_events",
    "kiosk.domain.consequence",
    "kiosk.domain.decider",
    "kiosk.domain.document",
    "kiosk.domain.event",
    "kiosk.domain.exits",
    "kiosk.domain.handling",
    "kiosk.domain.nonchoice.allocate",
    "kiosk.domain.nonchoice.announcement",
    "kiosk.domain.nonchoice.applicant",
    "kiosk.domain.nonchoice.clauses",
    "kiosk.domain.nonchoice.proposal",
    "kiosk.domain.nonchoice.standing",
    "kiosk.domain.nonchoice.stored",
    "kiosk.domain.order_events",
    "kiosk.domain.places",
    "kiosk.domain.situations",
    "kiosk.domain.staff_events",
    "kiosk.domain.waiting",
    "kiosk.intake",
    "kiosk.layout.check",
    "kiosk.record.copies.backup",
    "kiosk.record.folding.told",
    "kiosk.record.keys.escrow",
    "kiosk.record.keys.os_keyring",
    "kiosk.record.ledger.verify",
    "asyncio",
    "babel",
    "defusedxml",
    "holidays",
    "keyring",
    "openpyxl",
    "reportlab",
)

SHOW_THE_CASES = """
import json, sys
from kiosk.devtools.measured_window import main

main(["cases", sys.argv[1]])
print(json.dumps(sorted(sys.modules)))
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory) -> frozenset[str]:
    """Modules of a process that showed the cases of the example municipality and ended."""
    data = Path(tmp_path_factory.mktemp("data"))
    settings = read_settings(Overrides(data=data))
    with opened_program(settings) as program:
        program.add_example_staff.add_to_empty(program.municipality)
        preview = program.import_cases.preview((settings.content / "cases.csv").read_bytes())
        program.import_cases.confirm(preview, close_missing=False, actor=PROGRAM)
    done = subprocess.run(
        [sys.executable, "-c", SHOW_THE_CASES, str(data)],
        env={**os.environ, "HOME": str(data)},
        capture_output=True,
        text=True,
        check=True,
    )
    return frozenset(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("heavy", HEAVY)
def test_the_first_page_waits_for_nothing_that_it_does_not_show(imported, heavy):
    below = {name for name in imported if f"{name}.".startswith(f"{heavy}.")}

    assert below == set()


def test_the_cases_were_shown(imported):
    assert {"kiosk.ui.viewmodels.case_overview", "kiosk.domain.case_events"} <= imported
