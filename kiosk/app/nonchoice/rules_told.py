"""What letters tell of the rules, and whether that is what the municipality would apply now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.domain.case import Case
from kiosk.domain.eligibility import offered_services
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.rule import rule_for
from kiosk.domain.nonchoice.silence import Letter
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


Marks = dict[tuple[ServiceId, ZoneId, NonchoiceState, date], str | None]
"""Marks of rules by day, as they are worked out; None where there is no rule."""


@dataclass(frozen=True, slots=True)
class RulesNow:
    """The rules of today, marked as if they had been told on the day of a letter.

    Attributes:
        marks: Those known already; more are put in.
    """

    municipality: Municipality
    marks: Marks

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

    def _mark(self, applicant: Applicant, on: date) -> str | None:
        """None where there is no rule; then nobody is proposed either."""
        key = (applicant.service, applicant.zone, applicant.state, on)
        if key not in self.marks:
            self.marks[key] = self._marked(*key)
        return self.marks[key]

    def _marked(
        self, service: ServiceId, zone: ZoneId, state: NonchoiceState, on: date
    ) -> str | None:
        rule = rule_for(self.municipality.rules.get((service, zone), ()), state)
        if rule is None:
            return None
        return mark_of(rule, supply_of(self.municipality, service, zone, on), on)
