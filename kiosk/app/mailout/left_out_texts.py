"""Why somebody gets no letter, in words."""

from kiosk.app.ports.words import Words
from kiosk.domain.mailing import LeftOut


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
