"""The order in which staff are offered providers for a person: the person's own (neutrality N33)."""

from collections.abc import Collection

from kiosk.app.ports.case_file import CaseFile
from kiosk.domain.alphabet import alphabetic
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId


def order_for_staff(
    file: CaseFile, offered: Collection[ProviderId], municipality: Municipality
) -> tuple[ProviderId, ...]:
    """As in the person's brochure, and by name where no order was dealt: nobody is put first.

    Args:
        file: The person's case.
        offered: Those to put in order; may be empty.
        municipality: Knows their names.
    """
    if file.order is not None:
        return file.order.among(offered)
    return tuple(sorted(offered, key=lambda each: alphabetic(municipality.provider(each).name.nb)))
