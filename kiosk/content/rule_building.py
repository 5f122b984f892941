"""Builds the rules for non-choosers from entries in which nothing is wrong."""

from typing import assert_never

from kiosk.content.entries import zones_within
from kiosk.content.forms import DecisionForm
from kiosk.content.rule_forms import (
    FallbackKind,
    MinimumShareForm,
    PickKind,
    RuleForm,
    StartUpForm,
    WhenNobody,
    states_within,
)
from kiosk.domain.nonchoice.parts import (
    Among,
    ChooseFirst,
    Circle,
    Continuity,
    Distribute,
    Fallback,
    Floor,
    Lots,
    MinimumShare,
    MunicipalDefault,
    Pick,
    PoliticalDecision,
    Skipped,
    StartUp,
    Turns,
    WeightedKey,
)
from kiosk.domain.nonchoice.rule import NonchoiceRule, RuleBook
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


def build_rules(
    forms: list[RuleForm], zones: dict[str, frozenset[str]], municipal: frozenset[str]
) -> RuleBook:
    """The rules of every service and zone, in the order of the file.

    Args:
        forms: As written.
        zones: Where each service can be chosen.
        municipal: The municipality's own providers.
    """
    book: dict[tuple[ServiceId, ZoneId], tuple[NonchoiceRule, ...]] = {}
    for form in forms:
        for zone in sorted(zones_within(form.zones, zones[form.service])):
            spot = (ServiceId(form.service), ZoneId(zone))
            book[spot] = (*book.get(spot, ()), _rule(form, ZoneId(zone), municipal))
    return book


def political(form: DecisionForm) -> PoliticalDecision:
    """Who adopted a rule, when, and under which case number."""
    return PoliticalDecision(form.organ, form.decided_on, form.reference)


def _rule(form: RuleForm, zone: ZoneId, municipal: frozenset[str]) -> NonchoiceRule:
    return NonchoiceRule(
        id=form.id,
        version=form.version,
        service=ServiceId(form.service),
        zone=zone,
        keeps_present=form.keeps_present,
        fallback=_fallback(form, municipal),
        decision=political(form.decision),
        states=states_within(form.states),
        continuity=Continuity(form.continuity.former_months, form.continuity.household),
        floor=Floor(form.floor.needs, form.floor.language),
        start_up=_start_up(form.start_up),
    )


def _fallback(form: RuleForm, municipal: frozenset[str]) -> Fallback:
    helper = ProviderId(form.helper)
    match form.fallback:
        case FallbackKind.MUNICIPAL_DEFAULT:
            return MunicipalDefault(helper)
        case FallbackKind.CHOOSE_FIRST:
            return ChooseFirst(helper, form.ask_again_days)
        case FallbackKind.TURN | FallbackKind.KEY | FallbackKind.LOTS:
            return Distribute(_pick(form), helper, _among(form), _otherwise(form, municipal))
        case FallbackKind.MINIMUM_SHARE:
            share = form.minimum_share or MinimumShareForm(percent=0)
            return MinimumShare(
                share.percent,
                helper,
                share.unit,
                share.window,
                share.scope,
                _pick(form),
                _among(form),
            )
        case _:
            assert_never(form.fallback)


def _otherwise(form: RuleForm, municipal: frozenset[str]) -> ProviderId | None:
    """The municipal helper, where nothing else is written (domain 6.1, R6)."""
    if form.when_nobody is None:
        return ProviderId(form.helper) if form.helper in municipal else None
    return ProviderId(form.helper) if form.when_nobody is WhenNobody.HELPER else None


def _among(form: RuleForm) -> Among:
    circle = form.circle
    if isinstance(circle, Circle):
        return circle
    return frozenset(ProviderId(provider) for provider in circle)


def _pick(form: RuleForm) -> Pick:
    match form.picks:
        case PickKind.KEY:
            shares = form.shares or {}
            return WeightedKey(tuple((ProviderId(key), weight) for key, weight in shares.items()))
        case PickKind.LOTS:
            return Lots()
        case _:
            return Turns(form.skipped or Skipped.KEEPS_TURN)


def _start_up(form: StartUpForm | None) -> StartUp | None:
    if form is None:
        return None
    return StartUp(ProviderId(form.provider), form.begins_on, form.months, form.limit, form.unit)
