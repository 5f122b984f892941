"""What a letter told of the rules, in so few signs that every letter can keep it.

A rule is known by what it announces to everybody and by the decision it rests on: who can come, in
which order, on what condition, who helps meanwhile, for which states, decided when and under which
number. Names, telephone numbers and other wording are no part of it, and neither are the rule's
key, version and zone: whoever moves to a zone where the same holds was told what holds. Who is
full, or has said since that it stops, is none either: what the rule gives then still lies in what
was told. Both marks are of one day, that of the letter, so that a start-up period that ends as
announced changes nothing.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum

from kiosk.domain.nonchoice.announcement import announce_to_all
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.rule import NonchoiceRule
from kiosk.domain.nonchoice.supply import Supply
from kiosk.domain.provider import CapacityState
from kiosk.domain.service import ServiceId

_SIGNS = 16


@dataclass(frozen=True, slots=True)
class RuleTold:
    """A rule that a letter told of.

    Attributes:
        rule: Key and version, for people; what is compared is the mark.
        states: The states that the rule is for, in the order of ``NonchoiceState``.
        mark: As ``mark_of`` gives it.
        on: Day on which the letter was made, and the mark with it.
    """

    service: ServiceId
    rule: str
    states: tuple[NonchoiceState, ...]
    mark: str
    on: date


def told_of(rule: NonchoiceRule, supply: Supply, on: date) -> RuleTold:
    """What a letter of a day tells of a rule."""
    states = tuple(state for state in NonchoiceState if state in rule.states)
    return RuleTold(rule.service, rule.reference, states, mark_of(rule, supply, on), on)


def mark_of(rule: NonchoiceRule, supply: Supply, on: date) -> str:
    """The beginning of SHA-256 of what a rule announces on a day, in hexadecimal.

    Args:
        rule: As the municipality has it.
        supply: Providers that are offered for the service in the zone on the day.
        on: Day of the letter.
    """
    decision = rule.decision
    open_ = {
        key: replace(each, state=CapacityState.NOT_STATED, leaves_on=None)
        for key, each in supply.items()
    }
    announced = announce_to_all(rule, open_, on)
    told = [_plain(announced), decision.reference, decision.decided_on.isoformat()]
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_SIGNS]


def told_to(told: Sequence[RuleTold], service: ServiceId, state: NonchoiceState) -> RuleTold | None:
    """What a letter told somebody in a state of a service; None where it told nothing."""
    return next((each for each in told if each.service == service and state in each.states), None)


def _plain(value: object) -> object:
    """A value as JSON; a field that has its default is left out, so that new fields change no mark.

    The order of a tuple is told and stays; a set has none.
    """
    match value:
        case Enum():
            plain: object = value.value
        case date():
            plain = value.isoformat()
        case frozenset():
            plain = sorted(str(_plain(each)) for each in value)
        case tuple():
            plain = [_plain(each) for each in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            held = ((each, getattr(value, each.name)) for each in fields(value))
            told = {each.name: _plain(of) for each, of in held if of != each.default}
            plain = {type(value).__name__: told}
        case _:
            plain = value
    return plain
