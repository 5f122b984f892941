"""What happens to those who do not choose, as events.

What tells about a person lies in events of the case and goes with it; what a run was worked out
with, and what it gave in which place, tells about nobody and stays (domain 6.1, replay).
"""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.choice import ServiceAnswer
from kiosk.domain.exits.exit_told import ExitTold
from kiosk.domain.language import LocalText
from kiosk.domain.nonchoice.applicant import Applicant, Counted, Known
from kiosk.domain.nonchoice.proposal import PassedOver, Way, able_of
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.nonchoice.standing import ShareSeen
from kiosk.domain.nonchoice.stored import StoredQueue, StoredRule, StoredStanding, StoredSupply
from kiosk.domain.nonchoice.told import RuleTold
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


@dataclass(frozen=True, slots=True)
class LetterPosted:
    """A letter to the person was posted; the deadline runs from here.

    Attributes:
        told: The rules that it told of; None in events of versions that did not store them, and
            for letters that ask for nothing.
        exits: The exits that it told of; None in events of versions that did not store them, and
            for other letters than those about exits.
        reply_by: The last day that is printed in it; None where that is unknown, or where it tells
            none.
        services: Those that it asks about; None where that is unknown, and for letters that ask
            for nothing.
        is_copy_only: Whether it went to somebody else alone, since the person has no address; it
            has not reached the person then.
    """

    letter: LetterKind
    posted_on: date
    told: tuple[RuleTold, ...] | None = None
    exits: tuple[ExitTold, ...] | None = None
    reply_by: date | None = None
    services: tuple[ServiceId, ...] | None = None
    is_copy_only: bool = False


@dataclass(frozen=True, slots=True)
class LetterReturned:
    """The newest letter of a kind came back; the person is not silent but not reached."""

    letter: LetterKind
    returned_on: date


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """The office has asked the person again, in whatever way; silence is counted from here."""

    asked_on: date


@dataclass(frozen=True, slots=True)
class WishesNoted:
    """What an officer noted for the rule; replaces what was noted for the service before.

    Attributes:
        known: Who knows the person already.
        objects_to: Providers that the person expressly does not want; by key.
    """

    service: ServiceId
    known: Known
    objects_to: tuple[ProviderId, ...]


@dataclass(frozen=True, slots=True)
class RunOpened:
    """A run of the rules, from its first confirmation on.

    Attributes:
        run: Key of the run.
        content_version: Of the pack that the rules came from.
        rules: Those that were applied, by service, zone and key.
        standing: How far they had come.
        supplies: Who could be picked, by service and zone.
        seed: Of the draws, in runs from before each person had a lot; empty since.
    """

    run: str
    on: date
    content_version: str
    rules: tuple[StoredRule, ...]
    standing: StoredStanding
    supplies: tuple[StoredSupply, ...]
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What a run gave in one place; tells about nobody.

    Attributes:
        rule: Key of the rule.
        way: None where the person was set aside.
        present, counted: As in the domain's ``Applicant``.
    """

    position: int
    service: ServiceId
    zone: ZoneId
    rule: str
    minutes_per_week: int
    way: Way | None = None
    provider: ProviderId | None = None
    present: ProviderId | None = None
    counted: Counted | None = None


@dataclass(frozen=True, slots=True)
class StepsTaken:
    """Proposals of a run that somebody confirmed, or set aside.

    Attributes:
        steps: By position; at least one.
        queues: Where the turns of the rules stand afterwards.
    """

    run: str
    steps: tuple[Step, ...]
    queues: tuple[StoredQueue, ...]


@dataclass(frozen=True, slots=True)
class ServiceAllocated:
    """A person's service was settled by the rule, and somebody confirmed it.

    Attributes:
        applicant: What the rule knew of the person.
        rule: Key and version.
        considered, passed, share: As in the domain's ``Proposal``.
        answer: What follows, as for a choice: who helps, from when, under the names of the day.
        content_version: Of the pack whose rule it is.
        person, municipality, office: Names on the day.
        lot: What it was drawn with; with the keys of those who could come, anybody can repeat the
            draw. Empty for ways without one.
        seed: Of the run's draws, in runs from before each person had a lot; empty since.
    """

    run: str
    position: int
    applicant: Applicant
    rule: str
    way: Way
    considered: tuple[ProviderId, ...]
    passed: tuple[PassedOver, ...]
    share: ShareSeen | None
    answer: ServiceAnswer
    content_version: str
    person: str
    municipality: str
    office: LocalText
    lot: str = ""
    seed: str = ""

    @property
    def could_come(self) -> tuple[ProviderId, ...]:
        """Whom the rule could have given the person to, of those it came to; in that order."""
        return able_of(self.considered, self.passed)


@dataclass(frozen=True, slots=True)
class AllocationSetAside:
    """Somebody took a person out of a run; the person is proposed again in the next one.

    Attributes:
        reason: In staff's words; short, no health details.
    """

    run: str
    position: int
    service: ServiceId
    reason: str
