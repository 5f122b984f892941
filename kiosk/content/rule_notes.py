"""What a rule means that its writer may not have meant: notes, never faults."""

from kiosk.content.entries import Entries, Entry
from kiosk.content.helper_checks import Helpers
from kiosk.content.rule_forms import FallbackKind, PickKind, RuleForm, states_within
from kiosk.domain.nonchoice.parts import Circle, NonchoiceState
from kiosk.domain.provider import CapacityState

_WHOLE = 100
_LIKE_PERCENT = 10
"""Shares from this number on look as if they were meant to be percent."""
_PICKS = frozenset({FallbackKind.TURN, FallbackKind.KEY, FallbackKind.LOTS})
_CLOSED = frozenset({CapacityState.FULL, CapacityState.PAUSED})


def note_rule(rule: Entry[RuleForm], entries: Entries, helpers: Helpers) -> None:
    """Log what is allowed and worth a look.

    Args:
        rule: One whose service and zones are sound.
        entries: All providers.
        helpers: How they stand today.
    """
    if not rule.place.are_sound("fallback"):
        return
    _note_who_cannot(rule)
    _note_moves(rule)
    _note_shares(rule)
    _note_helper(rule, entries, helpers)


def _note_who_cannot(rule: Entry[RuleForm]) -> None:
    """Whoever cannot choose would wait for ever; an officer finds somebody (domain 6.3)."""
    form = rule.form
    is_listed = isinstance(form.states, list)
    if form.fallback is not FallbackKind.CHOOSE_FIRST or not is_listed:
        return
    if rule.place.are_sound("states") and NonchoiceState.CANNOT in states_within(form.states):
        rule.place.at("states").warn("cannot_choose_first")


def _note_moves(rule: Entry[RuleForm]) -> None:
    form = rule.form
    keeps_by_itself = {FallbackKind.CHOOSE_FIRST, FallbackKind.MINIMUM_SHARE}
    if form.fallback not in keeps_by_itself and form.keeps_present is False:
        rule.place.at("keeps_present").warn("moves_people")


def _note_shares(rule: Entry[RuleForm]) -> None:
    shares = rule.form.shares or {}
    if rule.form.picks is not PickKind.KEY or not shares or not rule.place.are_sound("shares"):
        return
    total = sum(shares.values())
    if total != _WHOLE and max(shares.values()) >= _LIKE_PERCENT:
        first, count = next(iter(shares.items()))
        place = rule.place.at("shares")
        place.warn("shares_as_parts", total=total, provider=first, count=count)


def _note_helper(rule: Entry[RuleForm], entries: Entries, helpers: Helpers) -> None:
    form, place = rule.form, rule.place.at("helper")
    if not place.is_sound:
        return
    is_municipal = form.helper in entries.municipal
    state = helpers.state_of(form.helper, form.service)
    if state is CapacityState.CLOSING:
        place.warn("helper_stops", provider=form.helper)
    elif state in _CLOSED and not is_municipal:
        # the municipality's own helps full or not: it has the duty (hol § 3-1)
        place.warn("helper_is_full", provider=form.helper)
    if helpers.is_suspended(form.helper):
        place.warn("helper_is_suspended", provider=form.helper)
    if form.fallback in _PICKS and not is_municipal and _takes_part(form):
        place.warn("helper_takes_part", provider=form.helper)


def _takes_part(form: RuleForm) -> bool:
    circle = form.circle
    return isinstance(circle, Circle) or form.helper in circle
