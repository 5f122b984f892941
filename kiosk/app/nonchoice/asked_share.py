"""The minimum share that a rule asks for, where it is counted (domain 6.1, R4)."""

from collections.abc import Callable

from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import MinimumShare, NonchoiceState, ShareScope
from kiosk.domain.nonchoice.rule import rule_for
from kiosk.domain.service import ServiceId, ZoneId

Asked = Callable[[ServiceId, ZoneId | None], tuple[MinimumShare | None, MinimumShare | None]]
"""The minimum share that the present and the tried rule ask for in a zone, or in all."""


def asked_for(
    municipality: Municipality, service: ServiceId, zone: ZoneId | None, state: NonchoiceState
) -> MinimumShare | None:
    """The minimum share that is counted over a zone, or over all of them; None without one.

    Args:
        municipality: Whose rules.
        service: The service.
        zone: None for all zones of the service.
        state: Why nobody chooses.
    """
    zones = municipality.service(service).zones
    rules = (
        rule_for(municipality.rules.get((service, each), ()), state)
        for each in (zones if zone is None else {zone})
    )
    found = {None if rule is None else rule.fallback for rule in rules}
    only = found.pop() if len(found) == 1 else None
    if not isinstance(only, MinimumShare):
        return None
    is_whole = zone is None
    is_of_place = (only.scope is ShareScope.MUNICIPALITY) is is_whole or len(zones) == 1
    return only if is_of_place else None
