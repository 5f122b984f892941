"""Staff in words: their roles, and the list of all who could ever sign in."""

from kiosk.app.ports.words import Words
from kiosk.domain.staff import StaffEntry, StaffRole


def staff_role_name(role: StaffRole, words: Words) -> str:
    """A role, for example ``Saksbehandler``."""
    return {
        StaffRole.CASE_OFFICER: words.pgettext("staff role", "Case officer"),
        StaffRole.FRONT_DESK: words.pgettext("staff role", "Front desk"),
        StaffRole.ADMINISTRATOR: words.pgettext("staff role", "Administrator"),
    }[role]


def staff_line(entry: StaffEntry, words: Words) -> str:
    """One member with role and days; never the code."""
    values = {
        "name": entry.member.name,
        "role": staff_role_name(entry.member.role, words),
        "added": words.full_date(entry.added_at.date()),
    }
    if entry.removed_at is None:
        return words.gettext("{name}: {role}. Can sign in. Added {added}.").format(**values)
    text = words.gettext("{name}: {role}. Removed {removed}. Added {added}.")
    return text.format(**values, removed=words.full_date(entry.removed_at.date()))
