"""The clauses of an announcement that name one provider, or none, in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from kiosk.app.names import name_or_key
from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.clauses import (
    ComesAgain,
    Keeps,
    MunicipalHelps,
    MustChoose,
    OfficeGoesOn,
    SameHome,
    StartsUp,
)
from kiosk.domain.nonchoice.parts import Unit
from kiosk.domain.service import ProviderId

ForSome = Keeps | ComesAgain | SameHome | StartsUp
ByDuty = MunicipalHelps | OfficeGoesOn


@dataclass(frozen=True, slots=True)
class ClauseTexts:
    """Sentences of one clause each, in the language of ``words``."""

    municipality: Municipality
    words: Words

    def for_some(self, clause: ForSome) -> Iterator[str]:
        """What holds for those whom a clause is about, before all others."""
        match clause:
            case Keeps():
                yield self._keeps(clause.provider)
            case ComesAgain(None, months):
                text = self.words.ngettext(
                    "Has a provider helped you in the last month?",
                    "Has a provider helped you in the last {count} months?",
                    months,
                )
                yield text.format(count=months)
                yield self.words.gettext("Then the same provider comes again, if it has room.")
            case SameHome(None):
                yield self.words.gettext("Does a provider help somebody else in your home?")
                yield self.words.gettext("Then the same provider comes to you too, if it has room.")
            case ComesAgain(provider) | SameHome(provider):
                yield self.named(self._knows_you(clause), provider)
                yield self.if_it_has_room()
            case StartsUp():
                yield from self._starts_up(clause)
            case _:
                assert_never(clause)

    def _keeps(self, provider: ProviderId | None) -> str:
        words = self.words
        if provider is None:
            return words.gettext("If you have help already, you keep the provider you have.")
        return self.named(words.gettext("You keep {provider}, who helps you now."), provider)

    def _knows_you(self, clause: ComesAgain | SameHome) -> str:
        words = self.words
        if isinstance(clause, ComesAgain):
            return words.gettext("{provider} has helped you before, and comes again.")
        return words.gettext(
            "{provider} helps somebody in your home already, and comes to you too."
        )

    def for_who_cannot(self, clause: Keeps | ByDuty, *, is_first: bool) -> str:
        """The same of somebody else: whoever cannot choose seldom reads it alone."""
        words = self.words
        match clause:
            case Keeps():
                return words.gettext("Those who cannot choose keep the provider they have.")
            case MunicipalHelps(provider) if is_first:
                text = words.gettext("Those who cannot choose get help from {provider}.")
            case MunicipalHelps(provider):
                text = words.gettext("Those of them who have no help get it from {provider}.")
            case OfficeGoesOn():
                return self.office_finds()
            case _:
                assert_never(clause)
        return self.named(text, provider)

    def office_finds(self) -> str:
        """What happens for those who cannot choose where no rule gives them anybody."""
        return self.words.gettext("For those who cannot choose, we find out who can help.")

    def by_duty(self, clause: ByDuty, before: ForSome | None) -> str:
        """Who helps everybody else; ``before`` is what was told for some."""
        words = self.words
        provider = clause.provider if isinstance(clause, MunicipalHelps) else None
        if provider is None:
            if before is not None:
                return self.otherwise(None)
            return words.gettext("We contact you, and find out who can help you.")
        if before is None:
            text = words.gettext("If you do not choose, you get help from {provider}.")
        elif before == Keeps(None):
            text = words.gettext(
                "If you have no help, and do not choose, you get help from {provider}."
            )
        else:
            return self.otherwise(provider)
        return self.named(text, provider)

    def otherwise(self, provider: ProviderId | None) -> str:
        """Who helps all others; None where the office goes on."""
        if provider is None:
            return self.words.gettext("Otherwise we contact you.")
        return self.named(self.words.gettext("Otherwise you get help from {provider}."), provider)

    def must_choose(self, clause: MustChoose) -> Iterator[str]:
        """That help waits for the choice, who helps until then, and when the office asks again."""
        words = self.words
        text = words.gettext(
            "Help from the provider starts when you have chosen. Until then, {provider} helps you."
        )
        yield self.named(text, clause.interim)
        if clause.ask_again_days is not None:
            again = words.ngettext(
                "We ask you again {count}\u00a0day after the deadline.",
                "We ask you again {count}\u00a0days after the deadline.",
                clause.ask_again_days,
            )
            yield again.format(count=clause.ask_again_days)

    def if_it_has_room(self) -> str:
        """On what condition the provider of the sentence before comes."""
        return self.words.gettext("That holds if the provider has room.")

    def _starts_up(self, clause: StartsUp) -> Iterator[str]:
        words = self.words
        name = self.name(clause.provider)
        last_day = words.full_date(clause.last_day)
        if clause.first_day is None:
            text = words.gettext("New users get help from {provider} until {date}.")
            yield text.format(provider=name, date=last_day)
        else:
            text = words.gettext("From {first} until {last}, {provider} helps new users.")
            first_day = words.full_date(clause.first_day)
            yield text.format(provider=name, first=first_day, last=last_day)
        yield self.if_it_has_room()
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

    def name(self, provider: ProviderId) -> str:
        """A provider inside a sentence."""
        return name_or_key(self.municipality, provider, self.words)

    def named(self, text: str, provider: ProviderId | None) -> str:
        """A sentence with its provider, if it names one."""
        return text if provider is None else text.format(provider=self.name(provider))
