"""What an outline of a case tells without reading the case itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kiosk.app.nonchoice.due_nonchoosers import Due
from kiosk.app.ports.case_file import CaseFile, ServiceState
from kiosk.app.ports.outline import AnswerOutline, CaseOutline, ServiceOutline
from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Counted
from kiosk.domain.nonchoice.minutes import minutes_of
from kiosk.domain.nonchoice.newcomers import Came
from kiosk.domain.nonchoice.silence import Reach, asking_about, reached
from kiosk.domain.nonchoice.standing import Standing
from kiosk.domain.outcome import Outcome
from kiosk.domain.service import ProviderId

_NOTHING_TO_DO = {Reach.WAITING, Reach.REMINDED}


def outline_of(file: CaseFile) -> CaseOutline:
    """The outline of an open case that was read; what the record gives without reading it."""
    states = {each.service: each for each in file.states}
    services = tuple(
        ServiceOutline(
            service=granted.service,
            decided_on=granted.decided_on,
            reply_by=granted.reply_by,
            minutes_per_week=minutes_of(granted.hours_per_week),
            present_since=granted.present_since,
            help=file.helps[granted.service],
            answer=_answer_of(states[granted.service]),
            is_unclear=granted.service in file.unclear,
        )
        for granted in file.case.services
    )
    return CaseOutline(file.case.reference, file.case.zone, services, file.letters)


def _answer_of(state: ServiceState) -> AnswerOutline | None:
    answer, on = state.answer, state.answered_on
    if answer is None or on is None:
        return None
    return AnswerOutline(
        answer.outcome, answer.provider, answer.previous_provider, answer.waits_for_place, on
    )


def may_be_due(
    case: CaseOutline, municipality: Municipality, exits: Sequence[ProviderExit], today: date
) -> bool:
    """Whether something may have to be done about a case; only the case itself tells what.

    False is certain: every service is settled, or is waited for as the letters say.
    """
    return any(
        each.is_unclear
        or any(exit_.covers(each.service, case.zone) for exit_ in exits)
        or not (_is_settled(each) or _is_waited_for(each, case, municipality, today))
        for each in case.services
    )


def _is_settled(service: ServiceOutline) -> bool:
    answer = service.answer
    if answer is None or answer.outcome is Outcome.POSTPONED:
        return False
    return answer.provider is not None


def _is_waited_for(
    service: ServiceOutline, case: CaseOutline, municipality: Municipality, today: date
) -> bool:
    if service.answer is not None or service.help.answers:
        # Who has taken back what was said is asked again: the case tells since when.
        return False
    asking = asking_about(case.letters, service.service)
    letters = [each for each in asking if each.posted_on >= service.decided_on]
    deadline = service.reply_by or service.decided_on + timedelta(municipality.reply_days)
    return reached(letters, deadline, municipality.patience, today).reach in _NOTHING_TO_DO


def count(case: CaseOutline, today: date, standing: Standing) -> None:
    """Count a person to whoever helps, or is promised, and to whom the person waits for."""
    for each in case.services:
        answer, minutes = each.answer, each.minutes_per_week
        if answer is not None and answer.waits_for_place and answer.provider is not None:
            standing.waits((each.service, case.zone, answer.provider), minutes)
        counted = counted_in(each, today)
        if counted.provider is not None:
            spot = (each.service, case.zone, counted.provider)
            standing.helps(spot, minutes, is_new_this_year=counted.is_new)


def counted_in(service: ServiceOutline, today: date) -> Counted:
    """Whose place a person has in the counts, by one service."""
    provider = _only_chosen(service) or service.help.counted_to
    # Whoever waits for the rule is counted when it has been applied.
    if provider is None or (_is_open(service) and service.help.is_meanwhile(today)):
        return Counted(None)
    return Counted(provider, _came(service).is_new(provider, today))


def _only_chosen(service: ServiceOutline) -> ProviderId | None:
    """``Help.counted_to`` for the one answer of nearly everybody, without sorting days."""
    help_ = service.help
    if len(help_.answers) != 1 or help_.take_overs:
        return None
    held = help_.answers[0]
    begins_on = None if held.is_withdrawn else held.begins_on
    return held.provider if begins_on is not None and begins_on >= help_.listed.on else None


def as_counted(due: Due, case: CaseOutline, today: date) -> Due:
    """What is due, and for the rule the place that is free when it has been applied."""
    applicant = due.applicant
    if applicant is None:
        return due
    service = next(each for each in case.services if each.service == applicant.service)
    counted = counted_in(service, today)
    if counted == Counted(applicant.present):
        return due
    return replace(due, applicant=replace(applicant, counted=counted))


def _is_open(service: ServiceOutline) -> bool:
    return service.answer is None or service.answer.provider is None


def _came(service: ServiceOutline) -> Came:
    answer = service.answer
    previous = None if answer is None else answer.previous_provider
    return Came(service.help, service.present_since, previous, answer is not None)
