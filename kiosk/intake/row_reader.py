"""One row of a case list as facts about a person and the services."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from kiosk.app.intake_reasons import RowReason
from kiosk.app.list_columns import Column
from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.service import DayPart, ProviderId, ServiceId
from kiosk.intake.address_lines import with_window_lines
from kiosk.intake.answers import to_answer, to_needs
from kiosk.intake.cells import CellError, to_any_date, to_date, to_hours
from kiosk.intake.contact import with_contact, with_post
from kiosk.intake.facts import NOBODY_YET, PersonFacts, RowFacts, ServiceFacts
from kiosk.intake.names import names_of
from kiosk.intake.offers import NOBODY, Offers
from kiosk.intake.plausibility import refuse_impossible_days, tell_unlikely_providers
from kiosk.intake.row_cells import DASHES, RowCells
from kiosk.intake.spelling import key
from kiosk.intake.window import tell_no_room

_OLDEST_YEARS = 120
_LONGEST_REFERENCE = 40
_HOURS_IN_A_WEEK = 168
_FARTHEST_DECISION = timedelta(days=365)
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
        if person is not None:
            refuse_impossible_days(cells, person.birth_date, services)
        if cells.refused or reference is None or person is None:
            return None
        tell_unlikely_providers(cells, person.zone, services, self.offers)
        tell_no_room(cells, person)
        return RowFacts(cells.number, CaseRef(reference), person, services)

    def _person(self, cells: RowCells) -> PersonFacts | None:
        names = names_of(cells)
        birth_date = cells.needed(Column.BIRTH_DATE, self._to_birth_date)
        zone = cells.needed(Column.ZONE, self.offers.zone)
        closing = self._closing(cells)
        # Read in any case, so that every fault of the row is told at once.
        reached = with_post(cells, with_contact(cells, NOBODY_YET))
        if names is None or birth_date is None or zone is None:
            return None
        given_name, family_name = names
        person = replace(
            reached,
            given_name=given_name,
            family_name=family_name,
            birth_date=birth_date,
            zone=zone,
            closing=closing,
        )
        return with_window_lines(cells, person)

    def _to_birth_date(self, text: str) -> date:
        birth_date = to_any_date(text)
        if birth_date > self.today:
            raise CellError(RowReason.BIRTH_DATE_IN_FUTURE)
        if birth_date.year < self.today.year - _OLDEST_YEARS:
            raise CellError(RowReason.BIRTH_DATE_TOO_EARLY, years=str(_OLDEST_YEARS))
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
        if decided_on is None or decided_on <= self.today:
            return decided_on
        shown = cells.shown(Column.DECIDED_ON)
        if decided_on > self.today + _FARTHEST_DECISION:
            cells.refuse(RowReason.DECISION_TOO_FAR, Column.DECIDED_ON, shown)
        else:
            cells.notice(RowReason.DECISION_IN_FUTURE, Column.DECIDED_ON, shown)
        return decided_on

    def _since(self, cells: RowCells) -> date | None:
        """Since when the present provider helps; nobody helps since a day to come."""
        since = cells.optional(Column.PROVIDER_SINCE, to_date)
        if since is not None and key(cells.shown(Column.PROVIDER)) in NOBODY:
            shown = cells.shown(Column.PROVIDER_SINCE)
            cells.notice(RowReason.SINCE_WITHOUT_PROVIDER, Column.PROVIDER_SINCE, shown)
            return None
        if since is None or since <= self.today:
            return since
        shown = cells.shown(Column.PROVIDER_SINCE)
        cells.notice(RowReason.SINCE_IN_FUTURE, Column.PROVIDER_SINCE, shown)
        return None

    def _services(self, cells: RowCells) -> tuple[ServiceFacts, ...]:
        services = cells.needed(Column.SERVICE, self.offers.services)
        decided_on = self._decided_on(cells)
        needs = _needs(cells)
        provider = cells.lenient(Column.PROVIDER, self.offers.provider)
        since = self._since(cells)
        reply_by = cells.optional(Column.REPLY_BY, to_date)
        reference = cells.said(Column.DECISION_REFERENCE)
        hours = _hours(cells, services or ())
        if services is None or decided_on is None:
            return ()
        facts = ServiceFacts(
            service=services[0],
            decided_on=decided_on,
            decision_reference=reference,
            hours_per_week=hours,
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


def _to_reference(text: str) -> str:
    if len(text) > _LONGEST_REFERENCE:
        raise CellError(RowReason.TOO_LONG, limit=str(_LONGEST_REFERENCE))
    return text


def _closing(cells: RowCells) -> Closing | None:
    reason = cells.said(Column.CLOSED_REASON)
    closed_on = cells.optional(Column.CLOSED_ON, _to_closing_day)
    if closed_on is not None:
        return Closing(closed_on, reason or "")
    if reason is not None and not cells.refused:
        cells.refuse(RowReason.CLOSING_WITHOUT_DATE, Column.CLOSED_REASON, reason)
    return None


def _to_closing_day(text: str) -> date | None:
    return None if text.casefold() in {"nei", *DASHES} else to_date(text)


def _hours(cells: RowCells, services: tuple[ServiceId, ...]) -> Decimal | None:
    hours = cells.lenient(Column.HOURS, to_hours)
    if hours is not None and hours > _HOURS_IN_A_WEEK:
        cells.refuse(RowReason.HOURS_TOO_MANY, Column.HOURS, cells.shown(Column.HOURS))
        return None
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
