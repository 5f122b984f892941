"""Cases of the example that were closed long ago, and an administrator who disposes of them."""

from datetime import date

from kiosk.app.program import Program
from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.event import CaseClosed, Event
from kiosk.domain.staff import StaffRole
from tests.stage import CODE, NOW, OFFICER

ADMIN = "Anne Eksempel"
OLD = (CaseRef("EV-1055"), CaseRef("EV-1060"))


def with_old_cases(program: Program) -> Program:
    """Two cases are due by the rules of the example."""
    program.manage_staff.add(ADMIN, StaffRole.ADMINISTRATOR, CODE)
    body = CaseClosed(Closing(date(2020, 3, 1), "Flyttet"))
    program.record.append([Event(program.ids.event_id(), NOW, OFFICER, case, body) for case in OLD])
    return program
