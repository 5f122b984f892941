"""Whom a rule can pick: everybody that it names gives the service there, and there is somebody."""

from kiosk.content.entries import Entries, Entry
from kiosk.content.helper_checks import Helpers
from kiosk.content.problems import Place
from kiosk.content.rule_forms import FallbackKind, PickKind, RuleForm, WhenNobody
from kiosk.domain.nonchoice.parts import Circle


def check_picking(
    rule: Entry[RuleForm], scope: frozenset[str], entries: Entries, helpers: Helpers
) -> None:
    """Log providers that the rule cannot pick, and zones in which it has nobody to pick.

    Args:
        rule: One whose service and zones are sound.
        scope: The zones of the rule.
        entries: All providers.
        helpers: Who gives the service where.
    """
    form, place = rule.form, rule.place
    if not place.are_sound("fallback", "minimum_share", "among", "shares") or form.picks is None:
        return
    named = place.at("shares" if form.picks is PickKind.KEY else "among")
    circle = form.circle
    if isinstance(circle, Circle):
        _check_circle(rule, circle, scope, helpers)
    else:
        for provider in sorted(circle):
            helpers.check_reach(_spot(named, provider, form), provider, form.service, scope)
        _check_kinds(rule, circle, entries.municipal, named)
    if form.picks is PickKind.KEY:
        _check_left_out(rule, scope, entries, helpers)
    _check_room(rule, circle, scope, helpers)
    _check_duty(rule, entries)


def _check_circle(
    rule: Entry[RuleForm], circle: Circle, scope: frozenset[str], helpers: Helpers
) -> None:
    is_share = rule.form.fallback is FallbackKind.MINIMUM_SHARE
    if is_share and circle is Circle.ALL:
        rule.place.at("among").fault("share_of_all")
    if circle is Circle.ALL:
        # a zone where nobody gives the service is a fault of the service
        return
    for zone in sorted(scope):
        givers = helpers.givers(rule.form.service, zone)
        if givers is None or givers - helpers.entries.municipal:
            continue
        if is_share:
            rule.place.at("zones").warn("no_private_there", zone=zone)
        else:
            rule.place.at("among").fault("nobody_to_pick", zone=zone)


def _check_kinds(
    rule: Entry[RuleForm], circle: frozenset[str], municipal: frozenset[str], named: Place
) -> None:
    own = sorted(circle & municipal)
    if rule.form.fallback is FallbackKind.MINIMUM_SHARE:
        for provider in own:
            place = _spot(named, provider, rule.form)
            place.fault("municipal_in_share", provider=provider)
    elif rule.form.picks is PickKind.KEY:
        for provider in own[1:]:
            named.at(provider).fault("municipal_twice", other=own[0])


def _check_left_out(
    rule: Entry[RuleForm], scope: frozenset[str], entries: Entries, helpers: Helpers
) -> None:
    """A provider without a share never gets anybody; the council may want that, or forgot it."""
    left_out = entries.municipal if rule.form.fallback is FallbackKind.MINIMUM_SHARE else set()
    counted = frozenset(rule.form.shares or ()) | left_out
    here = (helpers.givers(rule.form.service, zone) or frozenset() for zone in scope)
    for provider in sorted(frozenset().union(*here) - counted):
        rule.place.at("shares").warn("without_share", provider=provider)


def _check_room(
    rule: Entry[RuleForm], circle: Circle | frozenset[str], scope: frozenset[str], helpers: Helpers
) -> None:
    """A rule may be sound and still give nobody anything as things stand today."""
    municipal, service = helpers.entries.municipal, rule.form.service
    for zone in sorted(scope):
        givers = helpers.givers(service, zone) or frozenset()
        if circle is Circle.PRIVATE:
            givers -= municipal
        elif circle is not Circle.ALL:
            givers &= circle
        if givers and not any(helpers.takes_somebody(provider, service) for provider in givers):
            rule.place.at("fallback").warn("nobody_takes_anybody", zone=zone)


def _check_duty(rule: Entry[RuleForm], entries: Entries) -> None:
    """Only the municipality has to help when nobody else can (hol § 3-1)."""
    form = rule.form
    if form.when_nobody is not WhenNobody.HELPER:
        return
    if not rule.place.are_sound("helper", "when_nobody") or form.helper in entries.municipal:
        return
    provider = entries.provider(form.helper)
    if provider is not None and provider.place.are_sound("kind"):
        rule.place.at("when_nobody").fault("no_duty_to_help", provider=form.helper)


def _spot(named: Place, provider: str, form: RuleForm) -> Place:
    return named.at(provider) if form.picks is PickKind.KEY else named.item(provider)
