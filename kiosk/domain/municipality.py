"""Everything a municipality's content pack says, as one checked value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeVar

from kiosk.domain.errors import NotFoundError, Thing
from kiosk.domain.language import Language, LocalText
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.rule import NonchoiceRule, RuleBook, in_telling_order, rule_for
from kiosk.domain.nonchoice.silence import LetterForm, Patience
from kiosk.domain.notice import NoticeRule
from kiosk.domain.provider import Contact, Offer, Provider
from kiosk.domain.retention import RetentionRule
from kiosk.domain.service import ProviderId, Service, ServiceId, Zone, ZoneId

T = TypeVar("T")


class ProseKey(Enum):
    """The approved texts that every pack holds, named as their files."""

    WHAT = "what"
    SAME = "same"
    HOW_TO_CHOOSE = "how-to-choose"
    HOW_TO_SWITCH = "how-to-switch"
    COMPLAIN = "complain"
    QUESTIONS = "questions"
    PRIVACY = "privacy"


class EasyKey(Enum):
    """The texts of the easy-read edition, named as their files; a pack holds all of them or none.

    What happens without a choice is not among them: it is told from the rule itself.
    """

    WHAT = "what"
    HOW_TO_CHOOSE = "how-to-choose"
    HOW_TO_SWITCH = "how-to-switch"
    ASK = "ask"


class ProseKind(Enum):
    """What a piece of prose is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class ProsePart:
    """A heading, a paragraph or one item of a list; plain text.

    Attributes:
        level: Of a heading, 1 to 3; 0 for the rest.
    """

    kind: ProseKind
    text: str
    level: int = 0


Prose = tuple[ProsePart, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """The office that answers questions and takes notice of a switch.

    Attributes:
        name: As a heading, for example ``Tildelingskontoret``.
        phrase: Inside a sentence, for example ``tildelingskontoret``.
    """

    name: LocalText
    phrase: LocalText
    contact: Contact


@dataclass(frozen=True, slots=True)
class ExampleStaff:
    """A staff member of an EXAMPLE pack, whose code may stand on the sign-in page."""

    name: str
    role: str
    code: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """The scheme of one municipality.

    Attributes:
        id: Short key, for example ``eksempelvik``.
        version: Version of the pack plus a fingerprint of its files; stored with choices.
        edition: Human name of this edition of the content, printed on paper.
        is_example: The pack is invented and marked EKSEMPEL everywhere.
        receipt_prefix: Two to four capitals that receipt numbers begin with.
        zone_word: What a zone is called here, for example ``sone`` or ``bydel``.
        zones, services, providers: In the order of the pack; never shown in that order.
        rules: One per state, service and zone in which the service is offered.
        notice: When a new provider begins, for services without a rule of their own.
        reply_days: Days from the decision to the reply deadline, where the list has none.
        child_age_years: Below this age a parent or the child welfare service decides.
        default_language: Language of documents for a person who has stated none.
        prose: Per text and language; bokmål and nynorsk are complete, English may lack.
        approved_on: Day on which the municipality approved this content.
        reminder_days: From the day on which a reminder is there to the last day for an answer.
        postal_days: From posting until a letter is there.
        allocation_letter: What the letter about the result of a rule is.
        retention: When cases may be disposed of; empty for never.
        place_reply_days: From the day on which the offer of a place is there to the last day for
            an answer.
        declined_place_stays: Who says no to a place goes on waiting, last in line; otherwise the
            wish is gone.
        asks_signature: Whoever decides may sign on the screen before the answers are stored.
        interests_months: How long staff's statement of their ties to providers holds; without a
            valid one nobody records choices. 0 where none is asked for.
        easy: The same for the easy-read edition; empty in a pack that has none.
    """

    id: str
    name: str
    version: str
    edition: str
    is_example: bool
    receipt_prefix: str
    zone_word: LocalText
    zones: tuple[Zone, ...]
    services: tuple[Service, ...]
    providers: tuple[Provider, ...]
    rules: RuleBook
    notice: NoticeRule
    reply_days: int
    child_age_years: int
    default_language: Language
    office: Office
    prose: Mapping[tuple[ProseKey, Language], Prose]
    approved_on: date
    example_staff: tuple[ExampleStaff, ...] = ()
    retention: tuple[RetentionRule, ...] = ()
    reminder_days: int = 10
    postal_days: int = 4
    allocation_letter: LetterForm = LetterForm.INFORMATION
    asks_signature: bool = False
    interests_months: int = 0
    place_reply_days: int = 7
    declined_place_stays: bool = False
    easy: Mapping[tuple[EasyKey, Language], Prose] = field(default_factory=dict)

    def zone(self, zone: ZoneId) -> Zone:
        """The zone with this key.

        Raises:
            NotFoundError: The pack has no such zone.
        """
        return _one((item for item in self.zones if item.id == zone), Thing.ZONE)

    def service(self, service: ServiceId) -> Service:
        """The service with this key.

        Raises:
            NotFoundError: The pack has no such service.
        """
        return _one((item for item in self.services if item.id == service), Thing.SERVICE)

    def notice_of(self, service: ServiceId) -> NoticeRule:
        """When a new provider of a service begins, also of one that has left the pack."""
        own = next((each.notice for each in self.services if each.id == service), None)
        return own or self.notice

    def provider(self, provider: ProviderId) -> Provider:
        """The provider with this key.

        Raises:
            NotFoundError: The pack has no such provider.
        """
        return _one((item for item in self.providers if item.id == provider), Thing.PROVIDER)

    def rule(
        self,
        service: ServiceId,
        zone: ZoneId,
        state: NonchoiceState = NonchoiceState.NO_REPLY,
    ) -> NonchoiceRule:
        """The rule for those who do not choose.

        Raises:
            NotFoundError: The service is not offered in that zone.
        """
        rule = rule_for(self.rules.get((service, zone), ()), state)
        if rule is None:
            raise NotFoundError(Thing.RULE)
        return rule

    def rules_for(self, service: ServiceId, zone: ZoneId) -> tuple[NonchoiceRule, ...]:
        """The rules of all states, each once and as people read them; at least one.

        Raises:
            NotFoundError: The service is not offered in that zone.
        """
        rules = self.rules.get((service, zone))
        if not rules:
            raise NotFoundError(Thing.RULE)
        return in_telling_order(rules)

    def offered(self, service: ServiceId, zone: ZoneId, on: date) -> frozenset[ProviderId]:
        """Providers that a person in ``zone`` may choose for ``service``; full ones included."""
        if zone not in self.service(service).zones:
            return frozenset()
        return frozenset(
            provider.id
            for provider in self.providers
            if provider.is_valid_on(on) and _gives(provider.offer_for(service, zone), on)
        )

    def leaves_on(
        self, provider: ProviderId, service: ServiceId, zone: ZoneId, on: date
    ) -> date | None:
        """Last day of a provider that stops, as announced by a day; None while there is no end."""
        known = next((each for each in self.providers if each.id == provider), None)
        offer = None if known is None else known.offer_for(service, zone)
        closing = None if offer is None else offer.closing
        return closing.last_day if closing is not None and closing.announced_on <= on else None

    @property
    def patience(self) -> Patience:
        """How long the municipality waits for an answer."""
        return Patience(self.reply_days, self.reminder_days, self.postal_days)

    def prose_in(self, key: ProseKey, language: Language) -> tuple[Language, Prose]:
        """A text and the language it is in: bokmål where English is missing."""
        prose = self.prose.get((key, language))
        if prose is None:
            return Language.BOKMAL, self.prose[key, Language.BOKMAL]
        return language, prose


def _gives(offer: Offer | None, on: date) -> bool:
    """Whether there is an offer, and a provider that stops has not stopped yet."""
    return offer is not None and (offer.closing is None or on <= offer.closing.last_day)


def _one(items: Iterator[T], thing: Thing) -> T:
    for item in items:
        return item
    raise NotFoundError(thing)
