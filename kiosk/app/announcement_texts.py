"""An announcement in sentences: each clause of a rule says what it can give, and to whom.

There is no other text about a rule than these. No sentence has more than 20 words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from kiosk.app.phrases import provider_name, sentences
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
    OfficeGoesOn,
    Picking,
    SameHome,
    StartsUp,
    TakeTurns,
    UpToShare,
)
from kiosk.domain.nonchoice.parts import (
    EVERY_STATE,
    Circle,
    Floor,
    NonchoiceState,
    ShareScope,
    Skipped,
    Unit,
    Window,
)
from kiosk.domain.service import ProviderId

NAMES_IN_A_SENTENCE = 3
_FOR_SOME = (Keeps, ComesAgain, SameHome, StartsUp)
_SAYS_OTHERWISE = (*_FOR_SOME, MunicipalHelps, IfNobodyCan, OfficeGoesOn)


def announcement_text(announcement: Announcement, municipality: Municipality, words: Words) -> str:
    """Who can come, by what order, on what condition, and who helps meanwhile."""
    return sentences(*_Teller(municipality, words, announcement.floor).tell(announcement))


@dataclass(frozen=True, slots=True)
class _Teller:
    municipality: Municipality
    words: Words
    floor: Floor

    def tell(self, announcement: Announcement) -> Iterator[str]:
        yield from self._states(announcement.states)
        main = [clause for clause in announcement.clauses if clause != Keeps(None)]
        for before, clause in zip((None, *main), main, strict=False):
            if isinstance(before, _FOR_SOME) and not isinstance(clause, _SAYS_OTHERWISE):
                yield self.words.gettext("Otherwise this holds:")
            yield from self._clause(clause, is_first=before is None)
        is_known = all(isinstance(clause, Keeps | MunicipalHelps | MustChoose) for clause in main)
        if not is_known:
            text = self.words.gettext("Until that is decided, {provider} helps you.")
            yield self._named(text, announcement.interim)
        yield from self._excepted(announcement.excepted)
        if Keeps(None) in announcement.clauses:
            yield self.words.gettext("If you have help already, you keep the provider you have.")

    def _excepted(self, providers: Sequence[ProviderId]) -> Iterator[str]:
        for start in range(0, len(providers), NAMES_IN_A_SENTENCE):
            names = [self._name(each) for each in providers[start : start + NAMES_IN_A_SENTENCE]]
            text = self.words.gettext(
                "You do not want {providers}. The rule takes that into account."
            )
            yield text.format(providers=self.words.and_list(names))

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

    def _clause(self, clause: Clause, *, is_first: bool) -> Iterator[str]:
        match clause:
            case Keeps() | ComesAgain() | SameHome() | StartsUp():
                yield from self._for_some(clause)
            case MunicipalHelps() | OfficeGoesOn():
                yield self._by_duty(clause, is_first=is_first)
            case MustChoose():
                yield from self._must_choose(clause)
            case UpToShare():
                yield from self._up_to_share(clause)
            case IfNobodyCan(provider):
                yield self._if_nobody_can(provider)
            case _:
                yield from self._picking(clause)
                yield from self._conditions()

    def _by_duty(self, clause: MunicipalHelps | OfficeGoesOn, *, is_first: bool) -> str:
        words = self.words
        provider = clause.provider if isinstance(clause, MunicipalHelps) else None
        if not is_first:
            return self._otherwise(provider)
        if provider is None:
            return words.gettext("We contact you, and find out who can help you.")
        text = words.gettext("If you do not choose, you get help from {provider}.")
        return self._named(text, provider)

    def _if_nobody_can(self, provider: ProviderId | None) -> str:
        if provider is None:
            return self.words.gettext("If none of them can come, we contact you.")
        text = self.words.gettext("If none of them can come, you get help from {provider}.")
        return self._named(text, provider)

    def _for_some(self, clause: Keeps | ComesAgain | SameHome | StartsUp) -> Iterator[str]:
        words = self.words
        match clause:
            case Keeps(provider):
                yield self._named(
                    words.gettext("You keep {provider}, who helps you now."), provider
                )
            case ComesAgain(None, months):
                text = words.gettext("Has a provider helped you in the last {count} months?")
                yield text.format(count=months)
                yield words.gettext("Then the same provider comes again, if it has room.")
            case ComesAgain(provider):
                text = words.gettext("{provider} has helped you before, and comes again.")
                yield self._named(text, provider)
                yield words.gettext("That holds if the provider has room.")
            case SameHome(None):
                yield words.gettext("Does a provider help somebody else in your home?")
                yield words.gettext("Then the same provider comes to you too, if it has room.")
            case SameHome(provider):
                text = words.gettext(
                    "{provider} helps somebody in your home already, and comes to you too."
                )
                yield self._named(text, provider)
                yield words.gettext("That holds if the provider has room.")
            case StartsUp():
                yield from self._starts_up(clause)
            case _:
                assert_never(clause)

    def _starts_up(self, clause: StartsUp) -> Iterator[str]:
        words = self.words
        name = self._name(clause.provider)
        last_day = words.full_date(clause.last_day)
        if clause.first_day is None:
            text = words.gettext("New users get help from {provider} until {date}.")
            yield text.format(provider=name, date=last_day)
        else:
            text = words.gettext("From {first} until {last}, {provider} helps new users.")
            first_day = words.full_date(clause.first_day)
            yield text.format(provider=name, first=first_day, last=last_day)
        yield words.gettext("That holds if the provider has room.")
        if clause.unit is Unit.USERS:
            end = words.ngettext(
                "It ends earlier if {provider} has got {count} new user.",
                "It ends earlier if {provider} has got {count} new users.",
                clause.limit,
            )
        else:
            end = words.ngettext(
                "It ends earlier if {provider} has got {count} hour a week.",
                "It ends earlier if {provider} has got {count} hours a week.",
                clause.limit,
            )
        yield end.format(provider=name, count=clause.limit)
        # The limit is one of each zone, as turns and shares are (domain 6.1, R8).
        yield words.gettext("We count only where you live.")

    def _must_choose(self, clause: MustChoose) -> Iterator[str]:
        words = self.words
        text = words.gettext(
            "Help from the provider starts when you have chosen. Until then, {provider} helps you."
        )
        yield self._named(text, clause.interim)
        if clause.ask_again_days is not None:
            again = words.ngettext(
                "We ask you again {count}\u00a0day after the deadline.",
                "We ask you again {count}\u00a0days after the deadline.",
                clause.ask_again_days,
            )
            yield again.format(count=clause.ask_again_days)

    def _up_to_share(self, clause: UpToShare) -> Iterator[str]:
        words = self.words
        yield self._share(clause).format(percent=clause.percent)
        if clause.scope is ShareScope.ZONE:
            yield words.gettext("We count only where you live, not in the whole municipality.")
        yield words.gettext("As long as they have fewer than that, one of them helps you.")
        yield from self._picking(clause.picking)
        yield from self._conditions()
        yield self._otherwise(clause.municipal)

    def _share(self, clause: UpToShare) -> str:
        words = self.words
        if clause.unit is Unit.USERS:
            if clause.window is Window.STOCK:
                return words.gettext(
                    "Private and non-profit providers shall help at least {percent} of 100 users."
                )
            return words.gettext(
                "Private and non-profit providers shall get at least {percent} of 100 new users "
                "this year."
            )
        if clause.window is Window.STOCK:
            return words.gettext(
                "Private and non-profit providers shall give at least {percent} of 100 hours."
            )
        return words.gettext(
            "Private and non-profit providers shall get at least {percent} of 100 new hours "
            "this year."
        )

    def _picking(self, picking: Picking) -> Iterator[str]:
        words = self.words
        match picking:
            case TakeTurns(among, circle, skipped):
                yield words.gettext("The providers take turns to get new users.")
                yield words.gettext("The one whose turn it is, and that has room, helps you.")
                yield (
                    words.gettext("A provider that cannot come keeps its turn.")
                    if skipped is Skipped.KEEPS_TURN
                    else words.gettext("A provider that cannot come loses its turn.")
                )
                yield from self._these(among, circle)
            case FixedShares(weights):
                yield words.gettext("Each provider shall have a fixed share of new users.")
                total = sum(weight for _, weight in weights)
                for provider, weight in weights:
                    share = words.gettext("{provider} gets {count} of {total}.")
                    yield share.format(provider=self._name(provider), count=weight, total=total)
                yield words.gettext(
                    "The one that lacks most of its share, and has room, helps you."
                )
            case DrawnByLot(among, circle):
                yield words.gettext("The municipality draws lots between those who have room.")
                yield words.gettext("All have the same chance.")
                yield from self._these(among, circle)
            case _:
                assert_never(picking)

    def _conditions(self) -> Iterator[str]:
        if self.floor.needs:
            yield self.words.gettext("The provider must be able to come when you need help.")
        if self.floor.language:
            yield self.words.gettext(
                "If you need an interpreter, the provider must speak your language."
            )

    def _these(self, among: Sequence[ProviderId], circle: Circle | None) -> Iterator[str]:
        """Who can come; several sentences where there are many."""
        words = self.words
        if circle is not None:
            yield (
                words.gettext("All providers that you can choose take part.")
                if circle is Circle.ALL
                else words.gettext("All private and non-profit providers that you can choose take part.")
            )
            return
        for start in range(0, len(among), NAMES_IN_A_SENTENCE):
            names = [self._name(each) for each in among[start : start + NAMES_IN_A_SENTENCE]]
            text = (
                words.gettext("These take part: {providers}.")
                if start == 0
                else words.gettext("These take part too: {providers}.")
            )
            yield text.format(providers=words.and_list(names))

    def _otherwise(self, provider: ProviderId | None) -> str:
        if provider is None:
            return self.words.gettext("Otherwise we contact you.")
        return self._named(self.words.gettext("Otherwise you get help from {provider}."), provider)

    def _name(self, provider: ProviderId) -> str:
        return provider_name(self.municipality, provider, self.words)

    def _named(self, text: str, provider: ProviderId | None) -> str:
        return text if provider is None else text.format(provider=self._name(provider))
