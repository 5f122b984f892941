"""What lies between the rules for those who do not choose, the services and the providers."""

from collections.abc import Iterable
from datetime import date

from kiosk.content.entries import Entries, Entry, zones_within
from kiosk.content.helper_checks import Helpers
from kiosk.content.offer_checks import check_zones
from kiosk.content.picking_checks import check_picking
from kiosk.content.rule_fields import check_fields
from kiosk.content.rule_forms import FallbackKind, RuleForm, states_within
from kiosk.content.rule_notes import note_rule
from kiosk.content.start_up_checks import check_start_up
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.provider import ProviderKind

Cell = tuple[str, str, NonchoiceState]
_MUNICIPAL_ONLY = frozenset({FallbackKind.MUNICIPAL_DEFAULT, FallbackKind.MINIMUM_SHARE})


def check_rules(entries: Entries, helpers: Helpers) -> None:
    """Exactly one rule per state wherever there is a choice, each with somebody who can help."""
    taken: dict[Cell, str] = {}
    for rule in entries.rules:
        check_fields(rule)
        service = entries.service(rule.form.service)
        if service is None or not rule.place.are_sound("service", "zones"):
            continue
        zones = entries.zones_of(service)
        check_zones(rule.place, rule.form.zones, zones)
        scope = zones_within(rule.form.zones, zones) & zones
        _check_cells(rule, scope, taken)
        _check_helper(rule, scope, entries, helpers)
        check_picking(rule, scope, entries, helpers)
        check_start_up(rule, scope, helpers)
        note_rule(rule, entries, helpers)
        _check_decision(rule, helpers.today)
    _check_completeness(entries, taken)


def _check_cells(rule: Entry[RuleForm], scope: frozenset[str], taken: dict[Cell, str]) -> None:
    if not rule.place.are_sound("states"):
        return
    for zone in sorted(scope):
        others: dict[str, list[NonchoiceState]] = {}
        for state in states_within(rule.form.states):
            other = taken.setdefault((rule.form.service, zone, state), rule.form.label)
            if other != rule.form.label:
                others.setdefault(other, []).append(state)
        for other, states in others.items():
            names = _state_names(states)
            rule.place.at("zones").fault("rule_twice", zone=zone, other=other, states=names)


def _check_completeness(entries: Entries, taken: dict[Cell, str]) -> None:
    if not entries.rules or not all(
        rule.place.are_sound("service", "zones", "states") for rule in entries.rules
    ):
        return
    place = entries.rules[0].place.whole_file().at("rules")
    for service in entries.services:
        if not service.place.are_sound("id", "zones"):
            continue
        key = service.form.id
        for zone in sorted(entries.zones_of(service)):
            lacking = [state for state in NonchoiceState if (key, zone, state) not in taken]
            if lacking:
                names = _state_names(lacking)
                place.fault("rule_missing", service=key, zone=zone, states=names)


def _state_names(states: Iterable[NonchoiceState]) -> str:
    """States as the files call them, in the order in which they are explained."""
    return ", ".join(state.value for state in NonchoiceState if state in set(states))


def _check_helper(
    rule: Entry[RuleForm], scope: frozenset[str], entries: Entries, helpers: Helpers
) -> None:
    if not rule.place.are_sound("helper", "fallback"):
        return
    form, place = rule.form, rule.place.at("helper")
    provider = entries.provider(form.helper)
    if (
        form.fallback in _MUNICIPAL_ONLY
        and provider is not None
        and provider.place.are_sound("kind")
        and provider.form.kind is not ProviderKind.MUNICIPAL
    ):
        place.fault("not_municipal", provider=form.helper)
    helpers.check(place, form.helper, form.service, scope)


def _check_decision(rule: Entry[RuleForm], today: date | None) -> None:
    decided = rule.place.at("decision").at("decided_on")
    if today is None or not rule.place.are_sound("decision"):
        return
    if rule.form.decision.decided_on > today:
        decided.fault("decided_later", day=rule.form.decision.decided_on)
