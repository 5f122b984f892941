"""Any sequence of lists, letters, answers, corrections, days and runs: what always holds."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.app.correct_choice import CorrectChoice, Mistake
from kiosk.app.correctable import FindCorrectable
from kiosk.app.exits.provider_exits import Planned, ProviderExits
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.nonchoice.allocation_run import open_run
from kiosk.app.nonchoice.proposing import Desk
from kiosk.app.nonchoice.replay_run import replay_run
from kiosk.app.nonchoice.survey import survey
from kiosk.domain.allocation_events import LetterPosted, ServiceAllocated
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, DoesNotWish, EventId, Outcome, Postpones
from kiosk.domain.errors import RefusedError
from kiosk.domain.exits.exit import ExitCause
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.record.folding.folded_record import FoldedRecord
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NORTH, NURSING, SOUTH
from tests.unit.app.nonchoice.people import (
    LATER,
    employed,
    municipality,
    person,
    silent_record,
    told,
)
from tests.unit.app.nonchoice.test_meanwhile import answered
from tests.unit.app.nonchoice.truths import (
    FALLBACKS,
    SHARES,
    counted,
    limited,
    no_limit_was_exceeded,
    read_everything,
    reason_was_true,
    take_in,
)
from tests.unit.record.disposing import dispose

PEOPLE = 8
PROVIDERS = (MUNICIPAL, LIND, FJORDHEIM)
people = st.integers(1, PEOPLE)
_numbers = count(1)


class Ids(make.CountingIds):
    """Never gives an id of another run."""

    def __init__(self) -> None:
        self._numbers = _numbers


class Years(RuleBasedStateMachine):
    """An office over many days, with several lists open at once."""

    @initialize(
        fallback=st.sampled_from(SHARES) | st.sampled_from(FALLBACKS),
        users=st.none() | st.integers(1, 3),
        keeps=st.booleans(),
    )
    def begin(self, fallback, users, keeps):
        content = municipality(fallback)
        rules = {
            spot: tuple(replace(each, keeps_present=keeps) for each in here)
            for spot, here in content.rules.items()
        }
        self.content = limited(replace(content, rules=rules), users)
        self.record = silent_record(PEOPLE // 2)
        employed(self.record)
        self.clock = make.FixedClock(LATER)
        self.ids = Ids()
        self.lists, self.alone = [], set()
        self.helped, self.chosen = set(), {}

    @property
    def today(self):
        return self.clock.moment.date()

    @rule(days=st.sampled_from([1, 20, 40, 400]))
    def days_pass(self, days):
        self.clock.moment += timedelta(days=days)

    @rule(
        number=people,
        present=st.sampled_from((None, *PROVIDERS)),
        hours=st.sampled_from([None, Decimal(1), Decimal("7.5")]),
        zone=st.sampled_from([NORTH, SOUTH]),
        decided=st.booleans(),
    )
    def a_list_tells(self, number, present, hours, zone, decided):
        case = person(number, zone=zone)
        known = self._known(case.reference)
        if known is not None and known.services[0].present_provider is not None:
            present = present or known.services[0].present_provider
        granted = replace(
            make.granted(NURSING, present),
            hours_per_week=hours,
            present_since=None if present is None or decided else self.today,
            decided_on=self.today if decided else make.granted(NURSING).decided_on,
        )
        take_in(self, replace(case, services=(granted,)), close_missing=False)

    @rule(number=people)
    def a_list_lacks(self, number):
        others = [
            self.record.case_file(each).case
            for each in self.record.case_refs()
            if each != person(number).reference
        ]
        take_in(self, *(each for each in others if each.is_open), close_missing=True)

    @rule(number=people)
    def a_letter_goes(self, number):
        case = person(number).reference
        if self._known(case) is not None:
            kinds = [each.kind for each in self.record.case_file(case).letters]
            asked = LetterKind.INVITATION in kinds
            kind = LetterKind.REMINDER if asked else LetterKind.INVITATION
            told(self.record, case, LetterPosted(kind, self.today), at=self.clock.moment)

    @rule(
        number=people,
        said=st.sampled_from((*map(Chooses, PROVIDERS), DoesNotWish(), Postpones)),
    )
    def somebody_answers(self, number, said):
        case = person(number).reference
        if said is Postpones:
            said = Postpones(self.today + timedelta(days=3))
        if self._known(case) is not None:
            with suppress(RefusedError):
                answered(self.record, self.content, said, self.today, case)
                self._now_chosen(case, said)

    @rule(number=people, which=st.integers(0, 9))
    def an_answer_is_corrected(self, number, which):
        case = person(number).reference
        finding = FindCorrectable(self.content, self.record, make.WORKING)
        choices = finding.choices(case)
        services = [] if not choices else finding.services(choices[0])
        forms = [each for each in services if each.answers]
        if not forms:
            return
        said = forms[0].answers[which % len(forms[0].answers)]
        mistake = Mistake(case, choices[0].id, {forms[0].service: said}, "Feil.")
        use_case = CorrectChoice(self.content, self.record, self.clock, make.WORKING)
        before = self.record.case_file(case).states
        with suppress(RefusedError):
            use_case.store(mistake, EventId(f"correction-{next(_numbers)}"), ACTOR)
            if self.record.case_file(case).states != before:
                self._now_chosen(case, said)

    @rule(
        provider=st.sampled_from([LIND, FJORDHEIM]),
        zones=st.sampled_from([(NORTH,), (NORTH, SOUTH)]),
        days=st.sampled_from([-1, 10, 90]),
    )
    def a_provider_stops(self, provider, zones, days):
        last_day = self.today + timedelta(days=days)
        planned = Planned(provider, last_day, ExitCause.CONTRACT_ENDS, (NURSING,), zones)
        exits = ProviderExits(self.content, self.record, self.clock, self.ids, make.WORKING)
        with suppress(RefusedError):
            exits.announce(planned, ACTOR)
        self.content = with_exits(self.content, standing_exits(self.record))

    @rule(number=people)
    def a_case_is_disposed_of(self, number):
        case = person(number).reference
        known = self._known(case)
        if known is not None and not known.is_open:
            dispose(self.record, case)
            self.chosen.pop(case, None)
            self.helped.discard(case)

    @rule()
    def the_program_starts_again(self):
        before = list(self.record.outlines()), self.record.queues(), self.record.waiting()
        again = MemoryRecord()
        FoldedRecord.__init__(again, self.record._log)
        self.record, self.lists = again, []
        after = list(self.record.outlines()), self.record.queues(), self.record.waiting()
        assert after == before

    @rule()
    def propose(self):
        desk = Desk(self.content, self.record, self.clock, self.ids, make.WORKING)
        run = open_run(desk, survey(self.content, self.record, self.today), ACTOR)
        self.lists.append(run)
        self.alone.add(run.key)

    @rule(place=st.integers(0, 9))
    def confirm_one(self, place):
        run = self._list(place)
        placed = None if run is None else run.next_confirmable()
        if placed is None:
            return
        before = survey(self.content, self.record, self.today).standing
        if self._confirmed(run, placed.position):
            (given,) = [b for b in self._of(run) if b.position == placed.position]
            reason_was_true(self.content, given, before)

    @rule(place=st.integers(0, 9), last=st.none() | st.integers(1, PEOPLE))
    def confirm(self, place, last):
        run = self._list(place)
        if run is not None:
            self._confirmed(run, last)

    @rule(place=st.integers(0, 9), number=st.integers(0, PEOPLE))
    def set_aside(self, place, number):
        run = self._list(place)
        if run is not None and run.open:
            with suppress(RefusedError):
                run.set_aside(run.open[number % len(run.open)].position, "Grunn.")

    def _confirmed(self, run, last):
        if self.record.event_count != run._events_seen:
            self.alone.discard(run.key)
        before = {each.position for each in self._of(run)}
        with suppress(RefusedError):
            run.confirm(last)
        given = [each for each in self._of(run) if each.position not in before]
        if given:
            after = survey(self.content, self.record, self.today).standing
            no_limit_was_exceeded(self.content, given, after)
            if run.key in self.alone:
                assert counted(run.standing) == counted(after)
        return len(given)

    @invariant()
    def whoever_has_help_goes_on_having_it(self):
        for case, file in self._files():
            helper = file.helps[NURSING].on(self.today)
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
    def a_survey_finds_what_a_reading_of_every_case_finds(self):
        if hasattr(self, "record"):
            found = survey(self.content, self.record, self.today)
            outlines, due, standing = read_everything(self.content, self.record, self.today)
            assert list(self.record.outlines()) == outlines
            assert list(found.due) == due
            assert counted(found.standing) == counted(standing)

    @invariant()
    def every_run_comes_out_the_same(self):
        for run in self.record.runs() if hasattr(self, "record") else ():
            assert replay_run(self.record, run).difference is None

    def _list(self, place):
        return self.lists[-1 - place % len(self.lists)] if self.lists else None

    def _of(self, run):
        if run.key not in self.record.runs():
            return []
        bodies = [each.body for each in self.record.run(run.key)]
        return [each for each in bodies if isinstance(each, ServiceAllocated)]

    def _now_chosen(self, case, said):
        self.chosen.pop(case, None)
        if isinstance(said, Chooses):
            self.chosen[case] = said.provider

    def _known(self, case):
        is_known = case in self.record.case_refs()
        return self.record.case_file(case).case if is_known else None

    def _files(self):
        if not hasattr(self, "record"):
            return []
        references = sorted(self.record.case_refs())
        return [(CaseRef(each), self.record.case_file(each)) for each in references]


Years.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestYears = Years.TestCase
