"""What a staff member may not do, however the page looks."""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.app.ports.record import Record
from kiosk.domain.errors import Refusal
from kiosk.domain.staff import StaffRight, may

_REFUSALS: Mapping[StaffRight, str] = MappingProxyType(
    {
        StaffRight.HAND_OVER: "staff.may_not_hand_over",
        StaffRight.ENTER_CANNOT: "cannot.not_your_role",
        StaffRight.IMPORT_CASES: "staff.may_not_import",
        StaffRight.AGREE_START: "staff.may_not_agree",
        StaffRight.NOTE_FOR_RULE: "staff.may_not_note_for_rule",
        StaffRight.ENTER_ANSWER: "staff.may_not_enter_answer",
        StaffRight.ALLOCATE: "staff.may_not_allocate",
        StaffRight.ANNOUNCE_EXIT: "staff.may_not_announce_exit",
        StaffRight.MAIL_OUT: "staff.may_not_mail_out",
        StaffRight.OFFER_PLACE: "staff.may_not_offer_places",
        StaffRight.CORRECT: "staff.may_not_correct",
        StaffRight.WITHDRAW: "staff.may_not_withdraw",
        StaffRight.DELIVER: "staff.may_not_deliver",
        StaffRight.BACK_UP: "staff.may_not_back_up",
        StaffRight.GIVE_ACCESS: "staff.may_not_give_access",
        StaffRight.HOLD: "staff.may_not_hold",
        StaffRight.TRY_RULES: "staff.may_not_try_rules",
        StaffRight.DISPOSE: "staff.may_not_dispose",
        StaffRight.SET_UP_MACHINE: "staff.may_not_set_up_machine",
        StaffRight.MANAGE_STAFF: "staff.may_not_manage_staff",
    }
)


def rights_objections(record: Record, actor: str, right: StaffRight) -> list[Refusal]:
    """Why somebody may not do something; empty for those who may.

    Args:
        record: Knows the staff.
        actor: Who is signed in.
        right: What is to be done.
    """
    roles = [member.role for member in record.staff() if member.name == actor]
    if not roles:
        return [Refusal("staff.unknown")]
    return [] if all(may(role, right) for role in roles) else [Refusal(_REFUSALS[right])]
