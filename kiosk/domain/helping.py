"""Who helps on a day: by the list, by the answers, and instead of a provider that stopped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile, zip_longest

from kiosk.domain.lifecycle import Held, standing
from kiosk.domain.service import ProviderId

_Begin = tuple[date, ProviderId | None]


@dataclass(frozen=True, slots=True)
class Listed:
    """Who helps by the case list.

    Attributes:
        provider: None where the list names nobody.
        on: Day on which the list first said so.
    """

    provider: ProviderId | None
    on: date


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Somebody helps instead of a provider that stops, wherever that one would have helped.

    Attributes:
        exit: Key of the exit.
        from_on: First day with ``helper``.
        until: First day on which ``leaving`` helps again; None as long as it does not.
    """

    exit: str
    leaving: ProviderId
    helper: ProviderId
    from_on: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether ``leaving`` helps nobody on a day."""
        return self.from_on <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Help:
    """All that is stored about who helps with one service.

    Attributes:
        listed: Newest word of the case list.
        answers: Oldest first, withdrawn ones among them; may be empty.
        take_overs: Of providers that stopped, oldest exit first; may be empty.
    """

    listed: Listed
    answers: tuple[Held, ...] = ()
    take_overs: tuple[TakeOver, ...] = ()

    def on(self, day: date) -> ProviderId | None:
        """Who helps on a day; see ``helping_on``."""
        return helping_on(self.listed, self.answers, day, self.take_overs)

    def is_meanwhile(self, day: date) -> bool:
        """Whether whoever helps on a day does so only until it is settled who helps."""
        if not self.answers:
            return False
        who, held = self.on(day), standing(self.answers)
        settled = tuple(replace(each, interim=None) for each in self.answers)
        if who != helping_on(self.listed, settled, day, self.take_overs):
            return True
        # Else the list may have caught up with who helps until the rule is applied.
        waits = held is not None and held.provider is None and self.listed.on > held.on
        return held is not None and waits and who == held.interim == self.listed.provider

    def stopped_on(self, day: date) -> ProviderId | None:
        """Whom somebody else helps instead of on a day; None where nobody stands in."""
        would_help = helping_on(self.listed, self.answers, day)
        return None if would_help == self.on(day) else would_help

    @property
    def counted_to(self) -> ProviderId | None:
        """Who helps, or is promised to, when all that is stored has come to pass.

        A place at this provider is taken from the day of the answer on (domain 6.4). Nobody is
        counted to the one whose place is waited for.
        """
        if not self.answers and not self.take_overs:
            return self.listed.provider
        held = standing(self.answers)
        if held is not None and held.awaits_date:
            return held.provider
        return self.on(date.max)

    def before(self, exit_id: str) -> "Help":
        """The same as if an exit, and those after it, had taken nobody's provider away."""
        kept = takewhile(lambda each: each.exit != exit_id, self.take_overs)
        return replace(self, take_overs=tuple(kept))


def helping_on(
    listed: Listed, answers: Sequence[Held], day: date, take_overs: Sequence[TakeOver] = ()
) -> ProviderId | None:
    """Who helps on a day, by what the list and the answers say.

    Args:
        listed: Newest word of the case list.
        answers: All of the service, oldest first, withdrawn ones among them; may be empty.
        day: Not before the last answer.
        take_overs: Of providers that stopped, oldest exit first.
    """
    begins = timeline(listed, answers, take_overs)
    return _at(begins, day) if begins[0][0] <= day else listed.provider


def timeline(
    listed: Listed, answers: Sequence[Held], take_overs: Sequence[TakeOver] = ()
) -> tuple[tuple[date, ProviderId | None], ...]:
    """From when who helps, by what the list and the answers say.

    Args:
        listed: Newest word of the case list.
        answers: All of the service, oldest first, withdrawn ones among them; may be empty.
        take_overs: Of providers that stopped, oldest exit first.

    Returns:
        First days with their providers, by day; two may stand on one day, the last one holds.
    """
    # Sorting is stable: of two on one day the answer has the last word.
    begins = sorted([(listed.on, listed.provider), *_begins(answers)], key=_since)
    for take_over in take_overs:
        begins = _taken_over(begins, take_over)
    return tuple(begins)


def _taken_over(begins: list[_Begin], take_over: TakeOver) -> list[_Begin]:
    """The same with somebody else wherever a provider that stopped would help."""
    edges: list[_Begin] = []
    if _at(begins, take_over.from_on) == take_over.leaving:
        edges.append((take_over.from_on, take_over.helper))
    if take_over.until is not None and _at(begins, take_over.until) == take_over.leaving:
        edges.append((take_over.until, take_over.leaving))
    changed: list[_Begin] = [
        (day, take_over.helper if who == take_over.leaving and take_over.holds_on(day) else who)
        for day, who in begins
    ]
    return sorted([*changed, *edges], key=_since)


def _at(begins: Sequence[_Begin], day: date) -> ProviderId | None:
    """Who helps on a day; the first one where the day lies before them all."""
    known = [who for since, who in begins if since <= day]
    return known[-1] if known else begins[0][1]


def _since(begin: _Begin) -> date:
    return begin[0]


def _begins(answers: Sequence[Held]) -> Iterator[_Begin]:
    """From when somebody helps because of an answer; plans that never began are left out."""
    for held, later in zip_longest(answers, answers[1:]):
        begins_on = held.begins_on
        if held.interim is not None and begins_on != held.on:
            yield held.on, held.interim
        is_replaced = held.is_withdrawn or (later is not None and not held.has_begun(later.on))
        if begins_on is not None and not is_replaced:
            yield begins_on, held.provider
