"""The page that staff print to see whether paper comes out right; it is about nobody (O16)."""

from datetime import datetime

from kiosk.app.ports.words import Words
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSample, SheetSection
from kiosk.domain.municipality import Municipality
from kiosk.domain.slip_code import SlipMark, drawn_code, printed_code, read_slip, scanned_text

_MARK = SlipMark(drawn_code("test page of a public machine"), "TEST")
"""As a reply slip has it, and given to no case: a code by lot has 40 bits."""


def is_test_code(text: str) -> bool:
    """Whether a scanner read the code of the test page, as it would read that of a reply slip."""
    return read_slip(text) == _MARK


def compose_test_page(municipality: Municipality, at: datetime, words: Words) -> Sheet:
    """What can go wrong on paper, on one sheet with two sides."""
    code = printed_code(_MARK.code)
    looked_at = (
        ReceiptLine(
            words.pgettext("test page", "Letters"),
            "ABC abc ÆØÅ æøå Áá Čč Đđ Ŋŋ Šš Ŧŧ Žž 0123456789",
        ),
        ReceiptLine(
            words.pgettext("test page", "Edges"),
            words.gettext(
                "The line at the top goes from margin to margin, and nothing is cut off."
            ),
        ),
        ReceiptLine(
            words.pgettext("test page", "Two sides"),
            words.gettext(
                "The other side of this sheet is printed, and its top is this one's top."
            ),
        ),
        ReceiptLine(
            words.pgettext("test page", "Fold"),
            words.gettext("The small mark at the left edge stands at the middle of the sheet."),
        ),
        ReceiptLine(
            words.pgettext("test page", "Code"),
            words.gettext("Scan the square below. By hand it is {code}.").format(code=code),
        ),
    )
    return Sheet(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        title=words.gettext("Test page"),
        lead=words.gettext("Nothing on this page is about a person. You can throw it away."),
        sections=(SheetSection(words.gettext("What to look at"), looked_at),),
        frame=(),
        foot=words.gettext("{date} at {time}").format(
            date=words.full_date(at.date()), time=words.time(at)
        ),
        issued_on=at.date(),
        sample=SheetSample(
            scanned=scanned_text(_MARK),
            scanned_as=words.gettext("Code for the scanner: {code}").format(code=code),
            back=words.gettext("This is the other side of the test page."),
        ),
    )
