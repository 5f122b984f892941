"""What a staff member may not do, however the page looks."""

from kiosk.app.ports.record import Record
from kiosk.domain.errors import Refusal
from kiosk.domain.staff import StaffRole


def rights_objections(
    record: Record, actor: str, allowed: frozenset[StaffRole], code: str
) -> list[Refusal]:
    """Why somebody may not do something; empty for those who may.

    Args:
        record: Knows the staff.
        actor: Who is signed in.
        allowed: Roles that may.
        code: Code of the refusal for another role.
    """
    roles = [member.role for member in record.staff() if member.name == actor]
    if not roles:
        return [Refusal("staff.unknown")]
    return [] if allowed.issuperset(roles) else [Refusal(code)]
