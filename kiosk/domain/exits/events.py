"""Provider exits as events.

The exit itself tells about nobody and stays; who helps whom instead lies in events of the case.
"""

from dataclasses import dataclass

from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.helping import TakeOver
from kiosk.domain.language import LocalText
from kiosk.domain.service import ServiceId


@dataclass(frozen=True, slots=True)
class ProviderExitAnnounced:
    """A provider stops; nobody new comes to it from now on.

    Attributes:
        provider_name: On the day.
    """

    announced: ProviderExit
    provider_name: LocalText


@dataclass(frozen=True, slots=True)
class ExitCalledOff:
    """The provider goes on after all.

    Attributes:
        exit: Key of the exit.
        reason: In staff's words; nothing about persons.
    """

    exit: str
    reason: str


@dataclass(frozen=True, slots=True)
class HelpTakenOver:
    """Somebody else helps a person from a day on, unless the person is with another by then.

    Stored again, with the day on which it ends, when the exit is called off.

    Attributes:
        leaving_name, helper_name: Names on the day.
    """

    service: ServiceId
    take_over: TakeOver
    leaving_name: LocalText
    helper_name: LocalText
