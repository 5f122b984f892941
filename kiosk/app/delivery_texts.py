"""Deliveries in words: where a case stands, why one failed, and what became of a run."""

from collections.abc import Mapping

from kiosk.app.deliver_cases import Delivered, Undelivered
from kiosk.app.delivery_run import DOES_NOT_FIT, INCOMPLETE, MISSING_LETTER
from kiosk.app.fault_texts import fault_text
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.app.print_faults import print_fault
from kiosk.domain.case import CaseRef
from kiosk.domain.delivery import INTERRUPTED
from kiosk.domain.errors import PrintError, StorageError, StorageFault

_OF_RECORD = {fault.value: fault for fault in StorageFault}


def reason_text(code: str, words: Words) -> str:
    """Why a case was not delivered and what to do; a general sentence for unknown codes."""
    if code in _OF_RECORD:
        return fault_text(StorageError(_OF_RECORD[code]), words)
    if code.startswith("printing."):
        return print_fault(PrintError(code), words)
    return _reasons(words).get(code, words.gettext("It was not delivered. Try again."))


def _reasons(words: Words) -> Mapping[str, str]:
    return {
        INTERRUPTED: words.gettext(
            "The program stopped before the end. Deliver again; the folder may lie there already."
        ),
        DOES_NOT_FIT: words.gettext("A text is longer than its room on paper. Shorten it."),
        MISSING_LETTER: words.gettext("A name has a letter that cannot be printed."),
        INCOMPLETE: words.gettext(
            "The content pack lacks something that the case names, such as a service."
        ),
    }


def state_text(waiting: Undelivered, words: Words) -> str:
    """Where a case of the work list stands."""
    state = words.pgettext("of a case", "Not delivered yet")
    fault = waiting.delivery.fault
    return state if not fault else reason_text(fault, words)


def not_delivered(count: int, words: Words) -> str:
    """How many cases the case system lacks; empty for none."""
    if not count:
        return ""
    text = words.ngettext(
        "{count} case is not delivered to the case system yet.",
        "{count} cases are not delivered to the case system yet.",
        count,
    )
    return text.format(count=words.number(count))


def result_text(result: Delivered, folder: str, words: Words) -> str:
    """What became of a run, without the cases that failed.

    Args:
        result: Of the run.
        folder: Where the run's folder was made.
        words: The reader's language.
    """
    if result.is_cancelled:
        return words.gettext("Stopped. Nothing was delivered.")
    if not result.cases and not result.failed:
        return words.gettext("There is nothing to deliver.")
    if not result.cases:
        return words.gettext("Nothing was delivered.")
    text = words.ngettext("Delivered {count} case.", "Delivered {count} cases.", len(result.cases))
    where = words.gettext("The files are in the folder {folder}.")
    return sentences(
        text.format(count=words.number(len(result.cases))),
        where.format(folder=f"{folder}/{result.run}"),
    )


def failure_text(count: int, words: Words) -> str:
    """How many cases of a run failed; the work list says why."""
    text = words.ngettext(
        "{count} case was not delivered. The list says why.",
        "{count} cases were not delivered. The list says why.",
        count,
    )
    return text.format(count=words.number(count))


def failure_lines(failed: Mapping[CaseRef, str], words: Words) -> list[str]:
    """One line per case that was not delivered, with the reason."""
    line = words.gettext("{case}: not delivered. {reason}")
    return [
        line.format(case=case, reason=reason_text(code, words)) for case, code in failed.items()
    ]
