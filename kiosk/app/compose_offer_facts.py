"""Facts that differ between the services of a provider, and how they share one field."""

from collections.abc import Callable, Sequence

from kiosk.app.compose_strip import OfferView
from kiosk.app.compose_strip import otherwise as who_comes_otherwise
from kiosk.app.phrases import not_stated, part_not_stated, sentences
from kiosk.app.ports import Words
from kiosk.domain.language import Language, LocalText
from kiosk.domain.provider import Capacity, CapacityState
from kiosk.domain.service import ZoneId

CLOSED = frozenset({CapacityState.FULL, CapacityState.PAUSED})
Value = tuple[str, Language | None]


def per_service(
    given: Sequence[OfferView], say: Callable[[OfferView, Words], Value], words: Words
) -> Value:
    """One value where all services agree; else each after its service's name."""
    if not given:
        return not_stated(words), None
    said = [say(seen, words) for seen in given]
    if len(set(said)) == 1:
        return said[0]
    named = (
        f"{words.local(seen.service.name)}: {_ended(text)}"
        for seen, (text, _) in zip(given, said, strict=True)
    )
    languages = {language for _, language in said}
    return " ".join(named), languages.pop() if len(languages) == 1 else None


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def otherwise(seen: OfferView, words: Words) -> Value:
    """Who comes in the parts that the provider does not cover."""
    own = None if seen.offer is None else seen.offer.otherwise
    return who_comes_otherwise(seen, words), _foreign(own, words)


def exceptions(seen: OfferView, words: Words) -> Value:
    """Tasks that the provider does not do."""
    return in_language(None if seen.offer is None else seen.offer.exceptions, words)


def zones(seen: OfferView, words: Words) -> Value:
    """Where the provider gives this service."""
    zones = frozenset[ZoneId]() if seen.offer is None else seen.offer.zones
    names = [zone.name for zone in seen.municipality.zones if zone.id in zones]
    return words.and_list(names), None


def capacity(seen: OfferView, words: Words) -> Value:
    """Room for new persons, with the day that it holds for."""
    room = Capacity(CapacityState.NOT_STATED) if seen.offer is None else seen.offer.capacity
    if room.state is CapacityState.NOT_STATED:
        return not_stated(words), None
    if room.as_of is None:
        missing = part_not_stated(words.pgettext("day that a fact holds for", "Date"), words)
        return sentences(_undated_capacity(words)[room.state], missing), None
    dated = _dated_capacity(words)[room.state]
    return dated.format(date=words.full_date(room.as_of)), None


def _undated_capacity(words: Words) -> dict[CapacityState, str]:
    return {
        CapacityState.OPEN: words.gettext("Yes."),
        CapacityState.FULL: words.gettext("No, full now. Waiting list."),
        CapacityState.PAUSED: words.gettext("No, takes nobody new now."),
    }


def _dated_capacity(words: Words) -> dict[CapacityState, str]:
    return {
        CapacityState.OPEN: words.gettext("Yes, as of {date}"),
        CapacityState.FULL: words.gettext("Full as of {date}. Waiting list."),
        CapacityState.PAUSED: words.gettext("Takes nobody new as of {date}"),
    }


def start(seen: OfferView, words: Words) -> Value:
    """How soon the first visit comes; for a full provider, when there is room."""
    if seen.offer is None:
        return not_stated(words), None
    if seen.offer.capacity.state in CLOSED:
        return words.gettext("When there is room"), None
    if seen.offer.start_days is None:
        return not_stated(words), None
    return (
        words.ngettext(
            "Within {count}\u00a0day", "Within {count}\u00a0days", seen.offer.start_days
        ).format(count=seen.offer.start_days),
        None,
    )


def in_language(text: LocalText | None, words: Words) -> Value:
    """A municipality's text, marked where the page's language does not have it."""
    if text is None:
        return not_stated(words), None
    return words.local(text), _foreign(text, words)


def _foreign(text: LocalText | None, words: Words) -> Language | None:
    """The language of a text that does not exist in the page's; None where it does."""
    if text is None:
        return None
    shown = text.shown_in(words.language)
    return None if shown is words.language else shown
