"""How far an exit has come: who is asked, who has answered, who is silent, who is left."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.app.exits.standing_exits import helped_of
from kiosk.app.ports.case_file import CaseFile, CaseFilter
from kiosk.app.ports.record import Record
from kiosk.app.watch import ALONE, Watch
from kiosk.domain.case import CaseRef
from kiosk.domain.exits.affected import (
    Helped,
    Touched,
    is_left,
    must_answer,
    needs_take_over,
    touched,
)
from kiosk.domain.exits.asking import letters_about, reached_after
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.exits.stand_in import SpareRoom, spare_room
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import Unit
from kiosk.domain.nonchoice.silence import Letter, LetterKind, Patience, Reach, asking_about
from kiosk.domain.nonchoice.standing import Spot
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


class Stage(Enum):
    """How far one person has come.

    Attributes:
        LETTER_DUE: No letter about the exit was posted.
        TO_TELL: The same, of somebody who has chosen another, and is told who helps between.
        ASKED: A letter is posted, and there is time to answer.
        REMINDER_DUE: The time is over, and nobody has reminded the person.
        RETURNED: The letter came back.
        SILENT: Letter and reminder are there, and no answer: the rule is applied.
        WAITS_FOR_RULE: Has said something that leaves it to the rule or to later.
        SETTLED: Somebody else helps, or is going to.
    """

    LETTER_DUE = "letter_due"
    TO_TELL = "to_tell"
    ASKED = "asked"
    REMINDER_DUE = "reminder_due"
    RETURNED = "returned"
    SILENT = "silent"
    WAITS_FOR_RULE = "waits_for_rule"
    SETTLED = "settled"


_BY_REACH = {
    Reach.LETTER_DUE: Stage.LETTER_DUE,
    Reach.WAITING: Stage.ASKED,
    Reach.REMINDER_DUE: Stage.REMINDER_DUE,
    Reach.REMINDED: Stage.ASKED,
    Reach.RETURNED: Stage.RETURNED,
    Reach.SILENT: Stage.SILENT,
}


@dataclass(frozen=True, slots=True)
class Concerned:
    """One service of one person whom an exit concerns.

    Attributes:
        touched: What the person had, or has, to do with the provider; None for somebody who has
            chosen another in time since.
        stand_in: Who helps from the first day without, unless somebody else does; None where
            nobody could be named.
        is_left: The last day is over, and the person has nobody but the stand-in.
    """

    case: CaseRef
    name: str
    service: ServiceId
    zone: ZoneId
    touched: Touched | None
    stage: Stage
    stand_in: ProviderId | None
    is_left: bool


@dataclass(frozen=True, slots=True)
class ExitStatus:
    """An exit as it stands on a day.

    Attributes:
        people: By zone, service and name.
        rooms: Of everybody else where it concerns somebody, by service, zone and key.
    """

    exit: ProviderExit
    people: tuple[Concerned, ...]
    rooms: tuple[SpareRoom, ...]

    @property
    def counts(self) -> Counter[tuple[ServiceId, ZoneId, Stage]]:
        """How many people stand where, per service and zone."""
        return Counter((each.service, each.zone, each.stage) for each in self.people)

    @property
    def unseen(self) -> tuple[Concerned, ...]:
        """Whom nobody has been named for; ``ProviderExits.follow_up`` sees to them."""
        return tuple(each for each in self.people if each.stand_in is None)

    @property
    def left(self) -> tuple[Concerned, ...]:
        """Who has nobody of their own after the last day."""
        return tuple(each for each in self.people if each.is_left)


def exit_status(
    municipality: Municipality, record: Record, exit_: ProviderExit, today: date
) -> ExitStatus:
    """One exit as it stands; see ``look_at_exits``."""
    (status,) = look_at_exits(municipality, record, [exit_], today)
    return status


def look_at_exits(
    municipality: Municipality,
    record: Record,
    exits: Sequence[ProviderExit],
    today: date,
    watch: Watch = ALONE,
) -> tuple[ExitStatus, ...]:
    """Look at every open case once; the status of each exit, in the same order.

    Args:
        municipality: The content, with the exits that hold.
        record: Knows the cases.
        exits: Announced, or only planned.
        today: The day.
        watch: Told of every case; may stop the look.

    Raises:
        CancelledError: It was stopped.
        StorageError: The record could not be read.
    """
    people: tuple[list[Concerned], ...] = tuple([] for _ in exits)
    references = sorted(record.find_cases("", CaseFilter.ALL, today)) if exits else ()
    for number, reference in enumerate(references, 1):
        watch.heed()
        file = record.case_file(reference)
        for exit_, found in zip(exits, people, strict=True):
            found.extend(concerned(file, exit_, municipality.patience, today))
        watch.progress(number, len(references))
    pairs = zip(exits, people, strict=True)
    return tuple(_status(municipality, record, exit_, found) for exit_, found in pairs)


def _status(
    municipality: Municipality, record: Record, exit_: ProviderExit, people: list[Concerned]
) -> ExitStatus:
    def used(spot: Spot, unit: Unit) -> int:
        service, zone, provider = spot
        return record.taken(service, zone).get(provider, Taken()).promised(unit)

    people.sort(key=lambda each: (each.zone, each.service, each.name, each.case))
    spots = {(each.service, each.zone) for each in people}
    rooms = spare_room(municipality, exit_, used, spots)
    return ExitStatus(exit_, tuple(people), rooms)


def concerned(
    file: CaseFile, exit_: ProviderExit, patience: Patience, today: date
) -> Iterator[Concerned]:
    """The services of a case that an exit concerns, or has concerned; nothing of closed cases."""
    for helped in helped_of(file, today) if file.case.is_open else ():
        named = _named(helped, exit_)
        how = touched(helped, exit_)
        if named is None and how is None:
            continue
        yield Concerned(
            case=file.case.reference,
            name=file.case.name,
            service=helped.service,
            zone=helped.zone,
            touched=how,
            stage=_stage(file, helped, exit_, patience, today),
            stand_in=named,
            is_left=is_left(helped, exit_, today),
        )


def _named(helped: Helped, exit_: ProviderExit) -> ProviderId | None:
    if needs_take_over(helped, exit_):
        return None
    told = (each.helper for each in helped.help.take_overs if each.exit == exit_.id)
    return next(told, None)


def _stage(
    file: CaseFile, helped: Helped, exit_: ProviderExit, patience: Patience, today: date
) -> Stage:
    letters = letters_about(file.letters, exit_)
    if not must_answer(helped, exit_):
        is_between = touched(helped, exit_) is Touched.BETWEEN
        return _stage_of_told(letters) if is_between else Stage.SETTLED
    if helped.has_spoken_since(exit_):
        return Stage.WAITS_FOR_RULE
    asking = asking_about(file.letters, helped.service)
    where = reached_after(asking, exit_, patience, today)
    return _BY_REACH[where.reach]


def _stage_of_told(letters: Sequence[Letter]) -> Stage:
    """Where somebody stands who is asked nothing: told by a letter that has not come back."""
    told = [each for each in letters if each.kind is LetterKind.EXIT]
    if not told:
        return Stage.TO_TELL
    return Stage.SETTLED if told[-1].returned_on is None else Stage.RETURNED
