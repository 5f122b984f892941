"""What letters tell of the rules, and whether that is what the municipality would apply now."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.case import Case
from kiosk.domain.eligibility import offered_services
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.rule import NonchoiceRule, rule_for
from kiosk.domain.nonchoice.silence import Letter
from kiosk.domain.nonchoice.supply import Supply
from kiosk.domain.nonchoice.told import RuleTold, mark_of, told_of, told_to
from kiosk.domain.service import ServiceId, ZoneId


def rules_told(municipality: Municipality, case: Case, on: date) -> tuple[RuleTold, ...]:
    """What a letter of a day tells a person: each rule for what can be chosen, order of the case.

    Args:
        municipality: Whose rules, as they are when the letter is noted.
        case: Whom it is to.
        on: Day on which the letter is made.
    """
    return tuple(_told(municipality, case, on))


def _told(municipality: Municipality, case: Case, on: date) -> Iterator[RuleTold]:
    for granted in offered_services(municipality, case, on):
        supply = supply_of(municipality, granted.service, case.zone, on)
        for rule in municipality.rules.get((granted.service, case.zone), ()):
            yield told_of(rule, supply, on)


@dataclass(slots=True)
class Known:
    """What has been worked out already of the rules of one municipality, by day.

    Attributes:
        marks: None where there is no rule.
    """

    marks: dict[tuple[ServiceId, ZoneId, NonchoiceState, date], str | None] = field(
        default_factory=dict
    )
    supplies: dict[tuple[ServiceId, ZoneId, date], Supply] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RulesNow:
    """The rules of today, and what they would have told on the day of a letter.

    Attributes:
        known: More is put in.
    """

    municipality: Municipality
    known: Known

    def is_another(self, applicant: Applicant, letter: Letter | None) -> bool:
        """Whether a letter told somebody of another rule than the one that is due now.

        Args:
            applicant: For whom a rule is due.
            letter: By which the person knows the rule; None where that is unknown.
        """
        if letter is None or letter.told is None:
            return False
        told = told_to(letter.told, applicant.service, applicant.state)
        now = self._mark(applicant, letter.posted_on if told is None else told.on)
        return now is not None and (told is None or told.mark != now)

    def rule(self, applicant: Applicant) -> NonchoiceRule | None:
        """The rule that is due for somebody; None where there is none."""
        book = self.municipality.rules.get((applicant.service, applicant.zone), ())
        return rule_for(book, applicant.state)

    def supply(self, applicant: Applicant, on: date) -> Supply:
        """Who is offered to somebody on a day."""
        key = (applicant.service, applicant.zone, on)
        if key not in self.known.supplies:
            self.known.supplies[key] = supply_of(self.municipality, *key)
        return self.known.supplies[key]

    def _mark(self, applicant: Applicant, on: date) -> str | None:
        """None where there is no rule; then nobody is proposed either."""
        key = (applicant.service, applicant.zone, applicant.state, on)
        if key not in self.known.marks:
            self.known.marks[key] = self._marked(applicant, on)
        return self.known.marks[key]

    def _marked(self, applicant: Applicant, on: date) -> str | None:
        rule = self.rule(applicant)
        return None if rule is None else mark_of(rule, self.supply(applicant, on), on)
