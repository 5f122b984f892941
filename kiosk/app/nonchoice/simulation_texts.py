"""A tried rule in words and numbers; the same on the page, on paper and on the command line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from kiosk.app.names import service_name
from kiosk.app.nonchoice.share_texts import (
    ShownShare,
    count_text,
    hidden_text,
    share_notes,
    shown_shares,
)
from kiosk.app.nonchoice.simulated import Compared, Share, Simulated
from kiosk.app.nonchoice.trial_people import Tryout
from kiosk.app.phrases import provider_name, sentences
from kiosk.app.ports.words import Words
from kiosk.domain.alphabet import alphabetic
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.service import ProviderId
from kiosk.domain.small_numbers import LEAST

Cells = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One provider under both rules; every cell in words.

    Attributes:
        present, tried: Users, hours a week and percent.
        present_percent, tried_percent: For a chart; None where hidden.
    """

    provider: str
    present: Cells
    tried: Cells
    present_percent: int | None
    tried_percent: int | None


@dataclass(frozen=True, slots=True)
class ShownTable:
    """One service, in one zone or in all.

    Attributes:
        service, place: Both are in the title too.
        rows: By the name of the provider, whoever runs it; who gets nobody comes last.
        full: Names of providers without room under the tried rule; may be empty.
        notes: What else is worth knowing; may be empty.
        shares: Of the private providers, which the notes tell too.
    """

    title: str
    service: str
    place: str
    rows: tuple[ShownRow, ...]
    full: tuple[str, ...]
    notes: tuple[str, ...]
    shares: tuple[ShownShare, ...] = ()


def shown_tables(
    simulated: Simulated, municipality: Municipality, words: Words
) -> tuple[ShownTable, ...]:
    """All tables, the whole municipality before its zones."""
    return tuple(_table(each, municipality, words) for each in simulated.tables)


def summary_lines(simulated: Simulated, words: Words) -> tuple[str, str, str]:
    """Whom it was tried on, how many would be moved, and what the numbers are."""
    moved = (
        words.gettext("Nobody counts as moved, as everybody counts as new.")
        if simulated.tryout is Tryout.EVERYBODY
        else words.gettext("People who have help and would get another provider: {count}.")
    )
    hidden = words.gettext(
        "Groups under {count} people are not told, and neither is what would tell them."
    )
    return (
        _people_text(simulated, words),
        moved.format(count=count_text(simulated.moved, words)),
        hidden.format(count=words.number(LEAST)),
    )


def _people_text(simulated: Simulated, words: Words) -> str:
    tried, staying = simulated.people, simulated.staying
    match simulated.tryout:
        case Tryout.LIST:
            people = words.ngettext(
                "{count} service in the list is tried.",
                "{count} services in the list are tried.",
                tried or 0,
            )
            stay = words.gettext("Others in the list who have help and stay: {count}.")
        case Tryout.UNANSWERED:
            people = words.gettext("Services without an answer that are tried: {count}.")
            stay = words.gettext(
                "All others stay where they are today, and are in the tables: {count}."
            )
        case Tryout.EVERYBODY:
            people = words.gettext("All services are tried as if everybody were new: {count}.")
            stay = ""
        case _:
            assert_never(simulated.tryout)
    told = people.format(count=count_text(tried, words))
    if staying == 0:
        return told
    return sentences(told, stay.format(count=count_text(staying, words)))


def unread_text(unread: int, words: Words) -> str:
    """How many rows of the list are left out; empty when none is."""
    if not unread:
        return ""
    text = words.ngettext(
        "{count} row of the list could not be read, and is left out.",
        "{count} rows of the list could not be read, and are left out.",
        unread,
    )
    return text.format(count=words.number(unread))


def state_name(state: NonchoiceState, words: Words) -> str:
    """Why nobody in the list chooses."""
    return {
        NonchoiceState.NO_REPLY: words.pgettext("why nobody chooses", "Do not reply"),
        NonchoiceState.DOES_NOT_WISH: words.pgettext("why nobody chooses", "Do not want to choose"),
        NonchoiceState.CANNOT: words.pgettext("why nobody chooses", "Cannot choose"),
    }[state]


def rule_names(words: Words) -> tuple[str, str]:
    """The present rule and the tried one."""
    return words.gettext("Present rule"), words.gettext("This rule")


def column_heads(words: Words) -> Cells:
    """What the three numbers of a row are."""
    return (
        words.pgettext("column of a table", "Users"),
        words.pgettext("column of a table", "Hours a week"),
        words.pgettext("column of a table", "Percent of users"),
    )


def row_text(cells: Cells, words: Words) -> str:
    """The three numbers of a rule in one line."""
    users, hours, percent = cells
    if users == hours == percent == hidden_text(words):
        return users
    people = words.ngettext("{count} user", "{count} users", _one_or_more(users, words))
    time = words.ngettext("{count} hour a week", "{count} hours a week", _one_or_more(hours, words))
    part = words.gettext("{percent}\u00a0percent of users")
    return ", ".join(
        (people.format(count=users), time.format(count=hours), part.format(percent=percent))
    )


def _one_or_more(number: str, words: Words) -> int:
    """One for the number that asks for a singular, another number for all that ask for a plural."""
    return 1 if number == words.number(1) else 2


def both_text(row: ShownRow, words: Words) -> str:
    """A row under both rules, as a sentence each."""
    text = words.gettext("Present rule: {present}. This rule: {tried}.")
    return text.format(present=row_text(row.present, words), tried=row_text(row.tried, words))


def _table(compared: Compared, municipality: Municipality, words: Words) -> ShownTable:
    service = service_name(municipality, compared.service, words)
    place = words.gettext("the whole municipality")
    if compared.zone is not None:
        place = words.local(municipality.zone(compared.zone).phrase)
    full = _by_name(compared.full, municipality, words)
    shares = tuple(shown_shares(compared, words))
    return ShownTable(
        title=words.gettext("{service}, {zone}").format(service=service, zone=place),
        service=service,
        place=place,
        rows=tuple(_rows(compared, municipality, words)),
        full=full,
        notes=(*_notes(full, words), *share_notes(compared, shares, words)),
        shares=shares,
    )


def _rows(compared: Compared, municipality: Municipality, words: Words) -> Iterator[ShownRow]:
    now = {share.provider: share for share in compared.present}
    then = {share.provider: share for share in compared.tried}
    names = {key: provider_name(municipality, key, words) for key in now if key is not None}
    for key in sorted(names, key=lambda each: (alphabetic(names[each]), each)):
        yield _row(names[key], now[key], then[key], words)
    if now[None].users != 0 or then[None].users != 0:
        yield _row(words.gettext("Without a provider"), now[None], then[None], words)


def _row(name: str, now: Share, then: Share, words: Words) -> ShownRow:
    return ShownRow(name, _cells(now, words), _cells(then, words), now.percent, then.percent)


def _cells(share: Share, words: Words) -> Cells:
    return (
        count_text(share.users, words),
        count_text(share.hours, words),
        count_text(share.percent, words),
    )


def _notes(full: Sequence[str], words: Words) -> Iterator[str]:
    if full:
        text = words.gettext("Has no more room: {providers}")
        yield text.format(providers=words.and_list(full))


def _by_name(
    keys: Sequence[ProviderId], municipality: Municipality, words: Words
) -> tuple[str, ...]:
    return tuple(sorted((provider_name(municipality, key, words) for key in keys), key=alphabetic))
