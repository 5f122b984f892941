"""Who gets a letter about an exit that asks nothing."""

from collections.abc import Sequence
from datetime import date

from kiosk.app.exits.standing_exits import helped_of
from kiosk.app.ports.case_file import CaseFile
from kiosk.domain.exits.affected import Touched, touched
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.service import ServiceId


def services_to_tell(
    file: CaseFile, exits: Sequence[ProviderExit], today: date
) -> frozenset[ServiceId]:
    """Services for which somebody has chosen another provider that begins after the last day.

    The person is told once who helps between; empty where that was done, or for a closed case.
    """
    return frozenset(
        helped.service
        for helped in (helped_of(file, today) if file.case.is_open else ())
        for exit_ in exits
        if touched(helped, exit_) is Touched.BETWEEN and not _is_told(file, exit_)
    )


def _is_told(file: CaseFile, exit_: ProviderExit) -> bool:
    return any(
        each.kind is LetterKind.EXIT and each.posted_on >= exit_.announced_on
        for each in file.letters
    )
