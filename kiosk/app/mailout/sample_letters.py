"""Some letters of many, laid out to be looked at before any is made."""

from collections.abc import Iterator, Sequence

from kiosk.app.mailout.batch import BatchPlan, LaidCase, Unmade
from kiosk.app.mailout.choose_recipients import ChosenCase
from kiosk.app.mailout.lay_out_case import LayOutCase
from kiosk.app.mailout.lying_letters import Lying
from kiosk.app.mailout.worth_a_look import worth_a_look
from kiosk.app.ports.press import SetKit
from kiosk.domain.errors import Refusal, RefusedError

_TRIES = 10
"""How many times the wanted number is tried before it is said that nothing can be made."""


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
    unmade: list[Unmade] = []
    for each in worth_a_look(cases, count * _TRIES):
        found = laying.lay_out(each, plan, actor, lying)
        if isinstance(found, LaidCase):
            laid.append(found)
        else:
            unmade.append(found)
        if len(laid) == count:
            break
    if not laid:
        nothing = Refusal("mailout.nothing_to_make")
        raise RefusedError([nothing, *_reasons(unmade)])
    return [kit for each in laid for kit in each.laid]


def _reasons(unmade: Sequence[Unmade]) -> Iterator[Refusal]:
    """Why they cannot be made, each reason once, as they came."""
    yield from map(Refusal, dict.fromkeys(code for each in unmade for code in each.codes))
    for field in dict.fromkeys(each.field for each in unmade if each.field):
        yield Refusal("mailout.unfit_field", {"field": field})
