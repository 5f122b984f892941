"""Short phrases that several blocks share, so that the same thing is said in the same words."""

from collections.abc import Collection
from datetime import date

from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import CapacityState
from kiosk.domain.service import DayPart, ProviderId


def not_stated(words: Words) -> str:
    """The words for a missing value; never empty, never another style (N04)."""
    return words.gettext("Not stated")


def part_not_stated(part: str, words: Words) -> str:
    """Says which part of a fact is missing."""
    return words.gettext("{part}: not stated.").format(part=part)


def sentence_case(text: str) -> str:
    """With a capital first letter, for a phrase that begins a sentence."""
    return text[:1].upper() + text[1:]


def provider_name(municipality: Municipality, provider: ProviderId, words: Words) -> str:
    """The registered name with hard spaces."""
    return words.local(municipality.provider(provider).name)


def part_heading(part: DayPart, words: Words) -> str:
    """Name of a part of the week as a label, for example ``Natt``."""
    return {
        DayPart.DAY: words.pgettext("part of the week", "Day"),
        DayPart.EVENING: words.pgettext("part of the week", "Evening"),
        DayPart.NIGHT: words.pgettext("part of the week", "Night"),
        DayPart.WEEKEND: words.pgettext("part of the week", "Weekend"),
    }[part]


def part_noun(part: DayPart, words: Words) -> str:
    """Name of a part of the week inside a sentence, for example ``natt``."""
    return {
        DayPart.DAY: words.pgettext("part of the week, in a list", "day"),
        DayPart.EVENING: words.pgettext("part of the week, in a list", "evening"),
        DayPart.NIGHT: words.pgettext("part of the week, in a list", "night"),
        DayPart.WEEKEND: words.pgettext("part of the week, in a list", "weekend"),
    }[part]


def when(parts: Collection[DayPart], words: Words) -> str:
    """Parts of the week as a time, for example ``om kvelden og natten``.

    Args:
        parts: At least one; told in the order of ``DayPart``.
        words: The page's language.
    """
    ordered = [part for part in DayPart if part in parts]
    if DayPart.WEEKEND in parts:
        # The weekend takes another preposition in Norwegian, so that each part keeps its own.
        return words.and_list([_at(part, words) for part in ordered])
    first, *others = ordered
    return words.and_list([_at(first, words), *(_following(part, words) for part in others)])


def _at(part: DayPart, words: Words) -> str:
    return {
        DayPart.DAY: words.pgettext("when", "in the daytime"),
        DayPart.EVENING: words.pgettext("when", "in the evening"),
        DayPart.NIGHT: words.pgettext("when", "at night"),
        DayPart.WEEKEND: words.pgettext("when", "at the weekend"),
    }[part]


def _following(part: DayPart, words: Words) -> str:
    return {
        DayPart.DAY: words.pgettext("when, after another part", "in the daytime"),
        DayPart.EVENING: words.pgettext("when, after another part", "in the evening"),
        DayPart.NIGHT: words.pgettext("when, after another part", "at night"),
        DayPart.WEEKEND: words.pgettext("when, after another part", "at the weekend"),
    }[part]


def room_now(state: CapacityState, words: Words) -> str:
    """Whether a provider takes new persons, after its name or kind; the same words everywhere."""
    return {
        CapacityState.OPEN: words.gettext("has room"),
        CapacityState.FULL: words.gettext("full now"),
        CapacityState.PAUSED: words.gettext("takes nobody new now"),
        CapacityState.CLOSING: words.gettext("takes nobody new now"),
        CapacityState.NOT_STATED: words.gettext("room not stated"),
    }[state]


def call_office(municipality: Municipality, words: Words) -> str:
    """Which office to call; to tell, where it has no number."""
    phone = municipality.office.contact.phone
    office = words.local(municipality.office.phrase)
    if phone is None:
        return words.gettext("Tell {office}.").format(office=office)
    return words.gettext("Call {office}, telephone {phone}.").format(
        office=office, phone=words.phone(phone)
    )


def begins(day: date, words: Words) -> str:
    """The first day with a provider, with its weekday."""
    return words.gettext("Begins on {date}.").format(date=words.weekday_and_date(day))


def agreeing(words: Words) -> str:
    """That no rule gives the first day with a provider."""
    return words.gettext("We agree on the date with you.")


def ended(text: str) -> str:
    """What a person wrote, closed so that another sentence can follow."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def sentences(*parts: str) -> str:
    """Whole sentences one after the other; empty ones leave no gap."""
    return " ".join(part for part in parts if part)
