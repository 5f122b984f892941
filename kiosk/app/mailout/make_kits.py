"""Puts together what one person gets in the envelope, in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.exits.compose_exit import compose_exit
from kiosk.app.exits.issue_exit_letter import IssueExitLetter
from kiosk.app.issue_documents import IssueDocuments, paper_language
from kiosk.app.mailout.asked_until import AskedUntil, unanswered
from kiosk.app.mailout.compose_letter import LetterPlan, compose_letter
from kiosk.app.mailout.how_to_answer import enclosed
from kiosk.app.mailout.in_window import in_window
from kiosk.app.nonchoice.issue_letters import IssueLetters
from kiosk.app.nonchoice.rules_told import rules_told
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.app.present_providers import PresentProviders, shown_orders
from kiosk.app.slips.compose_slip import SlipPlan, compose_slip
from kiosk.app.slips.deal_slip_code import DealSlipCode
from kiosk.domain.case import Case
from kiosk.domain.document.kit import Kit
from kiosk.domain.document.service_section import ServiceSection
from kiosk.domain.document.sheet import Sheet
from kiosk.domain.document.window_letter import WindowLetter
from kiosk.domain.edition import Edition
from kiosk.domain.eligibility import offered_services
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import Medium
from kiosk.domain.language import Language
from kiosk.domain.mail_events import OrderPrinted
from kiosk.domain.mailing import Recipient
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.silence import Letter, LetterKind
from kiosk.domain.nonchoice.told import RuleTold
from kiosk.domain.service import ServiceId
from kiosk.domain.slip_code import SlipCode

_ASKING = (LetterKind.INVITATION, LetterKind.EXIT)


@dataclass(frozen=True, slots=True)
class KitPlan:
    """What a case shall get.

    Attributes:
        services: Those that the letter is about.
        recipients: At least one; None for one that is handed over.
        posting_on: Day on which the letter is meant to be posted; its date.
        has_brochure: Whether the brochure goes with a letter that asks.
        language: None for the form of Norwegian that the person wants to read.
        edition: Of the brochure.
    """

    letter: LetterKind
    services: Sequence[ServiceId]
    recipients: Sequence[Recipient | None]
    posting_on: date
    has_brochure: bool = True
    language: Language | None = None
    edition: Edition = Edition.STANDARD


@dataclass(frozen=True, slots=True)
class CaseKits:
    """The envelopes of one case.

    Attributes:
        kits: One per recipient; they differ in what shows in the window only.
        reply_by: The last day that they tell; None for a letter that asks nothing.
        code: Of their slips; None without slips.
        told: The rules that they tell of; None for a letter that asks nothing.
        services: Those that they ask about; None for a letter that asks nothing.
        orders: The providers as they stand in brochure and slip, per service.
    """

    kits: tuple[Kit, ...]
    language: Language
    reply_by: date | None = None
    code: SlipCode | None = None
    told: tuple[RuleTold, ...] | None = None
    services: tuple[ServiceId, ...] | None = None
    orders: tuple[OrderPrinted, ...] = ()


@dataclass(frozen=True, slots=True)
class Writers:
    """Where the words of the parts come from."""

    present: PresentProviders
    papers: IssueDocuments
    exits: IssueExitLetter
    results: IssueLetters
    codes: DealSlipCode
    words_for: Callable[[Language], Words]


@dataclass(frozen=True, slots=True)
class MakeKits:
    """Composes envelopes; stores nothing but a case's order and code."""

    municipality: Municipality
    record: Record
    clock: Clock
    writers: Writers

    def deal_ahead(self, files: Sequence[CaseFile], letter: LetterKind, actor: str) -> None:
        """Deal orders and codes to those who have none, for letters that ask everybody.

        Each is dealt one by one as well, by ``for_case``; many at once are stored much faster.

        Raises:
            StorageError: Nothing was stored.
        """
        if letter not in {LetterKind.INVITATION, LetterKind.REMINDER}:
            return
        today = self.clock.now().date()
        cases = [file.case_on(today) for file in files]
        self.writers.present.deal_orders(cases, Medium.PAPER, actor)
        self.writers.codes.for_cases([each.reference for each in cases], actor)

    def for_case(self, file: CaseFile, plan: KitPlan, actor: str) -> CaseKits:
        """The envelopes of one case.

        Args:
            file: The case.
            plan: What it shall get.
            actor: Who makes them.

        Raises:
            RefusedError: None of the services can be chosen, there is nothing to tell, or a
                reminder has no letter before it, comes before its last day, or nothing to ask.
            StorageError: Order or code could not be stored.
        """
        whole = file.case_on(self.clock.now().date())
        wished = (plan.language, whole.written_language)
        paper = paper_language(wished, self.municipality.default_language)
        words = self.writers.words_for(paper)
        if plan.letter is LetterKind.ALLOCATION:
            return self._told(whole, plan, self.writers.results.in_words(whole.reference, words))
        if plan.letter is LetterKind.EXIT:
            return self._of_exit(whole, plan, words, actor)
        case = self._asked(whole, plan)
        case, reply_by = self._with_last_day(file, case, plan)
        letters = self._letters(file, case, plan, reply_by, words)
        return self._asking(case, plan, letters, reply_by, words, actor)

    def _of_exit(self, case: Case, plan: KitPlan, words: Words, actor: str) -> CaseKits:
        """The slip asks what the letter asks; who has chosen another already is told only."""
        beside = enclosed(has_brochure=plan.has_brochure)
        found = self.writers.exits.plan(case.reference, actor, plan.posting_on, plan.services)
        sheet = compose_exit(replace(found, beside=beside), plan.posting_on, words)
        reply_by = found.answer_by
        told = self._told(case, plan, sheet, reply_by)
        if reply_by is None:
            return told
        asked = replace(plan, services=[each.service for each in found.asked])
        letters = [each.letter for each in told.kits]
        return self._asking(self._asked(case, asked), asked, letters, reply_by, words, actor)

    def _told(
        self, case: Case, plan: KitPlan, sheet: Sheet, reply_by: date | None = None
    ) -> CaseKits:
        """Letters alone."""
        words = self.writers.words_for(sheet.language)
        place = self.municipality
        letters = (in_window(sheet, case, each, place, words, reply_by) for each in plan.recipients)
        return CaseKits(tuple(map(Kit, letters)), sheet.language)

    def _asking(
        self,
        case: Case,
        plan: KitPlan,
        letters: Sequence[WindowLetter],
        reply_by: date,
        words: Words,
        actor: str,
    ) -> CaseKits:
        """The letters with what one answers with."""
        code = self.writers.codes.for_case(case.reference, actor)
        sections = self._sections(case, words, actor)
        slip_plan = SlipPlan(self.municipality, case, code, sections, reply_by)
        slip = compose_slip(slip_plan, self.clock.now().date(), words)
        brochure = None
        if plan.has_brochure:
            brochure = self.writers.papers.brochure_in_words(case, words, actor, plan.edition)
        kits = tuple(Kit(letter, brochure, slip) for letter in letters)
        told = rules_told(self.municipality, case, self.clock.now().date())
        orders = tuple(OrderPrinted(*each) for each in shown_orders(sections).items())
        services = tuple(each.service for each in case.services)
        return CaseKits(kits, words.language, reply_by, code, told, services, orders)

    def _asked(self, whole: Case, plan: KitPlan) -> Case:
        """The case with the services of the letter that can be chosen."""
        offered = offered_services(self.municipality, whole, self.clock.now().date())
        asked = tuple(each for each in offered if each.service in plan.services)
        if not asked:
            raise RefusedError([Refusal("document.nothing_offered")])
        return replace(whole, services=asked)

    def _letters(
        self, file: CaseFile, case: Case, plan: KitPlan, reply_by: date, words: Words
    ) -> list[WindowLetter]:
        told = LetterPlan(
            municipality=self.municipality,
            case=case,
            services=tuple(each.service for each in case.services),
            nonchoice=self.writers.present.explain.for_case(case, words),
            recipient=None,
            reply_by=reply_by,
            asked_on=_asked_on(file, case, plan.letter),
            has_brochure=plan.has_brochure,
        )
        return [
            compose_letter(replace(told, recipient=each), plan.posting_on, words)
            for each in plan.recipients
        ]

    def _with_last_day(self, file: CaseFile, case: Case, plan: KitPlan) -> tuple[Case, date]:
        """The services with a last day, and the first of these days.

        Nobody has less time than the letter says, and nobody is reminded of a service that no
        letter has asked about.
        """
        letter = Letter(plan.letter, plan.posting_on)
        open_ = case.services if plan.letter is LetterKind.INVITATION else unanswered(file, case)
        until = AskedUntil(self.municipality, self.record, self.clock)
        days = [(each, until.last_day(file, each, letter)) for each in open_]
        told = [(each, day) for each, day in days if day is not None]
        if not told:
            raise RefusedError([Refusal("letters.no_letter" if open_ else "letters.answered")])
        asked = [(each, day) for each, day in told if not until.is_early(file, each, letter)]
        if not asked:
            raise RefusedError([Refusal("letters.reminder_early")])
        services = tuple(each for each, _ in asked)
        return replace(case, services=services), min(day for _, day in asked)

    def _sections(self, case: Case, words: Words, actor: str) -> list[ServiceSection]:
        """What can be answered, order of the case."""
        services = {each.service for each in case.services}
        shown = self.writers.present.sections(case.reference, words, Medium.PAPER, actor)
        return [each for each in shown if each.service in services]


def _asked_on(file: CaseFile, case: Case, letter: LetterKind) -> date | None:
    """When the letter was posted that a reminder reminds of."""
    if letter is not LetterKind.REMINDER:
        return None
    asked = (
        each.posted_on
        for each in reversed(file.letters)
        if each.kind in _ASKING and any(each.asks_about(item.service) for item in case.services)
    )
    return next(asked, None)
