"""Names of the editions of paper, for those who pick one."""

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
