"""Counts as tables that may be told: small numbers are hidden, across zones too (domain 6.2)."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kiosk.app.names import service_name
from kiosk.app.ports.words import Words
from kiosk.app.report.count_states import Counted, Group, Spot, State
from kiosk.app.spreadsheet import spreadsheet
from kiosk.domain.alphabet import alphabetic
from kiosk.domain.errors import NotFoundError
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.proposal import Way
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.small_numbers import LEAST, masked
from kiosk.domain.small_tables import masked_table

G = TypeVar("G", bound=Hashable)
_SETTLED = (State.DOES_NOT_WISH, State.CANNOT, State.NO_REPLY)
"""States in which a rule gives people a provider."""


@dataclass(frozen=True, slots=True)
class ReportTable:
    """One service.

    Attributes:
        title: What is counted.
        heads: Names of the groups.
        rows: Zones with their numbers, the whole municipality last; None for what is hidden.
    """

    title: str
    service: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]


def report_tables(
    counted: Counted, municipality: Municipality, words: Words
) -> tuple[ReportTable, ...]:
    """Per service where everybody stands, then how rules settled it; without empty ones.

    How rules settled it is told of the whole municipality only, and not at all where a group that
    rules settle is hidden: what stands in one table must not tell what another one hides.
    """
    texts = _Texts(municipality, words)
    states = tuple(texts.states(counted))
    return (*states, *texts.ways(counted, states))


def table_lines(tables: Iterable[ReportTable], words: Words) -> Iterator[str]:
    """The tables turned for a terminal: a line for every group, a column for every zone."""
    for table in tables:
        yield table.title
        cells = [("", *(place for place, _ in table.rows))]
        cells += [
            (head, *(cell(numbers[at], words) for _, numbers in table.rows))
            for at, head in enumerate(table.heads)
        ]
        widths = [max(len(line[at]) for line in cells) for at in range(len(cells[0]))]
        for first, *rest in cells:
            padded = [f"{each:>{width}}" for each, width in zip(rest, widths[1:], strict=True)]
            yield "  ".join([f"  {first:<{widths[0]}}", *padded])
        yield ""
    yield hidden_note(words)


def hidden_note(words: Words) -> str:
    """What a dash means."""
    return words.gettext(
        "– stands for fewer than {least} people, and for numbers that would tell those."
    ).format(least=words.number(LEAST))


def tables_csv(tables: Iterable[ReportTable], words: Words) -> bytes:
    """One line for every number, for a spreadsheet."""
    head = (
        words.pgettext("column of a table", "Table"),
        words.pgettext("column of a table", "Service"),
        words.pgettext("column of a table", "Where"),
        words.pgettext("column of a table", "State"),
        words.pgettext("column of a table", "People"),
    )
    lines = [
        (table.title, table.service, place, group, cell(number, words))
        for table in tables
        for place, numbers in table.rows
        for group, number in zip(table.heads, numbers, strict=True)
    ]
    return spreadsheet([head, *lines])


def cell(number: int | None, words: Words) -> str:
    """A number, or the sign for a hidden one."""
    return "–" if number is None else words.number(number)


@dataclass(frozen=True, slots=True)
class _Texts:
    municipality: Municipality
    words: Words

    def states(self, counted: Counted) -> Iterator[ReportTable]:
        title = self.words.gettext("{service}: where people stand")
        for service in self._services(counted.states):
            groups = list(self._groups(service, counted.states))
            heads = tuple(self._group_name(group) for group in groups)
            zones = self._zones(service, counted.states)
            grid = [
                [self._people(counted, service, zone, group) for group in groups] for zone in zones
            ]
            names = (*map(self._zone_name, zones), self.words.gettext("All zones"))
            rows = tuple(zip(names, masked_table(grid), strict=True))
            name = service_name(self.municipality, service, self.words)
            yield ReportTable(title.format(service=name), name, heads, rows)

    def _people(
        self, counted: Counted, service: ServiceId, zone: ZoneId, group: Group
    ) -> int | None:
        """How many; None where everybody knows that nobody can be, for nobody offers it there."""
        count = counted.states.get((service, zone), Counter())[group]
        state, provider = group
        if count or state is not State.CHOSEN:
            return count
        known = (each for each in self.municipality.providers if each.id == provider)
        return count if any(each.offer_for(service, zone) for each in known) else None

    def ways(self, counted: Counted, states: Sequence[ReportTable]) -> Iterator[ReportTable]:
        title = self.words.gettext("{service}: how the rule gave a provider")
        names = way_names(self.words)
        for service in self._services(counted.ways):
            name = service_name(self.municipality, service, self.words)
            total = sum(
                (counted.ways[spot] for spot in counted.ways if spot[0] == service), Counter()
            )
            counts = {way: total[way] for way in GIVING}
            also = (
                [way for way in GIVING if total[way]] if self._hides_settled(name, states) else []
            )
            told = masked(counts, also)
            rows = ((self.words.gettext("All zones"), tuple(told[way] for way in GIVING)),)
            heads = tuple(names[way] for way in GIVING)
            yield ReportTable(title.format(service=name), name, heads, rows)

    def _hides_settled(self, service: str, states: Sequence[ReportTable]) -> bool:
        """Whether the number of those whom rules settle is hidden somewhere."""
        names = state_names(self.words)
        settled = {names[state] for state in _SETTLED}
        return any(
            number is None
            for table in states
            if table.service == service
            for _, numbers in table.rows
            for head, number in zip(table.heads, numbers, strict=True)
            if head in settled
        )

    def _services(self, counts: Mapping[Spot, Counter[G]]) -> list[ServiceId]:
        """Those of the content in its order, then others that people still have."""
        found = {service for service, _ in counts}
        known = [each.id for each in self.municipality.services if each.id in found]
        return [*known, *sorted(found.difference(known))]

    def _zones(self, service: ServiceId, counts: Mapping[Spot, Counter[G]]) -> list[ZoneId]:
        found = {zone for of, zone in counts if of == service}
        known = [each.id for each in self.municipality.zones if each.id in found]
        return [*known, *sorted(found.difference(known))]

    def _groups(self, service: ServiceId, counts: Mapping[Spot, Counter[Group]]) -> Iterator[Group]:
        """Every provider that somebody chose or could have chosen, then every other state."""
        chosen = {
            provider
            for (of, _), groups in counts.items()
            for state, provider in groups
            if of == service and state is State.CHOSEN
        }
        offered = {
            provider.id
            for provider in self.municipality.providers
            if any(offer.service == service for offer in provider.offers)
        }
        for provider in sorted(chosen | offered, key=self._sorted_name):
            yield State.CHOSEN, provider
        yield from ((state, None) for state in State if state is not State.CHOSEN)

    def _group_name(self, group: Group) -> str:
        state, provider = group
        if state is State.CHOSEN:
            text = self.words.gettext("Chose {provider}")
            return text.format(provider=self._provider_name(provider))
        return state_names(self.words)[state]

    def _sorted_name(self, provider: ProviderId | None) -> tuple[str, str]:
        return alphabetic(self._provider_name(provider)), provider or ""

    def _provider_name(self, provider: ProviderId | None) -> str:
        if provider is None:
            return "–"
        try:
            return self.words.local(self.municipality.provider(provider).name)
        except NotFoundError:
            return provider

    def _zone_name(self, zone: ZoneId) -> str:
        names = {each.id: each.name for each in self.municipality.zones}
        return names.get(zone, zone)


def state_names(words: Words) -> Mapping[State, str]:
    """What every state is called; none shares its name with another."""
    return {
        State.CHOSEN: words.pgettext("state in a report", "Chose a provider"),
        State.KEEPS: words.pgettext("state in a report", "Keeps the provider"),
        State.DOES_NOT_WISH: words.pgettext("state in a report", "Does not want to choose"),
        State.CANNOT: words.pgettext("state in a report", "Cannot choose"),
        State.NO_REPLY: words.pgettext("state in a report", "Did not reply in time"),
        State.NOT_OFFERED: words.pgettext("state in a report", "Outside the choice"),
        State.POSTPONED: words.pgettext("state in a report", "Wants to think about it"),
        State.WAITING: words.pgettext("state in a report", "Not answered yet"),
    }


GIVING = tuple(way for way in Way if way not in {Way.MUST_CHOOSE, Way.OFFICER})
"""The ways by which a rule gives a provider. Whoever must choose, or for whom an officer finds
somebody, is settled by no rule: they stand on the work list until somebody has helped them choose.
"""


def way_names(words: Words) -> Mapping[Way, str]:
    """What every way of a rule is called; none shares its name with another."""
    return {
        Way.KEEPS: words.pgettext("way of a rule", "Keeps who helps"),
        Way.FORMER: words.pgettext("way of a rule", "Has helped before"),
        Way.HOUSEHOLD: words.pgettext("way of a rule", "Helps in the home already"),
        Way.START_UP: words.pgettext("way of a rule", "Start-up period"),
        Way.MUNICIPAL: words.pgettext("way of a rule", "Municipal provider"),
        Way.TURN: words.pgettext("way of a rule", "By turn"),
        Way.KEY: words.pgettext("way of a rule", "By fixed shares"),
        Way.LOT: words.pgettext("way of a rule", "By lot"),
        Way.SHARE_TURN: words.pgettext("way of a rule", "Minimum share, by turn"),
        Way.SHARE_KEY: words.pgettext("way of a rule", "Minimum share, by fixed shares"),
        Way.SHARE_LOT: words.pgettext("way of a rule", "Minimum share, by lot"),
        Way.SHARE_REACHED: words.pgettext("way of a rule", "Minimum share reached"),
        Way.NOBODY_ELSE: words.pgettext("way of a rule", "Nobody else could come"),
        Way.MUST_CHOOSE: words.pgettext("way of a rule", "Must choose"),
        Way.OFFICER: words.pgettext("way of a rule", "An officer finds somebody"),
    }
