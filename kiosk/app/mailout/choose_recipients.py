"""Chooses who gets a letter of a batch; whoever is left out is counted with the reason."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kiosk.app.mailout.lying_letters import Lying, LyingLetters
from kiosk.app.mailout.meant_services import MeantServices
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.record import Record
from kiosk.app.watch import Watch
from kiosk.domain.allocation_events import LetterReturned
from kiosk.domain.case import CaseRef, GrantedService
from kiosk.domain.event import CaseChanged
from kiosk.domain.mail_events import LeftOutCount, MailFilter
from kiosk.domain.mailing import LeftOut, Recipient, copies_of, recipients_of
from kiosk.domain.service import ServiceId

CHANGES_THE_WAY = frozenset({"address", "post", "is_address_protected"})
"""Names of the fields of a case that say where its letters go."""


@dataclass(frozen=True, slots=True)
class ChosenCase:
    """A case that gets a letter.

    Attributes:
        services: Those that the letter is about; at least one.
        recipients: At least one.
        missed: Why the person gets none of their own, and only somebody else does; None where the
            letter goes to the person, or to whoever gets the post instead.
    """

    case: CaseRef
    services: tuple[ServiceId, ...]
    recipients: tuple[Recipient, ...]
    missed: LeftOut | None = None

    @property
    def place(self) -> tuple[str, CaseRef]:
        """Where it stands in a batch: by postcode, as print shops want it."""
        return self.recipients[0].lines[-1], self.case


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who gets a letter, and who does not.

    Attributes:
        cases: By postcode; may be empty.
        left_out: Cases per reason, by case number; reasons without any are left out. Whose copy
            alone is made stands here, too.
    """

    cases: tuple[ChosenCase, ...]
    left_out: Mapping[LeftOut, tuple[CaseRef, ...]] = field(default_factory=dict)

    @property
    def counts(self) -> tuple[LeftOutCount, ...]:
        """How many are left out, in the order of the reasons."""
        found = ((each, self.left_out.get(each, ())) for each in LeftOut)
        return tuple(LeftOutCount(reason, len(cases)) for reason, cases in found if cases)


@dataclass(frozen=True, slots=True)
class ChooseRecipients:
    """Reads every case once; slow where there are many."""

    record: Record
    meant: MeantServices
    letters: LyingLetters

    def choose(
        self, wanted: MailFilter, watch: Watch | None = None, apart_from: str = ""
    ) -> Chosen:
        """Everybody whom a filter holds.

        Args:
            wanted: Which cases the batch is for.
            watch: Who looks on; None for nobody.
            apart_from: Key of a batch whose letters do not count as lying there.

        Raises:
            CancelledError: Somebody stopped it.
            StorageError: The record could not be read.
        """
        looking, lying = watch or Watch(), self.lying(wanted, apart_from)
        chosen, left_out = [], defaultdict[LeftOut, list[CaseRef]](list)
        references = sorted(self.record.case_refs())
        for number, reference in enumerate(references, start=1):
            looking.heed()
            found = self.judge(self.record.case_file(reference), wanted, lying)
            if isinstance(found, ChosenCase):
                chosen.append(found)
            why = found.missed if isinstance(found, ChosenCase) else found
            if why is not None:
                left_out[why].append(reference)
            looking.progress(number, len(references))
        in_order = sorted(chosen, key=lambda each: each.place)
        return Chosen(tuple(in_order), {why: tuple(who) for why, who in left_out.items()})

    def lying(self, wanted: MailFilter, apart_from: str = "") -> Lying:
        """Whose letters lie in other batches; empty where a filter takes them nonetheless.

        Raises:
            StorageError: The record could not be read.
        """
        return {} if wanted.again else self.letters.of_kind(wanted.letter, apart_from)

    def judge(
        self, file: CaseFile, wanted: MailFilter, lying: Lying
    ) -> ChosenCase | LeftOut | None:
        """A letter, a reason for none, or None for a case that the batch is not for.

        Raises:
            StorageError: The record could not be read.
        """
        if wanted.zone not in {None, file.case.zone}:
            return None
        meant = tuple(self.meant.of_case(file, wanted))
        found = self._reached(file, wanted, meant) if meant else None
        if not isinstance(found, ChosenCase):
            return found
        there = lying.get(found.case, frozenset())
        left = () if there is None else tuple(each for each in found.services if each not in there)
        return replace(found, services=left) if left else LeftOut.LIES_UNPOSTED

    def _reached(
        self, file: CaseFile, wanted: MailFilter, meant: Sequence[GrantedService]
    ) -> ChosenCase | LeftOut:
        """Who gets the letter, or why nobody does."""
        services = tuple(each.service for each in meant)
        found = recipients_of(file.case)
        if isinstance(found, LeftOut):
            copies = () if _has_copy(file, wanted, meant) else copies_of(file.case)
            return ChosenCase(file.case.reference, services, copies, found) if copies else found
        if self._came_back(file):
            return LeftOut.RETURNED
        return ChosenCase(file.case.reference, services, found)

    def _came_back(self, file: CaseFile) -> bool:
        """Whether the newest letter came back, and nobody has found another address since."""
        newest = file.letters[-1] if file.letters else None
        if newest is None or newest.returned_on is None:
            return False
        came_back = False
        for _, event in self.record.history(file.case.reference):
            match event.body:
                case LetterReturned():
                    came_back = True
                case CaseChanged(fields=fields) if CHANGES_THE_WAY & set(fields):
                    came_back = False
                case _:
                    pass
        return came_back


def _has_copy(file: CaseFile, wanted: MailFilter, meant: Sequence[GrantedService]) -> bool:
    """Whether somebody else has got this letter about the services already."""
    since = min(each.decided_on for each in meant)
    return any(
        each.kind is wanted.letter and each.is_copy_only and each.posted_on >= since
        for each in file.letters
    )
