"""The packs of ``tests/data/schemes`` and what stands beside each: its words, and who gets what."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.domain.case import CaseRef
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant, Known
from kiosk.domain.nonchoice.applying import Premises, in_order, open_lot, run
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.proposal import Proposal
from kiosk.domain.nonchoice.standing import Load, Standing, private_of
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

SCHEMES = Path(__file__).parents[2] / "data" / "schemes"
NAMES = tuple(sorted(path.name for path in SCHEMES.iterdir() if path.is_dir()))


def expected(name: str) -> dict[str, Any]:
    """What a person wrote, or read and found right, about a scheme."""
    return tomllib.loads((SCHEMES / f"{name}.expected.toml").read_text(encoding="utf-8"))


def given(municipality: Municipality, about: dict[str, Any]) -> list[Proposal]:
    """What the rules of a scheme give its sample cases, one after the other."""
    on = about["on"]
    people = [_applicant(number, case, on) for number, case in enumerate(about["cases"], 1)]
    kinds = {provider.id: provider.kind for provider in municipality.providers}
    standing = Standing(
        stock={
            (load["service"], load["zone"], load["provider"]): Load(
                load["users"], load["hours"] * 60
            )
            for load in about.get("stock", [])
        },
        private=private_of(kinds),
    )
    premises = Premises(
        municipality.rules,
        lambda service, zone: supply_of(municipality, service, zone, on),
        open_lot,
        on,
    )
    return list(run(in_order(people), premises, standing))


def _applicant(number: int, case: dict[str, Any], on: date) -> Applicant:
    return Applicant(
        case=CaseRef(f"EKSEMPEL/{number:04}"),
        service=ServiceId(case["service"]),
        zone=ZoneId(case["zone"]),
        state=NonchoiceState(case["state"]),
        due=on,
        decided_on=on,
        present=case.get("present"),
        known=Known(case.get("former"), case.get("former_until"), case.get("household")),
        minutes_per_week=case.get("hours", 0) * 60,
        objects_to=frozenset(ProviderId(key) for key in case.get("objects_to", [])),
    )
