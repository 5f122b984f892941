"""What happens without a choice, built from the very rules that are applied afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.app import nonchoice_texts as texts
from kiosk.app.announcement_texts import announcement_text
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.words import Words
from kiosk.app.remembered import Remembered
from kiosk.domain.case import Case, GrantedService
from kiosk.domain.document.nonchoice_block import NonchoiceBlock, NonchoiceKey, NonchoiceRow
from kiosk.domain.eligibility import offered_services
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.announcement import Announcement, announce, announce_to_all
from kiosk.domain.nonchoice.noted import notes_of
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import PoliticalDecision
from kiosk.domain.nonchoice.supply import Supply
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.domain.situations import settled_help


@dataclass(frozen=True, slots=True)
class ToldRule:
    """What is told about one service.

    Attributes:
        announcement: What the rule means for this person, or for nobody in particular.
    """

    service: ServiceId
    announcement: Announcement
    decision: PoliticalDecision


def explain_nonchoice(
    municipality: Municipality, rules: Sequence[ToldRule], words: Words
) -> NonchoiceBlock:
    """All five parts (neutrality 1.3) for these services.

    Args:
        municipality: Whose names, notice rule and office stand in the sentences.
        rules: At least one, order of the case.
        words: The page's language.
    """
    services = [rule.service for rule in rules]
    fees = texts.fees_of(municipality, services)
    same = texts.what_is_same(municipality, services, words)
    labels = nonchoice_labels(words)
    rows = (
        *(_who(rule, municipality, words) for rule in rules),
        *_why(municipality, rules, words),
        NonchoiceRow(
            NonchoiceKey.SAME,
            labels[NonchoiceKey.SAME],
            same,
            language=foreign(fees, words),
        ),
        _common(NonchoiceKey.LATER, texts.how_to_change(municipality, services, words), words),
        _common(NonchoiceKey.ASK, texts.whom_to_ask(municipality, words), words),
    )
    return NonchoiceBlock(
        title=words.gettext("If you do not choose"),
        lead=words.gettext("You can choose, or leave it. You need not say why."),
        rows=rows,
    )


def nonchoice_labels(words: Words) -> dict[NonchoiceKey, str]:
    """The labels of the five parts."""
    return {
        NonchoiceKey.WHO: words.gettext("Who comes"),
        NonchoiceKey.WHY: words.pgettext("label of a reason", "Why"),
        NonchoiceKey.SAME: words.gettext("What is the same"),
        NonchoiceKey.LATER: words.gettext("Can you switch"),
        NonchoiceKey.ASK: words.gettext("Whom can you ask"),
    }


def foreign(shown: Sequence[LocalText], words: Words) -> Language | None:
    """The language of texts that do not exist in the page's; None where they do."""
    languages = {text.shown_in(words.language) for text in shown} - {words.language}
    return languages.pop() if languages else None


def _common(key: NonchoiceKey, text: str, words: Words) -> NonchoiceRow:
    return NonchoiceRow(key, nonchoice_labels(words)[key], text)


def _who(rule: ToldRule, municipality: Municipality, words: Words) -> NonchoiceRow:
    return NonchoiceRow(
        key=NonchoiceKey.WHO,
        label=nonchoice_labels(words)[NonchoiceKey.WHO],
        text=announcement_text(rule.announcement, municipality, words),
        service=rule.service,
        service_name=words.local(municipality.service(rule.service).name),
    )


def _why(
    municipality: Municipality, rules: Sequence[ToldRule], words: Words
) -> tuple[NonchoiceRow, ...]:
    """Once when all services rest on the same decision, else once per service."""
    label = nonchoice_labels(words)[NonchoiceKey.WHY]
    if all(rule.decision == rules[0].decision for rule in rules):
        decision = rules[0].decision
        language = foreign([decision.organ], words)
        text = texts.why(decision, words)
        return (NonchoiceRow(NonchoiceKey.WHY, label, text, language=language),)
    return tuple(
        NonchoiceRow(
            key=NonchoiceKey.WHY,
            label=label,
            text=texts.why(rule.decision, words),
            service=rule.service,
            service_name=words.local(municipality.service(rule.service).name),
            language=foreign([rule.decision.organ], words),
        )
        for rule in rules
    )


@dataclass(frozen=True, slots=True)
class ExplainNonchoice:
    """Tells a person, or a reader of a brochure for nobody, what happens without a choice."""

    municipality: Municipality
    clock: Clock
    _blocks: Remembered[NonchoiceBlock] = field(
        default_factory=Remembered, repr=False, compare=False
    )
    _supplies: Remembered[Supply] = field(default_factory=Remembered, repr=False, compare=False)

    def for_case(self, case: Case, words: Words) -> NonchoiceBlock:
        """For the services of a case that can be chosen; at least one must be."""
        today = self.clock.now().date()
        granted = offered_services(self.municipality, case, today)
        rules = [told for item in granted for told in self._told(item, case.zone)]
        return self._explained(rules, words)

    def for_service(self, case: Case, service: ServiceId, words: Words) -> NonchoiceBlock:
        """For one service of a case."""
        granted = case.granted(service)
        if granted is None:
            return self.for_zone(case.zone, [service], words)
        rules = list(self._told(granted, case.zone))
        return self._explained(rules, words)

    def for_zone(self, zone: ZoneId, services: Sequence[ServiceId], words: Words) -> NonchoiceBlock:
        """For nobody in particular."""
        rules = [told for service in services for told in self._told_to_all(service, zone)]
        return self._explained(rules, words)

    def _explained(self, rules: Sequence[ToldRule], words: Words) -> NonchoiceBlock:
        return self._blocks.get(
            (self.municipality, words),
            tuple(rules),
            lambda: explain_nonchoice(self.municipality, rules, words),
        )

    def _supply(self, service: ServiceId, zone: ZoneId, today: date) -> Supply:
        return self._supplies.get(
            (self.municipality,),
            (service, zone, today),
            lambda: supply_of(self.municipality, service, zone, today),
        )

    def _told(self, granted: GrantedService, zone: ZoneId) -> Iterator[ToldRule]:
        today, service = self.clock.now().date(), granted.service
        supply = self._supply(service, zone, today)
        present = settled_help(self.municipality, granted)
        known, objects_to = notes_of(granted)
        for rule in self.municipality.rules_for(service, zone):
            announced = announce(
                rule, supply, today, present=present, known=known, objects_to=objects_to
            )
            yield ToldRule(service, announced, rule.decision)

    def _told_to_all(self, service: ServiceId, zone: ZoneId) -> Iterator[ToldRule]:
        today = self.clock.now().date()
        supply = self._supply(service, zone, today)
        for rule in self.municipality.rules_for(service, zone):
            yield ToldRule(service, announce_to_all(rule, supply, today), rule.decision)
