"""Two cases in a sealed record, and how one of them is disposed of."""

from pathlib import Path

from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.handling import CaseRead, CasesDisposed, DisposedUnder, ErasedPlaces
from kiosk.domain.reading import Reading
from kiosk.record.ledger_record import open_record
from tests.record_samples import case, choice, event, fresh_id, imported, recorded
from tests.unit.record.conftest import PASSPHRASE

GONE, KEPT = CaseRef("2026/1"), CaseRef("2026/2")
CANARY, OTHER = "Kanarifugl", "Kjøttmeis"


def two_cases(folder: Path) -> None:
    """Three events of each."""
    record = open_record(folder, PASSPHRASE)
    for reference, name in ((GONE, CANARY), (KEPT, OTHER)):
        record.append([imported(case(reference, family_name=name))])
        record.append([recorded(choice(reference)), event(CaseRead(Reading.CASE_PAGE), reference)])
    record.close()


def dispose(record, reference=GONE, event_id="", blocks=()):
    """Dispose of a case; under a new id unless one is given."""
    event_id = event_id or fresh_id()

    def tell(places):
        body = CasesDisposed(
            (DisposedUnder("lukket", "26/1", False, 1),),
            "Anne Kontor",
            "ab",
            tuple(ErasedPlaces(each.device, each.sequence, each.sequence) for each in places),
            blocks,
        )
        return event(body, None, id=event_id)

    return record.dispose([reference], EventId(event_id), tell)
