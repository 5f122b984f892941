"""Every rule for non-choosers in the words in which people will read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.app.announcement_texts import announcement_text
from kiosk.app.nonchoice_texts import how_to_change, what_is_same, whom_to_ask, why
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.announcement import announce_to_all
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.rule import NonchoiceRule, in_telling_order
from kiosk.domain.service import ZoneId


@dataclass(frozen=True, slots=True)
class RuleReading:
    """One rule as it reads in the zones where it reads alike.

    Attributes:
        zones: Order of the pack; at least one.
        texts: What is told to nobody in particular, by language: who comes, and why.
        common: What is told after all rules of the service, by language: what is the same, how
            to switch, and whom to ask (neutrality 1.3).
    """

    rule: NonchoiceRule
    zones: tuple[ZoneId, ...]
    texts: tuple[tuple[Language, str], ...]
    common: tuple[tuple[Language, str], ...]


def read_rules(
    municipality: Municipality, on: date, languages: Sequence[Words]
) -> tuple[RuleReading, ...]:
    """All rules of a pack, by service in its order.

    Args:
        municipality: Whose rules.
        on: The day on which they are read; start-up periods that are over are left out.
        languages: One for each language.
    """
    zones: dict[tuple[str, tuple[tuple[Language, str], ...]], list[ZoneId]] = {}
    first: dict[tuple[str, tuple[tuple[Language, str], ...]], NonchoiceRule] = {}
    for service in municipality.services:
        for zone in (zone.id for zone in municipality.zones):
            for rule in in_telling_order(municipality.rules.get((service.id, zone), ())):
                texts = tuple(
                    (words.language, _told(rule, municipality, on, words)) for words in languages
                )
                key = (rule.reference, texts)
                first.setdefault(key, rule)
                zones.setdefault(key, []).append(zone)
    return tuple(
        RuleReading(
            rule,
            tuple(zones[key]),
            key[1],
            tuple((words.language, _common(rule, municipality, words)) for words in languages),
        )
        for key, rule in first.items()
    )


def _common(rule: NonchoiceRule, municipality: Municipality, words: Words) -> str:
    services = [rule.service]
    return sentences(
        what_is_same(municipality, services, words),
        how_to_change(municipality, services, words),
        whom_to_ask(municipality, words),
    )


def _told(rule: NonchoiceRule, municipality: Municipality, on: date, words: Words) -> str:
    supply = supply_of(municipality, rule.service, rule.zone, on)
    announcement = announce_to_all(rule, supply, on)
    return sentences(
        announcement_text(announcement, municipality, words), why(rule.decision, words)
    )
