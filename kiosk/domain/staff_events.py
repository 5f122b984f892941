"""Who signs in, and whose the screen is, as events."""

from dataclasses import dataclass

from kiosk.domain.choice import EventId
from kiosk.domain.language import Language
from kiosk.domain.service import ProviderId
from kiosk.domain.staff import StaffMember, StaffRole


@dataclass(frozen=True, slots=True)
class StaffAdded:
    """Somebody can sign in from now on."""

    member: StaffMember


@dataclass(frozen=True, slots=True)
class StaffRemoved:
    """Somebody cannot sign in any more; the name stays in the events and is not given again."""

    name: str


@dataclass(frozen=True, slots=True)
class StaffCodeChanged:
    """Somebody signs in with another code; wrong tries with the old one are forgotten.

    Attributes:
        code_hash: Argon2id in PHC form; never the code.
    """

    name: str
    code_hash: str


@dataclass(frozen=True, slots=True)
class StaffRoleChanged:
    """Somebody has another role from now on."""

    name: str
    role: StaffRole


@dataclass(frozen=True, slots=True)
class InterestsStated:
    """The actor states their ties to providers; what was stated before holds no more.

    Attributes:
        ties: Providers that the actor works for or owns, or that somebody close does; empty for
            none.
    """

    ties: tuple[ProviderId, ...]


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The actor gave the right code."""


@dataclass(frozen=True, slots=True)
class SignInFailed:
    """Somebody gave a wrong code, or a name that nobody has; the actor is the program.

    Attributes:
        name: A member's name; empty for a name that nobody has, which may be a mistyped code.
    """

    name: str


@dataclass(frozen=True, slots=True)
class ScreenHandedOver:
    """The screen went to the person.

    Attributes:
        participants: Roles of those who take part without deciding; may be empty.
    """

    language: Language
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitEndedWithoutAnswers:
    """Staff took the screen back, and the person had stored nothing; every service is as before.

    "Abandoned" is another thing: a session at a public screen that somebody walked away from.
    """


@dataclass(frozen=True, slots=True)
class HandOverCalledOff:
    """The screen stayed with the staff after all; no visit began.

    Attributes:
        handed_over: The event that says otherwise.
    """

    handed_over: EventId
