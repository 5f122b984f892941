"""What the cells of one row say together, and cannot or hardly mean."""

from collections.abc import Sequence
from datetime import date

from kiosk.app.intake_reasons import RowReason
from kiosk.app.list_columns import Column
from kiosk.domain.service import ZoneId
from kiosk.intake.facts import ServiceFacts
from kiosk.intake.offers import Offers
from kiosk.intake.row_cells import RowCells


def refuse_impossible_days(
    cells: RowCells, birth_date: date, services: Sequence[ServiceFacts]
) -> None:
    """Refuse a row whose days come in an order that no case has."""
    for facts in services[:1]:
        # The services of one row share its days.
        if facts.reply_by is not None and facts.reply_by < facts.decided_on:
            _refuse(cells, RowReason.REPLY_BEFORE_DECISION, Column.REPLY_BY)
        if facts.decided_on < birth_date:
            _refuse(cells, RowReason.BEFORE_BIRTH, Column.DECIDED_ON)
    since = [facts.present_since for facts in services if facts.present_since is not None]
    if since and since[0] < birth_date:
        _refuse(cells, RowReason.BEFORE_BIRTH, Column.PROVIDER_SINCE)


def _refuse(cells: RowCells, reason: RowReason, column: Column) -> None:
    cells.refuse(reason, column, cells.shown(column))


def tell_unlikely_providers(
    cells: RowCells, zone: ZoneId, services: Sequence[ServiceFacts], offers: Offers
) -> None:
    """Tell of a present provider that does not give the service in the zone, as the pack has it.

    An agreement may have ended while the help goes on, so the case comes in as it stands.
    """
    for facts in services:
        provider = facts.present_provider
        if provider is None or offers.offers(provider, facts.service, zone):
            continue
        service = offers.service_name(facts.service)
        shown = cells.shown(Column.PROVIDER)
        cells.notice(RowReason.PROVIDER_ELSEWHERE, Column.PROVIDER, shown, service=service)
