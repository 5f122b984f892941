"""A provider in words: the same fields in the same order for everybody, on all media (N03)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.app import compose_facts as facts
from kiosk.app import compose_offer_facts as per_offer
from kiosk.app.compose_offer_facts import Value, in_language
from kiosk.app.compose_strip import OfferView, strip, view
from kiosk.app.phrases import not_stated, part_not_stated, sentence_case
from kiosk.app.ports.words import Words
from kiosk.domain.document.provider_block import Fact, FactKey, ProviderBlock
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import Provider, ProviderKind
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


@dataclass(frozen=True, slots=True)
class ProviderScope:
    """What providers are asked about.

    Attributes:
        services: At least one, order of the case.
        today: Decides which approval is told to be old.
    """

    municipality: Municipality
    zone: ZoneId
    services: tuple[ServiceId, ...]
    today: date


def compose_provider(provider: ProviderId, scope: ProviderScope, words: Words) -> ProviderBlock:
    """Put one provider into words for the services asked about."""
    profile = scope.municipality.provider(provider)
    views = tuple(
        view(scope.municipality, profile, service, scope.zone) for service in scope.services
    )
    owner = _owner(profile, words)
    number = words.gettext("Org. no. {number}").format(number=_threes(profile.org_number))
    return ProviderBlock(
        id=profile.id,
        name=words.local(profile.name),
        kind=profile.kind,
        support=_support(profile, views, words),
        kind_line=_kind_line(profile, words),
        owner_line=f"{owner}. {number}",
        owner=owner,
        org_number=number,
        strips=tuple(strip(seen, words) for seen in views),
        facts=_facts(profile, views, words),
        approval=_approval(profile, scope.today, words),
        no_choice=per_offer.no_choice(views, words),
    )


def kind_long(kind: ProviderKind, words: Words) -> str:
    """The kind as a whole phrase, for example ``Privat kommersiell leverandør``."""
    return {
        ProviderKind.MUNICIPAL: words.gettext("Municipal provider"),
        ProviderKind.COMMERCIAL: words.gettext("Private commercial provider"),
        ProviderKind.NON_PROFIT: words.gettext("Non-profit provider"),
    }[kind]


def kind_short(kind: ProviderKind, words: Words) -> str:
    """The kind in one word, for cards and tables."""
    return {
        ProviderKind.MUNICIPAL: words.pgettext("kind of provider", "Municipal"),
        ProviderKind.COMMERCIAL: words.pgettext("kind of provider", "Commercial"),
        ProviderKind.NON_PROFIT: words.pgettext("kind of provider", "Non-profit"),
    }[kind]


def _support(profile: Provider, views: Sequence[OfferView], words: Words) -> str:
    offer = next((seen.offer for seen in views if seen.offer is not None), None)
    return words.gettext("{kind}, {room}").format(
        kind=kind_short(profile.kind, words), room=per_offer.room_on_card(offer, words)
    )


def _kind_line(profile: Provider, words: Words) -> str:
    kind = kind_long(profile.kind, words)
    if profile.started_on is None:
        missing = part_not_stated(words.gettext("Year of start"), words)
        return f"{kind}. {missing}"
    # Shorter than its name: one line for everybody in large print and in the booklet too.
    return words.gettext("{kind}, in the municipality since {year}").format(
        kind=kind, year=profile.started_on.year
    )


def _owner(profile: Provider, words: Words) -> str:
    owner = not_stated(words) if profile.owner is None else profile.owner
    return words.gettext("Owner: {owner}").format(owner=owner)


def _threes(number: str) -> str:
    return "\u00a0".join(number[start : start + 3] for start in range(0, len(number), 3))


def _approval(profile: Provider, today: date, words: Words) -> str:
    """Where the facts come from; the same for everybody but what is more than a year old (N26)."""
    text = (
        words.gettext("Source: the provider. Approved by {office} on {date}, over a year ago.")
        if profile.is_old_on(today)
        else words.gettext("Source: the provider. Approved by {office} on {date}.")
    )
    return text.format(office=profile.approved_by, date=words.full_date(profile.approved_on))


def _facts(profile: Provider, views: Sequence[OfferView], words: Words) -> tuple[Fact, ...]:
    given = [seen for seen in views if seen.offer is not None]
    contact = profile.contact
    values: dict[FactKey, Value] = {
        FactKey.OTHERWISE: _said(given, per_offer.otherwise, words),
        FactKey.EXCEPTIONS: _said(given, per_offer.exceptions, words),
        FactKey.ZONES: _said(given, per_offer.zones, words),
        FactKey.CAPACITY: _said(given, per_offer.capacity, words),
        FactKey.START: _said(given, per_offer.start, words),
        FactKey.COMPETENCE: (facts.competence(profile.competence, words), None),
        FactKey.CONTINUITY: (facts.continuity(profile.continuity, words), None),
        FactKey.LANGUAGES: (facts.languages(profile.languages, words), None),
        FactKey.WISHES: in_language(profile.wishes, words),
        FactKey.ACCESSIBILITY: in_language(profile.accessibility, words),
        FactKey.PHONE: (facts.phone(contact, words), None),
        FactKey.EMAIL: (contact.email or not_stated(words), None),
        FactKey.WEB: (contact.web or not_stated(words), None),
        FactKey.ADDRESS: (contact.address or not_stated(words), None),
        FactKey.PRESENTATION: in_language(profile.presentation, words),
        FactKey.EXTRAS: (facts.extras(profile.extras, words), None),
    }
    zone_word = sentence_case(words.local(views[0].municipality.zone_word))
    labels = {**_labels(words), FactKey.ZONES: zone_word}
    return tuple(Fact(key, labels[key], *values[key]) for key in FactKey)


def _said(
    given: Sequence[OfferView], say: Callable[[Sequence[OfferView], Words], Value], words: Words
) -> Value:
    """A fact about services; not stated by a provider that gives none of them."""
    return say(given, words) if given else (not_stated(words), None)


def _labels(words: Words) -> dict[FactKey, str]:
    return {
        FactKey.OTHERWISE: words.gettext("Otherwise comes"),
        FactKey.EXCEPTIONS: words.gettext("Does not do"),
        FactKey.CAPACITY: words.gettext("Room now"),
        FactKey.START: words.pgettext("field of a provider", "Start"),
        FactKey.COMPETENCE: words.pgettext("field of a provider", "Professionals"),
        FactKey.CONTINUITY: words.pgettext("field of a provider", "Helpers"),
        FactKey.LANGUAGES: words.pgettext("field of a provider", "Languages"),
        FactKey.WISHES: words.pgettext("field of a provider", "Wishes"),
        FactKey.ACCESSIBILITY: words.pgettext("field of a provider", "Adaptations"),
        FactKey.PHONE: words.pgettext("field of a provider", "Telephone"),
        FactKey.EMAIL: words.pgettext("field of a provider", "E-mail"),
        FactKey.WEB: words.pgettext("field of a provider", "Website"),
        FactKey.ADDRESS: words.pgettext("field of a provider", "Address"),
        FactKey.PRESENTATION: words.gettext("Written by the provider"),
        FactKey.EXTRAS: words.pgettext("field of a provider", "Extras"),
    }
