from kiosk.app.nonchoice.proposal_texts import ProposalTexts
from kiosk.app.nonchoice.reason_texts import Reasons
from kiosk.domain.allocation_events import WishesNoted
from kiosk.domain.case import CaseRef
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.parts import Distribute, Lots
from tests.unit.app import factory as make
from tests.unit.app.factory import LIND, MUNICIPAL, NURSING
from tests.unit.app.nonchoice.people import municipality, opened, silent_record, told


def test_a_draw_tells_who_could_come_and_the_lot():
    record, content = silent_record(1), municipality(Distribute(Lots(), MUNICIPAL))
    told(record, CaseRef("2026/000001"), WishesNoted(NURSING, Known(), (LIND,)))
    (placed,) = opened(record, content).open
    words = make.words()

    details = ProposalTexts(content, words, Reasons(words)).details(placed.proposal)

    assert "Trukket mellom: Stiftelsen Fjordheim, Eksempelvik kommune, hjemmetjenesten" in map(
        make.plain, details
    )
    assert f"Lodd, det samme i hver liste: {placed.proposal.lot}" in map(make.plain, details)
    assert not any("Rekkefølge" in each for each in details)
