"""Everything that mail-outs need, over one record in memory."""

import pytest

from kiosk.app.mailout.batch import BatchPlan
from kiosk.app.mailout.batch_report import BatchReport
from kiosk.app.mailout.choose_recipients import ChooseRecipients
from kiosk.app.mailout.discard_batch import DiscardBatch
from kiosk.app.mailout.known_batch import known_batch
from kiosk.app.mailout.lying_letters import LyingLetters
from kiosk.app.mailout.make_batch import MakeBatch
from kiosk.app.mailout.meant_services import MeantServices
from kiosk.app.mailout.post_batch import PostBatch
from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers
from kiosk.domain.case import Address, CaseRef
from kiosk.domain.edition import Edition
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import Event, StaffAdded
from kiosk.domain.mail_events import MailFilter, Making
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, NURSING, TODAY
from tests.unit.app.mailout.desk import Desk
from tests.unit.app.mailout.press import FakeFolder, FakePress

FRONT = "Ola Skranke"
INVITATION = MailFilter(LetterKind.INVITATION)


def person(number, **changes):
    """Each has a postcode that orders them backwards."""
    values = {
        "reference": CaseRef(f"2026/{number:06}"),
        "given_name": "Person",
        "family_name": f"Nummer {number}",
        "address": Address((f"Prøvegata {number}",), f"{9000 - number:04}", "EKSEMPELVIK"),
        **changes,
    }
    return make.case(make.granted(NURSING), **values)


def ref(number):
    return CaseRef(f"2026/{number:06}")


class Office:
    """Everything that a mail-out needs, over one record."""

    def __init__(self, *people, refused="", municipality=None):
        self.record = make.record_with(*people)
        self.desk = Desk(self.record, municipality)
        self.staff(ACTOR, StaffRole.CASE_OFFICER)
        self.staff(FRONT, StaffRole.FRONT_DESK)
        place, clock, ids = self.desk.municipality, self.desk.clock, self.desk.ids
        self.due = DueNonchoosers(place, self.record)
        meant = MeantServices(place, self.record, clock, self.due)
        choosing = ChooseRecipients(self.record, meant, LyingLetters(self.record))
        press = FakePress(refused)
        self.batches = MakeBatch(self.record, clock, ids, choosing, self.desk.kits, press)
        self.posting = PostBatch(self.record, clock, ids)
        self.discarding = DiscardBatch(self.record, clock, ids)
        self.report = BatchReport(self.record, place)
        self.folder = FakeFolder()

    def staff(self, name, role):
        self.tell(None, StaffAdded(StaffMember(name, role, "hash")))

    def tell(self, case, body):
        self.record.append(
            [Event(self.desk.ids.event_id(), self.desk.clock.now(), ACTOR, case, body)]
        )

    def plan(self, wanted=INVITATION, per_file=2, posting_on=TODAY, **making):
        made = Making(letters_per_file=per_file, **making)
        return BatchPlan(wanted, Edition.STANDARD, posting_on, made)

    def made(self, plan=None, watch=None):
        plan = plan or self.plan()
        chosen = self.batches.choose(plan)
        batch = self.batches.begin(plan, chosen, ACTOR)
        return self.batches.make(batch, chosen, self.folder, ACTOR, watch)

    def go_on(self, batch):
        chosen = self.batches.choose(self.batches.plan_of(batch), batch=batch)
        return self.batches.make(batch, chosen, self.folder, ACTOR)

    def batch(self):
        return known_batch(self.record, self.record.batches()[-1])

    def printed(self):
        return [
            line.split("/")[1]
            for name in sorted(self.folder.files)
            if name.startswith("trykk/")
            for line in self.folder.files[name].decode().split("\n")
        ]


def refused(call):
    with pytest.raises(RefusedError) as found:
        call()
    return [each.code for each in found.value.refusals]
