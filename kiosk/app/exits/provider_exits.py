"""Announces that a provider stops, or goes on after all."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.exits.planned_exit import Planned, Planning
from kiosk.app.exits.standing_exits import helped_of, known_exits, standing_exits
from kiosk.app.ports.case_file import CaseFile, CaseFilter
from kiosk.app.ports.machine import Clock, IdSource
from kiosk.app.ports.record import Record
from kiosk.app.staff_rights import rights_objections
from kiosk.app.watch import ALONE, Watch
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.errors import NotFoundError, Refusal, RefusedError, StorageError, Thing
from kiosk.domain.event import Event, EventBody
from kiosk.domain.exits.affected import Helped, needs_take_over
from kiosk.domain.exits.events import ExitCalledOff, HelpTakenOver, ProviderExitAnnounced
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.exits.stand_in import stand_in_for
from kiosk.domain.free_text import LONGEST_NOTE, objections
from kiosk.domain.helping import TakeOver
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.service import ProviderId
from kiosk.domain.staff import StaffRight

__all__ = ["AT_ONCE", "Planned", "ProviderExits"]

AT_ONCE = 200
"""Cases whose take-over is stored in one go."""


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
        exits, today = standing_exits(self.record), self.clock.now().date()
        planning = Planning(with_exits(self.municipality, exits), exits, self.working, today)
        return planning.made(wanted, self.ids.event_id())

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
        self.see_to(actor, watch)
        return exit_

    def follow_up(self, actor: str, watch: Watch = ALONE) -> int:
        """Finish an announcement that was cut short; see ``see_to``.

        Raises:
            RefusedError: The actor may not do that.
            StorageError: What was stored before it holds.
        """
        self._require(actor)
        return self.see_to(actor, watch)

    def see_to(self, actor: str, watch: Watch = ALONE) -> int:
        """Name who helps instead, for everybody whom an exit concerns and nobody has named it for.

        Also for those who came in by a later list, whoever took it in.

        Returns:
            How many services of how many people were seen to.

        Raises:
            StorageError: What was stored before it holds.
        """
        exits, today, content = standing_exits(self.record), self.clock.now().date(), self.content()
        if not exits:
            return 0
        cases = self.record.find_cases("", CaseFilter.ALL, today)
        return self._store_for_each(
            cases, lambda file: self._take_overs(file, exits, content, today), actor, watch
        )

    def see_to_case(self, case: CaseRef, actor: str) -> None:
        """The same for one person, whose answer was stored, changed or taken back just now.

        Where that cannot be stored, the status of the exit says that somebody must be named.
        """
        with suppress(StorageError):
            exits, today = standing_exits(self.record), self.clock.now().date()
            if exits and self.record.case_file(case).case.is_open:
                content = self.content()
                self._store_for_each(
                    [case], lambda file: self._take_overs(file, exits, content, today), actor, ALONE
                )

    def call_off(self, exit_id: str, reason: str, actor: str, watch: Watch = ALONE) -> int:
        """The provider goes on after all, from today.

        Args:
            exit_id: Key of the exit.
            reason: In staff's words; nothing about persons.
            actor: Who is signed in.
            watch: Told of every case.

        Returns:
            For how many services of people it helps again, as far as they have not chosen another;
            closed cases are counted too, since they may be opened again.

        Raises:
            NotFoundError: There is no such exit.
            RefusedError: The actor may not do that, it was called off before, or the reason cannot
                be stored.
            StorageError: What was stored before it holds; the same attempt goes on.
        """
        self._require(actor)
        known = {each.exit.id: each for each in known_exits(self.record)}
        if exit_id not in known:
            raise NotFoundError(Thing.EXIT)
        cases = self.record.case_refs()
        is_off = known[exit_id].called_off_at is not None
        if is_off and not self._is_left(exit_id, cases):
            raise RefusedError([Refusal("exit.called_off_already")])
        refusals = objections(reason, LONGEST_NOTE, "exit.reason_missing")
        if refusals:
            raise RefusedError(refusals)
        if not is_off:
            self._store([(ExitCalledOff(exit_id, reason.strip()), None)], actor)
        return self._store_for_each(cases, lambda file: self._ended(file, exit_id), actor, watch)

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

    def _store_for_each(
        self,
        cases: Iterable[CaseRef],
        bodies_of: Callable[[CaseFile], Iterable[HelpTakenOver]],
        actor: str,
        watch: Watch,
    ) -> int:
        """Store what follows for each case, some cases in one go; how many events."""
        references = sorted(cases)
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
            noted, now = file.wishes.get(helped.service), helped
            unwanted = {each.id: set(noted.objects_to if noted else ()) for each in exits}
            for each in helped.help.take_overs:
                unwanted.setdefault(each.exit, set()).add(each.helper)
            # Whoever stands in may stop as well, by an exit that was announced before or after.
            while (found := _next(now, exits, content, unwanted)) is not None:
                exit_, helper = found
                unwanted[exit_.id].add(helper)
                taken = self._taken(now, exit_, helper)
                yield taken
                now = _with(now, taken.take_over)

    def _taken(self, helped: Helped, exit_: ProviderExit, helper: ProviderId) -> HelpTakenOver:
        return HelpTakenOver(
            helped.service,
            TakeOver(exit_.id, exit_.provider, helper, exit_.takes_over_on),
            self._name(exit_.provider),
            self._name(helper),
        )

    def _is_left(self, exit_id: str, cases: Iterable[CaseRef]) -> bool:
        """Whether calling off was cut short before everybody was seen to."""
        return any(any(self._ended(self.record.case_file(each), exit_id)) for each in cases)

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


def _next(
    helped: Helped,
    exits: Sequence[ProviderExit],
    content: Municipality,
    unwanted: Mapping[str, Collection[ProviderId]],
) -> tuple[ProviderExit, ProviderId] | None:
    """The first exit that somebody must be named for, and whom; None once everybody is."""
    needed = (each for each in exits if needs_take_over(helped, each))
    named = (
        (each, stand_in_for(helped, each, content, unwanted[each.id], exits)) for each in needed
    )
    return next(((each, who) for each, who in named if who is not None), None)


def _with(helped: Helped, take_over: TakeOver) -> Helped:
    others = (each for each in helped.help.take_overs if each.exit != take_over.exit)
    taken = (*others, take_over)
    return replace(helped, help=replace(helped.help, take_overs=taken))
