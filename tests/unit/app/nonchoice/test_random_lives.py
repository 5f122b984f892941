"""Any sequence of answers, runs and set-asides: nobody loses help, no choice is overridden."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.app.nonchoice.allocation_run import open_run
from kiosk.app.nonchoice.replay_run import replay_run
from kiosk.app.nonchoice.survey import survey
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, DoesNotWish, Outcome, Postpones
from kiosk.domain.errors import RefusedError
from kiosk.domain.nonchoice.parts import (
    Distribute,
    Lots,
    MinimumShare,
    MunicipalDefault,
    Turns,
    WeightedKey,
)
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NURSING
from tests.unit.app.nonchoice.people import TODAY, desk, municipality, silent_record
from tests.unit.app.nonchoice.test_meanwhile import answered

PEOPLE = 6
FALLBACKS = [
    Distribute(Turns(), MUNICIPAL),
    Distribute(Lots(), MUNICIPAL),
    Distribute(WeightedKey(((LIND, 2), (FJORDHEIM, 1))), MUNICIPAL),
    MinimumShare(40, MUNICIPAL),
    MunicipalDefault(MUNICIPAL),
]
people = st.integers(1, PEOPLE).map(lambda number: CaseRef(f"2026/{number:06}"))
answers = st.sampled_from(
    [Chooses(LIND), Chooses(FJORDHEIM), DoesNotWish(), Postpones(TODAY + timedelta(days=3))]
)


class Ids(make.CountingIds):
    """Never gives an id of an earlier run."""

    def __init__(self, numbers: "count[int]") -> None:
        self._numbers = numbers


class Office(RuleBasedStateMachine):
    """One day at the office, with several lists open at once."""

    @initialize(fallback=st.sampled_from(FALLBACKS))
    def begin(self, fallback):
        self.record, self.content = silent_record(PEOPLE), municipality(fallback)
        self.numbers, self.lists = count(1), []
        self.helped, self.chosen = set(), {}

    @rule(case=people, answer=answers)
    def answer(self, case, answer):
        answered(self.record, self.content, answer, TODAY, case)
        self.chosen.pop(case, None)
        if isinstance(answer, Chooses):
            self.chosen[case] = answer.provider

    @rule()
    def propose(self):
        made = replace(desk(self.record, self.content), ids=Ids(self.numbers))
        self.lists.append(open_run(made, survey(self.content, self.record, TODAY), ACTOR))

    @rule(place=st.integers(0, 9), last=st.none() | st.integers(1, PEOPLE))
    def confirm(self, place, last):
        if self.lists:
            self._try(lambda: self.lists[place % len(self.lists)].confirm(last))

    @rule(place=st.integers(0, 9), number=st.integers(0, PEOPLE))
    def set_aside(self, place, number):
        if self.lists:
            made = self.lists[place % len(self.lists)]
            if made.open:
                aside = made.open[number % len(made.open)]
                self._try(lambda: made.set_aside(aside.position, "Grunn."))

    def _try(self, attempt):
        with suppress(RefusedError):
            attempt()

    @invariant()
    def whoever_has_help_goes_on_having_it(self):
        for case, file in self._files():
            helper = file.helps[NURSING].on(TODAY)
            assert helper is not None or case not in self.helped
            if helper is not None:
                self.helped.add(case)

    @invariant()
    def a_choice_stands(self):
        for case, file in self._files():
            if case in self.chosen:
                (state,) = file.states
                assert state.outcome is Outcome.CHOSEN
                assert state.answer.provider == self.chosen[case]

    @invariant()
    def every_run_comes_out_the_same(self):
        for run in self.record.runs() if hasattr(self, "record") else ():
            assert replay_run(self.record, run).difference is None

    def _files(self):
        if not hasattr(self, "record"):
            return []
        references = sorted(self.record.case_refs())
        return [(each, self.record.case_file(each)) for each in references]


Office.TestCase.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
TestOffice = Office.TestCase
