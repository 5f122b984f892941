"""Opening and closing report in words, on a page, a line and a sheet."""

from kiosk.app.day_report import Coarse, DayEnd, DayReport
from kiosk.app.ports.words import Words
from kiosk.app.self_test_texts import test_name
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.municipality import Municipality
from kiosk.domain.small_numbers import LEAST


def day_title(end: DayEnd, words: Words) -> str:
    """What the report is called."""
    if end is DayEnd.OPENING:
        return words.gettext("Opening report")
    return words.gettext("Closing report")


def day_lead(report: DayReport, words: Words) -> str:
    """From when it counts."""
    if report.since is None:
        return words.gettext("The machine has not been opened or closed with a report before.")
    text = words.gettext("Counted since {date}, {time}.")
    day = words.full_date(report.since.date())
    return text.format(date=day, time=words.time(report.since))


def day_rows(report: DayReport, words: Words) -> tuple[ReceiptLine, ...]:
    """Labels and numbers, in the order of the sheet."""
    rows = (
        (words.gettext("Visits to the providers today"), _coarse(report.sessions, words)),
        (words.gettext("Printed brochures today"), _coarse(report.printed, words)),
        (words.gettext("Brochures that were not printed"), words.number(report.print_faults)),
        (words.gettext("Restarts of the program"), words.number(report.restarts)),
        (words.gettext("Unforeseen failures"), words.number(report.faults)),
        (words.gettext("Times the screen was out of order"), words.number(report.out_of_order)),
        (words.gettext("Wrong staff codes"), words.number(report.wrong_codes)),
        (words.gettext("Self-test today"), _verdict(report, words)),
    )
    return tuple(ReceiptLine(label, value) for label, value in rows)


def to_do(report: DayReport, words: Words) -> tuple[str, ...]:
    """What staff must do, what is most urgent first; never empty."""
    urgent = (
        (report.failed_tests, words.gettext("Mend what the self-test found, or put up a notice.")),
        (report.out_of_order, words.gettext("Tell your IT support that the screen gave up.")),
        (report.faults, words.gettext("Tell your IT support of the failures.")),
        (report.print_faults, words.gettext("Check the printer: paper, toner and the queue.")),
        (report.wrong_codes, words.gettext("Ask your colleagues whether the wrong codes are theirs.")),
        (report.unreadable, words.gettext("Tell your IT support that the log has damaged lines.")),
    )  # fmt: skip
    lines = tuple(text for is_needed, text in urgent if is_needed)
    return lines + (_opening(report, words) if report.end is DayEnd.OPENING else _closing(words))


def _opening(report: DayReport, words: Words) -> tuple[str, ...]:
    asked = (
        (not report.is_tested, words.gettext("Run the self-test.")),
        (
            not report.is_zero,
            words.gettext("Somebody has used the machine today already. Find out who left it on."),
        ),
        (True, words.gettext("Fill paper into the printer.")),
    )
    return tuple(text for is_needed, text in asked if is_needed)


def _closing(words: Words) -> tuple[str, ...]:
    return (
        words.gettext("Take sheets that somebody left in the printer, and shred them."),
        words.gettext("Clean the screen."),
    )


def compose_day_report(report: DayReport, municipality: Municipality, words: Words) -> Sheet:
    """The report on paper, with room for who signs it."""
    numbered = enumerate(to_do(report, words), start=1)
    steps = tuple(ReceiptLine(words.number(number), text) for number, text in numbered)
    sections = (
        SheetSection(words.gettext("What was counted"), day_rows(report, words)),
        SheetSection(words.gettext("What to do"), steps, may_break=True),
    )
    return Sheet(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        title=day_title(report.end, words),
        lead=day_lead(report, words),
        sections=sections,
        frame=(ReceiptLine(words.pgettext("report", "Day"), words.full_date(report.day)),),
        foot=words.full_date(report.day),
        issued_on=report.day,
    )


def _coarse(count: Coarse, words: Words) -> str:
    if count.is_none:
        return words.number(0)
    if count.at_least == 0:
        return words.gettext("under {count}").format(count=words.number(LEAST))
    return words.gettext("{count} or more").format(count=words.number(count.at_least))


def _verdict(report: DayReport, words: Words) -> str:
    if not report.is_tested:
        return words.gettext("not run")
    failed = report.failed_tests
    if not failed:
        return words.gettext("nothing failed")
    quoted = words.gettext("“{text}”")
    names = words.and_list(quoted.format(text=test_name(each, words)) for each in failed)
    return words.gettext("failed: {tests}").format(tests=names)
