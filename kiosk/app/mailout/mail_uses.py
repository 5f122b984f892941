"""The use cases about letters by the thousand and reply slips, as a part of the program."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.app.enter_answer import EnterAnswer
    from kiosk.app.exits.issue_exit_letter import IssueExitLetter
    from kiosk.app.issue_documents import IssueDocuments
    from kiosk.app.mailout.batch_papers import BatchPapers
    from kiosk.app.mailout.batch_report import BatchReport
    from kiosk.app.mailout.close_batch import CloseBatch
    from kiosk.app.mailout.discard_batch import DiscardBatch
    from kiosk.app.mailout.issue_kit import IssueKit
    from kiosk.app.mailout.make_batch import MakeBatch
    from kiosk.app.mailout.make_kits import MakeKits
    from kiosk.app.mailout.post_batch import PostBatch
    from kiosk.app.mailout.print_batch import PrintBatch
    from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers
    from kiosk.app.nonchoice.issue_letters import IssueLetters
    from kiosk.app.nonchoice.note_for_rule import NoteForRule
    from kiosk.app.ports.machine import Clock, IdSource
    from kiosk.app.ports.record import Record
    from kiosk.app.ports.words import Words
    from kiosk.app.present_providers import PresentProviders
    from kiosk.app.program_ports import Ports
    from kiosk.app.slips.deal_slip_code import DealSlipCode
    from kiosk.app.slips.enter_slip import EnterSlip
    from kiosk.app.slips.find_slip import FindSlip
    from kiosk.app.slips.issue_switch_form import IssueSwitchForm
    from kiosk.app.slips.return_letters import ReturnLetters
    from kiosk.domain.language import Language
    from kiosk.domain.municipality import Municipality


class MailUses:
    """Makes letters, enters that they were posted, and finds cases by their slips."""

    municipality: "Municipality"
    record: "Record"
    clock: "Clock"
    ids: "IdSource"
    words_for: "Callable[[Language], Words]"
    _ports: "Ports"

    if TYPE_CHECKING:

        @cached_property
        def present(self) -> PresentProviders:
            """Providers in the order dealt to a case."""
            ...

        @cached_property
        def documents(self) -> IssueDocuments:
            """Receipts and brochures."""
            ...

        @cached_property
        def note_for_rule(self) -> NoteForRule:
            """Letters, and what the rules shall know of a person."""
            ...

        @cached_property
        def letters(self) -> IssueLetters:
            """Letters about what the rules gave."""
            ...

        @cached_property
        def exit_letters(self) -> IssueExitLetter:
            """Letters about providers that stop."""
            ...

        @cached_property
        def due_nonchoosers(self) -> DueNonchoosers:
            """What is to be done about those who have not chosen."""
            ...

        @cached_property
        def enter_answer(self) -> EnterAnswer:
            """Stores answers that came on paper."""
            ...

    @cached_property
    def slip_codes(self) -> "DealSlipCode":
        """Gives cases the codes of their reply slips."""
        from kiosk.app.slips.deal_slip_code import DealSlipCode

        return DealSlipCode(self.record, self.clock, self.ids)

    @cached_property
    def find_slip(self) -> "FindSlip":
        """Finds the case of a reply slip."""
        from kiosk.app.slips.find_slip import FindSlip

        return FindSlip(self.municipality, self.record)

    @cached_property
    def return_letters(self) -> "ReturnLetters":
        """Enters that letters came back."""
        from kiosk.app.slips.return_letters import ReturnLetters

        return ReturnLetters(self.find_slip, self.note_for_rule)

    @cached_property
    def enter_slip(self) -> "EnterSlip":
        """Stores what a reply slip says, and what on it nobody can read."""
        from kiosk.app.slips.enter_slip import EnterSlip
        from kiosk.app.slips.note_unclear import NoteUnclear

        note = NoteUnclear(self.municipality, self.record, self.clock, self.ids)
        return EnterSlip(self.enter_answer, note)

    @cached_property
    def switch_forms(self) -> "IssueSwitchForm":
        """Forms with which somebody asks for another provider."""
        from kiosk.app.slips.issue_switch_form import IssueSwitchForm

        return IssueSwitchForm(
            self.municipality,
            self.record,
            self.clock,
            self.present,
            self.slip_codes,
            self._ports.documents,
            self.words_for,
        )

    @cached_property
    def make_kits(self) -> "MakeKits":
        """What goes into an envelope."""
        from kiosk.app.mailout.make_kits import MakeKits, Writers

        writers = Writers(
            self.present,
            self.documents,
            self.exit_letters,
            self.letters,
            self.slip_codes,
            self.words_for,
        )
        return MakeKits(self.municipality, self.record, self.clock, writers)

    @cached_property
    def single_kit(self) -> "IssueKit":
        """What goes into one envelope, printed by itself."""
        from kiosk.app.mailout.issue_kit import IssueKit

        return IssueKit(self.record, self.clock, self.make_kits, self._ports.press)

    @cached_property
    def make_batch(self) -> "MakeBatch":
        """Letters by the thousand."""
        from kiosk.app.mailout.choose_recipients import ChooseRecipients
        from kiosk.app.mailout.lying_letters import LyingLetters
        from kiosk.app.mailout.make_batch import MakeBatch
        from kiosk.app.mailout.meant_services import MeantServices

        meant = MeantServices(self.municipality, self.record, self.clock, self.due_nonchoosers)
        choosing = ChooseRecipients(self.record, meant, LyingLetters(self.record))
        return MakeBatch(
            self.record, self.clock, self.ids, choosing, self.make_kits, self._ports.press
        )

    @cached_property
    def post_batch(self) -> "PostBatch":
        """Enters that letters were posted."""
        from kiosk.app.mailout.post_batch import PostBatch

        return PostBatch(self.record, self.clock, self.ids)

    @cached_property
    def discard_batch(self) -> "DiscardBatch":
        """Enters that letters will never be posted."""
        from kiosk.app.mailout.discard_batch import DiscardBatch

        return DiscardBatch(self.record, self.clock, self.ids)

    @cached_property
    def batch_report(self) -> "BatchReport":
        """The papers of a mail-out."""
        from kiosk.app.mailout.batch_report import BatchReport

        return BatchReport(self.record, self.municipality)

    @cached_property
    def print_batch(self) -> "PrintBatch":
        """Letters and papers of a mail-out, in its folder."""
        from kiosk.app.mailout.print_batch import PrintBatch

        return PrintBatch(self.make_batch, self.discard_batch, self.batch_papers)

    @cached_property
    def batch_papers(self) -> "BatchPapers":
        """Manifest and totals of a mail-out, in its folder."""
        from kiosk.app.mailout.batch_papers import BatchPapers

        return BatchPapers(self.record, self.batch_report, self._ports.mail_folder_in)

    @cached_property
    def close_batch(self) -> "CloseBatch":
        """Enters what becomes of a mail-out, beside its papers."""
        from kiosk.app.mailout.close_batch import CloseBatch

        return CloseBatch(self.post_batch, self.discard_batch, self.batch_papers)
