"""Some letters of many, laid out to be looked at before any is made."""

from collections.abc import Iterator, Mapping, Sequence

from kiosk.app.mailout.batch import BatchPlan, LaidCase, Unmade
from kiosk.app.mailout.choose_recipients import ChosenCase
from kiosk.app.mailout.lay_out_case import LayOutCase
from kiosk.app.mailout.lying_letters import Lying
from kiosk.app.mailout.worth_a_look import worth_a_look
from kiosk.app.ports.press import SetKit
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import Refusal, RefusedError

_TRIES = 10
"""How many times the wanted number is tried before it is said that nothing can be made."""

_NAMED = 5
"""How many cases are named of a field that does not fit."""


def sample_letters(
    laying: LayOutCase,
    cases: Sequence[ChosenCase],
    plan: BatchPlan,
    actor: str,
    lying: Lying,
    count: int,
) -> list[SetKit]:
    """The envelopes of some cases that are worth a look; those that cannot be made are passed over.

    Args:
        laying: Lays them out.
        cases: In the order of the batch; may be empty.
        plan: Of the batch.
        actor: Who looks.
        lying: Whose letters lie in other batches.
        count: Of how many cases, at most.

    Raises:
        RefusedError: None of them can be made; each reason once.
        StorageError: Order or code of a case could not be stored.
    """
    laid: list[LaidCase] = []
    unmade: dict[CaseRef, Unmade] = {}
    for each in worth_a_look(cases, count * _TRIES):
        found = laying.lay_out(each, plan, actor, lying)
        if isinstance(found, LaidCase):
            laid.append(found)
        else:
            unmade[each.case] = found
        if len(laid) == count:
            break
    if not laid:
        nothing = Refusal("mailout.nothing_to_make")
        raise RefusedError([nothing, *_reasons(unmade)])
    return [kit for each in laid for kit in each.laid]


def _reasons(unmade: Mapping[CaseRef, Unmade]) -> Iterator[Refusal]:
    """Why they cannot be made, each reason once, as they came; a field with its first cases."""
    yield from map(Refusal, dict.fromkeys(code for each in unmade.values() for code in each.codes))
    for field in dict.fromkeys(each.field for each in unmade.values() if each.field):
        cases = sorted(case for case, each in unmade.items() if each.field == field)
        named = ", ".join(cases[:_NAMED]) + (" …" if len(cases) > _NAMED else "")
        yield Refusal("mailout.unfit_field", {"field": field, "cases": named})
