"""The long tests of the record: one JSON line each; ends with 1 when one does not hold."""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from kiosk.devtools.torture.backups import backups
from kiosk.devtools.torture.canaries import canaries
from kiosk.devtools.torture.crashes import WITHOUT_SYNC, power_cuts
from kiosk.devtools.torture.faults import careless_losses, disk_faults
from kiosk.devtools.torture.kills import kills
from kiosk.devtools.torture.model import model
from kiosk.devtools.torture.outcome import Outcome
from kiosk.devtools.torture.stock import unreadable_stock
from kiosk.devtools.torture.tampering import tamper

SEED, BUDGET_S = 1, 900.0
# How much the bar asks for.
_KILLS, _CUTS, _ATTACKS, _BACKUPS, _RUNS = 500, 1000, 2000, 30, 1000
# Enough for a control to fail.
_CONTROLS = 40


def of_kills(seed: int, seconds: float) -> Outcome:
    """Killed processes; control: they say that they stored before they did."""
    control = kills(seed, seconds, _CONTROLS, too_early=True)
    outcome = kills(seed, seconds, _KILLS)
    return _judged(outcome, "kills", _KILLS, {"control_too_early": len(control.faults)})


def of_crashes(seed: int, seconds: float) -> Outcome:
    """Power cuts below SQLite; controls: without syncs, and stock TinyDB."""
    control = power_cuts(seed, seconds, _CONTROLS * 3, WITHOUT_SYNC)
    _, unreadable = unreadable_stock(seed, seconds, _CONTROLS * 10)
    controls = {"control_unsynced": len(control.faults), "control_tinydb": unreadable}
    return _judged(power_cuts(seed, seconds, _CUTS), "cuts", _CUTS, controls)


def of_faults(seed: int, seconds: float) -> Outcome:
    """Calls that the disk refuses; control: one who believes a failed commit."""
    outcome = disk_faults(seed, seconds)
    if outcome.counts["left"]:
        outcome = replace(outcome, faults=(*outcome.faults, "the time was too short"))
    return _judged(outcome, "faults", 1, {"control_careless": careless_losses(seed, _CONTROLS)})


def of_words(seed: int, seconds: float) -> Outcome:
    """Words in files; its control is part of it."""
    return canaries(seed, seconds)


def of_model(seed: int, seconds: float) -> Outcome:
    """The fold against a model; its control is part of it."""
    return model(seed, seconds, _RUNS)


def of_tampering(seed: int, seconds: float) -> Outcome:
    """Attacks on ledgers; control: without a mark from outside a rollback is not noticed."""
    report = tamper(seed, seconds, _ATTACKS)
    wrong = (*report.missed, *report.disagreed, *report.shortened, *report.alarms)
    faults = wrong or (() if report.holds else ("missed without a mark",))
    counts = {"attacks": report.attacks, "found": report.found.total()}
    outcome = Outcome("tampering", seed, counts, tuple(faults))
    controls = {"control_without_mark": report.without_mark.total()}
    return _judged(outcome, "attacks", _ATTACKS, controls)


def of_backups(seed: int, seconds: float) -> Outcome:
    """Backups under load; its control is part of it."""
    return _judged(backups(seed, seconds, _BACKUPS), "backups", _BACKUPS, {})


TESTS: Mapping[str, Callable[[int, float], Outcome]] = MappingProxyType(
    {
        "kill": of_kills,
        "crashes": of_crashes,
        "io": of_faults,
        "canaries": of_words,
        "model": of_model,
        "tampering": of_tampering,
        "backup": of_backups,
    }
)


def _judged(outcome: Outcome, tried: str, bar: int, controls: Mapping[str, int]) -> Outcome:
    """With its controls, and a fault where too little was tried or a control did not fail."""
    short = () if outcome.counts.get(tried, 0) >= bar else (f"fewer than {bar} {tried}",)
    idle = tuple(f"{name} did not fail" for name, count in controls.items() if not count)
    counts = {**outcome.counts, **controls}
    return replace(outcome, counts=counts, faults=(*outcome.faults, *short, *idle))


def main(arguments: list[str]) -> int:
    """Run the tests that were asked for, each with its share of the time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--budget-s", type=float, default=BUDGET_S, help="for each of the tests")
    parser.add_argument("only", nargs="*", help=", ".join(TESTS))
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.only if name not in TESTS]
    if unknown:
        parser.error(f"no such test: {unknown[0]}; there are {', '.join(TESTS)}")
    is_good = True
    for name in asked.only or TESTS:
        outcome = TESTS[name](asked.seed, asked.budget_s)
        print(outcome.line(), flush=True)
        is_good &= outcome.holds
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
