"""How one of several providers is picked, and up to which share, in sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from kiosk.app.clause_texts import ClauseTexts
from kiosk.app.ports.words import Words
from kiosk.domain.nonchoice.clauses import (
    DrawnByLot,
    FixedShares,
    Picking,
    TakeTurns,
    UpToShare,
)
from kiosk.domain.nonchoice.parts import Circle, Floor, ShareScope, Skipped, Unit, Window
from kiosk.domain.service import ProviderId

NAMES_IN_A_SENTENCE = 3
_ALL = 100


def only_one(picking: Picking) -> ProviderId | None:
    """The provider where there is nobody to pick among; None where there are several."""
    names = [provider for _, provider in picking.results()]
    return names[0] if len(names) == 1 else None


@dataclass(frozen=True, slots=True)
class PickingTexts:
    """Sentences about picking, under the conditions of ``floor``."""

    clauses: ClauseTexts
    floor: Floor

    @property
    def _words(self) -> Words:
        return self.clauses.words

    def picking(self, picking: Picking, text_for_one: str) -> Iterator[str]:
        """How one is picked, and what everybody must fulfil who is.

        Args:
            picking: At least one provider.
            text_for_one: What is said, with ``{provider}``, where there is one only.
        """
        one = only_one(picking)
        if one is None:
            yield from self._of_several(picking)
        else:
            yield self.clauses.named(text_for_one, one)
            yield self.clauses.if_it_has_room()
        yield from self._conditions()

    def up_to_share(self, clause: UpToShare) -> Iterator[str]:
        """Private providers help until they have their share; who helps then."""
        words = self._words
        yield self._share(clause).format(percent=clause.percent)
        if clause.scope is ShareScope.ZONE:
            yield words.gettext("We count only where you live, not in the whole municipality.")
        if only_one(clause.picking) is None:
            yield words.gettext("As long as they have less than that, one of them helps you.")
        text_for_one = words.gettext("As long as they have less than that, {provider} helps you.")
        yield from self.picking(clause.picking, text_for_one)
        if clause.municipal is None:
            yield words.gettext("If they have reached that share, we contact you.")
        else:
            text = words.gettext("If they have reached that share, you get help from {provider}.")
            yield self.clauses.named(text, clause.municipal)
        yield (
            words.gettext("That also holds if none of them can come.")
            if only_one(clause.picking) is None
            else words.gettext("That also holds if the provider cannot come.")
        )

    def if_nobody_can(self, provider: ProviderId | None, picked: Picking | None) -> Iterator[str]:
        """Who helps where none of those who can be picked can come."""
        words = self._words
        one = None if picked is None else only_one(picked)
        if one is None:
            if provider is None:
                yield words.gettext("If none of them can come, we contact you.")
            else:
                text = words.gettext("If none of them can come, you get help from {provider}.")
                yield self.clauses.named(text, provider)
        elif provider is None:
            yield words.gettext("If the provider cannot come, we contact you.")
        else:
            text = words.gettext("If the provider cannot come, you get help from {provider}.")
            yield self.clauses.named(text, provider)

    def names(self, providers: Sequence[ProviderId]) -> Iterator[str]:
        """Names as lists that are short enough for a sentence each."""
        for start in range(0, len(providers), NAMES_IN_A_SENTENCE):
            some = providers[start : start + NAMES_IN_A_SENTENCE]
            yield self._words.and_list([self.clauses.name(each) for each in some])

    def _of_several(self, picking: Picking) -> Iterator[str]:
        words = self._words
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
            case FixedShares():
                yield from self._shares(picking)
            case DrawnByLot(among, circle):
                yield words.gettext("The municipality draws lots between those who have room.")
                yield words.gettext("All have the same chance.")
                yield from self._these(among, circle)
            case _:
                assert_never(picking)

    def _shares(self, shares: FixedShares) -> Iterator[str]:
        words = self._words
        yield (
            words.gettext("These providers have a fixed share of new users each.")
            if shares.leaves_out
            else words.gettext("Each provider shall have a fixed share of new users.")
        )
        total = sum(weight for _, weight in shares.weights)
        for provider, weight in shares.weights:
            share = words.gettext("{provider} gets {count} of {total}.")
            name = self.clauses.name(provider)
            yield share.format(provider=name, count=weight, total=total)
        if shares.leaves_out:
            yield words.gettext("Other providers do not take part.")
        yield words.gettext("The one that lacks most of its share, and has room, helps you.")

    def _conditions(self) -> Iterator[str]:
        if self.floor.needs:
            yield self._words.gettext("The provider must be able to come when you need help.")
        if self.floor.language:
            yield self._words.gettext(
                "If you need an interpreter, the provider must speak your language."
            )

    def _these(self, among: Sequence[ProviderId], circle: Circle | None) -> Iterator[str]:
        """Who can come; several sentences where there are many."""
        words = self._words
        if circle is not None:
            yield (
                words.gettext("All providers that you can choose take part.")
                if circle is Circle.ALL
                else words.gettext(
                    "All private and non-profit providers that you can choose take part."
                )
            )
            return
        for place, names in enumerate(self.names(among)):
            text = (
                words.gettext("These take part: {providers}.")
                if place == 0
                else words.gettext("These take part too: {providers}.")
            )
            yield text.format(providers=names)

    def _share(self, clause: UpToShare) -> str:
        if clause.percent == _ALL:
            return self._whole(clause)
        words = self._words
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

    def _whole(self, clause: UpToShare) -> str:
        words = self._words
        if clause.unit is Unit.USERS:
            if clause.window is Window.STOCK:
                return words.gettext("Private and non-profit providers shall help all users.")
            return words.gettext(
                "Private and non-profit providers shall get all new users this year."
            )
        if clause.window is Window.STOCK:
            return words.gettext("Private and non-profit providers shall give all the hours.")
        return words.gettext("Private and non-profit providers shall get all new hours this year.")
