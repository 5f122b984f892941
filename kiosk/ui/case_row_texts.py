"""What the list of cases tells of one case."""

from datetime import date

from kiosk.app.phrases import sentence_case
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.domain.case import CaseRef
from kiosk.domain.eligibility import offered_services
from kiosk.domain.errors import KioskError
from kiosk.ui.models.case_rows import CaseRow
from kiosk.ui.names import service_name, zone_name
from kiosk.ui.state_texts import StateLine, deadline_text, state_line


def case_row(program: Program, reference: CaseRef, words: Words) -> CaseRow:
    """One case in words, as of today; that it cannot be read, where it cannot.

    The list asks for rows while it is drawn; nobody there can be told of an error.
    """
    try:
        return _described(program, reference, words)
    except KioskError:
        return _unreadable(reference, words)


def _described(program: Program, reference: CaseRef, words: Words) -> CaseRow:
    municipality = program.municipality
    today = program.clock.now().date()
    file = program.record.case_file(reference)
    deadline = deadline_text(file, municipality, today, words)
    lines = _lines(program, file, today, words)
    return {
        "reference": reference,
        "name": file.case.name,
        "zone": zone_name(municipality, file.case.zone),
        "marks": [line.mark for line in lines],
        "lines": [line.text for line in lines],
        "deadline": deadline.day,
        "distance": deadline.distance,
        "isOverdue": deadline.is_overdue,
    }


def _lines(program: Program, file: CaseFile, today: date, words: Words) -> list[StateLine]:
    municipality = program.municipality
    offered = {item.service for item in offered_services(municipality, file.case, today)}
    lines = []
    for state in file.states:
        stored = None if state.answer is None else state.answer.service_name
        name = service_name(municipality, state.service, words, stored)
        is_offered = state.service in offered
        line = state_line(state, file.case, is_offered=is_offered, words=words)
        text = words.gettext("{service}: {state}").format(service=name, state=line.text)
        lines.append(StateLine(line.mark, text))
    if file.note_pending_for is not None:
        missing = words.gettext("the note from the visit is missing")
        lines.append(StateLine("pencil", sentence_case(missing)))
    return lines


def _unreadable(reference: CaseRef, words: Words) -> CaseRow:
    return {
        "reference": reference,
        "name": "",
        "zone": "",
        "marks": ["warning"],
        "lines": [words.gettext("The case could not be read.")],
        "deadline": "",
        "distance": "",
        "isOverdue": False,
    }
