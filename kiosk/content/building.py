"""Builds the domain's values from entries in which nothing is wrong."""

from kiosk.content.easy_prose import EasyTexts
from kiosk.content.entries import Entries, zones_within
from kiosk.content.forms import (
    CapacityForm,
    ContactForm,
    HoursForm,
    MunicipalityForm,
    OfferForm,
    ProviderForm,
    RetentionRuleForm,
    ServiceForm,
    StaffForm,
)
from kiosk.content.notice_building import notice_rule
from kiosk.content.prose import Texts
from kiosk.content.reach import coverage_of
from kiosk.content.rule_building import build_rules, political
from kiosk.domain.interests import USUAL_MONTHS
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import ExampleStaff, Municipality, Office
from kiosk.domain.nonchoice.parts import Unit
from kiosk.domain.provider import (
    Capacity,
    Competence,
    Contact,
    Continuity,
    Extras,
    Offer,
    Provider,
)
from kiosk.domain.retention import RetentionRule
from kiosk.domain.service import DayPart, ProviderId, Service, ServiceId, Zone, ZoneId


def build(
    form: MunicipalityForm, entries: Entries, prose: Texts, easy: EasyTexts, fingerprint: str
) -> Municipality:
    """The municipality that the files describe."""
    zones = {entry.form.id: entries.zones_of(entry) for entry in entries.services}
    return Municipality(
        id=form.id,
        name=form.name,
        version=f"{form.version}-{fingerprint}",
        edition=form.edition,
        is_example=form.example,
        receipt_prefix=form.receipt_prefix,
        zone_word=form.zone_word,
        zones=tuple(
            Zone(ZoneId(entry.form.id), entry.form.name, entry.form.phrase)
            for entry in entries.zones
        ),
        services=tuple(_service(entry.form, zones[entry.form.id]) for entry in entries.services),
        providers=tuple(_provider(entry.form, zones) for entry in entries.providers),
        rules=build_rules([entry.form for entry in entries.rules], zones, entries.municipal),
        notice=notice_rule(form.notice),
        reply_days=form.reply_days,
        reminder_days=form.reminder_days,
        postal_days=form.postal_days,
        allocation_letter=form.allocation_letter,
        place_reply_days=form.place_reply_days,
        declined_place_stays=form.declined_place_stays,
        child_age_years=form.child_age_years,
        default_language=form.default_language,
        office=Office(form.office.name, form.office.phrase, _contact(form.office.contact)),
        prose=prose,
        easy=easy,
        approved_on=form.approved_on,
        example_staff=tuple(_staff(member) for member in form.example_staff),
        retention=tuple(_retention(entry.form) for entry in entries.retention),
        asks_signature=form.signature,
        interests_months=_interests_months(form),
    )


def _staff(form: StaffForm) -> ExampleStaff:
    return ExampleStaff(form.name, form.role.value, form.code)


def _interests_months(form: MunicipalityForm) -> int:
    # Neutrality N34: real staff state their ties each year unless the municipality decides otherwise.
    if form.interests_months is not None:
        return form.interests_months
    return 0 if form.example else USUAL_MONTHS


def _service(form: ServiceForm, zones: frozenset[str]) -> Service:
    return Service(
        id=ServiceId(form.id),
        name=form.name,
        phrase=form.phrase,
        aliases=tuple(form.aliases),
        zones=_zone_ids(zones),
        hours=_hours(form.hours),
        fee=form.fee,
        outside_choice=frozenset(form.outside_choice),
        outside_provider=_provider_id(form.outside_provider),
        min_age_years=form.min_age_years,
        over_two_weeks=form.over_two_weeks,
        notice=None if form.notice is None else notice_rule(form.notice),
    )


def _hours(form: HoursForm) -> dict[DayPart, LocalText]:
    return {
        DayPart.DAY: form.day,
        DayPart.EVENING: form.evening,
        DayPart.NIGHT: form.night,
        DayPart.WEEKEND: form.weekend,
    }


def _provider(form: ProviderForm, zones: dict[str, frozenset[str]]) -> Provider:
    return Provider(
        id=ProviderId(form.id),
        version=form.version,
        name=form.name,
        org_number=form.org_number,
        kind=form.kind,
        offers=tuple(_offer(offer, zones[offer.service]) for offer in form.offers),
        approved_on=form.approved_on,
        approved_by=form.approved_by,
        owner=form.owner,
        competence=_competence(form),
        continuity=_continuity(form),
        languages=None if form.languages is None else tuple(form.languages),
        wishes=form.wishes,
        accessibility=form.accessibility,
        contact=_contact(form.contact),
        extras=None
        if form.extras is None
        else Extras(form.extras.offered, form.extras.description),
        presentation=form.presentation,
        valid_from=form.valid_from,
        valid_to=form.valid_to,
        started_on=form.started_on,
        contract_until=form.contract_until,
        suspended_from=form.suspended_from,
    )


def _competence(form: ProviderForm) -> Competence:
    competence = form.competence
    nurse = competence.nurse_on_duty
    return Competence(
        competence.trained_percent,
        None if nurse is None else tuple(nurse),
        competence.leader,
        competence.as_of,
    )


def _continuity(form: ProviderForm) -> Continuity:
    continuity = form.continuity
    return Continuity(
        continuity.fixed_contact,
        continuity.helpers_per_4_weeks,
        continuity.measured,
        continuity.period,
    )


def _offer(form: OfferForm, zones: frozenset[str]) -> Offer:
    return Offer(
        service=ServiceId(form.service),
        zones=_zone_ids(zones_within(form.zones, zones)),
        coverage=coverage_of(form.coverage),
        otherwise_provider=_provider_id(form.otherwise_provider),
        otherwise=form.otherwise,
        capacity=_capacity(form.capacity),
        start_days=form.start_days,
        exceptions=form.exceptions,
    )


def _capacity(form: CapacityForm) -> Capacity:
    return Capacity(form.state, form.as_of, form.limit, form.unit or Unit.USERS)


def _contact(form: ContactForm) -> Contact:
    phone = None if form.phone is None else form.phone.replace(" ", "")
    return Contact(phone, form.hours, form.email, form.web, form.address)


def _retention(form: RetentionRuleForm) -> RetentionRule:
    return RetentionRule(
        id=form.id,
        begins=form.begins,
        decision=political(form.decision),
        years=form.years or 0,
        days=form.days or 0,
        only_delivered=form.only_delivered,
    )


def _zone_ids(zones: frozenset[str]) -> frozenset[ZoneId]:
    return frozenset(ZoneId(zone) for zone in zones)


def _provider_id(key: str | None) -> ProviderId | None:
    return None if key is None else ProviderId(key)
