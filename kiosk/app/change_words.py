"""How a change of one value is told."""

from kiosk.app.ports.words import Words


def from_to(old: str, new: str, words: Words) -> str:
    """Two values with an arrow between them; what differs in hidden parts only is just changed."""
    if old == new:
        return words.pgettext("a hidden part of a value", "changed")
    nothing = words.pgettext("value", "not stated")
    return f"{old or nothing} → {new or nothing}"
