"""Try a rule on a case list or on the cases of the record; nothing is stored, nothing is printed.

What comes out holds counts only, and can be saved: as a report, and as tables for a spreadsheet.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.explained_headings import look_at
from kiosk.app.nonchoice.compose_simulation import compose_simulation
from kiosk.app.nonchoice.due_nonchoosers import unknown_language
from kiosk.app.nonchoice.simulate_rule import simulate_on
from kiosk.app.nonchoice.trial_people import (
    TrialPeople,
    Tryout,
    people_of_list,
    people_of_record,
)
from kiosk.app.nonchoice.tried import Tried
from kiosk.app.ports.intake import CaseList, CaseListReader
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.paper import DocumentMaker
from kiosk.app.ports.record import Record
from kiosk.app.ports.rules import RulesSource
from kiosk.app.ports.words import Words
from kiosk.app.staff_rights import rights_objections
from kiosk.app.watch import ALONE, Watch
from kiosk.domain.case import Case
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.staff import StaffRight


def try_rule(
    present: Municipality,
    tried: Municipality,
    people: Callable[[], TrialPeople],
    state: NonchoiceState,
    today: date,
    watch: Watch = ALONE,
) -> Tried:
    """Apply the present rules and others to the same people.

    Args:
        present: With the rules of today.
        tried: With the others.
        people: Is asked for them once it is clear that the rules can be tried.
        state: Why nobody of them chooses.
        today: The day of the trial.
        watch: Who looks on.

    Raises:
        CancelledError: ``watch`` said so.
        RefusedError: The rules are another municipality's, or nobody there can choose.
    """
    if not _is_same(present, tried):
        raise RefusedError([Refusal("simulation.another_municipality")])
    simulated = simulate_on(present, tried, people(), state, today, watch)
    known = {provider.id for provider in present.providers}
    newcomers = (provider for provider in tried.providers if provider.id not in known)
    named = replace(present, providers=(*present.providers, *newcomers))
    return Tried(named, tried, simulated, state, today)


def try_on_list(
    present: Municipality,
    tried: Municipality,
    found: CaseList,
    state: NonchoiceState,
    today: date,
    watch: Watch = ALONE,
) -> Tried:
    """The same for a case list as it was read; raises as ``try_rule``."""

    def people() -> TrialPeople:
        return people_of_list(present, found.cases, state, today)

    done = try_rule(present, tried, people, state, today, watch)
    return replace(done, unread=found.row_count - found.accepted_rows)


def with_language_codes(cases: Iterable[Case], code_of: Callable[[str], str]) -> tuple[Case, ...]:
    """The same cases with the code of the interpreter's language, which a floor asks for.

    Args:
        cases: With the language's name, as case lists have it.
        code_of: From a name to a code; empty for none.
    """
    return tuple(replace(case, interpreter=code_of(case.interpreter)) for case in cases)


@dataclass(frozen=True, slots=True)
class TryRule:
    """For administrators: what a rule would give, before the council votes on it.

    Attributes:
        language_code: From the name of an interpreter's language to its code; empty for none.
    """

    municipality: Municipality
    record: Record
    clock: Clock
    reader: CaseListReader
    documents: DocumentMaker
    rules: RulesSource
    language_code: Callable[[str], str] = unknown_language

    def on_list(
        self,
        rules: str,
        read: Callable[[], bytes],
        state: NonchoiceState,
        actor: str,
        watch: Watch,
    ) -> Tried:
        """Try the rules of a file on a case list.

        Args:
            rules: Path of a file with rules, or of a whole pack.
            read: Gives the bytes of the case list.
            state: Why nobody in it chooses.
            actor: Who is signed in.
            watch: Who looks on.

        Raises:
            CancelledError: ``watch`` said so.
            CaseListError: The list as a whole cannot be read.
            RulesError: The rules have faults.
            RefusedError: ``actor`` may not, or there is nothing to try.
        """
        self._require(actor)
        tried = self._rules(rules)
        look = look_at(self.reader.open(read()), self.record.explained_headings())
        found = look.listed.read(look.meanings)
        found = replace(found, cases=with_language_codes(found.cases, self.language_code))
        return try_on_list(self.municipality, tried, found, state, self._today, watch)

    def on_record(
        self, rules: str, tryout: Tryout, state: NonchoiceState, actor: str, watch: Watch
    ) -> Tried:
        """The same on the open cases of the record; raises as above, and ``StorageError``.

        Args:
            rules: As above.
            tryout: On those who have not answered, or on everybody as if new.
            state: As above.
            actor: As above.
            watch: As above.
        """
        self._require(actor)
        tried = self._rules(rules)

        def people() -> TrialPeople:
            found = people_of_record(
                self.municipality, self.record, state, self._today, tryout, watch
            )
            coded = (
                replace(each, language=self.language_code(each.language))
                for each in found.applicants
            )
            return replace(found, applicants=tuple(coded))

        return try_rule(self.municipality, tried, people, state, self._today, watch)

    def report(self, tried: Tried, words: Words) -> bytes:
        """What came out, as PDF.

        Raises:
            DoesNotFitError: A text is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        return self.documents.sheet(compose_simulation(tried, words), self.clock.now())

    def _rules(self, rules: str) -> Municipality:
        """The tried rules, where the same providers stop as today."""
        return with_exits(self.rules.at(rules), standing_exits(self.record))

    @property
    def _today(self) -> date:
        return self.clock.now().date()

    def _require(self, actor: str) -> None:
        refusals = rights_objections(self.record, actor, StaffRight.TRY_RULES)
        if refusals:
            raise RefusedError(refusals)


def _is_same(present: Municipality, tried: Municipality) -> bool:
    """Whether a pack is one of the same municipality, with the services and zones of today."""
    zones = {(service.id, zone) for service in present.services for zone in service.zones}
    offered = {(service.id, zone) for service in tried.services for zone in service.zones}
    return present.name == tried.name and zones <= offered
