"""Makes the letter about a provider that stops."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.app.exits.compose_exit import ExitPlan, ToldExit, compose_exit
from kiosk.app.exits.standing_exits import helped_of, leaving, standing_exits
from kiosk.app.issue_documents import Document, paper_language
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.record import CaseFile, Record
from kiosk.app.ports.words import Words
from kiosk.app.present_providers import PresentProviders
from kiosk.domain.case import CaseRef
from kiosk.domain.eligibility import staying
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import DocumentKind, Medium
from kiosk.domain.exits.affected import Helped, touched
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.announcement import announce
from kiosk.domain.nonchoice.noted import notes_of
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.ordering import Order


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

    def letter(self, case: CaseRef, actor: str, language: Language | None = None) -> Document:
        """The letter about every provider of a case that stops and has no successor yet.

        Args:
            case: Whose letter.
            actor: Who makes it; stands with the order, where that is dealt now.
            language: None for the form of Norwegian that the person wants to read.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: No provider of this person stops, or the person has a new one.
            StorageError: The order could not be logged.
            DoesNotFitError: A text is longer than its room.
        """
        plan = self.plan(case, actor)
        wished = (language, plan.case.written_language)
        paper = paper_language(wished, self.municipality.default_language)
        now = self.clock.now()
        sheet = compose_exit(plan, now.date(), self.words_for(paper))
        return Document(self.documents.sheet(sheet, now), DocumentKind.EXIT, paper, case)

    def plan(self, case: CaseRef, actor: str) -> ExitPlan:
        """What the letter is made from.

        Raises:
            NotFoundError: There is no such case.
            RefusedError: No provider of this person stops, or the person has a new one.
            StorageError: The order could not be logged.
        """
        file, today = self.record.case_file(case), self.clock.now().date()
        exits = standing_exits(self.record) if file.case.is_open else ()
        concerned = [
            (helped, exit_)
            for helped in helped_of(file, today)
            if (exit_ := leaving(helped, exits)) is not None
        ]
        if not concerned:
            raise RefusedError([Refusal("letter.no_exit")])
        order = self.present.order_for_case(file.case_on(today), Medium.PAPER, actor)
        told = tuple(
            found
            for helped, exit_ in concerned
            for found in self._told(file, helped, exit_, order, today)
        )
        if not told:
            raise RefusedError([Refusal("exit.nobody_takes_over")])
        return ExitPlan(self.municipality, file.case, told)

    def _told(
        self, file: CaseFile, helped: Helped, exit_: ProviderExit, order: Order, today: date
    ) -> Iterator[ToldExit]:
        named = [each.helper for each in helped.help.take_overs if each.exit == exit_.id]
        how, granted = touched(helped, exit_), file.case_on(today).granted(helped.service)
        if not named or how is None or granted is None:
            return
        service, zone = helped.service, helped.zone
        known, objects_to = notes_of(granted)
        here = staying(self.municipality, service, zone, today)
        rule = self.municipality.rule(service, zone)
        yield ToldExit(
            exit=exit_,
            service=service,
            touched=how,
            stand_in=named[0],
            options=tuple(each for each in order if each in here),
            announced=announce(
                rule,
                supply_of(self.municipality, service, zone, today),
                today,
                present=helped.help.before(exit_.id).on(today),
                known=known,
                objects_to=objects_to,
            ),
            decision=rule.decision,
        )
