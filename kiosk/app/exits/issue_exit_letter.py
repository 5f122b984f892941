"""Makes the letter about a provider that stops."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.exits.compose_exit import ExitPlan, compose_exit
from kiosk.app.exits.standing_exits import helped_of, leaving, standing_exits
from kiosk.app.exits.told_exit import Asked, ToldExit
from kiosk.app.issue_documents import Document, paper_language
from kiosk.app.mailout.in_window import singles_in_window
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.record import Record
from kiosk.app.ports.words import Words
from kiosk.app.present_providers import PresentProviders
from kiosk.domain.case import CaseRef
from kiosk.domain.edition import Edition
from kiosk.domain.eligibility import staying
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import DocumentKind, Medium
from kiosk.domain.exits.affected import Helped, Touched, comes_from, silent_as, stand_ins, touched
from kiosk.domain.exits.asking import told_day
from kiosk.domain.exits.exit import AnswerTime, ProviderExit
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.announcement import Announcement, announce
from kiosk.domain.nonchoice.clauses import MustChoose
from kiosk.domain.nonchoice.noted import notes_of
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.ordering import Order
from kiosk.domain.places import as_it_is_full
from kiosk.domain.provider import CapacityState, Provider
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.domain.situations import settled_help


@dataclass(frozen=True, slots=True)
class IssueExitLetter:
    """Composes the letter; whoever hands it on logs it as any document.

    Attributes:
        municipality: With the exits that hold.
        present: Deals the order in which this person sees providers.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    documents: DocumentMaker
    words_for: Callable[[Language], Words]
    present: PresentProviders
    working: WorkingCalendar

    def letter(
        self,
        case: CaseRef,
        actor: str,
        language: Language | None = None,
        edition: Edition = Edition.STANDARD,
    ) -> Document:
        """The letter about every provider of a case that stops.

        Whoever has chosen another that begins later is told who helps between, and asked nothing.

        Args:
            case: Whose letter.
            actor: Who makes it; stands with the order, where that is dealt now.
            language: None for the form of Norwegian that the person wants to read.
            edition: Standard or large print.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: No provider of this person stops, or the person has a new one in time.
            StorageError: The order could not be logged.
            DoesNotFitError: A text is longer than its room.
        """
        person = self.record.case_file(case).case
        wished = (language, person.written_language)
        paper = paper_language(wished, self.municipality.default_language)
        words = self.words_for(paper)
        now = self.clock.now()
        plan = self.plan(case, actor)
        sheet = compose_exit(plan, now.date(), words)
        copies = singles_in_window(sheet, person, self.municipality, words, plan.answer_by)
        pdf = self.documents.letter(copies, now, edition)
        return Document(pdf, DocumentKind.EXIT, paper, case, edition=edition)

    def told_day(self, exit_: ProviderExit, posted_on: date) -> date:
        """The last day for an answer that a letter tells that is posted on a day."""
        return told_day(exit_, posted_on, AnswerTime(self.municipality.patience, (), self.working))

    def plan(
        self,
        case: CaseRef,
        actor: str,
        posted_on: date | None = None,
        services: Collection[ServiceId] | None = None,
    ) -> ExitPlan:
        """What the letter is made from.

        Args:
            case: Whose letter.
            actor: Who makes it.
            posted_on: Day on which it is meant to be posted; None for today.
            services: What the letter is about; None for all that the person has.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: No provider of this person stops, or the person has a new one in time.
            StorageError: The order could not be logged.
        """
        file, today = self.record.case_file(case), self.clock.now().date()
        exits = standing_exits(self.record) if file.case.is_open else ()
        helps = [
            each for each in helped_of(file, today) if services is None or each.service in services
        ]
        if not any(touched(helped, exit_) for helped in helps for exit_ in exits):
            raise RefusedError([Refusal("letter.no_exit")])
        day = posted_on or today
        told = tuple(
            found
            for helped in helps
            for exit_ in exits
            if (found := self._told(file, helped, exit_, leaving(helped, exits), day)) is not None
        )
        if any(each.asked is not None for each in told):
            order = self.present.order_for_case(file.case_on(today), Medium.PAPER, actor)
            told = tuple(_in_order(each, order) for each in told)
        if not told:
            raise RefusedError([Refusal("exit.nobody_named")])
        return ExitPlan(self.municipality, file.case, told)

    def _told(
        self,
        file: CaseFile,
        helped: Helped,
        exit_: ProviderExit,
        asking: ProviderExit | None,
        day: date,
    ) -> ToldExit | None:
        """What is told about one exit; None where it does not concern the person.

        Args:
            file: The case.
            helped: One of its services.
            exit_: Which exit.
            asking: The exit because of which the person needs a new provider; only one asks.
            day: Day of the letter.
        """
        how = touched(helped, exit_)
        is_named = any(each.exit == exit_.id for each in helped.help.take_overs)
        if how is None or not is_named:
            return None
        if how is not Touched.BETWEEN and exit_ != asking:
            return None
        told = ToldExit(
            exit_,
            helped.service,
            how,
            day,
            stand_ins(helped, exit_),
            helper_now=helped.help.on(day),
        )
        if how is Touched.BETWEEN:
            return replace(told, own=helped.answer if asking is None else None)
        return replace(told, asked=self._asked(file, helped, exit_, told))

    def _asked(
        self, file: CaseFile, helped: Helped, exit_: ProviderExit, told: ToldExit
    ) -> Asked | None:
        """What is asked; the rule is that which is applied to whoever does not answer."""
        today, service, zone = self.clock.now().date(), helped.service, helped.zone
        granted = file.case_on(today).granted(service)
        if granted is None:
            return None
        known, objects_to = notes_of(granted)
        outcome = None if helped.answer is None else helped.answer.outcome
        rule = self.municipality.rule(service, zone, silent_as(outcome))
        content = as_it_is_full(self.municipality, granted, zone, today)
        announced = announce(
            rule,
            supply_of(self.municipality, service, zone, today),
            today,
            present=comes_from(helped, exit_) or settled_help(self.municipality, granted),
            known=known,
            objects_to=objects_to,
        )
        return Asked(
            options=tuple(sorted(staying(self.municipality, service, zone, today))),
            rooms={each.id: _room_of(each, service, zone) for each in content.providers},
            announced=_until_decided(announced, told),
            decision=rule.decision,
            answer_by=self.told_day(exit_, told.on),
        )


def _room_of(provider: Provider, service: ServiceId, zone: ZoneId) -> CapacityState:
    offer = provider.offer_for(service, zone)
    return CapacityState.NOT_STATED if offer is None else offer.capacity.state


def _until_decided(announced: Announcement, told: ToldExit) -> Announcement:
    """With whoever helps when the provider has stopped: it may come before anything is decided."""
    if not told.stand_ins:
        return announced
    _, helper = told.stand_ins[-1]
    clauses = (
        replace(each, interim=helper) if isinstance(each, MustChoose) else each
        for each in announced.clauses
    )
    return replace(announced, interim=helper, clauses=tuple(clauses))


def _in_order(told: ToldExit, order: Order) -> ToldExit:
    """With the options as this person sees providers everywhere else."""
    asked = told.asked
    if asked is None:
        return told
    here = frozenset(asked.options)
    return replace(told, asked=replace(asked, options=tuple(e for e in order if e in here)))
