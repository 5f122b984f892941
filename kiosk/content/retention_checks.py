"""What lies between the fields of a rule of retention; mistakes here destroy what is stored."""

from datetime import date

from kiosk.content.entries import Entries, Entry
from kiosk.content.forms import RetentionRuleForm
from kiosk.domain.retention import RetentionStart

_COUNTS = {RetentionStart.CLOSED: "years", RetentionStart.DELIVERED: "days"}


def check_retention(entries: Entries, today: date | None) -> None:
    """Every rule says how long, by a decision that exists; nothing may be left to guessing."""
    for rule in entries.retention:
        _check_count(rule)
        _check_delivery(rule)
        decided = rule.place.at("decision").at("decided_on")
        is_readable = today is not None and rule.place.are_sound("decision")
        if today is not None and is_readable and rule.form.decision.decided_on > today:
            decided.fault("decided_later", day=rule.form.decision.decided_on)


def _check_count(rule: Entry[RetentionRuleForm]) -> None:
    if not rule.place.are_sound("begins"):
        return
    counts = {"years": rule.form.years, "days": rule.form.days}
    for name, count in counts.items():
        place, is_used = rule.place.at(name), name == _COUNTS[rule.form.begins]
        if is_used and count is None and place.is_sound:
            place.fault("missing")
        if not is_used and count is not None:
            place.fault("other_count", wanted=_COUNTS[rule.form.begins])


def _check_delivery(rule: Entry[RetentionRuleForm]) -> None:
    if not rule.place.are_sound("begins", "only_delivered") or rule.form.only_delivered:
        return
    place = rule.place.at("only_delivered")
    if rule.form.begins is RetentionStart.DELIVERED:
        place.fault("shed_undelivered")
    else:
        place.warn("disposed_undelivered")
