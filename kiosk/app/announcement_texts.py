"""An announcement in sentences: each clause of a rule says what it can give, and to whom.

There is no other text about a rule than these. No sentence has more than 20 words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.app.clause_texts import ClauseTexts
from kiosk.app.phrases import sentences
from kiosk.app.picking_texts import PickingTexts, only_one
from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.announcement import Announcement
from kiosk.domain.nonchoice.clauses import (
    Clause,
    ComesAgain,
    DrawnByLot,
    FixedShares,
    IfNobodyCan,
    Keeps,
    MunicipalHelps,
    MustChoose,
    OfficeFinds,
    OfficeGoesOn,
    SameHome,
    StartsUp,
    TakeTurns,
    UpToShare,
)
from kiosk.domain.nonchoice.parts import EVERY_STATE, NonchoiceState
from kiosk.domain.service import ProviderId

_FOR_SOME = (Keeps, ComesAgain, SameHome, StartsUp)
_PICKING = (TakeTurns, FixedShares, DrawnByLot)
_BY_DUTY = (MunicipalHelps, OfficeGoesOn)
_ONE_PERSONS = (Keeps, *_BY_DUTY)
_KNOWN = (*_ONE_PERSONS, MustChoose, OfficeFinds)
_WHO_CANNOT = frozenset({NonchoiceState.CANNOT})


def announcement_text(
    announcement: Announcement,
    municipality: Municipality,
    words: Words,
    *,
    tells_states: bool = True,
    tells_meanwhile: bool = True,
) -> str:
    """Who can come, by what order, on what condition, and who helps meanwhile.

    Args:
        announcement: Of a rule.
        municipality: Whose providers are named.
        words: The reader's language.
        tells_states: Not where it is told beside it that the rule was applied, and why.
        tells_meanwhile: Not where it is told beside it who helps until then, from day to day.
    """
    clauses = ClauseTexts(municipality, words)
    pickings = PickingTexts(clauses, announcement.floor)
    teller = _Teller(clauses, pickings, words, tells_states, tells_meanwhile)
    return sentences(*teller.tell(announcement))


@dataclass(frozen=True, slots=True)
class _Teller:
    clauses: ClauseTexts
    pickings: PickingTexts
    words: Words
    tells_states: bool
    tells_meanwhile: bool

    def tell(self, announcement: Announcement) -> Iterator[str]:
        told = _told(announcement)
        in_third_person = self._for_who_cannot(announcement, told)
        yield from in_third_person
        if not in_third_person:
            if self.tells_states:
                yield from self._states(announcement.states)
            if announcement.may_move:
                yield self.words.gettext("If you have help already, you may get another provider.")
            for before, clause in zip((None, *told), told, strict=False):
                yield from self._clause(clause, before)
        is_known = all(isinstance(clause, _KNOWN) for clause in announcement.clauses)
        if self.tells_meanwhile and not is_known:
            yield self._meanwhile(announcement.interim, told[-1])
        for names in self.pickings.names(announcement.excepted):
            text = self.words.gettext(
                "You do not want {providers}. The rule takes that into account."
            )
            yield text.format(providers=names)

    def _meanwhile(self, interim: ProviderId, last: Clause) -> str:
        """Who helps until the rule is applied; named once where the last sentence did."""
        named = last.results() if isinstance(last, MunicipalHelps | IfNobodyCan) else ()
        if interim in {provider for _, provider in named}:
            return self.words.gettext("The same provider helps you until that is decided.")
        text = self.words.gettext("Until that is decided, {provider} helps you.")
        return self.clauses.named(text, interim)

    def _for_who_cannot(
        self, announcement: Announcement, told: Sequence[Clause]
    ) -> tuple[str, ...]:
        """A rule for nobody else, where each of its clauses names one provider; else empty."""
        plain = [clause for clause in told if isinstance(clause, _ONE_PERSONS)]
        is_of_one = any(isinstance(clause, Keeps) and clause.provider for clause in plain)
        if announcement.states != _WHO_CANNOT or len(plain) < len(told) or is_of_one:
            return ()
        told_of_help = tuple(
            self.clauses.for_who_cannot(clause, is_first=place == 0)
            for place, clause in enumerate(plain)
        )
        if not announcement.may_move:
            return told_of_help
        moved = self.words.gettext("Those who have help already may get another provider.")
        return (*told_of_help, moved)

    def _states(self, states: frozenset[NonchoiceState]) -> Iterator[str]:
        if states == EVERY_STATE:
            return
        words = self.words
        told = {
            NonchoiceState.NO_REPLY: words.gettext("This holds if you do not reply."),
            NonchoiceState.DOES_NOT_WISH: words.gettext(
                "This holds if you say that you do not want to choose."
            ),
            NonchoiceState.CANNOT: words.gettext("This holds for those who cannot choose."),
        }
        first, *others = (state for state in NonchoiceState if state in states)
        yield told[first]
        if NonchoiceState.DOES_NOT_WISH in others:
            yield words.gettext("It also holds if you say that you do not want to choose.")
        if NonchoiceState.CANNOT in others:
            yield words.gettext("It also holds for those who cannot choose.")

    def _clause(self, clause: Clause, before: Clause | None) -> Iterator[str]:
        words, pickings = self.words, self.pickings
        after = before if isinstance(before, _FOR_SOME) else None
        match clause:
            case Keeps() | ComesAgain() | SameHome() | StartsUp():
                yield from self.clauses.for_some(clause)
            case MunicipalHelps() | OfficeGoesOn():
                yield self.clauses.by_duty(clause, after)
            case MustChoose():
                yield from self._otherwise(after)
                yield from self.clauses.must_choose(clause)
            case OfficeFinds():
                yield self.clauses.office_finds()
            case UpToShare():
                yield from self._otherwise(after)
                yield from pickings.up_to_share(clause)
            case IfNobodyCan(provider):
                picked = before if isinstance(before, _PICKING) else None
                yield from pickings.if_nobody_can(provider, picked)
            case _:
                if only_one(clause) is None:
                    yield from self._otherwise(after)
                text = (
                    words.gettext("If you do not choose, you get help from {provider}.")
                    if after is None
                    else words.gettext("Otherwise you get help from {provider}.")
                )
                yield from pickings.picking(clause, text)

    def _otherwise(self, after: Clause | None) -> Iterator[str]:
        if after is not None:
            yield self.words.gettext("Otherwise this holds:")


def _told(announcement: Announcement) -> tuple[Clause, ...]:
    """The clauses as they are told: who helps in any case is not told as one who is picked."""
    told: list[Clause] = []
    for clause in announcement.clauses:
        before = told[-1] if told else None
        if not isinstance(clause, IfNobodyCan):
            told.append(clause)
        elif not isinstance(before, _PICKING):
            told.append(_by_duty(clause))
        elif clause.otherwise is not None and only_one(before) == clause.otherwise:
            told[-1] = _by_duty(clause)
        else:
            told.append(clause)
    return tuple(told)


def _by_duty(clause: IfNobodyCan) -> MunicipalHelps | OfficeGoesOn:
    return OfficeGoesOn() if clause.otherwise is None else MunicipalHelps(clause.otherwise)
