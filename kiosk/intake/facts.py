"""What one row says about a person and about services; None means that it does not say."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from kiosk.domain.case import (
    Address,
    Case,
    CaseRef,
    Closing,
    GrantedService,
    PostRecipient,
)
from kiosk.domain.language import Language
from kiosk.domain.service import DayPart, ProviderId, ServiceId, ZoneId
from kiosk.intake.spelling import same_number, same_text


@dataclass(frozen=True, slots=True)
class AddressFacts:
    """Parts of an address."""

    lines: tuple[str, ...] | None = None
    postcode: str | None = None
    town: str | None = None

    def address(self) -> Address | None:
        """The address, or None where no part is known."""
        if self == AddressFacts():
            return None
        return Address(self.lines or (), self.postcode or "", self.town or "")


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What belongs to the person.

    Attributes:
        post_instead: None reads as "as well": nobody loses post by what a list does not say.
    """

    given_name: str
    family_name: str
    birth_date: date
    zone: ZoneId
    closing: Closing | None = None
    lines: tuple[str, ...] | None = None
    postcode: str | None = None
    town: str | None = None
    is_address_protected: bool | None = None
    phone: str | None = None
    written_language: Language | None = None
    interpreter: str | None = None
    post_name: str | None = None
    post_role: str | None = None
    post_lines: tuple[str, ...] | None = None
    post_postcode: str | None = None
    post_town: str | None = None
    post_instead: bool | None = None


NOBODY_YET = PersonFacts("", "", date.min, ZoneId(""))
"""A person of whom nothing is known."""


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """What belongs to one service."""

    service: ServiceId
    decided_on: date
    decision_reference: str | None = None
    hours_per_week: Decimal | None = None
    needs: frozenset[DayPart] | None = None
    present_provider: ProviderId | None = None
    present_since: date | None = None
    reply_by: date | None = None


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What one row says.

    Attributes:
        services: Order of the cell; at least one.
    """

    number: int
    reference: CaseRef
    person: PersonFacts
    services: tuple[ServiceFacts, ...]


Facts = TypeVar("Facts", PersonFacts, ServiceFacts)

# A row without a closing says that the case goes on; everything else may be left to another row.
_ALWAYS_SAID = frozenset({"closing"})
_PHONE = "phone"


def contradiction(one: Facts, other: Facts) -> str | None:
    """Name of the first field that two rows say differently, or None.

    Capitals and spaces alone are no difference, nor is how the digits of a telephone number stand.
    """
    for field in fields(one):
        first, second = getattr(one, field.name), getattr(other, field.name)
        is_said = (first is not None and second is not None) or field.name in _ALWAYS_SAID
        same = same_number if field.name == _PHONE else same_text
        if is_said and first != second and not same(first, second):
            return field.name
    return None


def completed(one: Facts, other: Facts) -> Facts:
    """Facts of one row with what only another row says."""
    said = {field.name: getattr(one, field.name) for field in fields(one)}
    missing = {name: getattr(other, name) for name, value in said.items() if value is None}
    return replace(one, **missing)


def case_of(
    reference: CaseRef, person: PersonFacts, services: tuple[ServiceFacts, ...], reply_days: int
) -> Case:
    """The case that rows describe together.

    Args:
        reference: Case number.
        person: From all rows.
        services: Each service once.
        reply_days: Days from a decision to the reply deadline, where no row has one.
    """
    address = AddressFacts(person.lines, person.postcode, person.town)
    return Case(
        reference=reference,
        given_name=person.given_name,
        family_name=person.family_name,
        birth_date=person.birth_date,
        zone=person.zone,
        services=tuple(_granted(service, reply_days) for service in services),
        address=address.address(),
        is_address_protected=person.is_address_protected or False,
        phone=person.phone or "",
        written_language=person.written_language,
        interpreter=person.interpreter or "",
        post=_post(person),
        closing=person.closing,
    )


def _post(person: PersonFacts) -> PostRecipient | None:
    if person.post_name is None:
        return None
    address = AddressFacts(person.post_lines, person.post_postcode, person.post_town)
    return PostRecipient(
        person.post_name,
        person.post_role or "",
        address.address(),
        instead=person.post_instead or False,
    )


def _granted(facts: ServiceFacts, reply_days: int) -> GrantedService:
    return GrantedService(
        service=facts.service,
        decided_on=facts.decided_on,
        decision_reference=facts.decision_reference or "",
        hours_per_week=facts.hours_per_week,
        needs=facts.needs or frozenset(),
        present_provider=facts.present_provider,
        present_since=facts.present_since,
        reply_by=facts.reply_by or facts.decided_on + timedelta(days=reply_days),
    )
