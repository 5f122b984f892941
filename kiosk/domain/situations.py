"""What an answer for a granted service is judged against, and what can be answered then."""

from datetime import date

from kiosk.domain.case import Case, GrantedService
from kiosk.domain.consequence import Situation
from kiosk.domain.eligibility import present_help, staying
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.noted import given, is_meanwhile, notes_of, stopped
from kiosk.domain.notice import WorkingCalendar
from kiosk.domain.places import full_for
from kiosk.domain.service import ProviderId


def situation_of(
    municipality: Municipality,
    case: Case,
    granted: GrantedService,
    received: date,
    working: WorkingCalendar,
) -> Situation:
    """What an answer for this granted service is judged against on the day it is received."""
    known, objects_to = notes_of(granted)
    return Situation(
        municipality=municipality,
        service=granted.service,
        zone=case.zone,
        present=present_help(municipality, granted),
        received=received,
        working=working,
        known=known,
        objects_to=objects_to,
        full=full_for(municipality, granted, case.zone),
        is_meanwhile=is_meanwhile(granted),
        stopped=stopped(granted),
        given=given(granted),
    )


def takes_choices(situation: Situation, provider: ProviderId) -> bool:
    """Whether a provider that is offered can be chosen: nobody new comes to one that stops."""
    leaves_on = situation.municipality.leaves_on(
        provider, situation.service, situation.zone, situation.received
    )
    return leaves_on is None


def can_keep(situation: Situation) -> bool:
    """Whether the person has help from a provider that is still offered here."""
    return situation.present in staying(
        situation.municipality, situation.service, situation.zone, situation.received
    )


def settled_help(municipality: Municipality, granted: GrantedService) -> ProviderId | None:
    """Who helps now, for the rule: None where that is only until it is settled who does."""
    return stopped(granted) or (
        None if is_meanwhile(granted) else present_help(municipality, granted)
    )
