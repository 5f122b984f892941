"""The lot of each person, for rules that draw (domain 6.1, R7)."""

from collections.abc import Callable

from kiosk.app.ports.record import Record
from kiosk.domain.nonchoice.applicant import Applicant


def lots_of(record: Record) -> Callable[[Applicant], str]:
    """Gives a person's lot for a service: 32 hexadecimal digits that nobody can choose.

    It follows from the case number, the service and a secret of the record alone. So whoever
    proposes again, on another day or with other people, draws the same; and nobody without the
    record knows a lot before it is published with a result.
    """

    def lot_of(applicant: Applicant) -> str:
        return record.fingerprint(f"lot|{applicant.service}|{applicant.case}").hex()

    return lot_of
