"""What lies between the rules for those who do not choose, the services and the providers."""

from datetime import date

from kiosk.content.entries import Entries, Entry, zones_within
from kiosk.content.forms import FallbackKind, RuleForm
from kiosk.content.helper_checks import Helpers
from kiosk.content.offer_checks import check_zones
from kiosk.domain.provider import ProviderKind

Scope = tuple[str, str]


def check_rules(entries: Entries, helpers: Helpers) -> None:
    """Exactly one rule wherever there is a choice, each with a helper who can help."""
    taken: dict[Scope, str] = {}
    for rule in entries.rules:
        service = entries.service(rule.form.service)
        if service is None or not rule.place.are_sound("service", "zones"):
            continue
        zones = entries.zones_of(service)
        check_zones(rule.place, rule.form.zones, zones)
        scope = zones_within(rule.form.zones, zones) & zones
        for zone in sorted(scope):
            other = taken.setdefault((service.form.id, zone), rule.form.label)
            if other != rule.form.label:
                rule.place.at("zones").fault("rule_twice", zone=zone, other=other)
        _check_helper(rule, scope, entries, helpers)
        _check_decision(rule, helpers.today)
    _check_completeness(entries, taken)


def _check_completeness(entries: Entries, taken: dict[Scope, str]) -> None:
    if not entries.rules or not all(
        rule.place.are_sound("service", "zones") for rule in entries.rules
    ):
        return
    place = entries.rules[0].place.whole_file().at("rules")
    for service in entries.services:
        if service.place.are_sound("id", "zones"):
            for zone in sorted(entries.zones_of(service)):
                if (service.form.id, zone) not in taken:
                    place.fault("rule_missing", service=service.form.id, zone=zone)


def _check_helper(
    rule: Entry[RuleForm], scope: frozenset[str], entries: Entries, helpers: Helpers
) -> None:
    if not rule.place.are_sound("helper", "fallback"):
        return
    form, place = rule.form, rule.place.at("helper")
    provider = entries.provider(form.helper)
    if (
        form.fallback is FallbackKind.MUNICIPAL_DEFAULT
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
