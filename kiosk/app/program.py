"""Everything the program can do, wired once at start and handed to its doors."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.hand_over_screen import HandOverScreen
from kiosk.app.import_cases import ImportCases
from kiosk.app.issue_documents import IssueDocuments
from kiosk.app.note_information import NoteInformation
from kiosk.app.ports import Clock, IdSource, Printer, Record, Words
from kiosk.app.present_providers import PresentProviders
from kiosk.app.record_cannot import RecordCannot
from kiosk.app.record_choice import RecordChoice
from kiosk.app.review import ReviewAnswers
from kiosk.app.sign_in import AddExampleStaff, AddStaff, SignIn
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Program:
    """Use cases and the ports that pages and commands need beside them.

    Attributes:
        words_for: Texts in a language; cheap to call again.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    ids: IdSource
    working: WorkingCalendar
    words_for: Callable[[Language], Words]
    present: PresentProviders
    explain: ExplainNonchoice
    review: ReviewAnswers
    record_choice: RecordChoice
    record_cannot: RecordCannot
    note_information: NoteInformation
    hand_over: HandOverScreen
    import_cases: ImportCases
    documents: IssueDocuments
    sign_in: SignIn
    add_staff: AddStaff
    add_example_staff: AddExampleStaff
    printer: Printer
