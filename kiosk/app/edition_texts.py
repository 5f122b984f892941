"""Names of the editions of paper, for those who pick one."""

from kiosk.app.ports.paper import MOST_FOLDED_SHEETS
from kiosk.app.ports.words import Words
from kiosk.domain.edition import Edition


def edition_name(edition: Edition, words: Words) -> str:
    """The name as a label."""
    return {
        Edition.STANDARD: words.pgettext("edition of a document", "Ordinary"),
        Edition.LARGE_PRINT: words.gettext("Large print"),
        Edition.EASY_READ: words.gettext("Easy to read"),
        Edition.BOOKLET: words.gettext("Booklet (A5)"),
    }[edition]


def envelope_edition_name(edition: Edition, words: Words) -> str:
    """The name as a label for all that lies in an envelope."""
    if edition is Edition.EASY_READ:
        return words.gettext("Easy to read, with letter and slip in large print")
    return edition_name(edition, words)


def folded_note(sheets: int, words: Words) -> str:
    """That a booklet is thick, with how many sheets lie in each other; empty where it is not."""
    if sheets <= MOST_FOLDED_SHEETS:
        return ""
    text = words.gettext(
        "The booklet takes {count} sheets. More than {most} are thick to fold, and do not go "
        "into a C5 envelope."
    )
    return text.format(count=sheets, most=MOST_FOLDED_SHEETS)
