"""Everything the program can do; each use case is made when it is first asked for.

Importing all of them takes longer than drawing the first page, and most starts need few.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.app.exits.exit_uses import ExitUses
from kiosk.app.mailout.mail_uses import MailUses
from kiosk.app.program_ports import Ports
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality

if TYPE_CHECKING:
    from kiosk.app.add_example_staff import AddExampleStaff
    from kiosk.app.agree_start import AgreeStart
    from kiosk.app.back_up_record import BackUpRecord
    from kiosk.app.correct_choice import CorrectChoice
    from kiosk.app.correctable import FindCorrectable
    from kiosk.app.deliver_cases import DeliverCases
    from kiosk.app.dispose_cases import DisposeCases
    from kiosk.app.enter_answer import EnterAnswer
    from kiosk.app.explain_nonchoice import ExplainNonchoice
    from kiosk.app.give_access import GiveAccess
    from kiosk.app.hand_over_screen import HandOverScreen
    from kiosk.app.hold_case import HoldCase
    from kiosk.app.import_cases import ImportCases
    from kiosk.app.interests import Interests
    from kiosk.app.issue_documents import IssueDocuments
    from kiosk.app.issue_place_letter import IssuePlaceLetter
    from kiosk.app.manage_staff import ManageStaff
    from kiosk.app.nonchoice.allocate import Allocate
    from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers
    from kiosk.app.nonchoice.issue_letters import IssueLetters
    from kiosk.app.nonchoice.note_for_rule import NoteForRule
    from kiosk.app.nonchoice.past_runs import PastRuns
    from kiosk.app.nonchoice.try_rule import TryRule
    from kiosk.app.note_information import NoteInformation
    from kiosk.app.present_providers import PresentProviders
    from kiosk.app.print_on_the_spot import PrintOnTheSpot
    from kiosk.app.public_machine import PublicMachine
    from kiosk.app.read_case import ReadCase
    from kiosk.app.record_cannot import RecordCannot
    from kiosk.app.record_choice import RecordChoice
    from kiosk.app.review import ReviewAnswers
    from kiosk.app.sign_in import SignIn
    from kiosk.app.waiting_lists import WaitingLists
    from kiosk.app.withdraw_choice import WithdrawChoice


class Program(ExitUses, MailUses):
    """The use cases over one municipality and one set of ports.

    Attributes:
        municipality: The checked content, with the exits of providers that the record tells of.
        record, clock, ids, working, words_for, printer, outbox_in, is_trial, is_public, door,
            door_tries: Ports that pages and commands use directly.
    """

    def __init__(self, municipality: Municipality, ports: Ports) -> None:
        self.municipality = self._pack = municipality
        self._exits = ()
        self.record = ports.record
        self.clock = ports.clock
        self.ids = ports.ids
        self.working = ports.working
        self.words_for = ports.words_for
        self.printer = ports.printer
        self.outbox_in = ports.outbox_in
        self.is_trial = ports.is_trial
        self.is_public = ports.is_public
        self.door = ports.door
        self.door_tries = ports.door_tries
        self._ports = ports
        if self.door is None:
            self.take_in_exits()

    @cached_property
    def present(self) -> "PresentProviders":
        """Providers in the order dealt to a case."""
        from kiosk.app.present_providers import PresentProviders

        return PresentProviders(self.municipality, self.record, self.clock, self.ids, self.working)

    @cached_property
    def explain(self) -> "ExplainNonchoice":
        """What happens without a choice."""
        from kiosk.app.explain_nonchoice import ExplainNonchoice

        return ExplainNonchoice(self.municipality, self.clock)

    @cached_property
    def review(self) -> "ReviewAnswers":
        """The answers of a visit and what they mean."""
        from kiosk.app.review import ReviewAnswers

        return ReviewAnswers(self.municipality, self.clock, self.working)

    @cached_property
    def record_choice(self) -> "RecordChoice":
        """Stores the answers of a visit."""
        from kiosk.app.record_choice import RecordChoice

        see_to = self.see_to_case
        return RecordChoice(self.municipality, self.record, self.clock, self.working, see_to)

    @cached_property
    def agree_start(self) -> "AgreeStart":
        """Enters the day of a start that was agreed on."""
        from kiosk.app.agree_start import AgreeStart

        see_to = self.see_to_case
        return AgreeStart(self.municipality, self.record, self.clock, self.working, see_to)

    @cached_property
    def record_cannot(self) -> "RecordCannot":
        """Stores that a person cannot choose, by a decision that exists."""
        from kiosk.app.record_cannot import RecordCannot

        parts = self.municipality, self.record, self.clock, self.working
        return RecordCannot(*parts, is_public=self.is_public)

    @cached_property
    def enter_answer(self) -> "EnterAnswer":
        """Stores answers that came on paper."""
        from kiosk.app.enter_answer import EnterAnswer

        see_to = self.see_to_case
        return EnterAnswer(self.municipality, self.record, self.clock, self.working, see_to)

    @cached_property
    def note_for_rule(self) -> "NoteForRule":
        """Enters letters, and what the rule for those who do not choose shall know."""
        from kiosk.app.nonchoice.note_for_rule import NoteForRule

        return NoteForRule(self.municipality, self.record, self.clock, self.working)

    @cached_property
    def due_nonchoosers(self) -> "DueNonchoosers":
        """What is to be done about those who have not chosen."""
        from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers

        code = self.words_for(Language.BOKMAL).language_code
        return DueNonchoosers(self.municipality, self.record, code)

    @cached_property
    def allocate(self) -> "Allocate":
        """Proposes what the rules give those who did not choose, and confirms it."""
        from kiosk.app.nonchoice.allocate import Allocate
        from kiosk.app.nonchoice.proposing import Desk

        code = self.words_for(Language.BOKMAL).language_code
        desk = Desk(self.municipality, self.record, self.clock, self._ports.ids, self.working, code)
        return Allocate(desk)

    @cached_property
    def try_rule(self) -> "TryRule | None":
        """Tries rules before the council votes on them; None where there are no others to read."""
        from kiosk.app.nonchoice.try_rule import TryRule

        rules = self._ports.rules
        if rules is None:
            return None
        parts = self.municipality, self.record, self.clock
        code = self.words_for(Language.BOKMAL).language_code
        return TryRule(*parts, self._ports.reader, self._ports.documents, rules, code)

    @cached_property
    def past_runs(self) -> "PastRuns":
        """The runs of the rules, to be worked out again."""
        from kiosk.app.nonchoice.past_runs import PastRuns

        return PastRuns(self.record)

    @cached_property
    def waiting_lists(self) -> "WaitingLists":
        """Offers places to those who wait for them."""
        from kiosk.app.waiting_lists import WaitingLists

        return WaitingLists(self.municipality, self.record, self.clock, self.working)

    @cached_property
    def place_letters(self) -> "IssuePlaceLetter":
        """Letters about places that are offered."""
        from kiosk.app.issue_place_letter import IssuePlaceLetter

        return IssuePlaceLetter(
            self.municipality, self.record, self.clock, self._ports.documents, self.words_for
        )

    @cached_property
    def withdraw_choice(self) -> "WithdrawChoice":
        """Takes answers back before they begin."""
        from kiosk.app.withdraw_choice import WithdrawChoice

        see_to = self.see_to_case
        return WithdrawChoice(self.municipality, self.record, self.clock, see_to)

    @cached_property
    def correct_choice(self) -> "CorrectChoice":
        """Corrects what was recorded wrongly."""
        from kiosk.app.correct_choice import CorrectChoice

        see_to = self.see_to_case
        return CorrectChoice(self.municipality, self.record, self.clock, self.working, see_to)

    @cached_property
    def find_correctable(self) -> "FindCorrectable":
        """Finds what can be corrected, and what can stand there instead."""
        from kiosk.app.correctable import FindCorrectable

        return FindCorrectable(self.municipality, self.record, self.working)

    @cached_property
    def note_information(self) -> "NoteInformation":
        """Stores the note that ends a visit."""
        from kiosk.app.note_information import NoteInformation

        return NoteInformation(self.record, self.clock)

    @cached_property
    def hand_over(self) -> "HandOverScreen":
        """Begins a visit."""
        from kiosk.app.hand_over_screen import HandOverScreen

        parts = self.municipality, self.record, self.clock, self.ids
        return HandOverScreen(*parts, is_public=self.is_public)

    @cached_property
    def give_access(self) -> "GiveAccess":
        """Writes out what is stored about a person."""
        from kiosk.app.give_access import GiveAccess

        return GiveAccess(
            self.municipality,
            self.record,
            self.clock,
            self.ids,
            self._ports.documents,
            self.words_for,
        )

    @cached_property
    def hold_case(self) -> "HoldCase":
        """Keeps a case from disposal."""
        from kiosk.app.hold_case import HoldCase

        return HoldCase(self.record, self.clock, self.ids)

    @cached_property
    def dispose_cases(self) -> "DisposeCases":
        """Disposes of cases that the rules let go."""
        from kiosk.app.dispose_cases import DisposeCases

        return DisposeCases(
            self.municipality,
            self.record,
            self.clock,
            self.ids,
            self.sign_in,
            self._ports.documents,
            self.words_for,
        )

    @cached_property
    def read_case(self) -> "ReadCase":
        """Logs that a case is opened."""
        from kiosk.app.read_case import ReadCase

        return ReadCase(self.record, self.clock, self.ids)

    @cached_property
    def import_cases(self) -> "ImportCases":
        """Takes in a case list."""
        from kiosk.app.import_cases import ImportCases

        return ImportCases(self.record, self._ports.reader, self.clock, self.ids, self.exits.see_to)

    @cached_property
    def letters(self) -> "IssueLetters":
        """Letters about what the rules gave."""
        from kiosk.app.nonchoice.issue_letters import IssueLetters

        return IssueLetters(
            self.municipality, self.record, self.clock, self._ports.documents, self.words_for
        )

    @cached_property
    def documents(self) -> "IssueDocuments":
        """Receipts and brochures."""
        from kiosk.app.issue_documents import IssueDocuments

        return IssueDocuments(
            self.municipality,
            self.record,
            self.clock,
            self.ids,
            self._ports.documents,
            self.words_for,
            self.present,
        )

    def on_the_spot(self, machine: "PublicMachine") -> "PrintOnTheSpot":
        """Brochures for people who do not say who they are; the record is not asked."""
        from kiosk.app.print_on_the_spot import PrintOnTheSpot

        ports = self._ports
        parts = ports.documents, ports.printer, ports.clock, ports.words_for
        return PrintOnTheSpot(machine, *parts)

    @cached_property
    def deliver_cases(self) -> "DeliverCases":
        """Delivers cases to the case system."""
        from kiosk.app.deliver_cases import DeliverCases
        from kiosk.app.delivery_files import DeliveryFiles

        files = DeliveryFiles(
            self.municipality, self.record, self._ports.documents, self.documents, self.words_for
        )
        return DeliverCases(self.record, self.clock, self.ids, files)

    @cached_property
    def back_up(self) -> "BackUpRecord | None":
        """Backs the record up while it is open; None for a trial record."""
        copies = self._ports.copies
        if copies is None:
            return None
        from kiosk.app.back_up_record import BackUpRecord

        return BackUpRecord(self.record, copies)

    @cached_property
    def sign_in(self) -> "SignIn":
        """Lets staff in by their code."""
        from kiosk.app.sign_in import SignIn

        return SignIn(self.record, self._ports.hasher, self.clock, self.ids)

    @cached_property
    def manage_staff(self) -> "ManageStaff":
        """Lets people sign in, or no longer."""
        from kiosk.app.manage_staff import ManageStaff

        return ManageStaff(self.record, self._ports.hasher, self.clock, self.ids)

    @cached_property
    def interests(self) -> "Interests":
        """Takes statements of ties to providers."""
        from kiosk.app.interests import Interests

        return Interests(self.municipality, self.record, self.clock, self.ids)

    @cached_property
    def add_example_staff(self) -> "AddExampleStaff":
        """Gives an empty record of an example pack its staff."""
        from kiosk.app.add_example_staff import AddExampleStaff

        return AddExampleStaff(self.record, self._ports.hasher, self.clock, self.ids)
