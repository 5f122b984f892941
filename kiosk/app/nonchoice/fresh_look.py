"""What a run proposed, judged again by what holds now.

A proposal is confirmed only as long as the rule would make the very same one now: the same
provider, reason and share. The run itself goes on from what it was opened with, so that it can be
worked out again from that alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.nonchoice.proposing import Basis, Desk, Placed
from kiosk.app.nonchoice.survey import survey
from kiosk.domain.case import CaseRef
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.proposal import Proposal
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.service import ServiceId


@dataclass(frozen=True, slots=True)
class Outdated:
    """A proposal that the rule would not make now.

    Attributes:
        placed: As it was proposed.
        now: What the rule gives now, when those before it are confirmed.
    """

    placed: Placed
    now: Proposal


@dataclass(frozen=True, slots=True)
class FreshLook:
    """What holds now.

    Attributes:
        events: How many events were stored when it was made.
        municipality: With the exits that the record tells of.
        due: Everybody for whom the rule is due.
        standing: The reader's own.
    """

    events: int
    municipality: Municipality
    due: Mapping[tuple[CaseRef, ServiceId], Applicant]
    standing: Standing

    def is_due(self, applicant: Applicant) -> bool:
        """Whether the rule is due for somebody, and knows the same about the person."""
        return self.due.get((applicant.case, applicant.service)) == applicant

    def outdated(self, proposed: Iterable[Placed], basis: Basis) -> tuple[Outdated, ...]:
        """Which proposals the rule would not make now, in their order; may be empty.

        Args:
            proposed: Those of people who are due, in the order of the run.
            basis: What they were worked out with.
        """
        before = tuple(proposed)
        people = {each.position: each.proposal.applicant for each in before}
        basis = replace(basis, municipality=self.municipality)
        after = basis.propose(people, self.standing)
        pairs = zip(before, after, strict=True)
        return tuple(Outdated(was, now.proposal) for was, now in pairs if was != now)


def look_again(desk: Desk, basis: Basis) -> FreshLook:
    """Read everything that proposals depend on.

    Raises:
        StorageError: The record could not be read.
    """
    events, municipality = desk.record.event_count, content_now(desk)
    found = survey(municipality, desk.record, basis.on, language_code=desk.language_code)
    applicants = (each.applicant for each in found.due)
    due = {(each.case, each.service): each for each in applicants if each is not None}
    return FreshLook(events, municipality, due, found.standing)


def content_now(desk: Desk) -> Municipality:
    """The content with the exits that the record tells of now.

    Raises:
        StorageError: The record could not be read.
    """
    return with_exits(desk.municipality, standing_exits(desk.record))
