"""Who helps on a day: by the list, by the answers, and instead of a provider that stopped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

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
        begins = _by_day(self.listed, settled)
        begun = _begun(begins, day, self.take_overs)
        if begun[1] is None or who != _judged(begins, day, self.take_overs)[0]:
            return who is not None
        # Else the list may have caught up with who helps until the rule is applied.
        waits = held is not None and held.provider is None and self.listed.on > held.on
        return held is not None and waits and who == held.interim == self.listed.provider

    def stopped_on(self, day: date) -> ProviderId | None:
        """Whom somebody else helps instead of on a day; None where nobody stands in.

        Whoever was only promised a provider keeps the one who helps: nobody stands in there.
        """
        if not self.take_overs:
            return None
        begins = _by_day(self.listed, self.answers)
        _, instead_of = _judged(begins, day, self.take_overs)
        return instead_of

    @property
    def counted_to(self) -> ProviderId | None:
        """Who helps, or is promised to, when all that is stored has come to pass.

        A place at this provider is taken from the day of the answer on (domain 6.4). Nobody is
        counted to the one whose place is waited for.
        """
        if not self.answers and not self.take_overs:
            return self.listed.provider
        held = standing(self.answers)
        is_promised = held is not None and held.awaits_date
        if held is not None and is_promised and _stop_of(held.provider, self.take_overs) is None:
            return held.provider
        return self.on(date.max)

    def before(self, exit_id: str) -> "Help":
        """The same as if an exit had taken nobody's provider away."""
        kept = (each for each in self.take_overs if each.exit != exit_id)
        return replace(self, take_overs=tuple(kept))

    def first_with(self, provider: ProviderId, day: date) -> date | None:
        """The first day from a day on with a provider; None where it helps no more."""
        begins = timeline(self.listed, self.answers, self.take_overs)
        days = (each for each, _ in begins if each > day)
        return next((each for each in (day, *days) if self.on(each) == provider), None)


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
    return _newest(begins, day)[1] if begins[0][0] <= day else listed.provider


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
    begins = _by_day(listed, answers)
    if not take_overs:
        return begins
    edges = {day for each in take_overs for day in (each.from_on, each.until) if day is not None}
    known = {day for day, _ in begins}
    found: list[_Begin] = []
    helper = begins[0][1]
    for day in sorted(known | edges):
        now, _ = _judged(begins, day, take_overs)
        if day in known or now != helper:
            found.append((day, now))
        helper = now
    return tuple(found)


def _by_day(listed: Listed, answers: Sequence[Held]) -> tuple[_Begin, ...]:
    """From when who would help if no provider ever stopped."""
    # Sorting is stable: of two on one day the answer has the last word.
    return tuple(sorted([(listed.on, listed.provider), *_begins(answers)], key=_since))


def _judged(
    begins: Sequence[_Begin], day: date, take_overs: Sequence[TakeOver]
) -> tuple[ProviderId | None, ProviderId | None]:
    """Who helps on a day, and instead of whom; the latter None where nobody stands in.

    A start that would come after the provider has stopped never comes: whoever helped before goes
    on, and only where nobody did, somebody stands in.
    """
    _, who = _begun(begins, day, take_overs)
    if who is None:
        _, who = _newest(begins, day)
    stop = _stop_of(who, take_overs, day)
    return (who, None) if stop is None else (_stand_in(stop, take_overs, day), who)


def _begun(begins: Sequence[_Begin], day: date, take_overs: Sequence[TakeOver]) -> _Begin:
    """The newest start by a day without those that never came, as the provider had stopped.

    Nobody where only such ones are left.
    """
    for since, who in reversed([each for each in begins if each[0] <= day] or [begins[0]]):
        stop = _stop_of(who, take_overs, day)
        if stop is None or since < stop.from_on or day < since:
            return since, who
    return day, None


def _newest(begins: Sequence[_Begin], day: date) -> _Begin:
    return ([each for each in begins if each[0] <= day] or [begins[0]])[-1]


def _stand_in(stop: TakeOver, take_overs: Sequence[TakeOver], day: date) -> ProviderId:
    """Who helps instead on a day; whoever stands in may have stopped as well."""
    seen = {stop.leaving}
    later = _stop_of(stop.helper, take_overs, day)
    while later is not None and later.leaving not in seen:
        seen.add(later.leaving)
        stop, later = later, _stop_of(later.helper, take_overs, day)
    return stop.helper


def _stop_of(
    provider: ProviderId | None, take_overs: Sequence[TakeOver], day: date = date.max
) -> TakeOver | None:
    """Why a provider helps nobody on a day, as it was told last; None where it goes on."""
    told = (each for each in take_overs if each.leaving == provider and each.holds_on(day))
    return max(told, key=lambda each: each.from_on, default=None)


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
