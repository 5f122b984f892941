"""Which fields of a rule belong together: a field without meaning is a fault, never ignored."""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.content.entries import Entry
from kiosk.content.rule_forms import FallbackKind, PickKind, RuleForm

_PICKS = {
    PickKind.TURN: ("among", "skipped"),
    PickKind.KEY: ("shares",),
    PickKind.LOTS: ("among",),
}
_FALLBACKS: Mapping[FallbackKind, tuple[str, ...]] = MappingProxyType(
    {
        FallbackKind.MUNICIPAL_DEFAULT: (),
        FallbackKind.CHOOSE_FIRST: ("ask_again_days",),
        FallbackKind.TURN: ("when_nobody",),
        FallbackKind.KEY: ("when_nobody",),
        FallbackKind.LOTS: ("when_nobody",),
        FallbackKind.MINIMUM_SHARE: ("minimum_share",),
    }
)
_NEEDED = frozenset({"shares", "minimum_share"})
_CHOSEN_BY_FALLBACK = (
    "among",
    "shares",
    "skipped",
    "when_nobody",
    "ask_again_days",
    "minimum_share",
)


def check_fields(rule: Entry[RuleForm]) -> None:
    """Log fields that the fallback does not use, and those that it needs and lacks."""
    if not rule.place.are_sound("fallback", "minimum_share"):
        return
    form = rule.form
    picks = form.picks
    used = {*_FALLBACKS[form.fallback], *(() if picks is None else _PICKS[picks])}
    for name in _CHOSEN_BY_FALLBACK:
        place, value = rule.place.at(name), getattr(form, name)
        if value is not None and name not in used:
            place.fault("not_for_fallback", fallback=_name(form))
        elif value is None and name in used & _NEEDED and place.is_sound:
            place.fault("missing")
    is_share = form.fallback is FallbackKind.MINIMUM_SHARE
    if is_share and rule.place.are_sound("keeps_present") and not form.keeps_present:
        rule.place.at("keeps_present").fault("share_moves_nobody")


def _name(form: RuleForm) -> str:
    if form.minimum_share is None or form.fallback is not FallbackKind.MINIMUM_SHARE:
        return form.fallback.value
    return f"{form.fallback.value}, by {form.minimum_share.by.value}"
