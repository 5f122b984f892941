"""The self-test in words, on a line and on a sheet."""

from collections.abc import Sequence
from datetime import date, datetime, time

from kiosk.app.ports.words import Words
from kiosk.app.self_test import Tested, is_fit
from kiosk.domain.document.receipt import ReceiptLine
from kiosk.domain.document.sheet import Sheet, SheetSection
from kiosk.domain.machine_event import TestEnd, TestName
from kiosk.domain.municipality import Municipality


def test_name(test: TestName, words: Words) -> str:
    """What is tested."""
    return {
        TestName.FOLDER: words.gettext("Folder of the record"),
        TestName.DISK: words.gettext("Room on the disk"),
        TestName.CLOCK: words.gettext("Clock and time zone"),
        TestName.FONTS: words.pgettext("self-test", "Fonts"),
        TestName.PACK: words.gettext("Content pack"),
        TestName.PRINTER: words.pgettext("self-test", "Printer"),
        TestName.COPIES: words.gettext("Copies of what was printed"),
        TestName.PAPER: words.pgettext("self-test", "Test page"),
        TestName.TOUCH: words.pgettext("self-test", "Touch"),
        TestName.KEYS: words.pgettext("self-test", "Keys"),
        TestName.SCANNER: words.pgettext("self-test", "Scanner"),
    }[test]


def found_text(found: Tested, words: Words) -> str:
    """What was found, and what to do where it failed."""
    text = {
        "folder.writable": words.gettext("Files can be stored in {folder}."),
        "folder.not_writable": words.gettext(
            "Files cannot be stored in {folder}. Check the rights of the account and the disk."
        ),
        "disk.enough": words.gettext("{free} MB are free."),
        "disk.little": words.gettext(
            "Only {free} MB are free, and {least} MB are needed. Make room on the disk."
        ),
        "disk.unknown": words.gettext("The disk cannot be asked. Check that it is connected."),
        "clock.plausible": words.gettext("It is {date}, {time}."),
        "clock.behind": words.gettext(
            "The clock says {date}, {time}. That day has passed. Set the clock."
        ),
        "clock.zone": words.gettext(
            "The machine is not set to Norwegian time. It is {date}, {time} in Norway. Set the "
            "time zone to Oslo."
        ),
        "clock.back": words.gettext(
            "The clock says {date}, {time}, but the machine wrote something down on "
            "{last_date}, {last_time}. Set the clock."
        ),
        "fonts.there": words.gettext("All are there."),
        "fonts.missing": words.gettext("Missing or damaged: {files}. Install the program again."),
        "content.sound": words.gettext("{name}, {edition}. It has no faults."),
        "content.example": words.gettext(
            "{name}, {edition}. It has no faults, but is invented. Write the folder of your own "
            "pack in settings.toml."
        ),
        "content.faults": words.gettext(
            "It has faults ({count}). See them with: kiosk content check {folder}"
        ),
        "content.unreadable": words.gettext(
            "It cannot be read. See why with: kiosk content check {folder}"
        ),
        "printer.ready": words.gettext("{name} is ready."),
        "printer.not_ready": words.gettext("{name} is not ready. Check paper and cables."),
        "printer.none": words.gettext("No printer was found. Check that it is on."),
        "printer.unknown": words.gettext(
            "There is no printer “{wanted}”, which settings.toml names. There are: {names}."
        ),
        "copies.none": words.gettext("Nothing stays on this machine after it was printed."),
        "copies.kept": words.gettext(
            "CUPS keeps what was printed, with names. Write PreserveJobFiles No in "
            "/etc/cups/cupsd.conf, and start CUPS again."
        ),
        "copies.unknown": words.gettext(
            "This cannot be read from here. Check in the printing system that nothing is kept."
        ),
        "by_hand": words.gettext("Try it at the screen."),
        "paper.right": words.gettext("Both sides of the page are right."),
        "paper.wrong": words.gettext(
            "The page is not right. Check toner, paper and two-sided printing, and print it again."
        ),
        "paper.not_printed": words.gettext(
            "The test page was not printed. Check the printer, and print it again."
        ),
        "touch.whole": words.gettext("Every part of the screen feels a finger."),
        "touch.missing": words.gettext(
            "These parts feel no finger: {cells}. Wipe the screen, and try again. "
            "If it goes on, have the screen mended."
        ),
        "keys.all": words.gettext("Every key that is needed was heard."),
        "keys.missing": words.gettext(
            "These keys were not heard: {keys}. Check the cable and that the keyboard is Norwegian."
        ),
        "scanner.right": words.gettext("The code was read as it stands on the test page."),
        "scanner.wrong": words.gettext(
            "What arrived is not the code of the test page. Set the scanner to a Norwegian keyboard."
        ),
        "scanner.silent": words.gettext(
            "Nothing was read. Check the cable, and that the scanner ends each code with Enter."
        ),
    }[found.code]
    values = dict(found.values)
    for name in ("date", "last_date"):
        if name in values:
            values[name] = words.full_date(date.fromisoformat(values[name]))
    for name in ("time", "last_time"):
        if name in values:
            at = time.fromisoformat(values[name])
            values[name] = words.time(datetime.combine(date.min, at))
    for name in ("free", "least", "count"):
        if name in values:
            values[name] = words.number(int(values[name]))
    return text.format(**values)


def end_text(end: TestEnd, words: Words) -> str:
    """How a part ended, in one word."""
    return {
        TestEnd.PASSED: words.pgettext("self-test", "In order"),
        TestEnd.FAILED: words.pgettext("self-test", "Failed"),
        TestEnd.LEFT_OUT: words.pgettext("self-test", "Not tried"),
    }[end]


def found_lines(found: Sequence[Tested], words: Words) -> tuple[str, ...]:
    """One line for each part."""
    return tuple(
        f"{end_text(each.end, words)} – {test_name(each.test, words)}: {found_text(each, words)}"
        for each in found
    )


def compose_self_test(
    found: Sequence[Tested], municipality: Municipality, at: datetime, words: Words
) -> Sheet:
    """The self-test on paper, with room for who tried the rest by hand."""
    if is_fit(found):
        lead = words.gettext("Nothing failed. Whoever stands at the machine tries the rest.")
    else:
        lead = words.gettext("Something failed. Mend it before people use the machine.")
    lines = tuple(
        ReceiptLine(
            test_name(each.test, words), f"{end_text(each.end, words)}. {found_text(each, words)}"
        )
        for each in found
    )
    return Sheet(
        language=words.language,
        municipality=municipality.name,
        office=words.local(municipality.office.name),
        is_example=municipality.is_example,
        title=words.gettext("Self-test of a public machine"),
        lead=lead,
        sections=(SheetSection(words.gettext("What was tested"), lines, may_break=True),),
        frame=(ReceiptLine(words.gettext("Tested"), words.full_date(at.date())),),
        foot=words.gettext("{date} at {time}").format(
            date=words.full_date(at.date()), time=words.time(at)
        ),
        issued_on=at.date(),
    )
