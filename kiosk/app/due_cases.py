"""Which cases the municipality's rules of retention let go, and the list that a person approves."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kiosk.app.hold_case import hold_on
from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers
from kiosk.app.ports.case_file import CaseFile, ServiceState
from kiosk.app.ports.record import Record
from kiosk.app.watch import Watch
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Outcome
from kiosk.domain.eligibility import offered_services
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.event import CaseDelivered, Event
from kiosk.domain.handling import CaseRead
from kiosk.domain.later_event import LaterEvent
from kiosk.domain.municipality import Municipality
from kiosk.domain.retention import Kept, RetentionFacts, RetentionRule, due_rule, why_kept

_FORM = "brukervalg-disposal-list-1"


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case as a list names it; tells nobody without the record whose it is.

    Attributes:
        number: Opaque number of the case; the same in every list.
        rule: Key of the rule that lets it go.
        state: Changes with whatever happens in the case, reading left out.
    """

    number: str
    rule: str
    state: str


@dataclass(frozen=True, slots=True)
class DueCase:
    """A case that a rule lets go.

    Attributes:
        facts: What the rule went by.
    """

    case: CaseRef
    rule: RetentionRule
    listed: ListedCase
    facts: RetentionFacts


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Every case of the record by what the rules say of it.

    Attributes:
        due: Those that a rule lets go, by opaque number.
        kept: How many others stay, by why; without zeros.
    """

    due: tuple[DueCase, ...]
    kept: Mapping[Kept, int]


@dataclass(frozen=True, slots=True)
class DisposalList:
    """What a person approves; without personal data.

    Attributes:
        cases: Sorted by their opaque numbers; at least one.
        digest: Only the record that made the list can make it.
    """

    made_on: date
    cases: tuple[ListedCase, ...]
    digest: str

    def as_bytes(self) -> bytes:
        """The file: JSON with ``form``, ``made_on``, ``cases`` and ``digest``."""
        values = {
            "form": _FORM,
            "made_on": self.made_on.isoformat(),
            "cases": [asdict(each) for each in self.cases],
            "digest": self.digest,
        }
        return (json.dumps(values, indent=2, sort_keys=True) + "\n").encode()


@dataclass(frozen=True, slots=True)
class DueCases:
    """Asks the record and the rules; changes nothing."""

    municipality: Municipality
    record: Record

    def review(self, day: date, watch: Watch) -> Reviewed:
        """What the rules say of every case on a day.

        Raises:
            CancelledError: Somebody stopped it.
        """
        due: list[DueCase] = []
        kept: Counter[Kept] = Counter()
        cases = self.record.case_refs()
        for number, case in enumerate(cases, start=1):
            watch.heed()
            said = self._said(case, day)
            if isinstance(said, DueCase):
                due.append(said)
            else:
                kept[said] += 1
            watch.progress(number, len(cases))
        watch.heed()
        return Reviewed(tuple(sorted(due, key=lambda each: each.listed.number)), kept)

    def list_of(self, due: tuple[DueCase, ...], day: date) -> DisposalList:
        """The list of some cases."""
        cases = tuple(each.listed for each in due)
        return DisposalList(day, cases, self._digest(day, cases))

    def read(self, content: bytes) -> DisposalList:
        """A list as it was written.

        Raises:
            RefusedError: ``disposal.not_a_list``, or ``disposal.list_changed`` for one that this
                record did not write exactly so.
        """
        try:
            values: dict[str, Any] = json.loads(content)
            form = values["form"]
            made_on = date.fromisoformat(values["made_on"])
            cases = tuple(ListedCase(**each) for each in values["cases"])
            digest = str(values["digest"])
        except (ValueError, KeyError, TypeError):
            raise RefusedError([Refusal("disposal.not_a_list")]) from None
        if form != _FORM or not cases or digest != self._digest(made_on, cases):
            raise RefusedError([Refusal("disposal.list_changed")])
        return DisposalList(made_on, cases, digest)

    def still_due(self, approved: DisposalList, day: date, watch: Watch) -> tuple[DueCase, ...]:
        """The cases of a list, every one as it was when the list was made.

        Raises:
            CancelledError: Somebody stopped it.
            RefusedError: ``disposal.list_outdated``.
        """
        due = {each.listed: each for each in self.review(day, watch).due}
        if not due.keys() >= set(approved.cases):
            raise RefusedError([Refusal("disposal.list_outdated")])
        return tuple(due[each] for each in approved.cases)

    def _said(self, case: CaseRef, day: date) -> DueCase | Kept:
        events = [event for _place, event in self.record.history(case)]
        rules, facts = self.municipality.retention, self._facts(case, events, day)
        rule = due_rule(rules, facts, day)
        if rule is None:
            return why_kept(rules, facts)
        if any(isinstance(event.body, LaterEvent) for event in events):
            # It may say that the case must be kept.
            return Kept.UNREAD
        listed = ListedCase(
            self._opaque(f"disposal number/{case}"), rule.id, self._state(case, events)
        )
        return DueCase(case, rule, listed, facts)

    def _facts(self, case: CaseRef, events: Sequence[Event], day: date) -> RetentionFacts:
        file = self.record.case_file(case)
        closing = file.case.closing
        delivered = (event.at.date() for event in events if isinstance(event.body, CaseDelivered))
        return RetentionFacts(
            closed_on=None if closing is None else closing.on,
            delivered_on=max(delivered, default=None),
            is_delivered=self.record.is_delivered(case) and file.note_pending_for is None,
            is_settled=self._is_settled(file, day),
            is_held=hold_on(events) is not None,
        )

    def _is_settled(self, file: CaseFile, day: date) -> bool:
        """Whether nothing of the case is left to be done, by anybody."""
        case = file.case_on(day)
        offered = {each.service for each in offered_services(self.municipality, case, day)}
        if file.note_pending_for is not None:
            return False
        if not all(_is_at_rest(each) for each in file.states if each.service in offered):
            return False
        return not any(DueNonchoosers(self.municipality, self.record).of_case(file, day))

    def _state(self, case: CaseRef, events: Iterable[Event]) -> str:
        last = [event.id for event in events if not isinstance(event.body, CaseRead)][-1]
        return self._opaque(f"disposal state/{case}/{last}")

    def _digest(self, made_on: date, cases: tuple[ListedCase, ...]) -> str:
        text = json.dumps([made_on.isoformat(), [asdict(each) for each in cases]], sort_keys=True)
        return self.record.fingerprint(f"disposal list/{text}").hex()

    def _opaque(self, text: str) -> str:
        return self.record.fingerprint(text).hex()[:12]


def _is_at_rest(state: ServiceState) -> bool:
    """Whether somebody helps, or will from a day that is known, by an answer or a rule."""
    answer = state.answer
    if answer is None or answer.provider is None or state.outcome is Outcome.POSTPONED:
        return False
    return not answer.waits_for_place and not answer.awaits_date
