"""Count what has been given: turns, shares and room move only here."""

from kiosk.domain.nonchoice.applicant import Counted
from kiosk.domain.nonchoice.parts import Skipped, Turns
from kiosk.domain.nonchoice.proposal import Proposal, Table, Way
from kiosk.domain.nonchoice.rule import NonchoiceRule
from kiosk.domain.nonchoice.standing import Load, Standing, key_of
from kiosk.domain.service import ProviderId


def settle(proposal: Proposal, table: Table) -> None:
    """Count a confirmed proposal as given."""
    provider, applicant, standing = proposal.provider, proposal.applicant, table.standing
    if provider is None or proposal.way is Way.KEEPS:
        return
    key = key_of(table.rule)
    if proposal.way in {Way.TURN, Way.SHARE_TURN}:
        _move_on(standing.queues[key], provider, _turns(table.rule))
    if proposal.way in {Way.KEY, Way.SHARE_KEY}:
        given = standing.given.setdefault(key, {})
        given[provider] = given.get(provider, 0) + 1
    if proposal.way is Way.START_UP:
        standing.started.setdefault(key, Load()).add(applicant.minutes_per_week)
    _take_place(proposal, provider, standing)


def _take_place(proposal: Proposal, provider: ProviderId, standing: Standing) -> None:
    """Free the place in which a person was counted, and count the one that was given."""
    applicant, minutes = proposal.applicant, proposal.applicant.minutes_per_week
    before = applicant.counted or Counted(applicant.present)
    after = Counted(provider, is_new=proposal.moves or before.is_new)
    if before == after:
        return
    if before.provider is not None:
        spot = (applicant.service, applicant.zone, before.provider)
        standing.leaves(spot, minutes, is_new_this_year=before.is_new)
    spot = (applicant.service, applicant.zone, provider)
    standing.helps(spot, minutes, is_new_this_year=after.is_new)


def _turns(rule: NonchoiceRule) -> Skipped:
    pick, _ = rule.picking or (None, None)
    return pick.skipped if isinstance(pick, Turns) else Skipped.KEEPS_TURN


def _move_on(queue: list[ProviderId], provider: ProviderId, skipped: Skipped) -> None:
    place = queue.index(provider)
    if skipped is Skipped.KEEPS_TURN:
        queue.append(queue.pop(place))
    else:
        queue[:] = [*queue[place + 1 :], *queue[: place + 1]]
