"""How long a switch takes and how often one may switch, in the words of the rule itself."""

from collections.abc import Iterable

from kiosk.app.phrases import sentence_case, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import (
    AgreedDate,
    CutOff,
    DaysNotice,
    FirstOfNextMonth,
    MonthsNotice,
    NoticePeriod,
    NoticeRule,
)
from kiosk.domain.service import ServiceId


def notice_text(municipality: Municipality, services: Iterable[ServiceId], words: Words) -> str:
    """How long a switch takes for some services, and how often each allows one.

    Args:
        municipality: Whose rules are told.
        services: Which services the reader has; none for all of the municipality. One that the
            content no longer has is told of by the municipality's own rule.
        words: The page's language.

    Returns:
        Whole sentences, once where the services agree; else each with the services that it
        holds for.
    """
    known = {each.id: each for each in municipality.services}
    phrases: dict[str, list[str]] = {}
    for service in tuple(services) or tuple(known):
        told = rule_text(municipality.notice_of(service), words)
        named = [words.local(known[service].phrase)] if service in known else []
        phrases[told] = [*phrases.get(told, ()), *named]
    if len(phrases) == 1:
        return next(iter(phrases))
    return sentences(
        *(
            words.gettext("{services}: {text}").format(
                services=sentence_case(words.and_list(named)), text=text
            )
            for text, named in phrases.items()
        )
    )


def is_limited(municipality: Municipality, services: Iterable[ServiceId]) -> bool:
    """Whether one of these services can be switched so many times a year only."""
    return any(municipality.notice_of(each).max_per_year is not None for each in services)


def rule_text(rule: NoticeRule, words: Words) -> str:
    """All that one rule says to a person."""
    return sentences(notice_sentence(rule.period, words), _at_most(rule.max_per_year, words))


def _at_most(count: int | None, words: Words) -> str:
    if count is None:
        return ""
    text = words.ngettext(
        "You can switch {count}\u00a0time in a calendar year.",
        "You can switch {count}\u00a0times in a calendar year.",
        count,
    )
    return sentences(
        text.format(count=count), words.gettext("Your first choice does not count as a switch.")
    )


def notice_sentence(period: NoticePeriod, words: Words) -> str:
    """How long it takes until a new provider begins, in whole sentences."""
    match period:
        case DaysNotice(days):
            return _days(days, words)
        case MonthsNotice(months):
            return words.ngettext(
                "It takes {count}\u00a0month before the new provider begins.",
                "It takes {count}\u00a0months before the new provider begins.",
                months,
            ).format(count=months)
        case FirstOfNextMonth():
            return words.gettext("The new provider begins on the first day of the next month.")
        case CutOff():
            return _cut_off(period, words)
        case AgreedDate():
            return words.gettext("We agree with you on when the new provider begins.")


def _days(days: int, words: Words) -> str:
    if days == 0:
        return words.gettext("The new provider can begin the same day.")
    return words.ngettext(
        "It takes {count}\u00a0day before the new provider begins.",
        "It takes {count}\u00a0days before the new provider begins.",
        days,
    ).format(count=days)


def _cut_off(period: CutOff, words: Words) -> str:
    in_time = words.ngettext(
        "If we hear from you by day\u00a0{day}, the new provider begins on the 1st of the next month.",
        "If we hear from you by day\u00a0{day}, the new provider begins on the 1st, "
        "{count}\u00a0months later.",
        period.months,
    ).format(day=period.day, count=period.months)
    return sentences(in_time, words.gettext("If we hear later, it takes one month more."))
