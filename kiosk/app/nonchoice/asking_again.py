"""The promise of a rule that the office asks again (domain 6.1, R0): when that is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.app.nonchoice.rules_told import RulesNow
from kiosk.domain.case import Case
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.announcement import Announcement, announce
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.clauses import MustChoose
from kiosk.domain.nonchoice.parts import ChooseFirst


@dataclass(frozen=True, slots=True)
class Question:
    """Somebody was told that the office asks again.

    Attributes:
        on: The day of it, as it was announced; later where the office has asked meanwhile.
        is_all: The rule can give the person nothing before that.
    """

    on: date
    is_all: bool


def question_to(
    applicant: Applicant,
    rules: RulesNow,
    deadline: date,
    asked: Iterable[date],
    today: date,
) -> Question | None:
    """When the office asks somebody again; None where the person was not told that it does.

    The days count from the deadline, and from each day after it on which the office asked.

    Args:
        applicant: Who has not chosen.
        rules: Of the municipality.
        deadline: The person's last day for an answer.
        asked: Days on which the office asked again.
        today: The day.
    """
    rule = rules.rule(applicant)
    if rule is None or not isinstance(rule.fallback, ChooseFirst):
        return None
    days = rule.fallback.ask_again_days
    if days is None:
        return None
    announced = announce(
        rule,
        rules.supply(applicant, today),
        today,
        present=applicant.present,
        known=applicant.known,
        objects_to=applicant.objects_to,
    ).in_state(applicant.state)
    if not announced.waits_for_choice:
        return None
    last = max((deadline, *asked))
    return Question(last + timedelta(days=days), is_all=_is_alone(announced))


def may_ask_again(municipality: Municipality, case: Case) -> bool:
    """Whether a rule for one of a case's services announces that the office asks again."""
    spots = ((granted.service, case.zone) for granted in case.services)
    rules = (rule for spot in spots for rule in municipality.rules.get(spot, ()))
    fallbacks = (rule.fallback for rule in rules)
    return any(
        isinstance(each, ChooseFirst) and each.ask_again_days is not None for each in fallbacks
    )


def _is_alone(announced: Announcement) -> bool:
    return all(isinstance(clause, MustChoose) for clause in announced.clauses)
