"""Lays out what one case gets, by what holds when it is made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kiosk.app.mailout.batch import BatchPlan, LaidCase, Unmade
from kiosk.app.mailout.choose_recipients import ChooseRecipients, ChosenCase
from kiosk.app.mailout.lying_letters import Lying
from kiosk.app.mailout.make_kits import KitPlan, MakeKits
from kiosk.app.ports.case_file import CaseFile
from kiosk.app.ports.press import Press
from kiosk.app.ports.record import Record
from kiosk.domain.errors import DoesNotFitError, MissingGlyphError, Refusal, RefusedError
from kiosk.domain.mailing import Recipient

_SHORT = Recipient(("E", "0000 E"))


@dataclass(frozen=True, slots=True)
class LayOutCase:
    """Stores nothing but a case's order and code."""

    record: Record
    choosing: ChooseRecipients
    kits: MakeKits
    press: Press

    def lay_out(
        self, chosen: ChosenCase, plan: BatchPlan, actor: str, lying: Lying
    ) -> LaidCase | Unmade:
        """The envelopes of a case, or why there are none.

        Args:
            chosen: A protected address, a move or an answer may have come in since.
            plan: Of the batch.
            actor: Who makes them.
            lying: Whose letters lie in other batches.

        Raises:
            StorageError: Order or code could not be stored.
        """
        file = self.record.case_file(chosen.case)
        now = self.choosing.judge(file, plan.filter, lying)
        if not isinstance(now, ChosenCase):
            return Unmade(("mailout.changed_since",))
        try:
            return self._laid(file, now, plan, actor)
        except RefusedError as error:
            return Unmade(tuple(each.code for each in error.refusals))
        except DoesNotFitError as error:
            return Unmade(field=error.field, characters_over=error.characters_over)
        except MissingGlyphError as error:
            return Unmade(field=error.field, character=error.character)

    def deal_ahead(self, cases: Sequence[ChosenCase], plan: BatchPlan, actor: str) -> None:
        """Deal what their letters need, all at once.

        Raises:
            StorageError: Nothing was stored.
        """
        files = [self.record.case_file(each.case) for each in cases]
        self.kits.deal_ahead(
            [each for each in files if each.case.is_open], plan.filter.letter, actor
        )

    def faults_of_all(
        self, cases: Sequence[ChosenCase], plan: BatchPlan, actor: str
    ) -> list[Refusal]:
        """What is wrong with texts that stand in every letter, such as the office's address.

        The first letter is laid out for somebody whose name and address fit everywhere. What has
        no room then is not the recipient's.

        Args:
            cases: Who gets a letter; may be empty.
            plan: Of the batch.
            actor: Who makes them.

        Raises:
            StorageError: Order or code could not be stored.
        """
        for each in cases[:1]:
            file = self.record.case_file(each.case)
            nobody = replace(file.case, given_name="E", family_name="E")
            try:
                chosen = replace(each, recipients=(_SHORT,))
                self._laid(replace(file, case=nobody), chosen, plan, actor)
            except RefusedError:
                # That case has changed; it is told with the others.
                continue
            except DoesNotFitError as error:
                return [Refusal("mailout.text_of_all", {"field": error.field})]
            except MissingGlyphError as error:
                values = {"field": error.field, "character": error.character}
                return [Refusal("mailout.character_of_all", values)]
        return []

    def _laid(self, file: CaseFile, now: ChosenCase, plan: BatchPlan, actor: str) -> LaidCase:
        wanted = KitPlan(
            letter=plan.filter.letter,
            services=now.services,
            recipients=now.recipients,
            posting_on=plan.posting_on,
            has_brochure=plan.making.has_brochure,
            edition=plan.edition,
        )
        kits = self.kits.for_case(file, wanted, actor)
        laid = tuple(self.press.set(kit, plan.edition) for kit in kits.kits)
        return LaidCase(now.case, kits, laid, now.missed is not None)
