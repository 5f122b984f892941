"""Why a correction does not hold: the answers, who decided, and the day of reception."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from kiosk.app.at_reception import Reception
from kiosk.app.ports.case_file import CaseFile
from kiosk.domain.choice import Answer, Cannot, Chooses, Keeps, Postpones, RecordedChoice
from kiosk.domain.consequence import Situation
from kiosk.domain.decider import Decider, refusals_of
from kiosk.domain.errors import Refusal
from kiosk.domain.free_text import LONGEST_REFERENCE, objections
from kiosk.domain.service import ServiceId
from kiosk.domain.situations import can_keep, takes_choices

Answers = Mapping[ServiceId, Answer]


def answer_refusals(
    file: CaseFile,
    then: Reception,
    answers: Answers,
    situations: Mapping[ServiceId, Situation],
    kept: Collection[ServiceId],
) -> Iterator[Refusal]:
    """Why answers cannot stand there.

    Args:
        file: The case as it is now.
        then: The wrong choice, and what held when it was received.
        answers: What shall stand there.
        situations: What they are judged against, per service that could be chosen.
        kept: Services whose answers were recorded rightly; they are not judged again.
    """
    yield from _withdrawn(file, then.choice, answers)
    for service, answer in answers.items():
        if service not in kept:
            yield from _objections(answer, then, situations.get(service))


def decider_refusals(
    then: Reception, decider: Decider | None, child_age_years: int
) -> tuple[Refusal, ...]:
    """Why somebody cannot have decided; what was recorded rightly is judged by another day only.

    Args:
        then: The wrong choice, and what held when it was received.
        decider: Who really decided; None where that was recorded rightly.
        child_age_years: Below this age a parent or the child welfare service decides.
    """
    stored = then.choice.decider
    if stored is None:
        return () if decider is None else (Refusal("correction.nobody_decided"),)
    decides = decider or stored
    if decides == stored and not then.is_moved:
        return ()
    return refusals_of(decides, then.case.age_on(then.received), child_age_years)


def day_refusals(file: CaseFile, then: Reception, answers: Answers) -> Iterator[Refusal]:
    """Why a choice cannot have been received on another day; nothing for the stored day."""
    if not then.is_moved:
        return
    if then.received > then.recorded_on:
        yield Refusal("correction.received_later")
    services = {*answers, *(answer.service for answer in then.choice.answers)}
    decided = [each.decided_on for each in then.case.services if each.service in services]
    if any(then.received < day for day in decided):
        yield Refusal("correction.received_before_decision")
    elif any(not _keeps_order(file, then, service) for service in services):
        yield Refusal("correction.received_out_of_order")


def _keeps_order(file: CaseFile, then: Reception, service: ServiceId) -> bool:
    """Whether the answers of a service stay in the order in which they were received."""
    helps = file.helps.get(service)
    answers = () if helps is None else helps.answers
    place = next((at for at, h in enumerate(answers) if h.choice == then.choice.id), None)
    if place is None:
        return True
    earlier, later = answers[:place], answers[place + 1 :]
    return all(held.on <= then.received for held in earlier) and all(
        then.received <= held.on for held in later
    )


def _withdrawn(
    file: CaseFile, wrong: RecordedChoice, answers: Iterable[ServiceId]
) -> Iterator[Refusal]:
    """What was taken back is not there to be corrected."""
    for service in answers:
        each = file.helps.get(service)
        held = () if each is None else each.answers
        if any(one.choice == wrong.id and one.is_withdrawn for one in held):
            yield Refusal("correction.withdrawn")


def _objections(answer: Answer, then: Reception, situation: Situation | None) -> Iterator[Refusal]:
    if situation is None:
        yield Refusal("choice.service_not_offered")
    elif isinstance(answer, Cannot):
        yield from _cannot(answer, then.choice)
    elif isinstance(answer, Chooses) and answer.provider not in then.offered(situation):
        yield Refusal("choice.provider_not_offered")
    elif isinstance(answer, Chooses) and not takes_choices(situation, answer.provider):
        yield Refusal("choice.provider_stops")
    elif isinstance(answer, Keeps) and not can_keep(situation):
        yield Refusal("choice.nothing_to_keep")
    elif isinstance(answer, Postpones) and answer.until <= situation.received:
        yield Refusal("choice.date_passed")


def _cannot(answer: Cannot, wrong: RecordedChoice) -> Iterator[Refusal]:
    """That somebody cannot choose is entered from a decision, and nobody says it in person."""
    if wrong.decider is not None:
        yield Refusal("choice.staff_only")
    yield from objections(answer.decision_reference, LONGEST_REFERENCE, "cannot.reference_missing")
