"""How a public machine has done: the zero check of the morning and the report of the evening (O30).

Numbers of people are hidden where they are small; what only concerns the machine is told as it is.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.app.ports.words import Words
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.machine_event import MachineEvent, MachineEventId, PrintEnd
from kiosk.domain.municipality import Municipality
from kiosk.domain.public_session import SessionEnd
from kiosk.domain.small_numbers import LEAST, masked

_PRINTED = PrintEnd.HANDED_TO_PRINTER.value


@dataclass(frozen=True, slots=True)
class MachineReport:
    """What a machine did in some days.

    Attributes:
        first, last: Both count.
        ended: Sessions by how they ended; None where the number is too small to be told.
        printed: Brochures handed to a printer; None where too few.
        print_faults, faults, restarts, out_of_order: Of the machine, told as they are.
        is_unused: Nothing at all was done by anybody, as a zero check wants it.
    """

    first: date
    last: date
    ended: dict[SessionEnd, int | None]
    printed: int | None
    print_faults: int
    faults: int
    restarts: int
    out_of_order: int
    is_unused: bool


def machine_report(events: Iterable[MachineEvent], first: date, last: date) -> MachineReport:
    """Count what stands in the log of these days.

    Args:
        events: In any order.
        first: First day that counts.
        last: Last day that counts.
    """
    within = [event for event in events if first <= event.day <= last]
    kinds = Counter(event.id for event in within)
    ends = Counter(
        str(event.fields["end"]) for event in within if event.id is MachineEventId.SESSION_ENDED
    )
    prints = Counter(
        str(event.fields["outcome"])
        for event in within
        if event.id is MachineEventId.BROCHURE_PRINTED
    )
    printed = prints[_PRINTED]
    return MachineReport(
        first=first,
        last=last,
        ended=masked({end: ends[end.value] for end in SessionEnd}),
        printed=None if 0 < printed < LEAST else printed,
        print_faults=prints.total() - printed,
        faults=kinds[MachineEventId.FAULT_CAUGHT],
        restarts=kinds[MachineEventId.PROGRAM_RESTARTED],
        out_of_order=kinds[MachineEventId.OUT_OF_ORDER],
        is_unused=not kinds[MachineEventId.SESSION_BEGUN] and not ends and not prints,
    )


def report_rows(report: MachineReport, words: Words) -> tuple[ReceiptLine, ...]:
    """Labels and numbers, in the order of the sheet."""
    ends = {
        SessionEnd.FINISHED: words.gettext("Sessions that came to their end"),
        SessionEnd.BY_PERSON: words.gettext("Sessions ended on the way"),
        SessionEnd.ABANDONED: words.gettext("Abandoned sessions"),
    }
    rows = (
        *((label, report.ended[end]) for end, label in ends.items()),
        (words.gettext("Printed brochures"), report.printed),
        (words.gettext("Brochures that were not printed"), report.print_faults),
        (words.gettext("Unforeseen failures"), report.faults),
        (words.gettext("Restarts of the program"), report.restarts),
        (words.gettext("Times the screen was out of order"), report.out_of_order),
    )
    return tuple(ReceiptLine(label, _told(number, words)) for label, number in rows)


def report_lead(report: MachineReport, words: Words) -> str:
    """One sentence above the numbers."""
    if report.is_unused and report.first == report.last:
        return words.gettext("Nobody has used the machine on this day.")
    if report.is_unused:
        return words.gettext("Nobody has used the machine in these days.")
    text = words.gettext("Numbers of people below {least} are hidden.")
    return text.format(least=words.number(LEAST))


def compose_machine_report(
    report: MachineReport, municipality: Municipality, issued_on: date, words: Words
) -> Sheet:
    """The report on paper."""
    days = (
        ReceiptLine(words.pgettext("report", "From"), words.full_date(report.first)),
        ReceiptLine(words.pgettext("report", "To"), words.full_date(report.last)),
    )
    return Sheet(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        title=words.gettext("Report of a public machine"),
        lead=report_lead(report, words),
        sections=(SheetSection(words.gettext("What was counted"), report_rows(report, words)),),
        frame=days,
        foot=words.full_date(issued_on),
        issued_on=issued_on,
    )


def _told(number: int | None, words: Words) -> str:
    if number is None:
        return words.gettext("hidden")
    return words.number(number)
