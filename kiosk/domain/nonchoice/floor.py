"""The floor that every provider must reach (R6): a filter, never a rank."""

from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.minutes import needed_of
from kiosk.domain.nonchoice.parts import Unit
from kiosk.domain.nonchoice.proposal import Table
from kiosk.domain.nonchoice.supply import PassReason, Supplier


def objection(supplier: Supplier, applicant: Applicant, table: Table) -> PassReason | None:
    """Why a provider cannot get this person (R6); None when nothing stands in the way."""
    standing = supplier.standing_objection
    if standing is not None:
        return standing
    if supplier.provider in applicant.objects_to:
        return PassReason.OBJECTED
    floor = table.rule.floor
    if floor.needs and not applicant.needs <= supplier.covers:
        return PassReason.NEEDS
    if floor.language and applicant.language and not _speaks(supplier, applicant.language):
        return PassReason.LANGUAGE
    return None if _has_room(supplier, applicant, table) else PassReason.FULL


def _speaks(supplier: Supplier, language: str) -> bool:
    return supplier.languages is not None and language in supplier.languages


def _has_room(supplier: Supplier, applicant: Applicant, table: Table) -> bool:
    ceiling = supplier.ceiling
    if ceiling is None:
        return True
    has = table.standing.spoken_for(
        (applicant.service, applicant.zone, supplier.provider), ceiling.unit
    )
    return has + amount_of(applicant, ceiling.unit) <= ceiling.amount


def amount_of(applicant: Applicant, unit: Unit) -> int:
    """What a person counts for where room is given: see ``needed_of``."""
    return needed_of(applicant.minutes_per_week, unit)
