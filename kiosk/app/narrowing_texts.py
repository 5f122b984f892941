"""What can be asked for in words: the same facts, and the same words, as on the providers' pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.app.compose_provider import ProviderScope, kind_short
from kiosk.app.phrases import part_heading, sentence_case
from kiosk.app.ports.words import Words
from kiosk.domain.alphabet import alphabetic
from kiosk.domain.narrowing import Candidate, Fit, Narrowed, Topic, Wish, wishes_for
from kiosk.domain.provider import ProviderKind
from kiosk.domain.service import DayPart, Service, ServiceId


@dataclass(frozen=True, slots=True)
class WishCard:
    """One "only those who …" on its card.

    Attributes:
        support: How many state it, of how many.
    """

    wish: Wish
    name: str
    support: str


def wish_cards(
    found: Sequence[Candidate], service: ServiceId, scope: ProviderScope, words: Words
) -> tuple[WishCard, ...]:
    """What can be asked for of these providers, in an order that depends on none of them.

    Returns:
        Languages by name from A to Å, then the parts of the day, then the rest.
    """
    given = scope.municipality.service(service)
    cards = [
        WishCard(wish, wish_name(wish, given, words), _support(wish, found, words))
        for wish in wishes_for(found)
    ]
    topics = list(Topic)
    return tuple(sorted(cards, key=lambda card: _place(card, topics)))


def wish_name(wish: Wish, service: Service, words: Words) -> str:
    """A wish as a short label."""
    match wish.topic:
        case Topic.LANGUAGE:
            return sentence_case(words.language_name(wish.value))
        case Topic.TIME:
            part = DayPart(wish.value)
            return f"{part_heading(part, words)} {words.local(service.hours[part])}"
        case Topic.KIND:
            return kind_short(ProviderKind(wish.value), words)
        case _:
            return {
                Topic.ROOM: words.gettext("Room now"),
                Topic.FIXED_CONTACT: words.gettext("Fixed contact"),
                Topic.NURSE: words.gettext("Nurse on duty"),
            }[wish.topic]


def left_line(left: Narrowed, count: int, words: Words) -> str:
    """How many would be shown, and that those stay who have not stated everything."""
    if not left.shown:
        return words.gettext(
            "No provider has stated all of this. Take something away, or show all providers."
        )
    shown = words.gettext("{shown} of {count} providers are shown.").format(
        shown=len(left.shown), count=count
    )
    return " ".join(part for part in (shown, unsure_line(left.unsure, words)) if part)


def unsure_line(unsure: int, words: Words) -> str:
    """That those stay who have not stated everything that was asked for; empty for none."""
    if not unsure:
        return ""
    return words.ngettext(
        "{count} of them has not stated everything, and is shown too.",
        "{count} of them have not stated everything, and are shown too.",
        unsure,
    ).format(count=unsure)


def _support(wish: Wish, found: Sequence[Candidate], words: Words) -> str:
    stated = sum(each.fit(wish) is Fit.YES for each in found)
    return words.gettext("{shown} of {count} state this").format(shown=stated, count=len(found))


def _place(card: WishCard, topics: list[Topic]) -> tuple[int, str]:
    named = card.wish.topic is Topic.LANGUAGE
    return topics.index(card.wish.topic), alphabetic(card.name) if named else ""
