"""What the warning page says becomes of a visit that nobody goes on with."""

from kiosk.app.ports.words import Words

_MINUTE_S = 60
_HARD_SPACE = "\N{NO-BREAK SPACE}"


def outcome(words: Words, end_after_s: int, *, is_stored: bool) -> str:
    """What happens without a tap; ``is_stored`` where the answers of the visit are stored already."""
    text = (
        words.gettext("Your answers are stored. If nobody taps within {time}, we clear the screen.")
        if is_stored
        else words.gettext(
            "If nobody taps within {time}, we delete what is on the screen. Nothing is stored then."
        )
    )
    return text.format(time=_time(words, end_after_s))


def _time(words: Words, seconds: int) -> str:
    if seconds % _MINUTE_S:
        count, text = seconds, words.ngettext("{count} second", "{count} seconds", seconds)
    else:
        count = seconds // _MINUTE_S
        text = words.ngettext("{count} minute", "{count} minutes", count)
    # A number stands on the line of what it counts.
    return text.format(count=count).replace(" ", _HARD_SPACE)
