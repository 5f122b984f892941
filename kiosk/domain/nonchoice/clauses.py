"""The clauses of an announcement: each one thing that a rule can give, and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.domain.nonchoice.parts import Circle, ShareScope, Skipped, Unit, Window
from kiosk.domain.nonchoice.proposal import SHARE_WAYS, Way
from kiosk.domain.service import ProviderId

Result = tuple[Way, ProviderId | None]


@dataclass(frozen=True, slots=True)
class Keeps:
    """Whoever has help keeps it.

    Attributes:
        provider: Who helps this person now; None where nobody in particular is told.
    """

    provider: ProviderId | None

    def results(self) -> Iterator[Result]:
        """What the rule can give by this clause."""
        yield Way.KEEPS, self.provider


@dataclass(frozen=True, slots=True)
class ComesAgain:
    """A provider that helped within so many months comes again, if it can.

    Attributes:
        provider: This person's; None where nobody in particular is told.
    """

    provider: ProviderId | None
    months: int

    def results(self) -> Iterator[Result]:
        """What the rule can give by this clause."""
        yield Way.FORMER, self.provider


@dataclass(frozen=True, slots=True)
class SameHome:
    """The provider of somebody in the same home comes to both, if it can.

    Attributes:
        provider: This person's; None where nobody in particular is told.
    """

    provider: ProviderId | None

    def results(self) -> Iterator[Result]:
        """What the rule can give by this clause."""
        yield Way.HOUSEHOLD, self.provider


@dataclass(frozen=True, slots=True)
class StartsUp:
    """New people go to a new provider until a day, or until it has so many.

    Attributes:
        last_day: Last day of the period.
        limit: Users, or hours a week.
        first_day: Of a period that has not begun; None once it has.
    """

    provider: ProviderId
    last_day: date
    limit: int
    unit: Unit
    first_day: date | None = None

    def results(self) -> Iterator[Result]:
        """What the rule can give by this clause."""
        yield Way.START_UP, self.provider


@dataclass(frozen=True, slots=True)
class MunicipalHelps:
    """The municipality's own service helps."""

    provider: ProviderId

    def results(self) -> Iterator[Result]:
        """What the rule can give by this clause."""
        yield Way.MUNICIPAL, self.provider


@dataclass(frozen=True, slots=True)
class MustChoose:
    """Help from a provider waits for the choice; ``interim`` helps until then."""

    interim: ProviderId
    ask_again_days: int | None = None

    def results(self) -> Iterator[Result]:
        """What the rule can give by this clause."""
        yield Way.MUST_CHOOSE, None


@dataclass(frozen=True, slots=True)
class TakeTurns:
    """These providers take turns.

    Attributes:
        among: By key, which tells nothing of their order; may be empty.
        circle: How the rule names them; None where it names each.
    """

    among: tuple[ProviderId, ...]
    circle: Circle | None
    skipped: Skipped

    def results(self) -> Iterator[Result]:
        """What the rule can give by this clause."""
        yield from ((Way.TURN, provider) for provider in self.among)


@dataclass(frozen=True, slots=True)
class FixedShares:
    """Each provider gets its share; weights in the order of the rule.

    Attributes:
        weights: At least one.
        leaves_out: Others give the service here too, and have no share.
    """

    weights: tuple[tuple[ProviderId, int], ...]
    leaves_out: bool = False

    def results(self) -> Iterator[Result]:
        """What the rule can give by this clause."""
        yield from ((Way.KEY, provider) for provider, _ in self.weights)


@dataclass(frozen=True, slots=True)
class DrawnByLot:
    """One of these is drawn, with the same chance for each.

    Attributes:
        among: By key; may be empty.
        circle: How the rule names them; None where it names each.
    """

    among: tuple[ProviderId, ...]
    circle: Circle | None

    def results(self) -> Iterator[Result]:
        """What the rule can give by this clause."""
        yield from ((Way.LOT, provider) for provider in self.among)


Picking = TakeTurns | FixedShares | DrawnByLot


@dataclass(frozen=True, slots=True)
class UpToShare:
    """New people go to private providers until these help so large a share; else ``municipal``.

    Attributes:
        municipal: None where the person gets nobody from there, and the office goes on.
    """

    percent: int
    unit: Unit
    window: Window
    picking: Picking
    municipal: ProviderId | None
    scope: ShareScope = ShareScope.MUNICIPALITY

    def results(self) -> Iterator[Result]:
        """What the rule can give by this clause."""
        yield from ((SHARE_WAYS[way], provider) for way, provider in self.picking.results())
        if self.municipal is not None:
            yield Way.SHARE_REACHED, self.municipal
            yield Way.NOBODY_ELSE, self.municipal


@dataclass(frozen=True, slots=True)
class IfNobodyCan:
    """What holds where none of them can come.

    Attributes:
        otherwise: Who helps then; None where the office goes on from there.
    """

    otherwise: ProviderId | None

    def results(self) -> Iterator[Result]:
        """What the rule can give by this clause."""
        if self.otherwise is not None:
            yield Way.NOBODY_ELSE, self.otherwise


@dataclass(frozen=True, slots=True)
class OfficeGoesOn:
    """Whom the rule names cannot come to this person, and the office finds out who can."""

    def results(self) -> Iterator[Result]:
        """Nothing that is known beforehand."""
        return iter(())


@dataclass(frozen=True, slots=True)
class OfficeFinds:
    """For those who cannot choose: the office finds out who can help, where others must choose."""

    def results(self) -> Iterator[Result]:
        """Nothing that is known beforehand."""
        return iter(())


Clause = (
    Keeps
    | ComesAgain
    | SameHome
    | StartsUp
    | MunicipalHelps
    | MustChoose
    | TakeTurns
    | FixedShares
    | DrawnByLot
    | UpToShare
    | IfNobodyCan
    | OfficeGoesOn
    | OfficeFinds
)
