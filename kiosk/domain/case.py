"""A person's case as the case system knows it; the case system stays the master."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NewType

from kiosk.domain.language import Language
from kiosk.domain.service import DayPart, ProviderId, ServiceId, ZoneId

CaseRef = NewType("CaseRef", str)


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address; ``lines`` may be empty when only the town is known."""

    lines: tuple[str, ...]
    postcode: str
    town: str


@dataclass(frozen=True, slots=True)
class PostRecipient:
    """Somebody who receives the person's post.

    Attributes:
        role: As the case list says it, for example ``verge``.
        instead: True for post instead of to the person, False for post as well.
    """

    name: str
    role: str
    address: Address | None
    instead: bool


@dataclass(frozen=True, slots=True)
class Closing:
    """When and why a case ended."""

    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class GrantedService:
    """One service that the municipality decided the person shall have.

    Attributes:
        decided_on: Date of the decision (vedtak).
        decision_reference: Its reference in the case system; may be empty.
        hours_per_week: None where the list does not say.
        needs: Parts of the week in which help is needed; empty where unknown.
        present_provider: Who helps now.
        present_since: Since when.
        reply_by: Reply deadline; None where there is none.
    """

    service: ServiceId
    decided_on: date
    decision_reference: str = ""
    hours_per_week: Decimal | None = None
    needs: frozenset[DayPart] = field(default_factory=frozenset)
    present_provider: ProviderId | None = None
    present_since: date | None = None
    reply_by: date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One person's case.

    The number that identifies a person nationally (fødselsnummer) is never part of it
    (personopplysningsloven § 12).

    Attributes:
        reference: Case number in the case system.
        services: In the order of the case list; at least one, each service once.
        address: None where unknown; see ``postal_address``.
        is_address_protected: The address may not be shown, printed or mailed to.
        written_language: The form of Norwegian that the person wants to read, if stated.
        interpreter: Language of the interpreter; empty when none is needed.
        post: Who receives the post instead or as well.
        closing: Set for a closed case: no visit, no mail.
    """

    reference: CaseRef
    given_name: str
    family_name: str
    birth_date: date
    zone: ZoneId
    services: tuple[GrantedService, ...]
    address: Address | None = None
    is_address_protected: bool = False
    phone: str = ""
    written_language: Language | None = None
    interpreter: str = ""
    post: PostRecipient | None = None
    closing: Closing | None = None

    @property
    def name(self) -> str:
        """Given and family name, as printed."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def called(self) -> str:
        """What the person is called to the face; the whole name where only one is known."""
        return self.given_name or self.name

    @property
    def postal_address(self) -> Address | None:
        """The address that may be shown; None where it is unknown or protected."""
        return None if self.is_address_protected else self.address

    @property
    def is_open(self) -> bool:
        """Whether visits and mail are allowed."""
        return self.closing is None

    def age_on(self, day: date) -> int:
        """Age in whole years."""
        had_birthday = (day.month, day.day) >= (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - (0 if had_birthday else 1)

    def granted(self, service: ServiceId) -> GrantedService | None:
        """The decision about ``service``, or None when the person has none."""
        return next((item for item in self.services if item.service == service), None)
