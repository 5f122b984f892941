"""The case of a tour: the pack's own example list, or a person made up from the pack."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.app.program import Program
from kiosk.domain.case import Case, CaseRef, GrantedService
from kiosk.domain.eligibility import offered_services
from kiosk.domain.errors import NotFoundError, Thing
from kiosk.domain.event import PROGRAM, CaseImported, Event
from kiosk.domain.service import ServiceId, Zone
from kiosk.domain.staff import StaffRole

CASE_LIST = "cases.csv"
_STAFF = ("Kari Eksempel", "258025")
_BORN = date(1942, 5, 4)

Spot = tuple[Zone, list[ServiceId]]
"""A zone and what can be chosen there; at least one service."""


@dataclass(frozen=True, slots=True)
class TourCase:
    """Who is visited, and who visits.

    Attributes:
        reference: An open case for which at least one service can be chosen.
        code: The staff member's code.
    """

    reference: CaseRef
    given_name: str
    staff: str
    code: str


def stock(program: Program, content: Path) -> TourCase:
    """Fill an empty record with cases and one staff member who can sign in.

    Raises:
        NotFoundError: Nobody can choose anything in this pack.
    """
    staff, code = _add_staff(program)
    case = _from_list(program, content / CASE_LIST) or _made_up(program)
    return TourCase(case.reference, case.given_name, staff, code)


def _add_staff(program: Program) -> tuple[str, str]:
    examples = program.municipality.example_staff
    if examples:
        program.add_example_staff.add_to_empty(program.municipality)
        return examples[0].name, examples[0].code
    program.manage_staff.add(_STAFF[0], StaffRole.CASE_OFFICER, _STAFF[1])
    return _STAFF


def _from_list(program: Program, file: Path) -> Case | None:
    """The open case with most services to choose for; the first of equals."""
    if not file.is_file():
        return None
    preview = program.import_cases.preview(file.read_bytes())
    program.import_cases.confirm(preview, close_missing=False, actor=PROGRAM)
    today = program.clock.now().date()
    choices = {
        case.reference: len(offered_services(program.municipality, case, today))
        for case in preview.new
        if case.is_open
    }
    best = max(choices, key=lambda reference: choices[reference], default=None)
    if best is None or choices[best] == 0:
        return None
    return program.record.case_file(best).case


def _made_up(program: Program) -> Case:
    zone, services = spots(program)[0]
    case = person(zone, services, program.clock.now().date())
    event = Event(
        program.ids.event_id(), program.clock.now(), PROGRAM, case.reference, CaseImported(case)
    )
    program.record.append([event])
    return case


def spots(program: Program) -> tuple[Spot, ...]:
    """Where something can be chosen, order of the pack; at least one.

    Raises:
        NotFoundError: Nobody can choose anything in this pack.
    """
    today, municipality = program.clock.now().date(), program.municipality
    found = [
        (zone, [each.id for each in municipality.services if offered(each.id, zone.id, today)])
        for offered in [municipality.offered]
        for zone in municipality.zones
    ]
    here = tuple((zone, services) for zone, services in found if services)
    if not here:
        raise NotFoundError(Thing.SERVICE)
    return here


def person(zone: Zone, services: list[ServiceId], decided_on: date) -> Case:
    """Somebody made up, with all these services."""
    return Case(
        reference=CaseRef("EKSEMPEL-1"),
        given_name="Solveig",
        family_name="Eksempel",
        birth_date=_BORN,
        zone=zone.id,
        services=tuple(GrantedService(service, decided_on=decided_on) for service in services),
    )
