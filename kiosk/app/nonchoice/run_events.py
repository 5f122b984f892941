"""The events of a run: what it was worked out with, what it gave whom, and who was set aside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.app.nonchoice.proposing import Basis, Desk, Placed
from kiosk.app.ports.case_file import CaseFile
from kiosk.domain.allocation_events import (
    AllocationSetAside,
    RunOpened,
    ServiceAllocated,
    Step,
    StepsTaken,
)
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.consequence import Situation, allocated
from kiosk.domain.event import Event, EventBody
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.rule import NonchoiceRule, rule_for
from kiosk.domain.nonchoice.standing import Key, Standing
from kiosk.domain.nonchoice.stored import StoredSupply, store_queue, store_rule, store_standing
from kiosk.domain.situations import situation_of


@dataclass(frozen=True, slots=True)
class RunEvents:
    """Makes the events of one run.

    Attributes:
        run: Key of the run in the record.
        basis: What its proposals were worked out with.
        content: As it holds now; what follows from a proposal is worked out with it.
    """

    desk: Desk
    run: str
    basis: Basis
    content: Municipality

    def opened(self, applicants: Iterable[Applicant], standing: Standing) -> RunOpened:
        """Tells what everything that follows can be worked out with again.

        Args:
            applicants: Everybody in the run.
            standing: How far the rules had come, and how much each provider had.
        """
        rules = {
            (rule.service, rule.zone, rule.id): rule
            for rule in map(self._rule_of, applicants)
            if rule is not None
        }
        municipality, today = self.basis.municipality, self.basis.on
        spots = sorted({(service, zone) for service, zone, _ in rules})
        supplies = ((spot, supply_of(municipality, *spot, today)) for spot in spots)
        return RunOpened(
            run=self.run,
            on=today,
            content_version=municipality.version,
            rules=tuple(store_rule(rules[key]) for key in sorted(rules)),
            standing=store_standing(standing),
            supplies=tuple(
                StoredSupply(*spot, tuple(supply[key] for key in sorted(supply)))
                for spot, supply in supplies
            ),
        )

    def given(
        self, some: Sequence[Placed], after: Standing
    ) -> list[tuple[EventBody, CaseRef | None]]:
        """Tell of confirmed proposals, each body with the case that it is about.

        Args:
            some: Each with a provider; at least one.
            after: How far the rules have come with them.
        """
        steps = tuple(self._step(each, is_given=True) for each in some)
        keys = sorted({_key_of(each) for each in some})
        queues = tuple(store_queue(after, key) for key in keys)
        told: list[tuple[EventBody, CaseRef | None]] = [
            (self._allocation(each), each.proposal.applicant.case) for each in some
        ]
        return [*told, (StepsTaken(self.run, steps, queues), None)]

    def set_aside(self, placed: Placed, reason: str) -> list[tuple[EventBody, CaseRef | None]]:
        """Tell that a person was taken out of the run, in the same form."""
        applicant = placed.proposal.applicant
        body = AllocationSetAside(self.run, placed.position, applicant.service, reason)
        step = self._step(placed, is_given=False)
        return [(body, applicant.case), (StepsTaken(self.run, (step,), ()), None)]

    def by(
        self, actor: str, bodies: Iterable[tuple[EventBody, CaseRef | None]]
    ) -> tuple[Event, ...]:
        """The events, as somebody stores them now."""
        now, ids = self.desk.clock.now(), self.desk.ids
        return tuple(
            Event(EventId(ids.event_id()), now, actor, case, body) for body, case in bodies
        )

    def _allocation(self, placed: Placed) -> ServiceAllocated:
        proposal, municipality = placed.proposal, self.content
        applicant = proposal.applicant
        file = self.desk.record.case_file(applicant.case)
        assert proposal.provider is not None  # noqa: S101  only those are confirmed
        return ServiceAllocated(
            run=self.run,
            position=placed.position,
            applicant=applicant,
            rule=proposal.rule,
            way=proposal.way,
            considered=proposal.considered,
            passed=proposal.passed,
            share=proposal.share,
            answer=allocated(
                proposal.provider, applicant.state, proposal.rule, self._situation(file, applicant)
            ),
            content_version=municipality.version,
            lot=proposal.lot,
            person=file.case.name,
            municipality=municipality.name,
            office=municipality.office.name,
        )

    def _situation(self, file: CaseFile, applicant: Applicant) -> Situation:
        today = self.basis.on
        case = file.case_on(today)
        granted = case.granted(applicant.service)
        assert granted is not None  # noqa: S101  it was judged a moment ago
        return situation_of(self.content, case, granted, today, self.desk.working)

    def _rule_of(self, applicant: Applicant) -> NonchoiceRule | None:
        rules = self.basis.municipality.rules.get((applicant.service, applicant.zone), ())
        return rule_for(rules, applicant.state)

    @staticmethod
    def _step(placed: Placed, *, is_given: bool) -> Step:
        proposal = placed.proposal
        applicant = proposal.applicant
        rule, service, zone = _key_of(placed)
        return Step(
            position=placed.position,
            service=service,
            zone=zone,
            rule=rule,
            minutes_per_week=applicant.minutes_per_week,
            way=proposal.way if is_given else None,
            provider=proposal.provider if is_given else None,
            present=applicant.present,
            counted=applicant.counted,
        )


def _key_of(placed: Placed) -> Key:
    applicant = placed.proposal.applicant
    return (placed.proposal.rule.rpartition("@")[0], applicant.service, applicant.zone)
