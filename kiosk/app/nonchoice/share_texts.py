"""The share of the private providers under two rules, in words; what a rule asks for beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.app.nonchoice.private_shares import Part
from kiosk.app.nonchoice.simulated import Compared
from kiosk.app.ports.words import Words
from kiosk.domain.nonchoice.parts import MinimumShare, Unit, Window

Cells = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ShownShare:
    """The private share of one thing, in words.

    Attributes:
        name: Of what.
        present, tried: Users, hours a week and percent; empty where it counts the other thing.
        note: The same as a sentence.
    """

    name: str
    present: Cells
    tried: Cells
    note: str


def shown_shares(compared: Compared, words: Words) -> Iterator[ShownShare]:
    """What may be counted, in the order users, hours, new users, new hours."""
    for (unit, window), present in compared.present_shares.items():
        tried = compared.tried_shares[unit, window]
        what = counted_name(unit, window, words)
        note = words.gettext(
            "Private share of {what}: {present} by the present rule, {tried} by this rule."
        ).format(what=what, present=_part(present, unit, words), tried=_part(tried, unit, words))
        name = words.gettext("Private share of {what}").format(what=what)
        yield ShownShare(name, _cells(present, unit, words), _cells(tried, unit, words), note)


def share_notes(compared: Compared, shares: Sequence[ShownShare], words: Words) -> Iterator[str]:
    """The shares, and how large the rules want them to be."""
    told = (*compared.present_shares.values(), *compared.tried_shares.values())
    if shares and all(part is None for part in told):
        yield words.gettext("The private share is hidden.")
    else:
        yield from (share.note for share in shares)
    asked = (
        (compared.present_asked, words.gettext("The present rule asks for {share}.")),
        (compared.tried_asked, words.gettext("This rule asks for {share}.")),
    )
    for share, text in asked:
        if share is not None:
            yield text.format(share=_asked(share, words))


def _asked(share: MinimumShare, words: Words) -> str:
    text = words.gettext("at least {percent}\u00a0percent of {what}")
    what = counted_name(share.unit, share.window, words)
    return text.format(percent=words.number(share.percent), what=what)


def counted_name(unit: Unit, window: Window, words: Words) -> str:
    """What a share is a share of, inside a sentence."""
    return {
        (Unit.USERS, Window.STOCK): words.gettext("the users"),
        (Unit.USERS, Window.FLOW): words.gettext("the new users this year"),
        (Unit.HOURS, Window.STOCK): words.gettext("the hours"),
        (Unit.HOURS, Window.FLOW): words.gettext("the new hours this year"),
    }[unit, window]


def part_text(part: Part, unit: Unit, words: Words) -> str:
    """So many of so many, and in percent."""
    if not part.total:
        return words.gettext("nobody has help")
    text = words.gettext("{part} of {total} ({percent}\u00a0percent)")
    return text.format(
        part=words.number(_measured(part.private, unit)),
        total=words.number(_measured(part.total, unit)),
        percent=words.number(_percent(part)),
    )


def count_text(count: int | None, words: Words) -> str:
    """A number, or that it is too small to tell."""
    return hidden_text(words) if count is None else words.number(count)


def hidden_text(words: Words) -> str:
    """Stands for a number that is too small to tell."""
    return words.gettext("hidden")


def _part(part: Part | None, unit: Unit, words: Words) -> str:
    return hidden_text(words) if part is None else part_text(part, unit, words)


def _cells(part: Part | None, unit: Unit, words: Words) -> Cells:
    hidden = hidden_text(words)
    amount = hidden if part is None else words.number(_measured(part.private, unit))
    percent = hidden if part is None else words.number(_percent(part))
    return (amount, "", percent) if unit is Unit.USERS else ("", amount, percent)


def _measured(amount: int, unit: Unit) -> int:
    """Users, or whole hours."""
    return amount if unit is Unit.USERS else round(amount / 60)


def _percent(part: Part) -> int:
    """Rounded down, so that a share that is not reached never looks reached."""
    return part.private * 100 // part.total if part.total else 0
