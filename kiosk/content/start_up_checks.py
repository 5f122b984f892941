"""What lies between a start-up period, its provider and the decision behind it (domain 6.1, R8)."""

from datetime import date, timedelta

from kiosk.content.entries import Entry, offers_of
from kiosk.content.forms import ProviderForm
from kiosk.content.helper_checks import Helpers, is_valid
from kiosk.content.problems import Place
from kiosk.content.rule_forms import RuleForm, StartUpForm
from kiosk.domain.nonchoice.parts import Unit, add_months


def check_start_up(rule: Entry[RuleForm], scope: frozenset[str], helpers: Helpers) -> None:
    """The provider gives the service there, and the period lies after the decision."""
    start_up, place = rule.form.start_up, rule.place.at("start_up")
    if start_up is None or not place.is_sound:
        return
    helpers.check_reach(place.at("provider"), start_up.provider, rule.form.service, scope)
    if rule.place.are_sound("decision"):
        decided = rule.form.decision.decided_on
        if start_up.begins_on < decided:
            place.at("begins_on").fault("begins_before_decision", day=decided)
    if helpers.today is not None:
        _check_days(start_up, place, helpers, helpers.today)
    provider = helpers.entries.provider(start_up.provider)
    if provider is not None:
        _check_room(start_up, place, provider, rule.form.service)
        if not helpers.takes_somebody(start_up.provider, rule.form.service):
            place.at("provider").warn("takes_nobody", provider=start_up.provider)


def _check_days(start_up: StartUpForm, place: Place, helpers: Helpers, today: date) -> None:
    ends_on = add_months(start_up.begins_on, start_up.months)
    if ends_on <= today:
        place.warn("start_up_over", day=ends_on)
        return
    provider = helpers.entries.provider(start_up.provider)
    day = max(start_up.begins_on, today)
    if provider is None:
        return
    started = provider.form.started_on
    is_late = started is not None and started > start_up.begins_on
    if provider.place.are_sound("started_on") and is_late:
        place.at("begins_on").warn("starts_later", provider=provider.form.id, day=started)
    if not is_valid(provider, day):
        place.at("provider").warn("not_valid", provider=provider.form.id, day=day)
        return
    contract_ends = helpers.ends_on(start_up.provider)
    last_day = ends_on - timedelta(days=1)
    if contract_ends is not None and contract_ends < last_day:
        place.at("provider").warn("ends_within", provider=provider.form.id, day=contract_ends)


def _check_room(
    start_up: StartUpForm, place: Place, provider: Entry[ProviderForm], service: str
) -> None:
    for offer in offers_of(provider):
        if offer.form.service != service or not offer.place.are_sound("service", "capacity"):
            continue
        room = offer.form.capacity
        is_alike = (room.unit or Unit.USERS) is start_up.unit
        if room.limit is not None and is_alike and start_up.limit > room.limit:
            place.at("limit").warn("over_the_room", most=room.limit)
