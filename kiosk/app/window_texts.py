"""That an address has no room in the window of an envelope, said alike wherever it is found out."""

from kiosk.app.ports.words import Words


def too_long_text(field: str, over: int, words: Words) -> str:
    """That a line of a field is so many characters too long; at least one."""
    sentence = line_too_long(words).format(over=over)
    return words.gettext("“{field}”: {reason}").format(field=field, reason=sentence)


def line_too_long(words: Words) -> str:
    """The same with a gap for the number, for tables of reasons."""
    return words.gettext(
        "A line is too long for the window of the envelope, by this many characters: {over}. "
        "Shorten it, or no letter can be made."
    )


def too_many_lines(words: Words) -> str:
    """That name and address have too many lines, with a gap ``lines``."""
    return words.gettext(
        "Name and address have {lines} lines, and the window of the envelope has room for four. "
        "Write them in fewer lines, or no letter can be made."
    )
