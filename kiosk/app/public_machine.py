"""What a public machine shows to people who do not say who they are; no record is opened for it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kiosk.app.compose_provider import ProviderScope, compose_provider
from kiosk.app.deal_public_order import DealPublicOrder, fresh_key
from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.ports.known_exits import KnownExits
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.machine_log import MachineLog, OrderStock
from kiosk.app.ports.words import Words
from kiosk.app.see_providers import count_line
from kiosk.domain.asked_view import ViewKind
from kiosk.domain.document.nonchoice_block import NonchoiceBlock
from kiosk.domain.document.service_section import ServiceSection
from kiosk.domain.eligibility import offered_in
from kiosk.domain.errors import StorageError
from kiosk.domain.machine_event import MachineEvent, MachineEventId, PrintEnd, Value
from kiosk.domain.municipality import Municipality
from kiosk.domain.order_events import Medium
from kiosk.domain.places import as_full_for_one_more
from kiosk.domain.public_session import PublicSession, SessionEnd, SessionStart
from kiosk.domain.service import ServiceId, ZoneId

if TYPE_CHECKING:
    from kiosk.domain.exits.exit import ProviderExit


@dataclass(frozen=True, slots=True)
class PublicMachine:
    """Sessions, their order and their texts; every session stands in the machine's own log."""

    municipality: Municipality
    explain: ExplainNonchoice
    log: MachineLog
    stock: OrderStock
    clock: Clock
    ids: IdSource
    known: KnownExits | None = None

    def knowing(
        self, municipality: Municipality, exits: Sequence["ProviderExit"]
    ) -> "PublicMachine":
        """The machine with the content that the record has told of, before it is closed.

        Which providers stop is kept for the next start. A machine that cannot write it down still
        knows it until it is switched off.

        Args:
            municipality: The content with those exits.
            exits: All that the record tells of; may be empty.
        """
        if self.known is not None:
            with suppress(StorageError):
                self.known.keep(exits)
        explain = ExplainNonchoice(municipality, self.clock)
        return replace(self, municipality=municipality, explain=explain)

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

    def end_left(self, latest: Sequence[MachineEvent]) -> None:
        """Log that nobody finished what a crash or a power cut ended: it was abandoned (G13).

        Args:
            latest: The last lines of the log, oldest first; may be empty.

        Raises:
            StorageError: It could not be logged.
        """
        ended = {
            event.fields["session"] for event in latest if event.id is MachineEventId.SESSION_ENDED
        }
        begun = (event for event in latest if event.id is MachineEventId.SESSION_BEGUN)
        for left in begun:
            if left.fields["session"] not in ended:
                fields = {"session": left.fields["session"], "end": SessionEnd.ABANDONED.value}
                self._note(MachineEventId.SESSION_ENDED, **fields)

    def services_in(self, zone: ZoneId) -> tuple[ServiceId, ...]:
        """Services with a choice in a zone, order of the municipality; may be empty."""
        return tuple(
            service.id
            for service in self.municipality.services
            if self.municipality.offered(service.id, zone, self._today())
        )

    def dealt(self, session: PublicSession) -> PublicSession:
        """The session with its order, which is dealt once for those who are offered.

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
        drawn = session.drawn_for(offered)
        if drawn:
            return session.dealt(drawn)
        dealing = DealPublicOrder(self.municipality, self.log, self.stock, self.clock, self.ids)
        return session.dealt(dealing.for_session(session.id, offered, Medium.SCREEN))

    def note_view(self, session: PublicSession, asked: ViewKind) -> None:
        """Log that the person asked to see the providers in another way; not whom.

        Raises:
            StorageError: It could not be logged.
        """
        kind = {
            ViewKind.A_TO_Z: MachineEventId.A_TO_Z_ASKED,
            ViewKind.SOME: MachineEventId.SOME_ASKED,
            ViewKind.COMPARED: MachineEventId.COMPARISON_ASKED,
        }[asked]
        self._note(kind, session=session.id)

    def nonchoice(self, session: PublicSession, words: Words) -> NonchoiceBlock:
        """What happens without a choice in the zone, to nobody in particular."""
        return self.explain.for_zone(self._zone(session), session.services, words)

    def sections(self, session: PublicSession, words: Words) -> tuple[ServiceSection, ...]:
        """One section per service, without any answer to give; everybody, in the dealt order."""
        return tuple(self._section(session, service, words) for service in session.services)

    def scope(self, session: PublicSession, service: ServiceId) -> ProviderScope:
        """What the section of a service is made from, with nothing of places that the record counts."""
        zone = self._zone(session)
        today = self._today()
        full = as_full_for_one_more(self.municipality, service, zone, {}, today)
        return ProviderScope(full, zone, (service,), today)

    def note_brochure(self, outcome: PrintEnd) -> None:
        """Log that a brochure was printed or not; not which.

        Raises:
            StorageError: It could not be logged.
        """
        self._note(MachineEventId.BROCHURE_PRINTED, outcome=outcome.value)

    def _section(self, session: PublicSession, service: ServiceId, words: Words) -> ServiceSection:
        zone, found = self._zone(session), self.municipality.service(service)
        offered = self.municipality.offered(service, zone, self._today())
        shown = [each for each in session.order if each in offered]
        scope = self.scope(session, service)
        name, phrase = words.local(found.name), words.local(found.phrase)
        place = words.local(self.municipality.zone(zone).phrase)
        return ServiceSection(
            service=service,
            name=name,
            phrase=phrase,
            title=words.gettext("Who can give {service}?").format(service=phrase),
            zone_line=words.gettext("{service} in {zone}").format(service=name, zone=place),
            count_line=count_line(len(shown), words, is_a_to_z=False),
            providers=tuple(compose_provider(each, scope, words) for each in shown),
            options=(),
        )

    def _zone(self, session: PublicSession) -> ZoneId:
        if session.zone is None:
            raise LookupError
        return session.zone

    def _today(self) -> date:
        return self.clock.now().date()

    def _note(self, kind: MachineEventId, **fields: Value) -> None:
        self.log.append([MachineEvent(kind, self._today(), fields)])
