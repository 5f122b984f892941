"""Which letters of a batch show best what may be wrong with all of them."""

from collections.abc import Iterable, Sequence

from kiosk.app.mailout.choose_recipients import ChosenCase


def worth_a_look(cases: Sequence[ChosenCase], count: int) -> Sequence[ChosenCase]:
    """The longest name, the longest line and the most lines of an address, then the first ones.

    Args:
        cases: In the order of the batch; may be empty.
        count: How many, at most.
    """
    if not cases:
        return ()
    extremes = (
        max(cases, key=lambda each: _longest(who.lines[:1] for who in each.recipients)),
        max(cases, key=lambda each: _longest(who.lines for who in each.recipients)),
        max(cases, key=lambda each: max(len(who.lines) for who in each.recipients)),
        max(cases, key=lambda each: len(each.services)),
    )
    wanted = dict.fromkeys([*extremes, *cases])
    return list(wanted)[:count]


def _longest(texts: Iterable[Sequence[str]]) -> int:
    return max(len(line) for lines in texts for line in lines)
