"""Events about providers that stop and about waiting lists; all people are invented."""

from collections.abc import Sequence
from datetime import date

from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId, Outcome, ServiceAnswer
from kiosk.domain.event import EventBody
from kiosk.domain.exits.events import ExitCalledOff, HelpTakenOver, ProviderExitAnnounced
from kiosk.domain.exits.exit import ExitCause, ProviderExit
from kiosk.domain.helping import TakeOver
from kiosk.domain.language import LocalText
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.waiting_events import PlaceDeclined, PlaceOffered, PlaceTaken

HELPED, WAITS, GIVES_UP = (CaseRef(f"EKSEMPEL-2026/{number}") for number in (6, 7, 8))
WAITS_ID, GIVES_UP_ID = (EventId(f"019a48c0-0000-7000-8000-{108 + n:012x}") for n in (0, 1))
_NURSING, _NORTH = ServiceId("hjemmesykepleie"), ZoneId("nord")
_FJORD, _OWN = ProviderId("fjord"), ProviderId("kommunen")
_FJORD_NAME = LocalText.same("Fjord EKSEMPEL Omsorg")
_OWN_NAME = LocalText("Kommunen EKSEMPEL", "Kommunen EKSEMPEL")
_SERVICE = LocalText("Hjemmesykepleie", "Heimesjukepleie", "Home nursing")
_EXIT = ProviderExit(
    id="019a48c0-slutter-1",
    provider=_FJORD,
    services=(_NURSING,),
    zones=(_NORTH,),
    announced_on=date(2026, 11, 3),
    last_day=date(2026, 12, 31),
    cause=ExitCause.CONTRACT_ENDS,
    answer_by=date(2026, 12, 1),
    backup=_OWN,
)
_TAKE_OVER = TakeOver(_EXIT.id, _FJORD, _OWN, date(2027, 1, 1))
_OFFERED = PlaceOffered(
    WAITS_ID,
    _NURSING,
    _FJORD,
    date(2026, 11, 5),
    date(2026, 11, 16),
    _SERVICE,
    _FJORD_NAME,
)
_TAKEN = ServiceAnswer(
    _NURSING,
    Outcome.CHOSEN,
    _FJORD,
    _FJORD_NAME,
    start_on=date(2026, 11, 20),
    notice_rule="14-dager",
    interim=_OWN,
    interim_name=_OWN_NAME,
    service_name=_SERVICE,
)

PLACE_EVENTS: Sequence[tuple[CaseRef | None, EventBody]] = (
    (WAITS, _OFFERED),
    (WAITS, PlaceTaken(WAITS_ID, date(2026, 11, 6), _TAKEN)),
    (
        GIVES_UP,
        PlaceDeclined(
            GIVES_UP_ID,
            _NURSING,
            _FJORD,
            date(2026, 11, 17),
            is_expired=False,
            stays=False,
            service_name=_SERVICE,
            provider_name=_FJORD_NAME,
        ),
    ),
)
EXIT_EVENTS: Sequence[tuple[CaseRef | None, EventBody]] = (
    (None, ProviderExitAnnounced(_EXIT, _FJORD_NAME)),
    (HELPED, HelpTakenOver(_NURSING, _TAKE_OVER, _FJORD_NAME, _OWN_NAME)),
    (None, ExitCalledOff(_EXIT.id, "Avtalen ble forlenget.")),
)
