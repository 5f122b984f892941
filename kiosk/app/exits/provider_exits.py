"""Announces that a provider stops, or goes on after all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.exits.standing_exits import helped_of, known_exits, standing_exits
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import CaseFile, CaseFilter, Record
from kiosk.app.staff_rights import rights_objections
from kiosk.app.watch import ALONE, Watch
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.errors import NotFoundError, Refusal, RefusedError, Thing
from kiosk.domain.event import Event, EventBody
from kiosk.domain.exits.affected import Helped, needs_take_over
from kiosk.domain.exits.events import ExitCalledOff, HelpTakenOver, ProviderExitAnnounced
from kiosk.domain.exits.exit import AnswerTime, ExitCause, ProviderExit
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.exits.stand_in import stand_in
from kiosk.domain.helping import TakeOver
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.staff import StaffRight

AT_ONCE = 200
"""Cases whose take-over is stored in one go."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What is announced.

    Attributes:
        services, zones: Where it stops; empty for everywhere that it is offered.
        last_day: Last day on which it helps; before today where it has stopped already.
        answer_by: Last day for the new answer; None to have it worked out.
        backup: Who takes over; None for whoever helps by the rule until a choice.
    """

    provider: ProviderId
    last_day: date
    cause: ExitCause
    services: tuple[ServiceId, ...] = ()
    zones: tuple[ZoneId, ...] = ()
    answer_by: date | None = None
    backup: ProviderId | None = None


@dataclass(frozen=True, slots=True)
class ProviderExits:
    """Exits of providers; each is one event, and one more per person whom it concerns.

    Attributes:
        municipality: As its content pack says; the exits are joined here.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource
    working: WorkingCalendar

    def plan(self, wanted: Planned) -> ProviderExit:
        """The exit as it would be announced now; nothing is stored.

        Raises:
            NotFoundError: There is no such provider, service or zone.
            RefusedError: It cannot be so.
        """
        content = self.content()
        provider = content.provider(wanted.provider)
        services = wanted.services or tuple({offer.service for offer in provider.offers})
        zones = wanted.zones or tuple(
            zone.id for zone in content.zones if any(zone.id in o.zones for o in provider.offers)
        )
        today = self.clock.now().date()
        notices = tuple(content.notice_of(content.service(each).id) for each in services)
        time = AnswerTime(content.patience, notices, self.working)
        made = ProviderExit(
            id=self.ids.event_id(),
            provider=provider.id,
            services=tuple(sorted(services)),
            zones=tuple(sorted(content.zone(each).id for each in zones)),
            announced_on=today,
            last_day=wanted.last_day,
            cause=wanted.cause,
            answer_by=wanted.answer_by or time.answer_by(today, wanted.last_day),
            backup=None if wanted.backup is None else content.provider(wanted.backup).id,
        )
        refusals = list(self._refusals(made, content))
        if refusals:
            raise RefusedError(refusals)
        return made

    def announce(self, wanted: Planned, actor: str, watch: Watch = ALONE) -> ProviderExit:
        """Announce an exit, and name who helps each person from the first day without.

        Args:
            wanted: What is announced.
            actor: Who is signed in.
            watch: Told of every case.

        Raises:
            NotFoundError: There is no such provider, service or zone.
            RefusedError: The actor may not do that, or it cannot be so.
            StorageError: What was stored before it holds; ``follow_up`` goes on.
        """
        self._require(actor)
        exit_ = self.plan(wanted)
        name = self.municipality.provider(exit_.provider).name
        self._store([(ProviderExitAnnounced(exit_, name), None)], actor)
        self.follow_up(actor, watch)
        return exit_

    def follow_up(self, actor: str, watch: Watch = ALONE) -> int:
        """Name who helps instead, for everybody whom an exit concerns and nobody has named it for.

        Also for those who came in by a later list, and where an announcement was cut short.

        Returns:
            How many services of how many people were seen to.

        Raises:
            StorageError: What was stored before it holds.
        """
        exits, today, content = standing_exits(self.record), self.clock.now().date(), self.content()
        if not exits:
            return 0
        return self._store_for_each(
            lambda file: self._take_overs(file, exits, content, today), actor, watch
        )

    def call_off(self, exit_id: str, reason: str, actor: str, watch: Watch = ALONE) -> int:
        """The provider goes on after all, from today.

        Args:
            exit_id: Key of the exit.
            reason: In staff's words; nothing about persons.
            actor: Who is signed in.
            watch: Told of every case.

        Returns:
            For how many services of people it helps again, as far as they have not chosen another.

        Raises:
            NotFoundError: There is no such exit that holds.
            RefusedError: The actor may not do that, or gave no reason.
            StorageError: What was stored before it holds; the same attempt goes on.
        """
        self._require(actor)
        known = {each.exit.id: each for each in known_exits(self.record)}
        if exit_id not in known:
            raise NotFoundError(Thing.EXIT)
        if not reason.strip():
            raise RefusedError([Refusal("exit.reason_missing")])
        if known[exit_id].called_off_at is None:
            self._store([(ExitCalledOff(exit_id, reason.strip()), None)], actor)
        return self._store_for_each(lambda file: self._ended(file, exit_id), actor, watch)

    def content(self) -> Municipality:
        """The content with every exit that holds.

        Raises:
            StorageError: The record could not be read.
        """
        return with_exits(self.municipality, standing_exits(self.record))

    def _require(self, actor: str) -> None:
        refusals = rights_objections(self.record, actor, StaffRight.ANNOUNCE_EXIT)
        if refusals:
            raise RefusedError(refusals)

    def _refusals(self, exit_: ProviderExit, content: Municipality) -> Iterator[Refusal]:
        spots = [(service, zone) for service in exit_.services for zone in exit_.zones]
        provider = content.provider(exit_.provider)
        offered = [spot for spot in spots if provider.offer_for(*spot) is not None]
        if not offered:
            yield Refusal("exit.nothing_to_stop")
        if any(self._is_same(each, exit_) for each in standing_exits(self.record)):
            yield Refusal("exit.announced_already")
        if exit_.answer_by <= exit_.announced_on:
            yield Refusal("exit.answer_by_passed")
        if exit_.backup == exit_.provider:
            yield Refusal("exit.backup_is_the_same")
        if any(stand_in(content, exit_, *spot) is None for spot in offered):
            yield Refusal("exit.nobody_takes_over")

    @staticmethod
    def _is_same(known: ProviderExit, exit_: ProviderExit) -> bool:
        """Whether an exit that holds is about something of this one already."""
        return known.provider == exit_.provider and any(
            known.covers(service, zone) for service in exit_.services for zone in exit_.zones
        )

    def _store_for_each(
        self,
        bodies_of: Callable[[CaseFile], Iterable[HelpTakenOver]],
        actor: str,
        watch: Watch,
    ) -> int:
        """Store what follows for every open case, some cases in one go; how many events."""
        today = self.clock.now().date()
        references = sorted(self.record.find_cases("", CaseFilter.ALL, today))
        waiting: list[tuple[EventBody, CaseRef | None]] = []
        done = 0
        for number, reference in enumerate(references, 1):
            found = [(each, reference) for each in bodies_of(self.record.case_file(reference))]
            waiting += found
            done += len(found)
            if len(waiting) >= AT_ONCE or number == len(references):
                self._store(waiting, actor)
                waiting = []
            watch.progress(number, len(references))
        return done

    def _take_overs(
        self,
        file: CaseFile,
        exits: Sequence[ProviderExit],
        content: Municipality,
        today: date,
    ) -> Iterator[HelpTakenOver]:
        for helped in helped_of(file, today):
            now = helped
            for exit_ in exits:
                helper = stand_in(content, exit_, now.service, now.zone)
                if helper is not None and needs_take_over(now, exit_):
                    taken = self._taken(now, exit_, helper)
                    yield taken
                    now = _with(now, taken.take_over)

    def _taken(self, helped: Helped, exit_: ProviderExit, helper: ProviderId) -> HelpTakenOver:
        from_on = exit_.takes_over_on
        return HelpTakenOver(
            helped.service,
            TakeOver(exit_.id, exit_.provider, helper, from_on),
            self._name(exit_.provider),
            self._name(helper),
        )

    def _ended(self, file: CaseFile, exit_id: str) -> Iterator[HelpTakenOver]:
        today = self.clock.now().date()
        for service, help_ in file.helps.items():
            for each in help_.take_overs:
                if each.exit == exit_id and each.until is None:
                    ended = replace(each, until=max(today, each.from_on))
                    yield HelpTakenOver(
                        service, ended, self._name(each.leaving), self._name(each.helper)
                    )

    def _name(self, provider: ProviderId) -> LocalText:
        try:
            return self.municipality.provider(provider).name
        except NotFoundError:
            return LocalText.same(provider)

    def _store(self, bodies: Iterable[tuple[EventBody, CaseRef | None]], actor: str) -> None:
        now = self.clock.now()
        events = [
            Event(EventId(self.ids.event_id()), now, actor, case, body) for body, case in bodies
        ]
        if events:
            self.record.append(events)


def _with(helped: Helped, take_over: TakeOver) -> Helped:
    taken = (*helped.help.take_overs, take_over)
    return replace(helped, help=replace(helped.help, take_overs=taken))
