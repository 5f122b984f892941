"""Measures of the provider form that all editions share; lengths in points."""

from brochures.styles import MM
from kiosk.domain.document.provider_block import CONTACT_KEYS, FactKey

LABEL_GAP_EM = 1.6 * MM / 13
"""Between the longest label and the values, as a part of the size of their type."""
NAME_LINES = 2
APPROVAL_LINES = 2
"""In every edition: one whose approval is told to be old may need both."""


CELL_COUNT = 4
LEAST_CELL_INDENT_PT = 1.15 * MM
"""Beside the longest word of a cell, at both of its sides."""
STRIP_HEAD_AIR_PT = 2.2 * MM
"""From the baseline of the strip's heads to its upper edge."""
STRIP_ROW_AIR_PT = 1.4 * MM

UNDER_NAME_PT = 1.5 * MM
"""White on both sides of the rule under a repeated name."""

SLOT_AIR_PT = 1 * MM
CLOSER_SLOT_AIR_PT = 0.5 * MM
"""White below every fact of everybody where that saves pages."""
LEAST_HEAD_GAP_PT = 0.8 * MM
MOST_GAP_PT = 4.2 * MM
HEAD_GAP_SHARE = 0.6
"""White above the strip, as a part of the white at each side of a rule."""
STRIP_GAP_SHARE = 1.2
FOOT_GAP_SHARE = 1.0
RULE_SIDES = 6

ZONE_COUNT = 4
OWN_WORDS = 2
"""The zone of what a provider has written itself."""


def zone_of(key: FactKey) -> int:
    """Facts, contact, own words, extras: the zones between the rules."""
    if key in CONTACT_KEYS:
        return 1
    return {FactKey.PRESENTATION: OWN_WORDS, FactKey.EXTRAS: 3}.get(key, 0)
