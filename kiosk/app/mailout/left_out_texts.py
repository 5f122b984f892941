"""Why somebody gets no letter, in words."""

from kiosk.app.ports.words import Words
from kiosk.domain.case import Case
from kiosk.domain.mailing import LeftOut, recipients_of


def empty_window_text(case: Case, words: Words) -> str:
    """That what is printed for a case alone bears no address, and why; empty where it bears one."""
    found = recipients_of(case)
    if not isinstance(found, LeftOut):
        return ""
    text = words.gettext("Letters are printed without an address, to be handed over. {reason}.")
    return text.format(reason=left_out_text(found, words))


def left_out_text(reason: LeftOut, words: Words) -> str:
    """A reason as the label of a count."""
    return {
        LeftOut.CLOSED: words.gettext("The case is closed"),
        LeftOut.PROTECTED: words.gettext("The address is protected"),
        LeftOut.RETURNED: words.gettext("The last letter came back"),
        LeftOut.NO_ADDRESS: words.gettext("No address"),
        LeftOut.ADDRESS_TOO_LONG: words.gettext("The address has more than four lines"),
        LeftOut.LIES_UNPOSTED: words.gettext(
            "The letter lies in another mail-out that is not posted"
        ),
    }[reason]
