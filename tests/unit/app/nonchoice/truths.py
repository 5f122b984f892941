"""What always holds of a run, worked out the plain way."""

from dataclasses import replace
from typing import cast

from kiosk.app.import_cases import ImportCases, ImportPreview
from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers
from kiosk.app.nonchoice.outlined import as_counted, count, outline_of
from kiosk.app.ports.intake import CaseList, CaseListReader
from kiosk.domain.event import PROGRAM
from kiosk.domain.nonchoice.parts import (
    Distribute,
    Lots,
    MinimumShare,
    MunicipalDefault,
    ShareScope,
    Turns,
    Unit,
    WeightedKey,
    Window,
)
from kiosk.domain.nonchoice.proposal import SHARE_WAYS, Way
from kiosk.domain.nonchoice.standing import Standing, scope_zone
from kiosk.domain.nonchoice.stored import store_standing
from kiosk.domain.provider import Capacity, CapacityState
from tests.unit.app.factory import FJORDHEIM, LIND, MUNICIPAL

SHARES = [
    MinimumShare(percent, MUNICIPAL, unit, window, scope)
    for percent in (25, 50)
    for unit in Unit
    for window in Window
    for scope in ShareScope
]
FALLBACKS = [
    Distribute(Turns(), MUNICIPAL),
    Distribute(Turns(), MUNICIPAL, frozenset({LIND, FJORDHEIM}), MUNICIPAL),
    Distribute(Lots(), MUNICIPAL),
    Distribute(WeightedKey(((LIND, 2), (FJORDHEIM, 1))), MUNICIPAL),
    MunicipalDefault(MUNICIPAL),
]


def limited(content, users):
    """The same where each of the others takes so many; None for as many as come."""
    room = Capacity(CapacityState.OPEN, None, users)
    providers = tuple(
        each
        if each.id == MUNICIPAL
        else replace(each, offers=tuple(replace(offer, capacity=room) for offer in each.offers))
        for each in content.providers
    )
    return content if users is None else replace(content, providers=providers)


def counted(standing: Standing):
    """How much each provider has, without those who have nothing."""
    loads = store_standing(standing).loads
    return [each for each in loads if each.users or each.users_this_year or each.waiting_users]


def read_everything(content, record, today):
    """Outlines, what is due and how much each provider has, from every case as it is read."""
    files = [record.case_file(each) for each in sorted(record.case_refs())]
    files = [each for each in files if each.case.is_open]
    judge, standing = DueNonchoosers(content, record), Standing()
    due = [
        as_counted(each, outline_of(file), today)
        for file in files
        for each in judge.of_case(file, today)
    ]
    for file in files:
        count(outline_of(file), today, standing)
    return [outline_of(file) for file in files], due, standing


def no_limit_was_exceeded(content, given, after):
    """Whoever a rule gives somebody has room for the person."""
    for each in given:
        who, person = each.answer.provider, each.applicant
        offer = content.provider(who).offer_for(person.service, person.zone)
        if each.way is not Way.KEEPS and offer.capacity.limit is not None:
            spot = (person.service, person.zone, who)
            assert after.spoken_for(spot, offer.capacity.unit) <= offer.capacity.limit


def reason_was_true(content, given, before):
    """The share that was told is the one that the record held a moment before."""
    if given.share is None:
        return
    person = given.applicant
    fallback = content.rule(person.service, person.zone).fallback
    zone = scope_zone(fallback.scope, person.zone)
    seen = before.share(person.service, zone, fallback.window, fallback.unit)
    assert given.share == seen
    if given.way in SHARE_WAYS.values():
        assert seen.is_below(fallback.percent)
    if given.way is Way.SHARE_REACHED:
        assert not seen.is_below(fallback.percent)


def take_in(office, *cases, close_missing):
    """Store a case list with these people."""
    listed = CaseList(cases, len(cases), len(cases), (), (), ())
    missing = tuple(sorted(office.record.case_refs() - {each.reference for each in cases}))
    importing = ImportCases(office.record, cast("CaseListReader", None), office.clock, office.ids)
    preview = ImportPreview(listed, (), (), 0, missing)
    importing.confirm(preview, close_missing=close_missing, actor=PROGRAM)
