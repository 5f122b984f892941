"""Who is due: for a rule, a letter or a reminder, to be asked again, or to be found."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from kiosk.app.exits.standing_exits import helped_with, leaving, standing_exits
from kiosk.app.nonchoice.asking_again import question_to
from kiosk.app.nonchoice.letters_about import heard_on, letters_about
from kiosk.app.nonchoice.rules_told import Known as RulesKnown
from kiosk.app.nonchoice.rules_told import RulesNow
from kiosk.app.ports.case_file import CaseFile, ServiceState
from kiosk.app.ports.record import Record
from kiosk.domain.case import Case, CaseRef, GrantedService
from kiosk.domain.choice import Outcome
from kiosk.domain.eligibility import offered_services, reply_deadline
from kiosk.domain.exits.affected import SAID, Helped, comes_from, silent_as
from kiosk.domain.exits.asking import reached_after
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant, Known
from kiosk.domain.nonchoice.minutes import minutes_of
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.silence import (
    LetterKind,
    Reach,
    Reached,
    asking_about,
    reached,
    telling,
)
from kiosk.domain.service import ServiceId
from kiosk.domain.situations import settled_help


class Task(Enum):
    """What is to be done about a service without a choice."""

    POST_LETTER = "post_letter"
    POST_REMINDER = "post_reminder"
    FIND_ADDRESS = "find_address"
    ASK_AGAIN = "ask_again"
    POST_ANEW = "post_anew"
    CLEAR_UP = "clear_up"
    APPLY_RULE = "apply_rule"


@dataclass(frozen=True, slots=True)
class Due:
    """A service of a case that something is to be done about.

    Attributes:
        name: Of the person.
        since: Day from which it is due.
        applicant: For the rule; None for other tasks.
        letter: Which letter asks this person: about the choice, or about a provider that stops.
        is_announced: The rule has announced that the office asks again; otherwise the day was
            agreed on.
    """

    case: CaseRef
    name: str
    service: ServiceId
    task: Task
    since: date
    applicant: Applicant | None = None
    letter: LetterKind = LetterKind.INVITATION
    is_announced: bool = False


_BY_REACH = {
    Reach.LETTER_DUE: Task.POST_LETTER,
    Reach.REMINDER_DUE: Task.POST_REMINDER,
    Reach.RETURNED: Task.FIND_ADDRESS,
    Reach.SILENT: Task.APPLY_RULE,
}


def unknown_language(name: str) -> str:
    """The code of a language that nothing is known of: an officer finds out who speaks it."""
    return "und" if name.strip() else ""


@dataclass(frozen=True, slots=True)
class DueNonchoosers:
    """The work list of those who have not chosen.

    Attributes:
        language_code: From the name of an interpreter's language to its code; empty for none.
    """

    municipality: Municipality
    record: Record
    language_code: Callable[[str], str] = unknown_language
    _rules: RulesKnown = field(default_factory=RulesKnown, compare=False, repr=False)

    def of_case(self, file: CaseFile, today: date) -> Iterator[Due]:
        """What is due about one case, order of its services."""
        yield from self.of_known(file, file.case_on(today), today, standing_exits(self.record))

    def of_known(
        self, file: CaseFile, case: Case, today: date, exits: Sequence[ProviderExit]
    ) -> Iterator[Due]:
        """The same where somebody has made out already who helps today, and which providers stop.

        Args:
            file: What is stored.
            case: Of that file, on the day.
            today: The day.
            exits: Announced and not called off, oldest first.
        """
        if not case.is_open:
            return
        offered = {item.service for item in offered_services(self.municipality, case, today)}
        for granted, state in self._paired(case, file.states):
            unclear = file.unclear.get(granted.service)
            if unclear is not None and granted.service in offered:
                # Two crosses are no answer, and whoever made them is not silent.
                yield Due(case.reference, case.name, granted.service, Task.CLEAR_UP, unclear)
            elif granted.service in offered:
                due = self._judge(file, case, granted, state, today, exits)
                if due is not None:
                    yield from self._by_rule(file, granted, due, today)

    def _paired(
        self, case: Case, states: Iterable[ServiceState]
    ) -> Iterator[tuple[GrantedService, ServiceState]]:
        by_service = {state.service: state for state in states}
        for granted in case.services:
            yield granted, by_service.get(granted.service, ServiceState(granted.service))

    def _judge(
        self,
        file: CaseFile,
        case: Case,
        granted: GrantedService,
        state: ServiceState,
        today: date,
        exits: Sequence[ProviderExit],
    ) -> Due | None:
        helped = helped_with(file, granted, state, today)
        exit_ = leaving(helped, exits)
        if exit_ is not None and not helped.has_spoken_since(exit_):
            return self._after_exit(file, case, granted, helped, today, exit_)
        if state.outcome is None:
            return self._silent(file, case, granted, today)
        due = Due(case.reference, case.name, granted.service, Task.ASK_AGAIN, today)
        if state.outcome is Outcome.POSTPONED and state.answer is not None:
            until = state.answer.postponed_until
            return replace(due, since=until) if until is not None and until < today else None
        said = SAID.get(state.outcome)
        if said is None or state.answer is None or state.answer.provider is not None:
            return None
        since = state.answered_on or today
        applicant = self._applicant(file, case, granted, said, since)
        return replace(due, task=Task.APPLY_RULE, since=since, applicant=applicant)

    def _after_exit(
        self,
        file: CaseFile,
        case: Case,
        granted: GrantedService,
        helped: Helped,
        today: date,
        exit_: ProviderExit,
    ) -> Due | None:
        """Somebody whose provider stops is asked anew; silence then means what it always means."""
        letters = asking_about(file.letters, granted.service)
        where = reached_after(letters, exit_, self.municipality.patience, today)
        task = _BY_REACH.get(where.reach)
        if task is None:
            return None
        since = where.until or exit_.announced_on
        due = Due(case.reference, case.name, granted.service, task, since)
        due = replace(due, letter=LetterKind.EXIT)
        if task is not Task.APPLY_RULE:
            return due
        said = silent_as(None if helped.answer is None else helped.answer.outcome)
        applicant = self._applicant(file, case, granted, said, since)
        present = comes_from(helped, exit_) or applicant.present
        return replace(due, applicant=replace(applicant, present=present))

    def _silent(
        self, file: CaseFile, case: Case, granted: GrantedService, today: date
    ) -> Due | None:
        where = self._reached(file, granted, today)
        task = _BY_REACH.get(where.reach)
        if task is None:
            return None
        heard = heard_on(self.record, file, granted.service)
        since = where.until or heard or granted.decided_on
        due = Due(case.reference, case.name, granted.service, task, since)
        if task is not Task.APPLY_RULE:
            return due
        state = NonchoiceState.NO_REPLY
        return replace(due, applicant=self._applicant(file, case, granted, state, since))

    def _by_rule(
        self, file: CaseFile, granted: GrantedService, due: Due, today: date
    ) -> Iterator[Due]:
        """What was found, and the question where the rule announced that the office asks again.

        Nothing is due before that day where the rule gives nobody; and the rule is not due where
        the letter told of another one: a new letter begins the deadline anew.
        """
        applicant, asked = due.applicant, file.asked_again
        if applicant is None:
            yield due
            return
        rules = RulesNow(self.municipality, self._rules)
        where = self._reached(file, granted, today)
        if _knows_by_letter(file, due, applicant, rules):
            letter = telling(letters_about(self.record, file, granted), due.letter)
            if rules.is_another(applicant, letter):
                yield replace(due, task=Task.POST_ANEW, applicant=None)
                return
            is_new = letter is not None and letter.posted_on > due.since
            if is_new and where.reach is Reach.WAITING:
                # Whoever has spoken got a letter about the new rule since, and may answer it.
                return
        until = where.until
        # Whoever says after the deadline that they do not choose was asked on that day.
        deadline = max(due.since, until or reply_deadline(self.municipality, granted))
        question = question_to(applicant, rules, deadline, asked, today)
        if question is None or not question.is_all:
            yield due
        if question is not None and question.on <= today:
            asking = replace(due, task=Task.ASK_AGAIN, since=question.on, applicant=None)
            yield replace(asking, is_announced=True)

    def _reached(self, file: CaseFile, granted: GrantedService, today: date) -> Reached:
        deadline = reply_deadline(self.municipality, granted)
        letters = letters_about(self.record, file, granted)
        return reached(letters, deadline, self.municipality.patience, today)

    def _applicant(
        self,
        file: CaseFile,
        case: Case,
        granted: GrantedService,
        state: NonchoiceState,
        since: date,
    ) -> Applicant:
        noted = file.wishes.get(granted.service)
        return Applicant(
            case=case.reference,
            service=granted.service,
            zone=case.zone,
            state=state,
            due=since,
            decided_on=granted.decided_on,
            present=settled_help(self.municipality, granted),
            known=Known() if noted is None else noted.known,
            minutes_per_week=minutes_of(granted.hours_per_week),
            needs=granted.needs,
            language=self.language_code(case.interpreter),
            objects_to=frozenset() if noted is None else frozenset(noted.objects_to),
        )


def _knows_by_letter(file: CaseFile, due: Due, applicant: Applicant, rules: RulesNow) -> bool:
    """Whether only a letter can have told somebody of the rule that is due now.

    Whoever spoke was told of the rule whose key and version stand with the answer.
    """
    if applicant.state is NonchoiceState.NO_REPLY or due.letter is LetterKind.EXIT:
        return True
    answers = (each.answer for each in file.states if each.service == applicant.service)
    answer, now = next(answers, None), rules.rule(applicant)
    return answer is not None and now is not None and answer.rule != now.reference
