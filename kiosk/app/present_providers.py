"""Presents every provider evenly: one order per case, the same blocks on screen and paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.compose_options import compose_options
from kiosk.app.compose_provider import ProviderScope
from kiosk.app.deal_order import DealOrder
from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.app.see_providers import count_line
from kiosk.app.seen_providers import SeenProviders
from kiosk.app.switch_limit import limit_reached, limit_text
from kiosk.domain.asked_view import ViewAsked, ViewKind
from kiosk.domain.case import Case, CaseRef, GrantedService
from kiosk.domain.document.service_section import OptionBlock, ServiceSection
from kiosk.domain.eligibility import (
    NotOfferedReason,
    not_offered_services,
    offered_in,
    offered_services,
    offered_to,
)
from kiosk.domain.event import Event, Medium
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.ordering import Order
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.domain.situations import situation_of


@dataclass(frozen=True, slots=True)
class NotOfferedBlock:
    """A granted service without a choice, and why."""

    service: ServiceId
    name: str
    reason: NotOfferedReason
    text: str


def shown_orders(sections: Sequence[ServiceSection]) -> dict[ServiceId, Order]:
    """Per service the providers in the order that was shown; stored with the choice (N27)."""
    return {
        section.service: tuple(provider.id for provider in section.providers)
        for section in sections
    }


class PresentProviders:
    """What can be answered for a case, and in which order everybody sees it (N13).

    Safe to call from any thread.

    Attributes:
        explain: What happens without a choice, in the words that stand beside the providers.
        seen: The providers in words.
    """

    def __init__(
        self,
        municipality: Municipality,
        record: Record,
        clock: Clock,
        ids: IdSource,
        working: WorkingCalendar,
    ) -> None:
        self._municipality = municipality
        self._record = record
        self._clock = clock
        self._ids = ids
        self._working = working
        self._orders = DealOrder(municipality, record, clock, ids)
        self.explain = ExplainNonchoice(municipality, clock)
        self.seen = SeenProviders()

    def sections(
        self, case_ref: CaseRef, words: Words, medium: Medium, actor: str
    ) -> tuple[ServiceSection, ...]:
        """One section per granted service that can be chosen, order of the case; may be empty.

        The first call for a case deals its order and logs it; later calls show the same.

        Raises:
            NotFoundError: There is no such case.
            StorageError: The order could not be logged, and nothing may be shown.
        """
        file = self._record.case_file(case_ref)
        case = file.case_on(self._today())
        order = self.order_for_case(case, medium, actor)
        granted = offered_services(self._municipality, case, self._today())
        return tuple(
            replace(
                self._section(case, item, order, words),
                limit=self._limit(file, item, words),
                present=item.present_provider,
            )
            for item in granted
        )

    def order_for_case(self, case: Case, medium: Medium, actor: str) -> Order:
        """The case's own order over all its services; empty when nothing can be chosen."""
        offered = offered_to(self._municipality, case, self._today())
        if not offered:
            return ()
        return self._orders.for_case(case.reference, offered, medium, actor)

    def deal_orders(self, cases: Sequence[Case], medium: Medium, actor: str) -> None:
        """Deal the orders of cases that have none yet, all at once; the same as one by one.

        Raises:
            StorageError: They could not be logged, and nothing may be shown.
        """
        today = self._today()
        wanted = [(each.reference, offered_to(self._municipality, each, today)) for each in cases]
        self._orders.for_cases(wanted, medium, actor)

    def order_for_zone(
        self, zone: ZoneId, services: Sequence[ServiceId], medium: Medium, actor: str
    ) -> Order:
        """A fresh order for a reader who is nobody in particular, logged with no case."""
        offered = offered_in(self._municipality, zone, services, self._today())
        return self._orders.for_nobody(offered, medium, actor) if offered else ()

    def scope(self, case: Case, service: ServiceId) -> ProviderScope:
        """What the section of a granted service is made from."""
        granted = next(item for item in case.services if item.service == service)
        today = self._today()
        as_seen = self.seen.content(self._municipality, granted, case.zone, today)
        return ProviderScope(as_seen, case.zone, (service,), today)

    def note_view(self, case_ref: CaseRef, asked: ViewKind, actor: str) -> None:
        """Log that the person asked to see the providers in another way; not whom (N32).

        Raises:
            StorageError: It could not be logged.
        """
        now, body = self._clock.now(), ViewAsked(asked)
        self._record.append([Event(self._ids.event_id(), now, actor, case_ref, body)])

    def not_offered(self, case: Case, words: Words) -> tuple[NotOfferedBlock, ...]:
        """The granted services that cannot be chosen, each with its reason; may be empty."""
        return tuple(
            self._not_offered(item.service, item.reason, case.zone, words)
            for item in not_offered_services(self._municipality, case, self._today())
        )

    def _section(
        self, case: Case, granted: GrantedService, order: Order, words: Words
    ) -> ServiceSection:
        service = self._municipality.service(granted.service)
        offered = self._municipality.offered(service.id, case.zone, self._today())
        scope = self.scope(case, service.id)
        shown = [provider for provider in order if provider in offered]
        phrase = words.local(service.phrase)
        zone = words.local(self._municipality.zone(case.zone).phrase)
        return ServiceSection(
            service=service.id,
            name=words.local(service.name),
            phrase=phrase,
            title=words.gettext("Who will give you {service}?").format(service=phrase),
            zone_line=words.gettext("{service} in {zone}").format(
                service=words.local(service.name), zone=zone
            ),
            count_line=count_line(len(shown), words, is_a_to_z=False),
            providers=tuple(self.seen.block(provider, scope, words) for provider in shown),
            options=self._options(case, granted, words),
        )

    def _limit(self, file: CaseFile, granted: GrantedService, words: Words) -> str:
        today = self._today()
        made = limit_reached(self._municipality, file, granted, today)
        return "" if made is None else limit_text(made, self._municipality, today, words)

    def _options(
        self, case: Case, granted: GrantedService, words: Words
    ) -> tuple[OptionBlock, ...]:
        situation = situation_of(self._municipality, case, granted, self._today(), self._working)
        nonchoice = self.explain.for_service(case, granted.service, words)
        return compose_options(situation, nonchoice, words)

    def _not_offered(
        self, service: ServiceId, reason: NotOfferedReason, zone: ZoneId, words: Words
    ) -> NotOfferedBlock:
        if reason is NotOfferedReason.UNKNOWN:
            unknown = words.gettext("The municipality has no such service in the choice.")
            return NotOfferedBlock(service, service, reason, unknown)
        found = self._municipality.service(service)
        text = {
            NotOfferedReason.ZONE: words.gettext("In {zone} there is no choice for {service}."),
            NotOfferedReason.AGE: words.gettext("The choice applies from the age of {age}."),
            NotOfferedReason.NO_PROVIDER: words.gettext(
                "No provider can be chosen for {service} in {zone} now."
            ),
        }[reason]
        filled = text.format(
            zone=_zone_phrase(self._municipality, zone, words),
            service=words.local(found.phrase),
            age=found.min_age_years,
        )
        return NotOfferedBlock(service, words.local(found.name), reason, filled)

    def _today(self) -> date:
        return self._clock.now().date()


def _zone_phrase(municipality: Municipality, zone: ZoneId, words: Words) -> str:
    """A zone inside a sentence; its key once the pack has no such zone any more."""
    found = next((item for item in municipality.zones if item.id == zone), None)
    return zone if found is None else words.local(found.phrase)
