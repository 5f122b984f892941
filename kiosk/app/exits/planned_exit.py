"""An exit before it is announced: what staff say, and why it cannot be so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.exits.exit import AnswerTime, ExitCause, ExitMode, ProviderExit
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.exits.stand_in import candidates, stand_in
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

LONGEST_AGO_DAYS = 366
"""A last day further back than this is taken for a slip of the pen."""
LONGEST_AHEAD_DAYS = 5 * 366
"""A last day further off than this is a date of the agreement, not an exit to tell people of."""

_Spots = Sequence[tuple[ServiceId, ZoneId]]


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
class Planning:
    """What an exit is judged against.

    Attributes:
        content: With every exit that holds.
        standing: Those exits.
        today: Day of the announcement.
    """

    content: Municipality
    standing: Sequence[ProviderExit]
    working: WorkingCalendar
    today: date

    def made(self, wanted: Planned, exit_id: str) -> ProviderExit:
        """The exit as it would be announced today.

        Raises:
            NotFoundError: There is no such provider, service or zone.
            RefusedError: It cannot be so.
        """
        content, today = self.content, self.today
        self._check_day(wanted.last_day)
        provider = content.provider(wanted.provider)
        services = {content.service(each).id for each in wanted.services}
        zones = {content.zone(each).id for each in wanted.zones}
        given = [
            (offer.service, zone)
            for offer in provider.offers
            for zone in offer.zones
            if offer.service in (services or {offer.service}) and zone in (zones or {zone})
        ]
        services = services or {service for service, _ in given}
        time = self._time(services)
        made = ProviderExit(
            id=exit_id,
            provider=provider.id,
            services=tuple(sorted(services)),
            zones=tuple(sorted(zones or {zone for _, zone in given})),
            announced_on=today,
            last_day=wanted.last_day,
            cause=wanted.cause,
            answer_by=wanted.answer_by or time.answer_by(today, wanted.last_day),
            backup=None if wanted.backup is None else content.provider(wanted.backup).id,
        )
        refusals = [*self._where(made), *self._when(made, time), *self._who(made)]
        if refusals:
            raise RefusedError(refusals)
        return made

    def _time(self, services: Iterable[ServiceId]) -> AnswerTime:
        notices = tuple(self.content.notice_of(each) for each in sorted(services))
        return AnswerTime(self.content.patience, notices, self.working)

    def _check_day(self, last_day: date) -> None:
        """Days so far off that nothing can be worked out with them."""
        earliest = self.today - timedelta(LONGEST_AGO_DAYS)
        latest = self.today + timedelta(LONGEST_AHEAD_DAYS)
        if last_day < earliest:
            raise RefusedError([Refusal("exit.last_day_long_ago", {"date": earliest.isoformat()})])
        if last_day > latest:
            raise RefusedError([Refusal("exit.last_day_far_off", {"date": latest.isoformat()})])

    def _where(self, exit_: ProviderExit) -> Iterator[Refusal]:
        given = given_spots(self.content, exit_)
        known = {part for spot in given for part in spot}
        if not given or any(each not in known for each in (*exit_.services, *exit_.zones)):
            yield Refusal("exit.nothing_to_stop")
        if any(_is_same(each, exit_) for each in self.standing):
            yield Refusal("exit.announced_already")

    def _when(self, exit_: ProviderExit, time: AnswerTime) -> Iterator[Refusal]:
        least = time.least_from(exit_.announced_on)
        latest = max(exit_.last_day, time.answer_by(exit_.announced_on, exit_.last_day))
        if exit_.mode is ExitMode.ACUTE:
            latest = exit_.announced_on + timedelta(LONGEST_AGO_DAYS)
        if exit_.answer_by < least:
            yield Refusal("exit.answer_by_passed", {"date": least.isoformat()})
        elif exit_.answer_by > latest:
            yield Refusal("exit.answer_by_late", {"date": latest.isoformat()})
        elif not self.working.is_working_day(exit_.answer_by):
            yield Refusal("exit.answer_by_red_day")

    def _who(self, exit_: ProviderExit) -> Iterator[Refusal]:
        given = given_spots(self.content, exit_)
        if exit_.backup == exit_.provider:
            yield Refusal("exit.backup_is_the_same")
        elif exit_.backup is not None and not backed_up(self.content, exit_):
            yield Refusal("exit.backup_gives_nothing", _places(given, self.content))
        alone = [
            spot
            for spot in given
            if stand_in(self.content, exit_, *spot) is None or not self._goes_on(exit_, *spot)
        ]
        if alone:
            yield Refusal("exit.nobody_takes_over", _places(alone, self.content))

    def _goes_on(self, exit_: ProviderExit, service: ServiceId, zone: ZoneId) -> bool:
        """Whether somebody can take over on every day on which one more has stopped."""
        exits = (*self.standing, exit_)
        content = with_exits(self.content, exits)
        days = {each.takes_over_on for each in exits if each.covers(service, zone)}
        return all(
            candidates(content, exit_, service, zone, day, exits)
            for day in days
            if day >= exit_.takes_over_on
        )


def given_spots(content: Municipality, exit_: ProviderExit) -> _Spots:
    """Where an exit takes something away, by service and zone; may be empty."""
    provider = content.provider(exit_.provider)
    return [
        (service, zone)
        for service in exit_.services
        for zone in exit_.zones
        if provider.offer_for(service, zone) is not None
    ]


def backed_up(content: Municipality, exit_: ProviderExit) -> _Spots:
    """Where the named back-up can take over, by service and zone; may be empty."""
    return [
        spot
        for spot in given_spots(content, exit_)
        if stand_in(content, exit_, *spot) == exit_.backup
    ]


def _is_same(known: ProviderExit, exit_: ProviderExit) -> bool:
    """Whether an exit that holds is about something of this one already."""
    return known.provider == exit_.provider and any(
        known.covers(service, zone) for service in exit_.services for zone in exit_.zones
    )


def _places(spots: _Spots, content: Municipality) -> dict[str, str]:
    """Services with their zones, in every language in which a refusal can be told."""
    named = [(content.service(service).name, content.zone(zone).name) for service, zone in spots]
    return {
        "places_nb": "; ".join(f"{name.nb}, {zone}" for name, zone in named),
        "places_nn": "; ".join(f"{name.nn}, {zone}" for name, zone in named),
        "places_en": "; ".join(f"{name.en or name.nb}, {zone}" for name, zone in named),
    }
