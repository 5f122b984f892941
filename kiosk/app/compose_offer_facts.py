"""Facts that differ between the services of a provider, and how they share one short field."""

from collections.abc import Callable, Sequence
from datetime import date

from kiosk.app.compose_otherwise import otherwise as who_comes_otherwise
from kiosk.app.compose_strip import OfferView
from kiosk.app.phrases import ended, not_stated, part_not_stated, room_now, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.language import Language, LocalText
from kiosk.domain.provider import Capacity, CapacityState, Closing, Offer

MOST_ZONES = 5
"""Of more zones than this a provider that gives help in all is not told one by one."""

CLOSED = frozenset({CapacityState.FULL, CapacityState.PAUSED, CapacityState.CLOSING})
Value = tuple[str, Language | None]
_Views = Sequence[OfferView]


def otherwise(given: _Views, words: Words) -> Value:
    """Who comes in the parts that the provider does not cover."""
    texts = [seen.offer.otherwise for seen in given if seen.offer is not None]
    return who_comes_otherwise(given, words), _foreign_among(texts, words)


def exceptions(given: _Views, words: Words) -> Value:
    """Tasks that the provider does not do; services without a word share one ending."""
    texts = {seen.service.id: seen.offer.exceptions for seen in given if seen.offer is not None}
    stated = [seen for seen in given if texts.get(seen.service.id) is not None]
    if not stated:
        return not_stated(words), None
    told = _per_service(
        stated,
        lambda seen: in_language(texts[seen.service.id], words)[0],
        words,
        always_named=len(stated) < len(given),
    )
    rest = "" if len(stated) == len(given) else words.gettext("Otherwise not stated.")
    return sentences(told, rest), _foreign_among(list(texts.values()), words)


def zones(given: _Views, words: Words) -> Value:
    """Where the provider gives any of the services."""
    covered = {zone for seen in given if seen.offer is not None for zone in seen.offer.zones}
    there_are = given[0].municipality.zones
    names = [zone.name for zone in there_are if zone.id in covered]
    if len(names) == len(there_are) > MOST_ZONES:
        return words.gettext("The whole municipality"), None
    return words.and_list(names), None


def capacity(given: _Views, words: Words) -> Value:
    """Room for new persons, with the day that it holds for; for one that stops, its last day."""
    rooms = {(_room(seen), _closing(seen)) for seen in given}
    if len(rooms) == 1:
        ((room, closing),) = rooms
        whole = _whole_room(room, words) if closing is None else _stops(closing, words)
        return whole, None
    open_rooms = [room for room, closing in rooms if closing is None]
    days = {room.as_of for room in open_rooms if room.state is not CapacityState.NOT_STATED}
    shared = days.pop() if len(days) == 1 else None
    told = _per_service(given, lambda seen: _short(seen, shared, words), words)
    day = (
        ""
        if shared is None
        else words.gettext("As of {date}.").format(date=words.full_date(shared))
    )
    return sentences(told, day), None


def room_on_card(offer: Offer | None, words: Words) -> str:
    """Whether a provider takes new persons, after its name or kind; when it stops, if it does."""
    if offer is None:
        return room_now(CapacityState.NOT_STATED, words)
    if offer.closing is None:
        return room_now(offer.capacity.state, words)
    day = words.day_and_month(offer.closing.last_day)
    return words.pgettext("of a provider", "stops {date}").format(date=day)


def no_choice(given: _Views, words: Words) -> str:
    """Why a provider cannot be chosen for any of the services; empty where it can."""
    ends = [_closing(seen) for seen in given if seen.offer is not None]
    days = [closing.last_day for closing in ends if closing is not None]
    if not days or len(days) < len(ends):
        return ""
    text = words.gettext("The provider stops. The last day is {date}. Choose another answer.")
    return text.format(date=words.full_date(max(days)))


def _room(seen: OfferView) -> Capacity:
    return Capacity(CapacityState.NOT_STATED) if seen.offer is None else seen.offer.capacity


def _closing(seen: OfferView) -> Closing | None:
    return None if seen.offer is None else seen.offer.closing


def _stops(closing: Closing, words: Words) -> str:
    return words.gettext("No. Stops {date}.").format(date=words.full_date(closing.last_day))


def _short(seen: OfferView, shared: date | None, words: Words) -> str:
    closing = _closing(seen)
    if closing is None:
        return _short_room(_room(seen), shared, words)
    day = words.full_date(closing.last_day)
    return words.pgettext("of a provider", "stops {date}").format(date=day)


def _whole_room(room: Capacity, words: Words) -> str:
    if room.state is CapacityState.NOT_STATED:
        return not_stated(words)
    if room.as_of is None:
        missing = part_not_stated(words.pgettext("day that a fact holds for", "Date"), words)
        return sentences(_undated(words)[room.state], missing)
    return _dated(words)[room.state].format(date=words.full_date(room.as_of))


def _undated(words: Words) -> dict[CapacityState, str]:
    return {
        CapacityState.OPEN: words.gettext("Yes."),
        CapacityState.FULL: words.gettext("No, full now. Waiting list."),
        CapacityState.PAUSED: words.gettext("No, takes nobody new now."),
        CapacityState.CLOSING: words.gettext("No, takes nobody new now."),
    }


def _dated(words: Words) -> dict[CapacityState, str]:
    return {
        CapacityState.OPEN: words.gettext("Yes, as of {date}"),
        CapacityState.FULL: words.gettext("Full as of {date}. Waiting list."),
        CapacityState.PAUSED: words.gettext("Takes nobody new as of {date}"),
        CapacityState.CLOSING: words.gettext("Takes nobody new as of {date}"),
    }


def _short_room(room: Capacity, shared: date | None, words: Words) -> str:
    """Inside a sentence; with its own day where the services do not share one."""
    told = {
        CapacityState.OPEN: words.pgettext("room", "yes"),
        CapacityState.FULL: words.pgettext("room", "full, waiting list"),
        CapacityState.PAUSED: words.pgettext("room", "takes nobody new"),
        CapacityState.CLOSING: words.pgettext("room", "takes nobody new"),
        CapacityState.NOT_STATED: words.pgettext("room", "not stated"),
    }[room.state]
    if shared is not None or room.as_of is None:
        return told
    return words.gettext("{room}, as of {date}").format(room=told, date=words.full_date(room.as_of))


def start(given: _Views, words: Words) -> Value:
    """How soon the first visit comes; for a full provider, when there is room."""
    offers = [seen.offer for seen in given if seen.offer is not None]
    with_room = [each for each in offers if each.capacity.state not in CLOSED]
    if offers and all(each.closing is not None for each in offers):
        return words.gettext("Begins with nobody new"), None
    if not with_room:
        return words.gettext("When there is room"), None
    days = [each.start_days for each in with_room if each.start_days is not None]
    if not days:
        return not_stated(words), None
    told = _within(min(days), max(days), words)
    if len(with_room) < len(offers):
        told = words.gettext("{within}, where there is room").format(within=told)
    if len(days) < len(with_room):
        told = sentences(ended(told), words.gettext("Otherwise not stated."))
    return told, None


def _within(least: int, most: int, words: Words) -> str:
    if least == most:
        return words.ngettext("Within {count}\u00a0day", "Within {count}\u00a0days", most).format(
            count=most
        )
    return words.gettext("Within {least}–{most}\u00a0days, by service").format(
        least=least, most=most
    )


def _per_service(
    given: _Views,
    say: Callable[[OfferView], str],
    words: Words,
    *,
    always_named: bool = False,
) -> str:
    """One value where all services agree; else each value after the names it holds for."""
    by_value: dict[str, list[OfferView]] = {}
    for seen in given:
        by_value.setdefault(say(seen), []).append(seen)
    if len(by_value) == 1 and not always_named:
        return next(iter(by_value))
    return " ".join(f"{_names(views, words)}: {ended(value)}" for value, views in by_value.items())


def _names(views: _Views, words: Words) -> str:
    first, *others = views
    return words.and_list(
        [words.local(first.service.name), *(words.local(each.service.phrase) for each in others)]
    )


def in_language(text: LocalText | None, words: Words) -> Value:
    """A municipality's text, marked where the page's language does not have it."""
    if text is None:
        return not_stated(words), None
    return words.local(text), _foreign_among([text], words)


def _foreign_among(texts: Sequence[LocalText | None], words: Words) -> Language | None:
    """The language of texts that do not exist in the page's; None where all do."""
    shown = {text.shown_in(words.language) for text in texts if text is not None}
    return next(iter(shown - {words.language}), None)
