"""Apply a rule to one person; the very object that was announced (neutrality 1.3).

Nothing here assigns anybody: a proposal becomes an assignment when a person confirms it.
"""

from dataclasses import replace
from typing import assert_never

from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.floor import amount_of, objection
from kiosk.domain.nonchoice.parts import (
    ChooseFirst,
    Distribute,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    StartUp,
    add_months,
)
from kiosk.domain.nonchoice.picks import pick_one
from kiosk.domain.nonchoice.proposal import SHARE_WAYS, Proposal, Table, Way
from kiosk.domain.nonchoice.standing import scope_zone
from kiosk.domain.nonchoice.supply import going_on, stays
from kiosk.domain.service import ProviderId


def propose(applicant: Applicant, table: Table) -> Proposal:
    """Work out what the rule gives one person; nothing is counted yet, see ``settle``."""
    rule = table.rule
    helper = applicant.present if applicant.present in table.supply else None
    wants_to_stay = helper is not None and helper not in applicant.objects_to
    blank = Proposal(applicant, rule.reference, Way.OFFICER, None, helper or rule.interim)
    if wants_to_stay and rule.keeps_whoever_has_help and stays(helper, table.supply):
        return replace(blank, way=Way.KEEPS, provider=helper)
    known = _known(applicant, table)
    if known is not None:
        return replace(blank, way=known[0], provider=known[1])
    if rule.start_up is not None and _starts_up(rule.start_up, applicant, table):
        return replace(blank, way=Way.START_UP, provider=rule.start_up.provider)
    return _fall_back(blank, table)


def _known(applicant: Applicant, table: Table) -> tuple[Way, ProviderId] | None:
    """Who knows the person and can come (R5)."""
    continuity, known = table.rule.continuity, applicant.known
    if known.former is not None and _is_recent(applicant, table):
        former = table.supply.get(known.former)
        if former is not None and objection(former, applicant, table) is None:
            return Way.FORMER, former.provider
    if continuity.household and known.household is not None:
        theirs = table.supply.get(known.household)
        if theirs is not None and objection(theirs, applicant, table) is None:
            return Way.HOUSEHOLD, theirs.provider
    return None


def _is_recent(applicant: Applicant, table: Table) -> bool:
    months, until = table.rule.continuity.former_months, applicant.known.former_until
    return months > 0 and until is not None and add_months(table.on, -months) <= until


def _starts_up(start_up: StartUp, applicant: Applicant, table: Table) -> bool:
    supplier = table.supply.get(start_up.provider)
    if supplier is None or applicant.present is not None or not start_up.runs_on(table.on):
        return False
    given = table.standing.has_started(table.rule, start_up)
    return (
        objection(supplier, applicant, table) is None
        and given + amount_of(applicant, start_up.unit) <= start_up.amount
    )


def _fall_back(blank: Proposal, table: Table) -> Proposal:
    fallback = table.rule.fallback
    match fallback:
        case MunicipalDefault(provider):
            return _by_duty(blank, Way.MUNICIPAL, provider, table)
        case ChooseFirst():
            # Whoever cannot choose would wait for ever; an officer finds somebody (domain 6.3).
            cannot = blank.applicant.state is NonchoiceState.CANNOT
            return blank if cannot else replace(blank, way=Way.MUST_CHOOSE)
        case Distribute():
            picked = pick_one(blank, fallback.pick, table)
            if picked.provider is not None or fallback.otherwise is None:
                return picked
            return _by_duty(picked, Way.NOBODY_ELSE, fallback.otherwise, table)
        case MinimumShare():
            return _by_share(blank, fallback, table)
        case _:
            assert_never(fallback)


def _by_duty(found: Proposal, way: Way, provider: ProviderId, table: Table) -> Proposal:
    """The one who helps whenever nobody else does; full or not, but not against the person."""
    if not stays(provider, table.supply) or provider in found.applicant.objects_to:
        return replace(found, way=Way.OFFICER)
    return replace(found, way=way, provider=provider)


def _by_share(blank: Proposal, fallback: MinimumShare, table: Table) -> Proposal:
    share = table.standing.share(
        table.rule.service,
        scope_zone(fallback.scope, table.rule.zone),
        fallback.window,
        fallback.unit,
    )
    found = replace(blank, share=share)
    wanted = {each.provider for each in going_on(table.circle)} - found.applicant.objects_to
    if found.applicant.present is not None or not wanted:
        return _by_duty(found, Way.MUNICIPAL, fallback.municipal, table)
    if not share.is_below(fallback.percent):
        return _by_duty(found, Way.SHARE_REACHED, fallback.municipal, table)
    picked = pick_one(found, fallback.pick, table)
    if picked.provider is None:
        return _by_duty(picked, Way.NOBODY_ELSE, fallback.municipal, table)
    return replace(picked, way=SHARE_WAYS[picked.way])
