"""What a public machine shows to people who do not say who they are; no record is opened for it."""

from dataclasses import dataclass
from datetime import date

from kiosk.app.compose_comparison import compose_comparison
from kiosk.app.compose_provider import ProviderScope, compose_provider
from kiosk.app.deal_public_order import DealPublicOrder, fresh_key
from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.machine_log import MachineLog, OrderStock
from kiosk.app.ports.words import Words
from kiosk.domain.document.brochure import Comparison
from kiosk.domain.document.nonchoice_block import NonchoiceBlock
from kiosk.domain.document.service_section import ServiceSection
from kiosk.domain.eligibility import offered_in
from kiosk.domain.machine_event import MachineEvent, MachineEventId, PrintEnd, Value
from kiosk.domain.municipality import Municipality
from kiosk.domain.order_events import Medium
from kiosk.domain.ordering import Order
from kiosk.domain.places import as_full_for_one_more
from kiosk.domain.public_session import PublicSession, SessionEnd, SessionStart
from kiosk.domain.service import ServiceId, ZoneId


@dataclass(frozen=True, slots=True)
class PublicMachine:
    """Sessions, their order and their texts; every session stands in the machine's own log."""

    municipality: Municipality
    explain: ExplainNonchoice
    log: MachineLog
    stock: OrderStock
    clock: Clock
    ids: IdSource

    def begin(self, start: SessionStart = SessionStart.ALONE) -> PublicSession:
        """A new session, which knows nothing of anybody.

        Raises:
            StorageError: It could not be logged.
        """
        session = PublicSession(fresh_key(self.ids), start)
        self._note(MachineEventId.SESSION_BEGUN, session=session.id, start=start.value)
        return session

    def end(self, session: PublicSession, how: SessionEnd) -> None:
        """Log how a session ended.

        Raises:
            StorageError: It could not be logged.
        """
        self._note(MachineEventId.SESSION_ENDED, session=session.id, end=how.value)

    def services_in(self, zone: ZoneId) -> tuple[ServiceId, ...]:
        """Services with a choice in a zone, order of the municipality; may be empty."""
        return tuple(
            service.id
            for service in self.municipality.services
            if self.municipality.offered(service.id, zone, self._today())
        )

    def dealt(self, session: PublicSession) -> PublicSession:
        """The session with its order, which is dealt once.

        Raises:
            RefusedError: What happens without a choice has not been shown.
            StorageError: The order could not be logged, and nothing may be shown.
        """
        if session.order or session.zone is None:
            return session
        # Refused before a row is used.
        undealt = session.dealt(())
        offered = offered_in(self.municipality, session.zone, session.services, self._today())
        if not offered:
            return undealt
        dealing = DealPublicOrder(self.municipality, self.log, self.stock, self.clock, self.ids)
        return session.dealt(dealing.for_session(session.id, offered, Medium.SCREEN))

    def sorted_a_to_z(self, session: PublicSession, *, wanted: bool) -> PublicSession:
        """The names from A to Å, because the person asked for it, or as dealt again.

        Raises:
            StorageError: It could not be logged.
        """
        if wanted:
            self._note(MachineEventId.A_TO_Z_ASKED, session=session.id)
        return session.sorted_a_to_z(wanted)

    def nonchoice(self, session: PublicSession, words: Words) -> NonchoiceBlock:
        """What happens without a choice in the zone, to nobody in particular."""
        return self.explain.for_zone(self._zone(session), session.services, words)

    def shown_order(self, session: PublicSession, words: Words) -> Order:
        """The order on the screen: as dealt, or from A to Å."""
        if not session.is_a_to_z:
            return session.order
        names = {each: self.municipality.provider(each).name for each in session.order}
        return tuple(
            sorted(session.order, key=lambda each: alphabetic(names[each].in_(words.language)))
        )

    def sections(self, session: PublicSession, words: Words) -> tuple[ServiceSection, ...]:
        """One section per service, without any answer to give."""
        order = self.shown_order(session, words)
        return tuple(self._section(session, service, order, words) for service in session.services)

    def comparison(self, session: PublicSession, service: ServiceId, words: Words) -> Comparison:
        """Those whom the person picked side by side, in the order of the session (N25)."""
        order = [each for each in session.order if each in session.compared]
        scope = ProviderScope(self._full(service, session), self._zone(session), (service,))
        return compose_comparison(service, tuple(order), scope, words)

    def note_brochure(self, outcome: PrintEnd) -> None:
        """Log that a brochure was printed or not; not which.

        Raises:
            StorageError: It could not be logged.
        """
        self._note(MachineEventId.BROCHURE_PRINTED, outcome=outcome.value)

    def _section(
        self, session: PublicSession, service: ServiceId, order: Order, words: Words
    ) -> ServiceSection:
        zone, found = self._zone(session), self.municipality.service(service)
        offered = self.municipality.offered(service, zone, self._today())
        shown = [each for each in order if each in offered]
        scope = ProviderScope(self._full(service, session), zone, (service,))
        name, phrase = words.local(found.name), words.local(found.phrase)
        place = words.local(self.municipality.zone(zone).phrase)
        return ServiceSection(
            service=service,
            name=name,
            phrase=phrase,
            title=words.gettext("Who can give {service}?").format(service=phrase),
            zone_line=words.gettext("{service} in {zone}").format(service=name, zone=place),
            count_line=count_line(len(shown), words, is_a_to_z=session.is_a_to_z),
            providers=tuple(compose_provider(each, scope, words) for each in shown),
            options=(),
        )

    def _full(self, service: ServiceId, session: PublicSession) -> Municipality:
        """The content with nothing known of places that the record counts."""
        zone = self._zone(session)
        return as_full_for_one_more(self.municipality, service, zone, {}, self._today())

    def _zone(self, session: PublicSession) -> ZoneId:
        if session.zone is None:
            raise LookupError
        return session.zone

    def _today(self) -> date:
        return self.clock.now().date()

    def _note(self, kind: MachineEventId, **fields: Value) -> None:
        self.log.append([MachineEvent(kind, self._today(), fields)])


def count_line(count: int, words: Words, *, is_a_to_z: bool) -> str:
    """How many providers, and in which order they stand."""
    if is_a_to_z:
        return words.ngettext(
            "{count} provider from A to Å", "{count} providers from A to Å", count
        ).format(count=count)
    return words.ngettext("{count} provider", "{count} providers in random order", count).format(
        count=count
    )


_LAST = {"æ": 1, "ä": 1, "ø": 2, "ö": 2, "å": 3}


def alphabetic(name: str) -> list[tuple[int, str]]:
    """A key that sorts by the Norwegian alphabet, whatever the case of the letters."""
    return [(_LAST.get(letter, 0), letter) for letter in name.casefold()]
