"""One row of a case list as facts about a person and the services."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kiosk.app.intake_reasons import RowReason
from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.free_text import LONGEST_NAME
from kiosk.domain.service import DayPart, ProviderId, ServiceId
from kiosk.intake.answers import (
    to_answer,
    to_needs,
    to_post_way,
    to_protection,
    to_written_language,
)
from kiosk.intake.cells import CellError, to_date, to_hours
from kiosk.intake.columns import Column
from kiosk.intake.facts import PersonFacts, RowFacts, ServiceFacts
from kiosk.intake.offers import Offers
from kiosk.intake.row_cells import RowCells

_OLDEST_YEARS = 125
_LONGEST_REFERENCE = 40
_POST_PLACE = re.compile(r"(\d{4})[ ,]+(\D.*)", re.ASCII)
_DASHES = frozenset({"-", "–", "—"})
_OWN_NEEDS = (
    (Column.NEEDS_DAY, DayPart.DAY),
    (Column.NEEDS_EVENING, DayPart.EVENING),
    (Column.NEEDS_NIGHT, DayPart.NIGHT),
    (Column.NEEDS_WEEKEND, DayPart.WEEKEND),
)


@dataclass(frozen=True, slots=True)
class RowReader:
    """Understands rows.

    Attributes:
        offers: What rows may name.
        today: Nobody is born later, and no case is closed before its day.
    """

    offers: Offers
    today: date

    def read(self, cells: RowCells) -> RowFacts | None:
        """The facts of a row, or None when ``cells`` has collected a reason to refuse it."""
        reference = cells.needed(Column.CASE_NUMBER, _to_reference)
        person = self._person(cells)
        services = self._services(cells)
        if cells.refused or reference is None or person is None:
            return None
        return RowFacts(cells.number, CaseRef(reference), person, services)

    def _person(self, cells: RowCells) -> PersonFacts | None:
        names = _names(cells)
        birth_date = cells.needed(Column.BIRTH_DATE, self._to_birth_date)
        zone = cells.needed(Column.ZONE, self.offers.zone)
        closing = self._closing(cells)
        if names is None or birth_date is None or zone is None:
            return None
        given_name, family_name = names
        facts = PersonFacts(given_name, family_name, birth_date, zone, closing)
        return _with_post(cells, _with_contact(cells, facts))

    def _to_birth_date(self, text: str) -> date:
        birth_date = to_date(text)
        if birth_date > self.today:
            raise CellError(RowReason.BIRTH_DATE_IN_FUTURE)
        if birth_date.year < self.today.year - _OLDEST_YEARS:
            raise CellError(RowReason.BIRTH_DATE_TOO_EARLY)
        return birth_date

    def _closing(self, cells: RowCells) -> Closing | None:
        """How the case ended; one that ends later is open until then."""
        closing = _closing(cells)
        if closing is None or closing.on <= self.today:
            return closing
        cells.notice(RowReason.CLOSING_IN_FUTURE, Column.CLOSED_ON, cells.shown(Column.CLOSED_ON))
        return None

    def _decided_on(self, cells: RowCells) -> date | None:
        decided_on = cells.needed(Column.DECIDED_ON, to_date)
        if decided_on is not None and decided_on > self.today:
            shown = cells.shown(Column.DECIDED_ON)
            cells.notice(RowReason.DECISION_IN_FUTURE, Column.DECIDED_ON, shown)
        return decided_on

    def _services(self, cells: RowCells) -> tuple[ServiceFacts, ...]:
        services = cells.needed(Column.SERVICE, self.offers.services)
        decided_on = self._decided_on(cells)
        needs = _needs(cells)
        provider = cells.lenient(Column.PROVIDER, self.offers.provider)
        since = cells.optional(Column.PROVIDER_SINCE, to_date)
        reply_by = cells.optional(Column.REPLY_BY, to_date)
        reference = _said(cells, Column.DECISION_REFERENCE)
        if services is None or decided_on is None:
            return ()
        facts = ServiceFacts(
            service=services[0],
            decided_on=decided_on,
            decision_reference=reference,
            hours_per_week=_hours(cells, services),
            needs=needs,
            present_provider=provider,
            present_since=since if provider is not None else None,
            reply_by=reply_by,
        )
        if len(services) == 1:
            return (facts,)
        return tuple(self._for(service, facts, services) for service in services)

    def _for(
        self, service: ServiceId, facts: ServiceFacts, services: tuple[ServiceId, ...]
    ) -> ServiceFacts:
        """The facts of a row for one of its services; a provider helps only with what it gives."""
        facts = replace(facts, service=service)
        provider = facts.present_provider
        if provider is None or not self._belongs_elsewhere(provider, service, services):
            return facts
        return replace(facts, present_provider=None, present_since=None)

    def _belongs_elsewhere(
        self, provider: ProviderId, service: ServiceId, services: tuple[ServiceId, ...]
    ) -> bool:
        gives = self.offers.gives
        return not gives(provider, service) and any(gives(provider, other) for other in services)


def _said(cells: RowCells, column: Column) -> str | None:
    """A text, or None where the cell is empty or holds a dash only."""
    text = cells.text(column)
    return None if text in _DASHES else text or None


def _to_reference(text: str) -> str:
    if len(text) > _LONGEST_REFERENCE:
        raise CellError(RowReason.TOO_LONG, limit=str(_LONGEST_REFERENCE))
    return text


def _names(cells: RowCells) -> tuple[str, str] | None:
    """The names, which must have room on paper."""
    names = _written_names(cells)
    if names is not None and len(" ".join(names).strip()) > LONGEST_NAME:
        column = Column.NAME if cells.has(Column.NAME) else Column.FAMILY_NAME
        cells.refuse(RowReason.TOO_LONG, column, cells.shown(column), limit=str(LONGEST_NAME))
    return names


def _written_names(cells: RowCells) -> tuple[str, str] | None:
    """Given and family name, from columns of their own or from the whole name."""
    given = " ".join(filter(None, map(cells.text, (Column.GIVEN_NAME, Column.MIDDLE_NAME))))
    family = cells.text(Column.FAMILY_NAME)
    if family:
        return given, family
    return cells.needed(Column.NAME if cells.has(Column.NAME) else Column.FAMILY_NAME, _split)


def _split(name: str) -> tuple[str, str]:
    """``Strand, Solveig`` or ``Solveig Strand``; a name of one word is a family name."""
    family, comma, given = name.partition(",")
    if comma:
        return given.strip(), family.strip()
    given, _, family = name.rpartition(" ")
    return given, family


def _closing(cells: RowCells) -> Closing | None:
    reason = _said(cells, Column.CLOSED_REASON)
    closed_on = cells.optional(Column.CLOSED_ON, _to_closing_day)
    if closed_on is not None:
        return Closing(closed_on, reason or "")
    if reason is not None and not cells.refused:
        cells.refuse(RowReason.CLOSING_WITHOUT_DATE, Column.CLOSED_REASON, reason)
    return None


def _to_closing_day(text: str) -> date | None:
    return None if text.casefold() in {"nei", *_DASHES} else to_date(text)


def _hours(cells: RowCells, services: tuple[ServiceId, ...]) -> Decimal | None:
    hours = cells.lenient(Column.HOURS, to_hours)
    if hours is not None and len(services) > 1:
        # Nobody can tell how they are shared, and a guess would stand on paper.
        cells.notice(RowReason.HOURS_OF_SEVERAL, Column.HOURS, cells.shown(Column.HOURS))
        return None
    return hours


def _needs(cells: RowCells) -> frozenset[DayPart] | None:
    in_one = cells.lenient(Column.NEEDS, to_needs)
    own = {part: cells.lenient(column, to_answer) for column, part in _OWN_NEEDS}
    parts = frozenset(part for part, is_needed in own.items() if is_needed) | (
        in_one or frozenset()
    )
    return parts or None


def _with_contact(cells: RowCells, facts: PersonFacts) -> PersonFacts:
    postcode, town = _post_place(cells, Column.POSTCODE, Column.TOWN)
    return replace(
        facts,
        lines=cells.texts(Column.ADDRESS) or None,
        postcode=postcode,
        town=town,
        is_address_protected=cells.optional(Column.PROTECTED, to_protection),
        phone=_said(cells, Column.PHONE),
        written_language=cells.lenient(Column.WRITTEN_LANGUAGE, to_written_language),
        interpreter=_interpreter(cells),
    )


def _interpreter(cells: RowCells) -> str | None:
    """The language of the interpreter; "yes" stays as it is where no language is told."""
    needed = _said(cells, Column.INTERPRETER)
    language = _said(cells, Column.INTERPRETER_LANGUAGE)
    try:
        is_needed = needed is None or to_answer(needed)
    except CellError:
        return needed
    return (language or needed) if is_needed else None


def _with_post(cells: RowCells, facts: PersonFacts) -> PersonFacts:
    postcode, town = _post_place(cells, Column.POST_POSTCODE, Column.POST_TOWN)
    return replace(
        facts,
        post_name=_said(cells, Column.POST_NAME),
        post_role=_said(cells, Column.POST_ROLE),
        post_lines=cells.texts(Column.POST_ADDRESS) or None,
        post_postcode=postcode,
        post_town=town,
        post_instead=cells.optional(Column.POST_INSTEAD, to_post_way),
    )


def _post_place(cells: RowCells, postcode: Column, town: Column) -> tuple[str | None, str | None]:
    """Postcode and town, also from one cell such as ``0000 Eksempelvik``."""
    code, place = _said(cells, postcode), _said(cells, town)
    match = _POST_PLACE.fullmatch(code or "")
    if match is None or place is not None:
        return code, place
    return match[1], match[2]
